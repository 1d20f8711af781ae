import type { KeyAct } from './live-keys';
import type { StepNow } from './step-state';
import type { Steering } from './use-steering';

type Presses = (
  acts: Readonly<Record<string, KeyAct | undefined>>,
) => Record<string, (() => void) | undefined>;

/** Binds what keys do to the buttons that do the same. */
export function pressesOf(steering: Steering, now: StepNow | null, finish: () => void): Presses {
  const does: Record<KeyAct, () => void> = {
    next: () => steering.act('next'),
    back: () => steering.act('back'),
    show: () => now && steering.show(now.step.id),
    pause: () => steering.act('pause'),
    resume: () => steering.act('resume'),
    one: () => steering.act('extend', { minutes: 1 }),
    five: () => steering.act('extend', { minutes: 5 }),
    finish,
  };
  return (acts) => Object.fromEntries(Object.entries(acts).map(([key, act]) => [key, act && does[act]]));
}
