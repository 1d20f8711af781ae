import { newClock, stepClock, type ClockPart, type LiveClock } from '#libs/live';

/**
 * The clock after the desk changed the parts of the hour. Before the start it is planned anew. Once it runs nothing that was spent is lost:
 * a part that came gets its time from those that are not over, a part that went gives its time back unless it is on or was on, and names
 * follow. The hour itself does not move.
 * @param parts what the hour would have if it were planned now, in order
 */
export function rearrangedClock(clock: LiveClock, parts: readonly ClockPart[], now: Date): LiveClock {
  if (clock.state === 'ended') return clock;
  if (clock.state === 'waiting')
    return newClock(parts, { startsAt: new Date(clock.startsAt), endsAt: new Date(clock.endsAt) });
  const wanted = new Map(parts.map((part) => [part.id, part]));
  const kept = clock.parts.filter(
    ({ id, spentMs, done }) => wanted.has(id) || id === clock.currentId || done || spentMs > 0,
  );
  const next = kept.map((part) => ({ ...part, name: wanted.get(part.id)?.name ?? part.name }));
  for (const [place, { id, name, seconds }] of parts.entries()) {
    if (next.some((part) => part.id === id)) continue;
    const before = parts.slice(0, place).map((part) => part.id);
    const at = next.findLastIndex((part) => before.includes(part.id)) + 1;
    next.splice(at, 0, { id, name, plannedMs: seconds * 1000, ms: 0, spentMs: 0, done: false });
  }
  const same = next.length === clock.parts.length && next.every(({ id }, at) => id === clock.parts[at]?.id);
  const changed = { ...clock, parts: next };
  // what is left of the hour is divided again over what is there now
  return same ? changed : stepClock(changed, { do: 'extend', ms: 0 }, now);
}
