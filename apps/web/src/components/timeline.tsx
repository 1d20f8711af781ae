import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import { useFormat } from '../lib/i18n';
import { useNow } from '../lib/now';
import { ErrorState } from './error-state';
import classes from './timeline.module.css';

const MARK = { done: IconCheck, planned: IconClock, stopped: IconX, late: IconAlertTriangle } as const;

interface TimelineProps {
  label?: string;
  /** The steps tell their moment in a column of its own. */
  dated?: boolean;
  children: ReactNode;
}

/** Steps in their order, with the line of time between them. */
export function Timeline({ label, dated, children }: TimelineProps) {
  return (
    <ol className={classes.steps} aria-label={label} data-dated={dated || undefined}>
      {children}
    </ol>
  );
}

/** Where the present is, between two steps. */
export function TimelineToday({ children }: { children: ReactNode }) {
  return <li className={classes.today}>{children}</li>;
}

interface TimelineStepProps {
  state: keyof typeof MARK;
  /** What it does. */
  icon: ComponentType<{ size: number; stroke: number }>;
  /** Its moment, on a dated timeline. */
  at?: string;
  title: string;
  /** How it stands, in words. */
  stand: ReactNode;
  /** When it is late: what is to be decided. */
  question?: string | null;
  /** Why what was asked for did not happen. */
  error?: unknown;
  /** What can be done about it, while it is not being moved; `move` opens the form. */
  acts: (move: () => void) => ReactNode;
  /** Another moment for it; `done` closes the form. */
  moving: (done: () => void) => ReactNode;
  children: ReactNode;
}

/** One step: what it does, how it stands, and what can be done about it. */
export function TimelineStep({
  state,
  icon: Icon,
  at,
  title,
  stand,
  question,
  error,
  acts,
  moving,
  children,
}: TimelineStepProps) {
  const format = useFormat();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!open) return;
    const step = row.current;
    // the form is gone: the button that opened it has the focus again
    return () => step?.querySelector<HTMLElement>('[data-act="move"]')?.focus();
  }, [open]);
  const Mark = MARK[state];
  const buttons = open ? null : acts(() => setOpen(true));
  return (
    <li ref={row} className={classes.step} data-state={state}>
      {at && (
        <time className={classes.when} dateTime={at}>
          <b>{format.day(at, now)}</b>
          <span>{format.time(at)}</span>
        </time>
      )}
      <span className={classes.mark} aria-hidden>
        <Icon size={18} stroke={1.8} />
      </span>
      <div className={classes.words}>
        <p className={classes.title}>
          <b>{title}</b>
          <span className={classes.state}>
            <Mark size={15} stroke={2.2} className="lk-icon" aria-hidden />
            {stand}
          </span>
        </p>
        {children}
        {question && <p className={classes.question}>{question}</p>}
        {error ? <ErrorState error={error} /> : null}
        {open && moving(() => setOpen(false))}
        {buttons && (
          <Group gap={8} mt={8}>
            {buttons}
          </Group>
        )}
      </div>
    </li>
  );
}

interface StepActProps {
  /** Of the step, for who does not see where the button stands. */
  name: string;
  label: string;
  filled?: boolean;
  busy?: boolean;
  /** It opens the form for another moment. */
  moves?: boolean;
  onPress: () => void;
}

/** What can be done about a step. */
export function StepAct({ name, label, filled, busy, moves, onPress }: StepActProps) {
  return (
    <Button
      size="compact-md"
      variant={filled ? 'filled' : 'default'}
      loading={busy}
      data-act={moves ? 'move' : undefined}
      aria-label={`${label}: ${name}`}
      onClick={onPress}
    >
      {label}
    </Button>
  );
}
