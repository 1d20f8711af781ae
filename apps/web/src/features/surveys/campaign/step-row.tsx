import { Button, Group, TextInput } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconFlag,
  IconMail,
  IconMailForward,
  IconX,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { CampaignStepView, CampaignView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { useFormat } from '../../../lib/i18n';
import { useNow } from '../../../lib/now';
import { showToast } from '../../../lib/toast';
import { isPast, localTime, momentText } from '../local-time';
import { useStepName } from './step-name';
import type { CampaignChanges } from './use-campaign';
import classes from './campaign.module.css';

const ICON = { invite: IconMail, remind: IconMailForward, close: IconFlag } as const;
const MARK = { done: IconCheck, planned: IconClock, stopped: IconX, late: IconAlertTriangle } as const;

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
  const [moving, setMoving] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  /** The form is gone: the button that opened it has the focus again. */
  const moved = () => {
    flushSync(() => setMoving(false));
    row.current?.querySelector<HTMLElement>('[data-act="move"]')?.focus();
  };
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
  const { kind, state } = step;
  const Icon = ICON[kind];
  const Mark = MARK[state === 'late' && !editable ? 'stopped' : state];
  const moment = (at: string) => `${format.day(at, now)}, ${format.time(at)}`;
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
    <li ref={row} className={classes.step} data-state={state === 'late' && !editable ? 'stopped' : state}>
      <span className={classes.mark} aria-hidden>
        <Icon size={18} stroke={1.8} />
      </span>
      <div className={classes.stepWords}>
        <p className={classes.stepTitle}>
          <b>{name}</b>
          <span className={classes.state}>
            <Mark size={15} stroke={2.2} className="lk-icon" aria-hidden />
            {t(state === 'late' && !editable ? 'step.state.missed' : `step.state.${state}`)}
          </span>
        </p>
        <p className="lk-muted">
          <time dateTime={step.doneAt ?? step.dueAt}>{moment(step.doneAt ?? step.dueAt)}</time>
          {state === 'done' && step.count !== null && kind !== 'close' && (
            <>{` · ${t('step.mails', { count: step.count })}`}</>
          )}
          {state === 'done' && step.count === null && kind === 'remind' && (
            <>{` · ${t('step.mails.hidden')}`}</>
          )}
        </p>
        {state === 'late' && editable && <p className={classes.question}>{t('step.late.text')}</p>}
        {change.error && <ErrorState error={change.error} />}
        {moving ? (
          <MoveForm step={step} name={name} changes={changes} onDone={moved} />
        ) : (
          editable &&
          state !== 'done' && (
            <Group gap={8} mt={8}>
              {state !== 'stopped' && mayNow && (
                <Act
                  name={name}
                  filled={state === 'late'}
                  label={t(state === 'late' ? 'step.still' : 'step.now')}
                  onPress={onDoNow}
                />
              )}
              {(state !== 'stopped' || !back) && (
                <Act
                  name={name}
                  label={t(state === 'stopped' ? 'step.replan' : 'step.move')}
                  act="move"
                  onPress={() => setMoving(true)}
                />
              )}
              {state !== 'stopped' && mayStop && (
                <Act
                  name={name}
                  label={t('step.skip')}
                  busy={change.isPending}
                  onPress={() => void skip().catch(() => {})}
                />
              )}
              {back && (
                <Act
                  name={name}
                  label={t('step.again')}
                  busy={change.isPending}
                  onPress={() => change.mutate('planned')}
                />
              )}
            </Group>
          )
        )}
      </div>
    </li>
  );
}

interface ActProps {
  /** Of the step, for who does not see where the button stands. */
  name: string;
  label: string;
  filled?: boolean;
  busy?: boolean;
  act?: string;
  onPress: () => void;
}

function Act({ name, label, filled, busy, act, onPress }: ActProps) {
  return (
    <Button
      size="compact-md"
      variant={filled ? 'filled' : 'default'}
      loading={busy}
      data-act={act}
      aria-label={`${label}: ${name}`}
      onClick={onPress}
    >
      {label}
    </Button>
  );
}

interface MoveFormProps {
  step: CampaignStepView;
  name: string;
  changes: CampaignChanges;
  onDone: () => void;
}

/** Another moment for a step. */
function MoveForm({ step, name, changes, onDone }: MoveFormProps) {
  const { t } = useTranslation(['surveys', 'components']);
  const now = useNow();
  const [at, setAt] = useState(() => localTime(step.dueAt));
  const first = useRef<HTMLInputElement>(null);
  // Its button is gone while the form is here.
  useEffect(() => first.current?.focus(), []);
  const text = momentText(at);
  const late = isPast(at, now);
  const move = useMutation({
    mutationFn: (dueAt: string) => changes.move(step.id, dueAt),
    onSuccess: () => {
      showToast(t('step.moved.toast', { step: name }));
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text && !late) move.mutate(text);
  };
  return (
    <form className={classes.move} onSubmit={submit} aria-label={`${t('step.move')}: ${name}`} noValidate>
      <div className={classes.moveFields}>
        <TextInput
          size="sm"
          type="date"
          label={t('times.date')}
          min={localTime(now).date}
          value={at.date}
          error={late ? t('times.past') : null}
          ref={first}
          onChange={(event) => setAt({ ...at, date: event.currentTarget.value })}
        />
        <TextInput
          size="sm"
          type="time"
          label={t('times.time')}
          value={at.time}
          onChange={(event) => setAt({ ...at, time: event.currentTarget.value })}
        />
      </div>
      {move.error && <ErrorState error={move.error} />}
      <Group gap={8}>
        <Button type="submit" size="compact-md" loading={move.isPending} disabled={!text || late}>
          {t('step.move.save')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onDone}>
          {t('components:confirm.cancel')}
        </Button>
      </Group>
    </form>
  );
}
