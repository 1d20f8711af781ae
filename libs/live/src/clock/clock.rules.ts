import { dividedSeconds, LEAST_PART_SECONDS, type LiveClockView, type LiveItemView } from '#libs/contracts';
import { DomainError } from '#libs/platform';

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
  /** The hour is strict (DIA-11): pausing does not move it; a meeting may decide to go on longer. */
  endsAt: number;
  /**
   * `plannedMs`: its part of the plan, which fills the hour exactly. `ms`: what it gets in all now, `spentMs` of which it took up to
   * `since`. While the hour runs, what the current and the open parts still get is together what is left of it.
   */
  parts: { id: string; name: string; plannedMs: number; ms: number; spentMs: number; done: boolean }[];
  currentId: string | null;
  /** When the current part went on: its start, or the end of the last pause. */
  since: number | null;
  /** When it was stopped: paused, or ended. */
  pausedAt: number | null;
}
export type ClockStep =
  | { do: 'start' }
  /** To any part, also one that was over: what is left is divided again. */
  | { do: 'go'; partId: string }
  /** This part is over, on with the first open one after it, else before it; nothing when there is none. */
  | { do: 'next' }
  | { do: 'pause' }
  | { do: 'resume' }
  /** More (or less) for the current part; the others pay, down to their floor. The hour does not move. */
  | { do: 'extend'; ms: number }
  /** The hour itself ends later; what comes with it goes to the parts that are still to come, or to the current one when none is. */
  | { do: 'later'; ms: number }
  | { do: 'end' };

type Part = LiveClock['parts'][number];

const FLOOR_MS = LEAST_PART_SECONDS * 1000;
const left = (part: Part): number => part.ms - part.spentMs;
/** What the plan still wants for it. */
const wanted = (part: Part): number => Math.max(0, part.plannedMs - part.spentMs);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const currentOf = (clock: LiveClock): Part | undefined =>
  clock.parts.find((part) => part.id === clock.currentId);
const openOf = (clock: LiveClock): Part[] =>
  clock.parts.filter((part) => !part.done && part.id !== clock.currentId);
const hourLeft = (clock: LiveClock, at: number): number => Math.max(0, clock.endsAt - at);

/**
 * A clock that waits. The hour is what it is: parts that do not fill it, or do not fit, are made to, in proportion.
 * @throws RangeError when the hour has no length, a part has seconds below 0, or two parts have one id
 */
export function newClock(parts: readonly ClockPart[], hour: { startsAt: Date; endsAt: Date }): LiveClock {
  const [startsAt, endsAt] = [hour.startsAt.getTime(), hour.endsAt.getTime()];
  if (!(endsAt > startsAt)) throw new RangeError('The hour of a live clock ends after it starts.');
  const twice = parts.find(({ id }, at) => parts.findIndex((other) => other.id === id) < at);
  if (twice) throw new RangeError(`Two parts of a live clock have the id ${twice.id}.`);
  const bad = parts.find(({ seconds }) => !Number.isFinite(seconds) || seconds < 0);
  if (bad) throw new RangeError(`The part ${bad.id} of a live clock has ${bad.seconds} seconds.`);
  const planned = dividedSeconds(
    parts.map(({ seconds }) => seconds),
    (endsAt - startsAt) / 1000,
  );
  return {
    state: 'waiting',
    startsAt,
    endsAt,
    parts: parts.map(({ id, name }, at) => {
      const plannedMs = (planned[at] as number) * 1000;
      return { id, name, plannedMs, ms: plannedMs, spentMs: 0, done: false };
    }),
    currentId: null,
    since: null,
    pausedAt: null,
  };
}

/** Gives the parts what is left in proportion to what the plan wants for them; what is no whole second goes to the last named. */
function share(parts: readonly Part[], leftMs: number): void {
  // by whole seconds, as the view has them: a screen that divides by itself then gets the same
  const weights = parts.map((part) => Math.max(0, part.plannedMs / 1000 - Math.round(part.spentMs / 1000)));
  const seconds = dividedSeconds(weights, leftMs / 1000);
  for (const [at, part] of parts.entries()) part.ms = part.spentMs + (seconds[at] as number) * 1000;
  const last = parts.at(-1);
  if (last) last.ms += leftMs - sum(parts.map(left));
}

/** A part that begins (again) now shares with the open ones. */
function shareFrom(clock: LiveClock, current: Part, at: number): void {
  // the current one last: it takes the part of a second, and counts it down
  share([...openOf(clock), current], hourLeft(clock, at));
}

/** Gives the current part so much, as far as the others keep their floor, and the others the rest. */
function shareAround(clock: LiveClock, current: Part, currentMs: number, at: number): void {
  const open = openOf(clock);
  const all = hourLeft(clock, at);
  if (open.length === 0) {
    if (left(current) > 0 || all > 0) current.ms = current.spentMs + all;
    return;
  }
  const most = Math.max(0, all - FLOOR_MS * open.length, Math.min(left(current), all));
  const own = Math.round(Math.min(Math.max(currentMs, 0), most));
  const others = Math.floor((all - own) / 1000) * 1000;
  share(open, others);
  current.ms = current.spentMs + all - others;
}

/**
 * The clock as of this moment: what the current part took is counted, and where it ran over, the open parts have paid for it.
 * Nothing of it can be seen; a clock that is settled twice is settled once.
 */
function settled(clock: LiveClock, now: number): { clock: LiveClock; at: number } {
  const next: LiveClock = { ...clock, parts: clock.parts.map((part) => ({ ...part })) };
  if (clock.state !== 'running' || clock.since === null)
    return { clock: next, at: Math.max(now, clock.pausedAt ?? now) };
  // the clocks of two servers differ a little; time never goes back
  const at = Math.max(now, clock.since);
  const current = currentOf(next);
  if (current) {
    current.spentMs += at - clock.since;
    if (left(current) < 0) share(openOf(next), hourLeft(next, at));
  }
  next.since = at;
  return { clock: next, at };
}

function goTo(clock: LiveClock, target: Part, at: number): void {
  const before = currentOf(clock);
  // who looks back at a part comes back to where they were; who goes on has done with it
  if (before) before.done = clock.parts.indexOf(before) < clock.parts.indexOf(target);
  begin(clock, target, at);
}

/** What was divided during a pause was divided at that moment: the pause counts from there. */
function stillAt(clock: LiveClock, at: number): LiveClock {
  return clock.state === 'paused' ? { ...clock, pausedAt: at } : clock;
}

function begin(clock: LiveClock, target: Part, at: number): void {
  target.done = false;
  clock.currentId = target.id;
  shareFrom(clock, target, at);
}

/**
 * What the clock is after a step. Pure; a step that changes nothing (pausing twice, going where one is) gives the clock back.
 * @throws live.not-open before the start · live.ended after the end · not-found for a part that is not there
 */
export function stepClock(clock: LiveClock, step: ClockStep, now: Date): LiveClock {
  if (step.do === 'end' && clock.state === 'ended') return clock;
  if (clock.state === 'ended') throw new DomainError('live.ended');
  if (clock.state === 'waiting' && step.do !== 'start' && step.do !== 'end')
    throw new DomainError('live.not-open');
  const { clock: next, at } = settled(clock, now.getTime());
  const current = currentOf(next);
  switch (step.do) {
    case 'start': {
      if (clock.state !== 'waiting') return clock;
      next.state = 'running';
      next.since = at;
      const [first] = next.parts;
      if (first) begin(next, first, at);
      return next;
    }
    case 'go': {
      const target = next.parts.find((part) => part.id === step.partId);
      if (!target) throw new DomainError('not-found', { what: 'part' });
      if (target === current) return clock;
      goTo(next, target, at);
      return stillAt(next, at);
    }
    case 'next': {
      const place = current ? next.parts.indexOf(current) : -1;
      const open = openOf(next);
      const target = open.find((part) => next.parts.indexOf(part) > place) ?? open[0];
      if (!target) return clock;
      if (current) current.done = true;
      begin(next, target, at);
      return stillAt(next, at);
    }
    case 'pause':
      if (clock.state === 'paused') return clock;
      return { ...next, state: 'paused', since: null, pausedAt: at };
    case 'resume': {
      if (clock.state === 'running') return clock;
      const was = hourLeft(next, clock.pausedAt ?? at);
      // the pause is paid by all in proportion to what they had left; who ran over has nothing to pay with
      if (current && at > (clock.pausedAt ?? at)) {
        if (left(current) < 0) share(openOf(next), hourLeft(next, at));
        else {
          const fair = was === 0 ? 0 : (left(current) * hourLeft(next, at)) / was;
          shareAround(next, current, Math.max(fair, Math.min(left(current), FLOOR_MS)), at);
        }
      }
      return { ...next, state: 'running', since: at, pausedAt: null };
    }
    case 'extend':
      if (current) shareAround(next, current, Math.max(0, left(current)) + step.ms, at);
      return stillAt(next, at);
    case 'later':
      next.endsAt += step.ms;
      if (current) shareAround(next, current, Math.max(0, left(current)), at);
      return stillAt(next, at);
    case 'end':
      if (current) current.done = true;
      return { ...next, state: 'ended', currentId: null, since: null, pausedAt: at };
  }
}

/** What everybody sees of it at this moment; `readLiveClock` reads it on from there. */
export function clockView(clock: LiveClock, now: Date): LiveClockView {
  const { clock: here, at } = settled(clock, now.getTime());
  const stopped = here.state === 'ended' || here.state === 'paused' ? (here.pausedAt ?? at) : at;
  if (here.state === 'waiting' && at > here.startsAt) share(here.parts, hourLeft(here, at));
  const current = currentOf(here);
  const running = here.state === 'running';
  const plan = sum(here.parts.filter((part) => !part.done).map(wanted));
  const leftMs = here.endsAt - (here.state === 'paused' ? at : stopped);
  const ahead = here.state === 'ended' ? leftMs : leftMs - plan;
  return {
    state: here.state,
    items: here.parts.map((part) => itemView(part, part === current)),
    currentId: here.currentId,
    itemEndsAt: current && running ? new Date(at + left(current)).toISOString() : null,
    itemLeftMs: current && !running ? left(current) : null,
    endsAt: new Date(here.endsAt).toISOString(),
    aheadSeconds: Math.trunc(here.state === 'waiting' ? Math.min(0, ahead / 1000) : ahead / 1000) || 0,
    now: new Date(at).toISOString(),
  };
}

function itemView(part: Part, isCurrent: boolean): LiveItemView {
  const spentSeconds = Math.round(part.spentMs / 1000);
  return {
    id: part.id,
    name: part.name,
    plannedSeconds: part.plannedMs / 1000,
    seconds: spentSeconds + (part.done ? 0 : Math.floor(left(part) / 1000)),
    spentSeconds,
    state: isCurrent ? 'current' : part.done ? 'done' : 'open',
  };
}
