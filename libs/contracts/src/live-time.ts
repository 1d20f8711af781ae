import type { LiveClockView } from './views/live.js';

/** Nobody gets less than this while there is time, in seconds. */
export const LEAST_PART_SECONDS = 30;

/**
 * Divides whole seconds over parts in proportion to their weights (feature 26): highest averages (D'Hondt) above a floor, so that the sum is
 * exact and nobody ever gets more because there is less to divide. Where the floor does not fit, everybody gets the same. Equal
 * weights where all are 0.
 * @param weights ≥ 0, any unit
 * @param total seconds to divide; below 0 counts as 0
 */
export function dividedSeconds(
  weights: readonly number[],
  total: number,
  floor = LEAST_PART_SECONDS,
): number[] {
  const count = weights.length;
  if (count === 0) return [];
  const whole = Math.max(0, Math.floor(total));
  if (whole <= floor * count) {
    const each = Math.floor(whole / count);
    return weights.map((_, at) => each + (at < whole - each * count ? 1 : 0));
  }
  const level = weights.every((weight) => weight <= 0);
  const heavy = weights.map((weight) => (level ? 1 : Math.max(0, weight)));
  // who stays at the floor in exact proportions, and what the others then get at least
  const held = new Set<number>();
  for (;;) {
    const free = heavy.map((_, at) => at).filter((at) => !held.has(at));
    const rest = whole - floor * held.size;
    const sum = free.reduce((all, at) => all + (heavy[at] as number), 0);
    const low = free.filter((at) => ((heavy[at] as number) * rest) / sum < floor);
    for (const at of low) held.add(at);
    if (low.length > 0) continue;
    const shares = heavy.map((weight, at) => (held.has(at) ? floor : Math.floor((weight * rest) / sum)));
    for (let spare = whole - shares.reduce((all, one) => all + one, 0); spare > 0; spare--) {
      let next = 0;
      for (let at = 1; at < count; at++)
        if (
          (heavy[at] as number) / ((shares[at] as number) + 1) >
          (heavy[next] as number) / ((shares[next] as number) + 1)
        )
          next = at;
      shares[next] = (shares[next] as number) + 1;
    }
    return shares;
  }
}

/** A live clock as it reads at one moment. Milliseconds; below zero something ran over. */
export interface LiveClockReading {
  /** Left of the current part; null when there is none. */
  itemLeftMs: number | null;
  /** Left of the hour; it never stops. */
  hourLeftMs: number;
  /** Before (positive) or behind schedule. */
  aheadSeconds: number;
  /** What each part gets by now, in the order of `items`: when the current one runs over, the open ones pay for it. Seconds. */
  seconds: number[];
}

/**
 * Reads a clock at a moment of the server's time, wherever it is shown: two screens that know the server's time read the same
 * (DIA-11, feature 25). No new message is needed while nobody does anything.
 * @param at ms since 1970 by the server's clock
 */
export function readLiveClock(view: LiveClockView, at: number): LiveClockReading {
  const made = Date.parse(view.now);
  const endsAt = Date.parse(view.endsAt);
  // a screen whose idea of the server's time is a little behind does not turn the clock back
  const now = Math.max(at, made);
  const hourLeftMs = endsAt - now;
  const seconds = view.items.map((item) => item.seconds);
  const planned = view.items.map((item) => item.plannedSeconds);
  const current = view.items.findIndex((item) => item.state === 'current');
  if (view.state === 'ended')
    return { itemLeftMs: null, hourLeftMs, aheadSeconds: view.aheadSeconds, seconds };
  if (view.state === 'waiting') {
    const plan = planned.reduce((sum, one) => sum + one, 0);
    const late = Math.min(0, Math.trunc(hourLeftMs / 1000 - plan)) || 0;
    return {
      itemLeftMs: null,
      hourLeftMs,
      aheadSeconds: late,
      seconds: late < 0 ? dividedSeconds(planned, hourLeftMs / 1000) : seconds,
    };
  }
  if (view.state === 'paused')
    return {
      itemLeftMs: view.itemLeftMs,
      hourLeftMs,
      aheadSeconds: view.aheadSeconds - Math.floor((now - made) / 1000),
      seconds,
    };
  const item = view.items[current];
  if (!item || view.itemEndsAt === null)
    return { itemLeftMs: null, hourLeftMs, aheadSeconds: view.aheadSeconds, seconds };
  const itemLeftMs = Date.parse(view.itemEndsAt) - now;
  if (itemLeftMs < 0) {
    const open = view.items.flatMap((one, at) => (one.state === 'open' ? [at] : []));
    const weights = open.map((at) =>
      Math.max(0, (planned[at] as number) - (view.items[at]?.spentSeconds ?? 0)),
    );
    const left = dividedSeconds(weights, hourLeftMs / 1000);
    for (const [k, at] of open.entries())
      seconds[at] = (view.items[at]?.spentSeconds ?? 0) + (left[k] as number);
  }
  // behind from the moment on that the part took more than was planned, not only more than it got
  const over = (spent: number): number => Math.max(0, spent - item.plannedSeconds);
  const spent = item.spentSeconds + (now - made) / 1000;
  return {
    itemLeftMs,
    hourLeftMs,
    aheadSeconds: Math.round(view.aheadSeconds + over(item.spentSeconds) - over(spent)),
    seconds,
  };
}
