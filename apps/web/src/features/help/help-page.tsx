import { Anchor, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { useMe } from '../../lib/me';
import { TERMS } from '../../lib/terms';
import classes from './help-page.module.css';

/** The words of the field, and a person to ask: in the same place on every page (WCAG 3.2.6). */
export default function HelpPage() {
  const { t } = useTranslation(['help', 'terms']);
  const { region } = useMe();
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <section className={classes.ask}>
        <Title order={2} fz="1.0625rem">
          {t('ask.title')}
        </Title>
        <p>
          {region.replyTo ? (
            <Anchor href={`mailto:${region.replyTo}`}>{t('ask.text', { email: region.replyTo })}</Anchor>
          ) : (
            t('ask.none')
          )}
        </p>
      </section>
      <Panel title={t('words.title')}>
        <dl className={classes.words}>
          {TERMS.map((term) => (
            <div key={term}>
              <dt>{t(`terms:${term}.term`)}</dt>
              <dd>{t(`terms:${term}.text`)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  );
}
