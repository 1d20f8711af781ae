import { Anchor, Button, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RETENTION } from '#libs/contracts';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { useMe } from '../../lib/me';
import classes from './own-data-page.module.css';

const SENTENCES = ['what', 'why', 'who', 'never', 'how-long'] as const;

/** What is kept about this person, why, who sees it and for how long; all of it in one file (AVG art. 13, 15, 20). */
export default function OwnDataPage() {
  const { t } = useTranslation('privacy');
  const { person, region } = useMe();
  const periods = {
    months: RETENTION.personMonths,
    years: RETENTION.auditYears,
    presence: RETENTION.presenceMonths,
  };
  return (
    <>
      <PageHead
        title={t('title')}
        lead={<span className={classes.lead}>{t('lead', { name: person.name, email: person.email })}</span>}
        action={
          <Button
            component="a"
            href="/api/me/data"
            download
            aria-describedby="download-note"
            leftSection={<IconDownload size={18} stroke={1.8} />}
          >
            {t('download')}
          </Button>
        }
      />
      <Panel title={t('kept.title')}>
        <dl className={classes.sentences}>
          {SENTENCES.map((sentence) => (
            <div key={sentence}>
              <dt>{t(sentence)}</dt>
              <dd>{t(`${sentence}.text`, periods)}</dd>
            </div>
          ))}
        </dl>
        <p id="download-note" className={classes.note}>
          {t('download.note', { region: region.name })}
        </p>
      </Panel>
      <section className={classes.ask}>
        <Title order={2} fz="1.0625rem">
          {t('ask')}
        </Title>
        <p>
          {region.replyTo ? (
            <Anchor href={`mailto:${region.replyTo}`}>{t('ask.mail', { email: region.replyTo })}</Anchor>
          ) : (
            t('ask.none')
          )}
        </p>
      </section>
    </>
  );
}
