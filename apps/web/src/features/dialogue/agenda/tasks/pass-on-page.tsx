import { Button } from '@mantine/core';
import { IconCircleCheck, IconSend } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { PassOnView } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { PageHead } from '../../../../components/page-head';
import { Panel } from '../../../../components/panel';
import { TaskPage } from '../../../../components/task-page';
import { Verdict } from '../../../../components/verdict';
import { useFormat, useWords } from '../../../../lib/i18n';
import { passOnQuery, taskDoors } from '../agenda-data';
import { TaskWaiting } from './task-frame';
import classes from './task.module.css';

/** The coordinating specialist sends the dates to the departments with one button (DIA-03). */
export default function PassOnPage() {
  const { yearId = '' } = useParams();
  const { data, error, refetch } = useQuery(passOnQuery(yearId));
  if (!data) return <TaskWaiting error={error} onRetry={() => void refetch()} />;
  return <PassOn page={data} />;
}

function PassOn({ page }: { page: PassOnView }) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  const words = useWords();
  const client = useQueryClient();
  const pass = useMutation({
    mutationFn: () => taskDoors.passOn(page.yearId),
    onSuccess: (next) => {
      window.scrollTo(0, 0);
      client.setQueryData(passOnQuery(page.yearId).queryKey, next);
      void client.invalidateQueries({ queryKey: ['home'] });
    },
  });
  const done = page.passedOnAt !== null;
  return (
    <TaskPage practice={page.region} status={null}>
      <PageHead
        title={t(done ? 'pass.done' : 'pass.title', { year: page.year })}
        takeFocus={pass.isSuccess}
        lead={
          done
            ? t('pass.done.lead', { date: page.preferUntil ? format.day(page.preferUntil) : '–' })
            : t('pass.lead')
        }
      />
      {done && (
        <p className={classes.done}>
          <IconCircleCheck size={30} stroke={1.6} color="var(--lk-accent)" className="lk-icon" aria-hidden />
          {t('pass.done.text')}
        </p>
      )}
      <div className={classes.stack}>
        <Panel title={t('dates')}>
          <ul className={classes.plain}>
            {page.dates.map((date) => (
              <li key={date.id}>
                <b>{format.localDate(date.date)}</b>
                <span className="lk-muted">{format.clock(date.startTime, date.endTime)}</span>
                {date.flags.map((flag) => (
                  <Verdict key={flag.nl} kind="warn">
                    {words(flag)}
                  </Verdict>
                ))}
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={t('departments')}>
          <ul className={classes.plain}>
            {page.departments.map((one) => (
              <li key={one.id}>
                <b>{one.name}</b>
                <span className="lk-muted">
                  {[
                    one.contact ?? t('pass.noContact'),
                    ...(one.wantedBy > 0 ? [t('practices', { count: one.wantedBy })] : []),
                  ].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
        {pass.error ? <ErrorState error={pass.error} /> : null}
        {!done && (
          <div>
            <Button
              size="md"
              leftSection={<IconSend size={18} />}
              loading={pass.isPending}
              onClick={() => pass.mutate()}
            >
              {t('pass.send')}
            </Button>
            <p className="lk-muted">{t('pass.note')}</p>
          </div>
        )}
      </div>
    </TaskPage>
  );
}
