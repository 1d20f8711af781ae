import type { Stay } from './live-presence.service.js';

/**
 * Joins stays of one person in one capacity (audience and practice) that overlap or touch: two screens, or a socket that came back over another
 * process, are one stay. Sorted by when they began.
 */
export function joinedStays(stays: readonly Stay[]): Stay[] {
  const joined: Stay[] = [];
  const last = new Map<string, Stay>();
  const sorted = [...stays].sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime());
  for (const stay of sorted) {
    const key = [stay.personId, stay.audience, stay.practiceId].join('/');
    const before = last.get(key);
    if (before && (before.leftAt === null || stay.joinedAt <= before.leftAt)) {
      if (before.leftAt !== null && (stay.leftAt === null || stay.leftAt > before.leftAt))
        before.leftAt = stay.leftAt;
      continue;
    }
    const own = { ...stay };
    joined.push(own);
    last.set(key, own);
  }
  return joined;
}
