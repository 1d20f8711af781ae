/** What a fact means to a client that knows the room up to a version (architecture, realtime). */
export type FactMeaning = 'next' | 'known' | 'gap';

/**
 * `next`: the very next version, so nothing was missed. `known`: already seen (a fact may arrive twice). `gap`: one or
 * more were missed, so what is on the screen must be fetched again.
 */
export function meaningOfFact(known: number | null, incoming: number): FactMeaning {
  if (known === null) return 'gap';
  if (incoming <= known) return 'known';
  return incoming === known + 1 ? 'next' : 'gap';
}

/** True when the room moved on between the last known version and (re)joining. */
export function missedWhileAway(known: number | null, joinedAt: number): boolean {
  return known !== null && joinedAt !== known;
}
