import { Button } from '@mantine/core';
import { IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportView } from '#libs/contracts';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { Steps } from '../../../components/steps';
import { Verdict } from '../../../components/verdict';
import { useFormat } from '../../../lib/i18n';
import { useMay } from '../../../lib/me';
import { VERDICTS } from './preview';
import classes from './import.module.css';
import { useStepNames } from './use-step-names';

/** Step 4: what happened, and where to go from here. */
export function DoneStep({ done }: { done: ImportView }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const steps = useStepNames();
  const rounds = useMay('rounds.manage');
  return (
    <>
      <PageHead
        takeFocus
        crumbs={[{ label: t('practices'), to: '/praktijken' }, { label: t('title') }]}
        title={t('done.title')}
        lead={t('done.lead', {
          name: done.fileName,
          when: done.appliedAt ? format.dateTime(done.appliedAt) : '',
        })}
        action={
          <>
            {rounds && (
              <Button component={Link} to="/intervisie/rondes/nieuw" variant="default">
                {t('done.round')}
              </Button>
            )}
            <Button component={Link} to="/praktijken">
              {t('done.register')}
            </Button>
          </>
        }
      />
      <Steps steps={steps} active={steps.length} />
      <Panel>
        <div className={classes.done}>
          <IconCircleCheck size={44} stroke={1.4} color="var(--lk-accent)" className="lk-icon" aria-hidden />
          <ul>
            {VERDICTS.filter((verdict) => done.counts[verdict] > 0)
              .toReversed()
              .map((verdict) => (
                <li key={verdict}>
                  <Verdict kind={verdict === 'refused' ? 'bad' : verdict} />
                  <span>{t(`done.${verdict}`, { count: done.counts[verdict] })}</span>
                </li>
              ))}
          </ul>
        </div>
        {done.counts.refused > 0 && (
          <Button
            component="a"
            href={`/api/imports/${done.id}/refused.xlsx`}
            download
            mt="md"
            variant="default"
            size="sm"
            leftSection={<IconDownload size={16} />}
          >
            {t('refused.file')}
          </Button>
        )}
      </Panel>
    </>
  );
}
