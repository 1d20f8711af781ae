import type { AttackProblem, Finding } from '#libs/disclosure';
import type { CellBook, LedgerStatement } from './cells.rules.js';
import { crowdReadings } from './crowd.rules.js';
import { PracticeReadings } from './reading.rules.js';
import type { Showing } from './showing.rules.js';

/** Asks what attackers learn, several things at once; in the product in a thread of its own. */
export type Attacking = (problem: AttackProblem) => Promise<Finding[]>;

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
  };
  policy: { minCell: number; p: number; dominancePercent: number };
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
}

/** No practice has more figures than this to hide one after another. */
const MOST_STEPS = 400;

/** Figures of one practice that are tried before one is simply hidden. */
const MOST_TRIALS = 12;

/** A statement that says nothing, so that its sum is looked at like those that do. */
const saysNothing = (one: LedgerStatement): LedgerStatement => ({ ...one, lo: 0, hi: null });

/** The statements of a problem with who owns them: null for the ledger. */
class Board {
  readonly statements: LedgerStatement[];
  readonly hidden: Set<string>;
  private readonly owner: (string | null)[];

  constructor(readonly problem: GateProblem) {
    const said = problem.showings.map((one) => ({ one, statements: one.says(one.value) }));
    this.statements = [...problem.ledger, ...said.flatMap(({ statements }) => statements)];
    this.owner = [
      ...problem.ledger.map(() => null),
      ...said.flatMap(({ one, statements }) => statements.map(() => one.key)),
    ];
    this.hidden = new Set(problem.showings.filter(({ sensitive }) => sensitive).map(({ key }) => key));
  }

  shown(without: string | null = null): (place: number) => boolean {
    return (place) => {
      const owner = this.owner[place];
      return owner === null || (owner !== undefined && owner !== without && !this.hidden.has(owner));
    };
  }

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
  const { book, audience, policy } = board.problem;
  const readings = crowdReadings(book, board.statements, [null, ...audience.practices], policy);
  for (const [at, reading] of readings.entries()) {
    while (reading.secrets.length > 0) {
      if (controls.shouldStop?.()) return false;
      const shown = board.shown();
      const statements = reading.statements.filter((_, place) => place >= reading.given || shown(place));
      const leaks = (await attack({ ...reading, statements })).filter(({ safe }) => !safe);
      if (leaks.length === 0) break;
      const items = new Set(leaks.map(({ secret }) => reading.items.get(secret)));
      const open = board.open();
      const next = open.find(({ item }) => items.has(item)) ?? open[0];
      if (!next) return false;
      board.hidden.add(next.key);
    }
    controls.onProgress?.((at + 1) / readings.length);
  }
  return true;
}

async function hideFigures(board: Board, attack: Attacking, controls: Controls): Promise<boolean> {
  const { book, audience, policy, showings } = board.problem;
  const extra = showings.flatMap(({ secrets }) => secrets);
  const readings = new PracticeReadings(book, board.statements, policy, extra, audience.practices);
  // hiding a figure of one practice never makes another's easier to find, so each has to be looked at once
  readings.show(board.shown());
  for (const [at, practice] of audience.practices.entries()) {
    for (let step = 0; ; step++) {
      if (controls.shouldStop?.() || step > MOST_STEPS) return false;
      const leaks = await leaksOf(readings, practice, board.shown(), attack);
      if (leaks.size === 0) break;
      const next = await bestStep(board, readings, practice, leaks, attack);
      if (!next) return false;
      board.hidden.add(next);
      readings.show(board.shown());
    }
    controls.onProgress?.((at + 1) / audience.practices.length);
  }
  return true;
}

/** How many secrets of each item leak. */
async function leaksOf(
  readings: PracticeReadings,
  practice: string,
  shown: (place: number) => boolean,
  attack: Attacking,
): Promise<Map<string, number>> {
  const problem = readings.problemOf(practice, shown);
  const leaks = new Map<string, number>();
  if (!problem) return leaks;
  for (const { secret, safe } of await attack(problem)) {
    const item = problem.items.get(secret) ?? '';
    if (!safe) leaks.set(item, (leaks.get(item) ?? 0) + 1);
  }
  return leaks;
}

/** The cheapest figure whose hiding closes leaks: of the leaking item, of the practice, or the same item of somebody else. */
async function bestStep(
  board: Board,
  readings: PracticeReadings,
  practice: string,
  leaks: ReadonlyMap<string, number>,
  attack: Attacking,
): Promise<string | null> {
  const count = (of: ReadonlyMap<string, number>): number => [...of.values()].reduce((sum, one) => sum + one, 0);
  const open = board.open();
  const own = open.filter((one) => one.practice === practice);
  const direct = own.filter(({ item }) => leaks.has(item));
  for (const one of [...direct, ...own.filter(({ item }) => !leaks.has(item))].slice(0, MOST_TRIALS)) {
    const left = await leaksOf(readings, practice, board.shown(one.key), attack);
    if (count(left) < count(leaks)) return one.key;
  }
  // nothing of its own helps: what its figure hides behind in the region's sum is too small
  const others = open.filter((one) => one.practice !== practice && leaks.has(one.item));
  return (direct[0] ?? own.at(-1) ?? others[0])?.key ?? null;
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
  const { book, audience, policy, showings, ledger } = problem;
  const candidates = showings.flatMap((one) => one.says(one.value)).map(saysNothing);
  const statements = [...ledger, ...rendered, ...candidates];
  const found: Audit = { safe: false, attackers: audience.practices.length + 1, secrets: 0, attacked: 0, leaks: [] };
  const look = async (problemNow: AttackProblem): Promise<void> => {
    found.attacked += problemNow.secrets.length;
    found.leaks.push(...(await attack(problemNow)).filter(({ safe }) => !safe));
  };
  if (audience.shows === 'crowd') {
    for (const reading of crowdReadings(book, statements, [null, ...audience.practices], policy)) {
      found.secrets += reading.secrets.length + reading.witnessed;
      if (reading.secrets.length > 0) await look(reading);
    }
  } else {
    const extra = showings.flatMap(({ secrets }) => secrets);
    const readings = new PracticeReadings(book, statements, policy, extra, audience.practices);
    readings.show(() => true);
    found.secrets = readings.count;
    for (const practice of audience.practices) {
      const problemNow = readings.problemOf(practice);
      if (problemNow) await look(problemNow);
    }
  }
  found.safe = found.leaks.length === 0;
  return found;
}
