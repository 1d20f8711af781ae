import type { DialogueSettingsView } from '#libs/contracts';

type Timeline = DialogueSettingsView['timeline'];
export type TimelineKind = keyof Timeline;
export const BEFORE: readonly TimelineKind[] = [
  'invite',
  'remind',
  'share',
  'remind-specialist',
  'practical',
];
export const AFTER: readonly TimelineKind[] = ['handout', 'remind-handout'];

/** One moment as form fields hold it: days are counted away from the session, on the side of the step. */
export interface MomentDraft {
  used: boolean;
  days: number | null;
  time: string;
}
export type TimelineDraft = Record<TimelineKind, MomentDraft>;

export function draftOf(timeline: Timeline): TimelineDraft {
  return Object.fromEntries(
    Object.entries(timeline).map(([kind, { days, time }]) => [
      kind,
      { used: days !== null, days: days === null ? null : Math.abs(days), time },
    ]),
  ) as TimelineDraft;
}

/** The moments as the server keeps them. */
export function timelineOf(draft: TimelineDraft): Timeline {
  return Object.fromEntries(
    Object.entries(draft).map(([kind, { used, days, time }]) => [
      kind,
      { days: used ? (BEFORE.includes(kind as TimelineKind) ? -(days ?? 0) : (days ?? 0)) : null, time },
    ]),
  ) as Timeline;
}

/** Steps whose moment cannot be: no number or time, on the wrong side, or not after the one that it follows. */
export function wrongIn(draft: TimelineDraft): TimelineKind[] {
  const wrong = new Set<TimelineKind>();
  for (const kind of [...BEFORE, ...AFTER]) {
    const { used, days, time } = draft[kind];
    if (!used) continue;
    if (days === null || days > 180 || time === '' || (BEFORE.includes(kind) && days < 1)) wrong.add(kind);
  }
  const far = ({ days, time }: MomentDraft, sign: number): string =>
    `${String(1000 + sign * (days ?? 0)).padStart(4, '0')} ${time}`;
  for (const [chain, sign] of [
    [['invite', 'remind', 'share', 'remind-specialist'] as const, -1],
    [AFTER, 1],
  ] as const) {
    const used = chain.filter((kind) => draft[kind].used);
    used.forEach((kind, place) => {
      const before = used[place - 1];
      if (before && far(draft[before], sign) >= far(draft[kind], sign)) wrong.add(kind);
    });
  }
  return [...wrong];
}
