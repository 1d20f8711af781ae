import type { DialogueSettingsView, StepOffset } from '#libs/contracts';
import { DomainError } from '#libs/platform';

export type Timeline = DialogueSettingsView['timeline'];
export type TimelineKind = keyof Timeline;

/** What regions do as long as they say nothing else (DIA-06…08, feature 25). */
export const DEFAULT_TIMELINE: Timeline = {
  invite: { days: -42, time: '09:00' },
  remind: { days: -31, time: '09:00' },
  share: { days: -28, time: '09:00' },
  'remind-specialist': { days: -7, time: '09:00' },
  practical: { days: -1, time: '09:00' },
  handout: { days: 1, time: '09:00' },
  'remind-handout': { days: 8, time: '09:00' },
};
export const TIMELINE_KINDS = Object.keys(DEFAULT_TIMELINE) as TimelineKind[];

const BEFORE: readonly TimelineKind[] = ['invite', 'remind', 'share', 'remind-specialist', 'practical'];
const FURTHEST = 180;

/** The moments of a step over those that are known, as a row keeps them. */
export const timelineOf = (kept: Partial<Timeline>): Timeline => ({ ...DEFAULT_TIMELINE, ...kept });

const order = ({ days, time }: StepOffset): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (days ?? 0) * 1440 + hours * 60 + minutes;
};

/**
 * Whether a timeline can be followed: what is before the session before it, the rest after it, and each step after the one it follows.
 * @throws session.times-invalid {kind, reason: 'side' | 'too-far' | 'order'}
 */
export function assertTimeline(timeline: Timeline): void {
  for (const kind of TIMELINE_KINDS) {
    const { days } = timeline[kind];
    if (days === null) continue;
    const refuse = (reason: string): never => {
      throw new DomainError('session.times-invalid', { kind, reason });
    };
    if (Math.abs(days) > FURTHEST) refuse('too-far');
    if (BEFORE.includes(kind) ? days > -1 : days < 0) refuse('side');
  }
  for (const chain of [
    ['invite', 'remind', 'share', 'remind-specialist'] as const,
    ['handout', 'remind-handout'] as const,
  ]) {
    const done = chain.filter((kind) => timeline[kind].days !== null);
    done.forEach((kind, place) => {
      const before = done[place - 1];
      if (before && order(timeline[before]) >= order(timeline[kind]))
        throw new DomainError('session.times-invalid', { kind, reason: 'order' });
    });
  }
}
