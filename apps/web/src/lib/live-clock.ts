import { useEffect, useState } from 'react';
import { readLiveClock, type LiveClockReading, type LiveClockView } from '#libs/contracts';

/**
 * What a clock shows of so many ms: whole seconds, rounded so that it reaches 0 when the time is over and -1 a second later. Every screen
 * turns at the same moments.
 */
export function shownSeconds(ms: number): number {
  return ms > 0 ? Math.ceil(ms / 1000) : -Math.floor(-ms / 1000) || 0;
}

/** How long until the shown seconds change, in ms: never by adding up ticks, so nothing drifts. */
export function untilNextSecond(ms: number): number {
  const rest = ((ms % 1000) + 1000) % 1000;
  return rest === 0 ? 1000 : rest;
}

/**
 * Reads a live clock on whole seconds of the part that is on. Rests while the tab is hidden and is right at once when it is seen again.
 * @param offset of `useLiveRoom`: what this device's clock is off by, in ms
 */
export function useLiveClock(view: LiveClockView, offset: number): LiveClockReading {
  // when the view is newer than the last look, it is read as of its own moment
  const [at, look] = useState(() => Date.now());
  useEffect(() => {
    if (view.state === 'ended') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') return;
      const now = Date.now();
      look(now);
      const { itemLeftMs, hourLeftMs } = readLiveClock(view, now + offset);
      const turning = view.state === 'running' ? (itemLeftMs ?? hourLeftMs) : hourLeftMs;
      // a little after the turn: timers of browsers may come a millisecond early
      timer = setTimeout(tick, untilNextSecond(turning) + 4);
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [view, offset]);
  return readLiveClock(view, at + offset);
}

/** How the time of a part stands: `soon` in its last two minutes, `over` after it. */
export type TimeState = 'calm' | 'soon' | 'over';
const SOON_MS = 120_000;

/** Short parts would be `soon` from their start: never before a quarter of their time is left. */
export function timeState(leftMs: number, ofSeconds: number): TimeState {
  if (leftMs < 0) return 'over';
  return leftMs <= Math.min(SOON_MS, ofSeconds * 250) ? 'soon' : 'calm';
}

/** `06.40`, or `1.06.40` from an hour on; what ran over as what it ran over. The dot is how people write times here. */
export function digits(ms: number, language: 'nl' | 'en'): string {
  const total = Math.abs(shownSeconds(ms));
  const mark = language === 'nl' ? '.' : ':';
  const two = (number: number) => String(number).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const rest = `${two(Math.floor((total % 3600) / 60))}${mark}${two(total % 60)}`;
  return hours > 0 ? `${hours}${mark}${rest}` : rest;
}
