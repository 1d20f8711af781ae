import type { LiveClockView } from '#libs/contracts';
import type { StepNow } from './step-state';
import { showing } from './step-state';

export type KeyAct = 'next' | 'back' | 'show' | 'pause' | 'resume' | 'one' | 'five' | 'finish';

/**
 * Which key does what for who leads. Enter is the way on, and shows answers only when all are done: what was shown cannot be hidden again,
 * so an answer that is still being written needs a key of its own.
 */
export function keyActs(
  state: LiveClockView['state'],
  now: StepNow | null,
): Readonly<Record<string, KeyAct | undefined>> {
  if (!now || (state !== 'running' && state !== 'paused')) return {};
  const { open, ready, left } = showing(now);
  const onward = now.last ? 'finish' : 'next';
  return {
    Enter: !open ? onward : ready && left === 0 ? 'show' : undefined,
    ArrowRight: now.last ? undefined : 'next',
    PageDown: now.last ? undefined : 'next',
    ArrowLeft: now.first ? undefined : 'back',
    PageUp: now.first ? undefined : 'back',
    t: ready ? 'show' : undefined,
    ' ': state === 'paused' ? 'resume' : 'pause',
    '1': 'one',
    '5': 'five',
  };
}
