import type { Finding } from '#libs/disclosure';
import type { CellBook, LedgerStatement } from './cells.rules.js';
import { crowdReadings } from './crowd.rules.js';
import type { Shown } from './classes.rules.js';
import { crowdLeaks, practiceLeaks, type Attacking, type Leaks } from './leaks.rules.js';
import { PracticeReadings, type Doubt } from './reading.rules.js';
import type { Showing } from './showing.rules.js';

/** Everything a release is judged by. */
export interface GateProblem {
  book: CellBook;
  /** What can be read already, and can be hidden no more. */
  ledger: readonly LedgerStatement[];
  showings: readonly Showing[];
  audience: {
    /** `each`: figures of single practices; `crowd`: sums over many. */
    shows: 'each' | 'crowd';
    /** The practices whose figures are shown, or that read along. */
    practices: readonly string[];
    /** Those of them that read along, each knowing its own figures. */
    readers: ReadonlySet<string>;
  };
  /** Who reads what is shown to everybody together with figures that only they could read. */
  circles: readonly Circle[];
  policy: { minCell: number; partCell: number; p: number; dominancePercent: number };
}

/** A group, or staff: practices whose single figures were shown, and everything that could be read there. */
export interface Circle {
  practices: readonly string[];
  readers: ReadonlySet<string>;
  ledger: readonly LedgerStatement[];
}

/** Progress of a search and the way to stop it. */
export interface Controls {
  onProgress?: (fraction: number) => void;
  shouldStop?: () => boolean;
}

/** What came out of the search. */
export interface Hiding {
  safe: boolean;
  /** Keys of showings that stay hidden, the sensitive ones included. */
  hidden: Set<string>;
  /** How many of them are not sensitive themselves. */
  secondary: number;
}

/** What came out of an audit; for the auditor alone, because the intervals hold the truth. */
export interface Audit {
  safe: boolean;
  /** Readers and the outsider; every practice is also judged against all others together. */
  attackers: number;
  secrets: number;
  /** Of those, how many plain worlds proved safe, and how many an attack had to look at. */
  attacked: number;
  leaks: Finding[];
  /** Secrets that what was shown before does not keep: nothing that is shown now has to do with them. */
  inherited: number;
}

/** Hiding one figure after another ends here: what is not safe by then is refused. */
const MOST_STEPS = 400;

/** Figures of one practice that are tried before one is simply hidden. */
const MOST_TRIALS = 3;
/** All items together. */
const TOTAL_RANK = 2;

/** In a circle everything from `partCell` on was shown. */
const inside = (policy: GateProblem['policy']): GateProblem['policy'] => ({
  ...policy,
  minCell: policy.partCell,
});

/** A statement that says nothing, so that its sum is looked at like those that do. */
const saysNothing = (one: LedgerStatement): LedgerStatement => ({ ...one, lo: 0, hi: null });

/** The statements of a problem with who owns them: null for the ledger. */
class Board {
  readonly statements: LedgerStatement[];
  private readonly owner: (string | null)[];

  constructor(
    readonly problem: GateProblem,
    ledger: readonly LedgerStatement[] = problem.ledger,
    readonly hidden = new Set(problem.showings.filter(({ sensitive }) => sensitive).map(({ key }) => key)),
  ) {
    const said = problem.showings.map((one) => ({ one, statements: one.says(one.value) }));
    this.statements = [...ledger, ...said.flatMap(({ statements }) => statements)];
    this.owner = [
      ...ledger.map(() => null),
      ...said.flatMap(({ one, statements }) => statements.map(() => one.key)),
    ];
  }

  /** What can be read, when these figures are hidden too. */
  shown(without: readonly string[] = []): Shown {
    return (place) => {
      const owner = this.owner[place];
      return owner === null || (owner !== undefined && !without.includes(owner) && !this.hidden.has(owner));
    };
  }

  /** What could be read before. */
  readonly before: Shown = (place) => this.owner[place] === null;

  /** What may still be hidden; a figure of 0 hides nothing. Shares first, then small figures, totals last. */
  open(): Showing[] {
    return this.problem.showings
      .filter(({ key, size }) => !this.hidden.has(key) && size > 0)
      .sort((a, b) => a.rank - b.rank || a.size - b.size);
  }
}

/**
 * Hides figures until no attacker learns a secret. First what is sensitive by itself; then, for every leak, the cheapest figure
 * that closes it or closes some of it. Sound before optimal: it says `safe` only when nothing is found any more.
 */
export async function hideUntilSafe(
  problem: GateProblem,
  attack: Attacking,
  controls: Controls = {},
): Promise<Hiding> {
  const board = new Board(problem);
  const primary = board.hidden.size;
  const safe =
    problem.audience.shows === 'crowd'
      ? await hideSums(board, attack, controls)
      : await hideFigures(board, attack, controls);
  return { safe, hidden: board.hidden, secondary: board.hidden.size - primary };
}

async function hideSums(board: Board, attack: Attacking, controls: Controls): Promise<boolean> {
  const { book, audience, policy, circles } = board.problem;
  const hideFor = (items: ReadonlySet<string | undefined>): boolean => {
    const open = board.open();
    const next = open.find(({ item }) => items.has(item)) ?? open[0];
    if (next) board.hidden.add(next.key);
    return next !== undefined;
  };
  const readings = crowdReadings(book, board.statements, [null, ...audience.practices], policy);
  const parts = readings.length + circles.length;
  for (const [at, reading] of readings.entries()) {
    for (;;) {
      if (controls.shouldStop?.()) return false;
      const leaks = await crowdLeaks(reading, board.shown(), attack);
      if (leaks.length === 0) break;
      if (!hideFor(new Set(leaks.map(({ secret }) => reading.items.get(secret))))) return false;
    }
    controls.onProgress?.((at + 1) / parts);
  }
  for (const [at, { practices, readers, ledger }] of circles.entries()) {
    const own = new Board(board.problem, ledger, board.hidden);
    const reading = new PracticeReadings(book, own.statements, inside(policy), [], practices, readers);
    for (const practice of practices) {
      for (;;) {
        if (controls.shouldStop?.()) return false;
        reading.show(own.shown());
        const { found } = await practiceLeaks(reading, practice, reading.doubtful(practice), attack);
        const fresh = await newOnes(own, reading, practice, found, attack);
        if (fresh.length === 0) break;
        if (!hideFor(new Set(fresh.map(({ item }) => item)))) return false;
      }
    }
    controls.onProgress?.((readings.length + at + 1) / parts);
  }
  return true;
}

/** Those of these secrets that were kept before. */
async function newOnes(
  board: Board,
  readings: PracticeReadings,
  practice: string,
  leaks: readonly Doubt[],
  attack: Attacking,
): Promise<Doubt[]> {
  if (leaks.length === 0) return [];
  readings.show(board.before);
  const { found } = await practiceLeaks(
    readings,
    practice,
    readings.doubtful(practice, undefined, leaks),
    attack,
  );
  readings.show(board.shown());
  const before = new Set(found.map(({ key }) => key));
  return leaks.filter(({ key }) => !before.has(key));
}

async function hideFigures(board: Board, attack: Attacking, controls: Controls): Promise<boolean> {
  const { book, audience, policy, showings } = board.problem;
  const extra = showings.flatMap(({ secrets }) => secrets);
  const readings = new PracticeReadings(
    book,
    board.statements,
    policy,
    extra,
    audience.practices,
    audience.readers,
  );
  readings.show(board.shown());
  // What is hidden for one never makes another's easier to find. But proofs are looked for in a part of the figures, and which part
  // depends on what is shown; so everybody is looked at until nothing changes.
  for (let pass = 0; ; pass++) {
    const before = board.hidden.size;
    for (const [at, practice] of audience.practices.entries()) {
      if (!(await hideOf(board, readings, practice, attack, controls))) return false;
      if (pass === 0) controls.onProgress?.((at + 1) / audience.practices.length);
    }
    if (board.hidden.size === before) return true;
  }
}

/** Hides until no secret of one practice is in doubt. @returns false when that cannot be. */
async function hideOf(
  board: Board,
  readings: PracticeReadings,
  practice: string,
  attack: Attacking,
  controls: Controls,
): Promise<boolean> {
  let doubts = readings.doubtful(practice);
  for (let step = 0; doubts.length > 0; step++) {
    if (controls.shouldStop?.() || step > MOST_STEPS) return false;
    const { found } = await practiceLeaks(readings, practice, doubts, attack);
    if (found.length === 0) return true;
    const hide = await nextToHide(board, readings, practice, found, attack, step === 0);
    if (hide.length === 0) return (await newOnes(board, readings, practice, found, attack)).length === 0;
    for (const key of hide) board.hidden.add(key);
    readings.show(board.shown());
    // what was proven safe stays so when more is hidden
    doubts = readings.doubtful(practice, undefined, found);
  }
  return true;
}

/**
 * What to hide next. Where a leaking item is shown itself, that: its share before its rate. Else the
 * cheapest of a few other figures of the practice that closes leaks: its smallest items, or all its items together. What stays
 * open when everything of the practice is hidden, was open before, or hangs on the same item of somebody else: what its figure
 * hides behind in the region's sum is too small then.
 */
async function nextToHide(
  board: Board,
  readings: PracticeReadings,
  practice: string,
  leaks: readonly Doubt[],
  attack: Attacking,
  first: boolean,
): Promise<string[]> {
  const open = board.open();
  const own = open.filter((one) => one.practice === practice);
  const items = new Set(leaks.map(({ item }) => item));
  const direct = [...items].flatMap((item) => own.find((one) => one.item === item)?.key ?? []);
  if (direct.length > 0) return direct;
  const without = async (keys: readonly string[]): Promise<Leaks> => {
    const shown = board.shown(keys);
    return practiceLeaks(readings, practice, readings.doubtful(practice, shown, leaks), attack, shown);
  };
  const all = own.map(({ key }) => key);
  // only at first: what hiding everything closes, is closed in the end
  const hopeless = all.length === 0 || (first && (await without(all)).found.length === leaks.length);
  if (hopeless) {
    const fresh = await newOnes(board, readings, practice, leaks, attack);
    const [other] =
      fresh.length === 0 ? [] : open.filter((one) => one.practice !== practice && items.has(one.item));
    return other ? [other.key] : all;
  }
  const totals = own.filter(({ rank }) => rank === TOTAL_RANK);
  const tried = [...own.filter(({ rank }) => rank < TOTAL_RANK).slice(0, MOST_TRIALS), ...totals];
  for (const { key } of tried) if ((await without([key])).found.length < leaks.length) return [key];
  const next = totals.at(-1) ?? own[0];
  return next ? [next.key] : [];
}

/**
 * The last word (models/disclosure §2.5 step 7): what everybody learns from the ledger and from what was rendered, read back from
 * the rendered bytes. Sums of what is hidden are looked at too.
 * @param rendered what the bodies say
 */
export async function audit(
  problem: GateProblem,
  rendered: readonly LedgerStatement[],
  attack: Attacking,
): Promise<Audit> {
  const { book, audience, policy, showings, circles } = problem;
  const found: Audit = {
    safe: false,
    attackers: audience.practices.length + 1,
    secrets: 0,
    attacked: 0,
    leaks: [],
    inherited: 0,
  };
  const candidates = showings.flatMap((one) => one.says(one.value)).map(saysNothing);
  const crowd = audience.shows === 'crowd';
  if (crowd) {
    const statements = [...problem.ledger, ...rendered, ...candidates];
    for (const reading of crowdReadings(book, statements, [null, ...audience.practices], policy)) {
      found.secrets += reading.secrets.length + reading.witnessed;
      found.attacked += reading.secrets.length;
      found.leaks.push(...(await crowdLeaks(reading, () => true, attack)));
    }
  }
  const extra = showings.flatMap(({ secrets }) => secrets);
  for (const { practices, readers, ledger } of crowd ? circles : [{ ...audience, ledger: problem.ledger }]) {
    const readings = new PracticeReadings(
      book,
      [...ledger, ...rendered, ...candidates],
      crowd ? inside(policy) : policy,
      extra,
      practices,
      readers,
    );
    found.secrets += readings.count;
    for (const practice of practices) {
      readings.show(() => true);
      const doubts = readings.doubtful(practice);
      found.attacked += doubts.length;
      const leaks = await practiceLeaks(readings, practice, doubts, attack);
      if (leaks.found.length === 0) continue;
      readings.show((place) => place < ledger.length);
      const before = await practiceLeaks(
        readings,
        practice,
        readings.doubtful(practice, undefined, leaks.found),
        attack,
      );
      const known = new Set(before.found.map(({ key }) => key));
      found.inherited += known.size;
      found.leaks.push(...leaks.findings.filter(({ secret }) => !known.has(secret)));
    }
  }
  found.safe = found.leaks.length === 0;
  return found;
}
