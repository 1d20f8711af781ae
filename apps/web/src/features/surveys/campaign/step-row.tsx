import { IconFlag, IconMail, IconMailForward } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CampaignStepView, CampaignView } from '#libs/contracts';
import { MomentForm } from '../../../components/moment-form';
import { StepAct, TimelineStep } from '../../../components/timeline';
import { useFormat } from '../../../lib/i18n';
import { isPast, localTime } from '../../../lib/local-time';
import { useNow } from '../../../lib/now';
import { showToast } from '../../../lib/toast';
import { useStepName } from './step-name';
import type { CampaignChanges } from './use-campaign';

const ICON = { invite: IconMail, remind: IconMailForward, close: IconFlag } as const;

interface StepRowProps {
  step: CampaignStepView;
  campaign: CampaignView;
  changes: CampaignChanges;
  editable: boolean;
  onDoNow: () => void;
}

/** One step with how it stands and what can be done about it. */
export function StepRow({ step, campaign, changes, editable, onDoNow }: StepRowProps) {
  const { t } = useTranslation('surveys');
  const format = useFormat();
  const now = useNow();
  const name = useStepName(campaign)(step);
  const change = useMutation({
    mutationFn: (to: 'stopped' | 'planned') => (to === 'stopped' ? changes.skip : changes.plan)(step.id),
  });
  const skip = async () => {
    await change.mutateAsync('stopped');
    const back = step.state === 'planned' && !isPast(localTime(step.dueAt), now);
    showToast(t('step.stopped.toast', { step: name }), {
      undo: back ? () => change.mutateAsync('planned') : undefined,
    });
  };
  const move = async (moment: string) => {
    await changes.move(step.id, moment);
    showToast(t('step.moved.toast', { step: name }));
  };
  const { kind, state } = step;
  const missed = state === 'late' && !editable;
  const at = step.doneAt ?? step.dueAt;
  const others = campaign.steps.some(
    (other) => other.kind === 'invite' && other.id !== step.id && other.state !== 'stopped',
  );
  const mayStop = kind === 'remind' || (kind === 'invite' && others);
  // What is past comes back only with another moment.
  const back = state === 'stopped' && !isPast(localTime(step.dueAt), now);
  const invited = campaign.steps.some(
    (one) => one.kind === 'invite' && one.wave === step.wave && one.state === 'done',
  );
  const mayNow = kind === 'invite' || (campaign.state === 'running' && (kind === 'close' || invited));
  return (
    <TimelineStep
      state={missed ? 'stopped' : state}
      icon={ICON[kind]}
      title={name}
      stand={t(missed ? 'step.state.missed' : `step.state.${state}`)}
      question={state === 'late' && editable ? t('step.late.text') : null}
      error={change.error}
      moving={(done) => (
        <MomentForm
          label={`${t('step.move')}: ${name}`}
          at={step.dueAt}
          words={{
            date: t('times.date'),
            time: t('times.time'),
            past: t('times.past'),
            save: t('step.move.save'),
          }}
          onSave={move}
          onDone={done}
        />
      )}
      acts={(onMove) =>
        editable &&
        state !== 'done' && (
          <>
            {state !== 'stopped' && mayNow && (
              <StepAct
                name={name}
                filled={state === 'late'}
                label={t(state === 'late' ? 'step.still' : 'step.now')}
                onPress={onDoNow}
              />
            )}
            {(state !== 'stopped' || !back) && (
              <StepAct
                moves
                name={name}
                label={t(state === 'stopped' ? 'step.replan' : 'step.move')}
                onPress={onMove}
              />
            )}
            {state !== 'stopped' && mayStop && (
              <StepAct
                name={name}
                label={t('step.skip')}
                busy={change.isPending}
                onPress={() => void skip().catch(() => {})}
              />
            )}
            {back && (
              <StepAct
                name={name}
                label={t('step.again')}
                busy={change.isPending}
                onPress={() => change.mutate('planned')}
              />
            )}
          </>
        )
      }
    >
      <p className="lk-muted">
        <time dateTime={at}>{`${format.day(at, now)}, ${format.time(at)}`}</time>
        {state === 'done' && step.count !== null && kind !== 'close' && (
          <>{` · ${t('step.mails', { count: step.count })}`}</>
        )}
        {state === 'done' && step.count === null && kind === 'remind' && (
          <>{` · ${t('step.mails.hidden')}`}</>
        )}
      </p>
    </TimelineStep>
  );
}
