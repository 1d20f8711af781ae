import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ParticipantLiveView } from '#libs/contracts';
import { useProblemText } from '../../../../components/problem-text';
import { showToast } from '../../../../lib/toast';
import { FollowUpStateMark } from '../follow-up-state';
import { liveDoors } from '../live-data';
import classes from '../live.module.css';
import type { LiveHour } from '../use-live-hour';

/** One's own deepening questions and what becomes of them (feature 40). */
export function OwnList({ hour, view }: { hour: LiveHour<ParticipantLiveView>; view: ParticipantLiveView }) {
  const { t } = useTranslation('dialogue-live');
  const problemText = useProblemText();
  const takeBack = useMutation({
    mutationFn: (id: string) => liveDoors(view.sessionId).takeBack(id),
    onSuccess: (own) => {
      hour.takeOwn(own);
      showToast(t('own.takenBack'));
    },
    onError: (error) => showToast(problemText(error), { kind: 'failed' }),
  });
  if (view.ownFollowUps.length === 0) return null;
  const joined = new Map(view.followUps.map(({ id, endorsements }) => [id, endorsements]));
  return (
    <section className={classes.section}>
      <h2>{t('own.title')}</h2>
      <ul className={classes.rows}>
        {view.ownFollowUps.map(({ id, text, state }) => (
          <li key={id}>
            <div className={classes.grow}>
              <p>{text}</p>
              <p className={classes.meta}>
                <FollowUpStateMark state={state} />
                {(joined.get(id) ?? 0) > 0 && <span>{t('own.joined', { count: joined.get(id) ?? 0 })}</span>}
              </p>
            </div>
            {['new', 'shown', 'asking'].includes(state) && view.clock.state !== 'ended' && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={40}
                aria-label={t('own.takeBack', { text })}
                disabled={takeBack.isPending}
                onClick={() => takeBack.mutate(id)}
              >
                <IconX size={18} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
