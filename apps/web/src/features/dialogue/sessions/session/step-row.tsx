import {
  IconBook2,
  IconBroadcast,
  IconClipboardCheck,
  IconFlag,
  IconInfoCircle,
  IconMail,
  IconMailForward,
  IconStethoscope,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SessionStepView } from '#libs/contracts';
import { MomentForm } from '../../../../components/moment-form';
import { StepAct, TimelineStep } from '../../../../components/timeline';
import { useWords } from '../../../../lib/i18n';
import { isPast, localTime } from '../../../../lib/local-time';
import { useNow } from '../../../../lib/now';
import { showToast } from '../../../../lib/toast';
import type { SessionChanges } from './use-session';

const ICON = {
  invite: IconMail,
  remind: IconMailForward,
  share: IconStethoscope,
  'remind-specialist': IconMailForward,
  practical: IconInfoCircle,
  start: IconBroadcast,
  end: IconFlag,
  evaluate: IconClipboardCheck,
  handout: IconBook2,
  'remind-handout': IconMailForward,
} as const;

interface StepRowProps {
  step: SessionStepView;
  editable: boolean;
  changes: SessionChanges;
  onDoNow: () => void;
}

/** One step: its moment, what it does, how it stands, and what can be done about it. */
export function StepRow({ step, editable, changes, onDoNow }: StepRowProps) {
  const { t } = useTranslation('dialogue-sessions');
  const words = useWords();
  const now = useNow();
  const skip = useMutation({
    mutationFn: () => changes.skip(step),
    onSuccess: () => {
      const back = step.state === 'planned' && !isPast(localTime(step.dueAt), now);
      showToast(t('skip.done', { step: name }), {
        undo: back ? () => (step.ownMoment ? changes.move(step, step.dueAt) : changes.plan(step)) : undefined,
      });
    },
  });
  const again = useMutation({ mutationFn: () => changes.plan(step) });
  const move = async (moment: string) => {
    await changes.move(step, moment);
    showToast(t('saved'));
  };
  const { kind, state, movable } = step;
  const name = t(`step.${kind}`);
  /** What the organiser skipped comes back at its own moment; what made no sense needs another one. */
  const returns = state === 'stopped' && step.ownMoment && !isPast(localTime(step.dueAt), now);
  return (
    <TimelineStep
      state={state}
      icon={ICON[kind]}
      at={step.doneAt ?? step.dueAt}
      title={name}
      stand={
        <>
          {t(`stepState.${state}`)}
          {state === 'done' && step.count !== null && ` · ${t('stepState.mails', { count: step.count })}`}
          {state === 'planned' && step.ownMoment && ` · ${t('stepState.own')}`}
        </>
      }
      question={state === 'late' ? t('stepState.late.text') : null}
      error={skip.error ?? again.error}
      moving={(done) => (
        <MomentForm
          label={t('act.move')}
          at={step.dueAt}
          words={{
            date: t('times.date'),
            time: t('times.time'),
            past: t('times.past'),
            save: t('save'),
          }}
          onSave={move}
          onDone={done}
        />
      )}
      acts={(onMove) =>
        editable &&
        state !== 'done' &&
        (movable || step.doNow) && (
          <>
            {step.doNow && state !== 'stopped' && (
              <StepAct
                name={name}
                label={t(state === 'late' ? 'act.still' : 'act.now')}
                filled={state === 'late'}
                onPress={onDoNow}
              />
            )}
            {movable && returns && (
              <StepAct
                name={name}
                label={t('act.again')}
                busy={again.isPending}
                onPress={() => again.mutate()}
              />
            )}
            {movable && (
              <StepAct
                moves
                name={name}
                label={t(state === 'stopped' && !returns ? 'act.replan' : 'act.move')}
                onPress={onMove}
              />
            )}
            {movable && state !== 'stopped' && (
              <StepAct
                name={name}
                label={t('act.skip')}
                busy={skip.isPending}
                onPress={() => skip.mutate()}
              />
            )}
          </>
        )
      }
    >
      <p className="lk-muted">{words(step.sentence)}</p>
    </TimelineStep>
  );
}
