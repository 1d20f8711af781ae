import type { LiveClockView } from '#libs/contracts';

/** One part of the hour, as a room is opened with it. */
export interface ClockPart {
  id: string;
  name: string;
  seconds: number;
}
/** The clock as it is kept: instants in ms since 1970, so that nothing ticks and every process reads the same. */
export interface LiveClock {
  state: 'waiting' | 'running' | 'paused' | 'ended';
  startsAt: number;
  /** The hour is strict (DIA-11): pausing does not move it. */
  endsAt: number;
  parts: { id: string; name: string; plannedMs: number; ms: number; spentMs: number; done: boolean }[];
  currentId: string | null;
  /** When the current part went on: its start, or the end of the last pause. */
  since: number | null;
  pausedAt: number | null;
}
export type ClockStep =
  | { do: 'start' }
  | { do: 'go'; partId: string }
  | { do: 'next' }
  | { do: 'pause' }
  | { do: 'resume' }
  | { do: 'extend'; ms: number }
  | { do: 'end' };

/** A clock that waits. */
export function newClock(_parts: readonly ClockPart[], _hour: { startsAt: Date; endsAt: Date }): LiveClock {
  throw new Error('being built');
}

/** @throws live.not-open · live.ended */
export function stepClock(_clock: LiveClock, _step: ClockStep, _now: Date): LiveClock {
  throw new Error('being built');
}

export function clockView(_clock: LiveClock, _now: Date): LiveClockView {
  throw new Error('being built');
}
