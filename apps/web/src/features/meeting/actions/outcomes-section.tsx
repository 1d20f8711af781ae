import { Button } from '@mantine/core';
import { IconShare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { ErrorState } from '../../../components/error-state';
import { Panel } from '../../../components/panel';
import { notesQuery, outcomesQuery, useOutcomeDoors } from './actions-data';
import { OutcomeForm } from './later-forms';
import { OutcomeCard } from './outcome-card';
import { useReturnFocus } from './return-focus';
import classes from './actions.module.css';

/** What may leave the group, and only when every practice says so (LOOP-01, BES-04). Nothing to show: nothing shown. @param early nothing to share yet */
export function OutcomesSection({ meetingId, early }: { meetingId: string; early: boolean }) {
  const { t } = useTranslation('meeting-actions');
  const { data, error, refetch } = useQuery(outcomesQuery(meetingId));
  const { data: notes } = useQuery(notesQuery(meetingId));
  const doors = useOutcomeDoors(meetingId);
  const [asking, setAsking] = useState(false);
  const { button, back } = useReturnFocus();
  const section = useRef<HTMLDivElement>(null);
  const wanted = useLocation().hash === '#delen';
  const ready = data !== undefined;
  useEffect(() => {
    if (wanted && ready) section.current?.scrollIntoView({ block: 'start' });
  }, [wanted, ready]);
  if (!data)
    return error ? (
      <Panel title={t('outcomes')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Panel>
    ) : null;
  if (data.outcomes.length === 0 && (early || !data.mayAsk)) return null;
  // an insight is asked once at a time
  const busy = new Set(
    data.outcomes
      .filter(({ state }) => state === 'asking' || state === 'offered')
      .map((one) => one.insightId),
  );
  return (
    <div ref={section} id="delen" className={classes.anchor}>
      <Panel title={t('outcomes')}>
        <p className={classes.lead}>{t('outcomes.lead')}</p>
        {asking && (
          <OutcomeForm
            id={meetingId}
            insights={(notes?.insights ?? []).filter(({ id }) => !busy.has(id))}
            practices={data.practices}
            submit={t('outcome.submit')}
            help={t('outcome.submit.help')}
            send={doors.ask}
            onClose={() => {
              setAsking(false);
              back();
            }}
          />
        )}
        {data.mayAsk && !asking && (
          <Button
            ref={button}
            size="sm"
            mb={data.outcomes.length > 0 ? 24 : 0}
            variant="default"
            data-print="hide"
            leftSection={<IconShare size={17} stroke={1.8} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t('outcome.ask')}
          </Button>
        )}
        {data.outcomes.length > 0 && (
          <ul className={classes.outcomes}>
            {data.outcomes.map((outcome) => (
              <OutcomeCard
                key={outcome.id}
                meetingId={meetingId}
                outcome={outcome}
                practices={data.practices}
                mayAsk={data.mayAsk}
              />
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}
