import { Button } from '@mantine/core';
import { IconCheck, IconThumbUp } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ParticipantLiveView } from '#libs/contracts';
import { useProblemText } from '../../../../components/problem-text';
import { showToast } from '../../../../lib/toast';
import { FollowUpStateMark } from '../follow-up-state';
import { liveDoors } from '../live-data';
import classes from '../live.module.css';
import type { LiveHour } from '../use-live-hour';

/** What others asked, most joined first within what is open: "wij ook" is one touch, and one more takes it back. */
export function AskedList({
  hour,
  view,
}: {
  hour: LiveHour<ParticipantLiveView>;
  view: ParticipantLiveView;
}) {
  const { t } = useTranslation('dialogue-live');
  const problemText = useProblemText();
  const join = useMutation({
    mutationFn: ({ id, joins }: { id: string; joins: boolean }) => liveDoors(view.sessionId).join(id, joins),
    onSuccess: (own) => hour.takeOwn(own),
    onError: (error) => showToast(problemText(error), { kind: 'failed' }),
  });
  const own = new Set(view.ownFollowUps.map(({ id }) => id));
  const others = view.followUps.filter(({ id }) => !own.has(id));
  if (others.length === 0) return null;
  const isOpen = (state: string) => state === 'shown' || state === 'asking';
  return (
    <section className={classes.section}>
      <h2>{t('asked.title')}</h2>
      <ul className={classes.rows}>
        {others.map((one) => {
          const joined =
            join.isPending && join.variables.id === one.id
              ? join.variables.joins
              : view.joinedIds.includes(one.id);
          return (
            <li key={one.id}>
              <div className={classes.grow}>
                <p>{one.text}</p>
                <p className={classes.meta}>
                  {one.by === 'practice' && <span>{one.practice}</span>}
                  {one.state !== 'shown' && <FollowUpStateMark state={one.state} />}
                </p>
              </div>
              {isOpen(one.state) ? (
                <Button
                  size="sm"
                  h={40}
                  px={12}
                  variant={joined ? 'light' : 'default'}
                  aria-pressed={joined}
                  aria-label={t('asked.join', { count: one.endorsements + 1, text: one.text })}
                  leftSection={
                    joined ? <IconCheck size={16} aria-hidden /> : <IconThumbUp size={16} aria-hidden />
                  }
                  onClick={() => !join.isPending && join.mutate({ id: one.id, joins: !joined })}
                >
                  {t('asked.we', { count: one.endorsements + 1 })}
                </Button>
              ) : (
                <span className={classes.small}>{t('asked.we', { count: one.endorsements + 1 })}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
