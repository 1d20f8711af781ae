import { ActionIcon, Button } from '@mantine/core';
import { IconDots, IconMicrophone } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Suspense, cloneElement, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUpStep, ModeratedFollowUpView, ModeratorLiveView } from '#libs/contracts';
import { useProblemText } from '../../../../components/problem-text';
import { useQuiet } from '../../../../lib/quiet';
import { showToast } from '../../../../lib/toast';
import { FollowUpStateMark } from '../follow-up-state';
import { liveDoors } from '../live-data';
import shared from '../live.module.css';
import { FollowUpNote } from './follow-up-note';
import classes from './moderator.module.css';

const FollowUpMenu = lazy(() =>
  import('./follow-up-menu').then((module) => ({ default: module.FollowUpMenu })),
);

/** Deepening questions: what is new or open first, each asked now, parked or shown with one click (DIA-10). */
export function FollowUpColumn({ view }: { view: ModeratorLiveView }) {
  const { t } = useTranslation('dialogue-live');
  const problemText = useProblemText();
  const doors = liveDoors(view.sessionId);
  const handle = useMutation({
    mutationFn: ({ id, state }: { id: string; state: FollowUpStep }) =>
      doors.handle(id, { state, confirmed: false }),
    onError: (error) => showToast(problemText(error), { kind: 'failed' }),
  });
  const set = (one: ModeratedFollowUpView, state: FollowUpStep) => {
    handle.mutate(
      { id: one.id, state },
      {
        onSuccess: () => {
          const { id, state: before } = one;
          if (state === 'removed' && before !== 'withdrawn')
            showToast(t('follow.taken'), {
              undo: () => doors.handle(id, { state: before, confirmed: false }),
            });
        },
      },
    );
  };
  const rank = { asking: 0, new: 1, shown: 2, answered: 3, parked: 3, removed: 3, withdrawn: 3 } as const;
  const open = view.followUps
    .filter(({ state }) => rank[state] < 3)
    .sort((a, b) => rank[a.state] - rank[b.state] || b.endorsements - a.endorsements);
  const handled = view.followUps.filter(({ state }) => rank[state] === 3);
  return (
    <>
      <h2 className={classes.sideTitle}>{t('follow.title')}</h2>
      <p className={shared.small}>{t(view.moderated ? 'follow.lead.moderated' : 'follow.lead')}</p>
      {open.length === 0 ? (
        <p className={classes.quiet}>{t('follow.none')}</p>
      ) : (
        <ul className={classes.follow}>
          {open.map((one) => (
            <FollowUp key={one.id} one={one} sessionId={view.sessionId} set={set} />
          ))}
        </ul>
      )}
      {handled.length > 0 && (
        <details className={classes.done}>
          <summary>{t('follow.handled', { count: handled.length })}</summary>
          <ul className={classes.follow}>
            {handled.map((one) => (
              <FollowUp key={one.id} one={one} sessionId={view.sessionId} set={set} />
            ))}
          </ul>
        </details>
      )}
      <p className={classes.sideFoot}>{t('follow.criteria')}</p>
    </>
  );
}

interface FollowUpProps {
  one: ModeratedFollowUpView;
  sessionId: string;
  set: (one: ModeratedFollowUpView, state: FollowUpStep) => void;
}
function FollowUp({ one, sessionId, set }: FollowUpProps) {
  const { t } = useTranslation('dialogue-live');
  const [noting, setNoting] = useState(false);
  const asking = one.state === 'asking';
  const open = asking || one.state === 'new' || one.state === 'shown';
  return (
    <li data-state={one.state}>
      <p className={classes.followText}>{one.text}</p>
      <p className={shared.meta}>
        <span>
          {one.endorsements > 0
            ? t('follow.byMore', { practice: one.practice, count: one.endorsements })
            : one.practice}
        </span>
        {!one.named && <span>{t('follow.anonymous')}</span>}
        {one.state !== 'shown' && <FollowUpStateMark state={one.state} />}
      </p>
      {noting || one.note !== '' ? (
        <FollowUpNote sessionId={sessionId} one={one} takesFocus={noting} />
      ) : null}
      <div className={shared.buttons}>
        {open && (
          <>
            {one.state === 'new' && (
              <Button size="xs" h={34} fz={14} variant="default" onClick={() => set(one, 'shown')}>
                {t('follow.show')}
              </Button>
            )}
            <Button
              size="xs"
              h={34}
              fz={14}
              variant={asking ? 'light' : 'default'}
              leftSection={<IconMicrophone size={15} aria-hidden />}
              onClick={() => set(one, asking ? 'answered' : 'asking')}
            >
              {t(asking ? 'follow.done' : 'follow.ask')}
            </Button>
            <Button size="xs" h={34} fz={14} variant="subtle" onClick={() => set(one, 'parked')}>
              {t('follow.park')}
            </Button>
          </>
        )}
        {one.state !== 'withdrawn' && (
          <More one={one} onNote={() => setNoting(true)} onState={(state) => set(one, state)} />
        )}
      </div>
    </li>
  );
}

interface MoreProps {
  one: ModeratedFollowUpView;
  onNote: () => void;
  onState: (state: FollowUpStep) => void;
}
function More(props: MoreProps) {
  const { t } = useTranslation('dialogue-live');
  const quiet = useQuiet();
  const [pressed, setPressed] = useState(false);
  const target = (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="inherit"
      size={34}
      aria-label={t('follow.more', { text: props.one.text })}
    >
      <IconDots size={18} aria-hidden />
    </ActionIcon>
  );
  const plain = cloneElement(target, { onClick: () => setPressed(true) });
  if (!quiet && !pressed) return plain;
  return (
    <Suspense fallback={plain}>
      <FollowUpMenu {...props} target={target} openAtOnce={pressed} />
    </Suspense>
  );
}
