import { Button, Group, TextInput } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBook2,
  IconBroadcast,
  IconCheck,
  IconClipboardCheck,
  IconClock,
  IconFlag,
  IconInfoCircle,
  IconMail,
  IconMailForward,
  IconStethoscope,
  IconX,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { SessionStepView } from '#libs/contracts';
import { ErrorState } from '../../../../components/error-state';
import { useFormat, useWords } from '../../../../lib/i18n';
import { useNow } from '../../../../lib/now';
import { showToast } from '../../../../lib/toast';
import { isPast, localTime, momentText } from '../../../surveys/local-time';
import { focusOnce } from '../focus-once';
import type { SessionChanges } from './use-session';
import classes from './timeline.module.css';

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
const MARK = { done: IconCheck, planned: IconClock, stopped: IconX, late: IconAlertTriangle } as const;

interface StepRowProps {
  step: SessionStepView;
  editable: boolean;
  changes: SessionChanges;
  onDoNow: () => void;
}

/** One step: its moment, what it does, how it stands, and what can be done about it. */
export function StepRow({ step, editable, changes, onDoNow }: StepRowProps) {
  const { t } = useTranslation('dialogue-sessions');
  const format = useFormat();
  const words = useWords();
  const now = useNow();
  const [moving, setMoving] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  /** The form is gone: the button that opened it has the focus again. */
  const moved = () => {
    flushSync(() => setMoving(false));
    row.current?.querySelector<HTMLElement>('[data-act="move"]')?.focus();
  };
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
  const { kind, state, movable } = step;
  const name = t(`step.${kind}`);
  const Icon = ICON[kind];
  const Mark = MARK[state];
  const at = step.doneAt ?? step.dueAt;
  /** What the organiser skipped comes back at its own moment; what made no sense needs another one. */
  const returns = state === 'stopped' && step.ownMoment && !isPast(localTime(step.dueAt), now);
  const error = skip.error ?? again.error;
  const act = (
    label: string,
    onPress: () => void,
    more: { filled?: boolean; busy?: boolean; act?: string } = {},
  ) => (
    <Button
      size="compact-md"
      variant={more.filled ? 'filled' : 'default'}
      loading={more.busy}
      data-act={more.act}
      aria-label={`${label}: ${name}`}
      onClick={onPress}
    >
      {label}
    </Button>
  );
  return (
    <li ref={row} className={classes.step} data-state={state}>
      <time className={classes.when} dateTime={at}>
        <b>{format.day(at, now)}</b>
        <span>{format.time(at)}</span>
      </time>
      <span className={classes.mark} aria-hidden>
        <Icon size={18} stroke={1.8} />
      </span>
      <div className={classes.words}>
        <p className={classes.title}>
          <b>{name}</b>
          <span className={classes.state}>
            <Mark size={15} stroke={2.2} className="lk-icon" aria-hidden />
            {t(`stepState.${state}`)}
            {state === 'done' && step.count !== null && ` · ${t('stepState.mails', { count: step.count })}`}
            {state === 'planned' && step.ownMoment && ` · ${t('stepState.own')}`}
          </span>
        </p>
        <p className="lk-muted">{words(step.sentence)}</p>
        {state === 'late' && <p className={classes.question}>{t('stepState.late.text')}</p>}
        {error ? <ErrorState error={error} /> : null}
        {moving ? (
          <MoveForm step={step} changes={changes} onDone={moved} />
        ) : (
          editable &&
          state !== 'done' &&
          (movable || step.doNow) && (
            <Group gap={8} mt={8}>
              {step.doNow &&
                state !== 'stopped' &&
                act(t(state === 'late' ? 'act.still' : 'act.now'), onDoNow, { filled: state === 'late' })}
              {movable && returns && act(t('act.again'), () => again.mutate(), { busy: again.isPending })}
              {movable &&
                act(t(state === 'stopped' && !returns ? 'act.replan' : 'act.move'), () => setMoving(true), {
                  act: 'move',
                })}
              {movable &&
                state !== 'stopped' &&
                act(t('act.skip'), () => skip.mutate(), { busy: skip.isPending })}
            </Group>
          )
        )}
      </div>
    </li>
  );
}

interface MoveFormProps {
  step: SessionStepView;
  changes: SessionChanges;
  onDone: () => void;
}

/** A moment of its own for a step. */
function MoveForm({ step, changes, onDone }: MoveFormProps) {
  const { t } = useTranslation(['dialogue-sessions', 'components']);
  const now = useNow();
  const [at, setAt] = useState(() => localTime(step.dueAt));
  const text = momentText(at);
  const late = isPast(at, now);
  const move = useMutation({
    mutationFn: (moment: string) => changes.move(step, moment),
    onSuccess: () => {
      showToast(t('saved'));
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text && !late) move.mutate(text);
  };
  return (
    <form noValidate onSubmit={submit} className={classes.move} aria-label={t('act.move')}>
      <div className={classes.moveFields}>
        <TextInput
          size="sm"
          type="date"
          label={t('times.date')}
          min={localTime(now).date}
          value={at.date}
          ref={focusOnce}
          error={late ? t('times.past') : null}
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
      {move.error ? <ErrorState error={move.error} /> : null}
      <Group gap={8}>
        <Button type="submit" size="compact-md" loading={move.isPending} disabled={!text || late}>
          {t('save')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onDone}>
          {t('components:confirm.cancel')}
        </Button>
      </Group>
    </form>
  );
}
