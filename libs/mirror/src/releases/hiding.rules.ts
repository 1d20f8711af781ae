import type { AttackProblem, Finding } from '#libs/disclosure';
import type { CellBook, LedgerStatement } from './cells.rules.js';
import { crowdReadings, withinItem } from './crowd.rules.js';
import { PracticeReadings, type CrowdReading, type Doubt } from './reading.rules.js';
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
const MOST_TRIALS = 3;
/** All items together. */
const TOTAL_RANK = 2;

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
    for (;;) {
      if (controls.shouldStop?.()) return false;
      const leaks = await crowdLeaks(reading, board.shown(), attack);
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

/** What one reader of sums learns: each item by itself first, and what is left over all items. */
async function crowdLeaks(
  reading: CrowdReading,
  shown: (place: number) => boolean,
  attack: Attacking,
): Promise<Finding[]> {
  const left: string[] = [];
  for (const item of new Set(reading.items.values()))
    for (const { secret, safe } of await attack(withinItem(reading, item, shown)))
      if (!safe) left.push(secret);
  if (left.length === 0) return [];
  const findings = await attack({
    ...reading,
    secrets: reading.secrets.filter(({ key }) => left.includes(key)),
    statements: reading.statements.filter((_, place) => place >= reading.given || shown(place)),
  });
  return findings.filter(({ safe }) => !safe);
}

async function hideFigures(board: Board, attack: Attacking, controls: Controls): Promise<boolean> {
  const { book, audience, policy, showings } = board.problem;
  const extra = showings.flatMap(({ secrets }) => secrets);
  const readings = new PracticeReadings(book, board.statements, policy, extra, audience.practices);
  // hiding a figure of one practice never makes another's easier to find, so each has to be looked at once
  readings.show(board.shown());
  for (const [at, practice] of audience.practices.entries()) {
    let doubts = readings.doubtful(practice);
    for (let step = 0; doubts.length > 0; step++) {
      if (controls.shouldStop?.() || step > MOST_STEPS) return false;
      const { found } = await findings(readings, practice, doubts, attack);
      if (found.length === 0) break;
      const next = await bestSteps(board, readings, practice, found, attack);
      if (next.length === 0) return false;
      for (const key of next) board.hidden.add(key);
      readings.show(board.shown());
      // what was proven safe stays so when more is hidden
      const left = new Set(found.map(({ key }) => key));
      doubts = readings.doubtful(practice).filter(({ key }) => left.has(key));
    }
    controls.onProgress?.((at + 1) / audience.practices.length);
  }
  return true;
}

/** Attacks the secrets of one practice: each item by itself first, which is quick, and what is left over all items. */
async function findings(
  readings: PracticeReadings,
  practice: string,
  doubts: readonly Doubt[],
  attack: Attacking,
  shown?: (place: number) => boolean,
): Promise<{ found: Doubt[]; leaks: Finding[] }> {
  let left: Doubt[] = [];
  for (const item of new Set(doubts.map((one) => one.item))) {
    const inside = doubts.filter((one) => one.item === item);
    const safe = new Set(
      (await attack(readings.problemOf(practice, inside, shown, item))).flatMap((one) =>
        one.safe ? [one.secret] : [],
      ),
    );
    left = [...left, ...inside.filter(({ key }) => !safe.has(key))];
  }
  if (left.length === 0) return { found: [], leaks: [] };
  const leaks = (await attack(readings.problemOf(practice, left, shown))).filter(({ safe }) => !safe);
  const names = new Set(leaks.map(({ secret }) => secret));
  return { found: left.filter(({ key }) => names.has(key)), leaks };
}

/**
 * What to hide next. Where a leaking item is shown itself, that: its share before its rate. Else the cheapest of a few other figures of the
 * practice that closes leaks: its smallest items, or all its items together; and when none does, the same item of somebody else, for
 * then what its figure hides behind in the region's sum is too small.
 */
async function bestSteps(
  board: Board,
  readings: PracticeReadings,
  practice: string,
  leaks: readonly Doubt[],
  attack: Attacking,
): Promise<string[]> {
  const open = board.open();
  const own = open.filter((one) => one.practice === practice);
  const items = new Set(leaks.map(({ item }) => item));
  const direct = [...items].flatMap((item) => own.find((one) => one.item === item)?.key ?? []);
  if (direct.length > 0) return direct;
  const totals = own.filter(({ rank }) => rank === TOTAL_RANK);
  const tried = [...own.filter(({ rank }) => rank < TOTAL_RANK).slice(0, MOST_TRIALS), ...totals];
  for (const { key } of tried) {
    const shown = board.shown(key);
    const inside = new Set(leaks.map((one) => one.key));
    const doubts = readings.doubtful(practice, shown).filter((one) => inside.has(one.key));
    if (doubts.length === 0) return [key];
    const left = (await attack(readings.problemOf(practice, doubts, shown))).filter(({ safe }) => !safe);
    if (left.length < leaks.length) return [key];
  }
  const others = open.filter((one) => one.practice !== practice && items.has(one.item));
  const next = totals.at(-1) ?? others[0] ?? own[0];
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
  const { book, audience, policy, showings, ledger } = problem;
  const candidates = showings.flatMap((one) => one.says(one.value)).map(saysNothing);
  const statements = [...ledger, ...rendered, ...candidates];
  const found: Audit = {
    safe: false,
    attackers: audience.practices.length + 1,
    secrets: 0,
    attacked: 0,
    leaks: [],
  };
  if (audience.shows === 'crowd') {
    for (const reading of crowdReadings(book, statements, [null, ...audience.practices], policy)) {
      found.secrets += reading.secrets.length + reading.witnessed;
      found.attacked += reading.secrets.length;
      found.leaks.push(...(await crowdLeaks(reading, () => true, attack)));
    }
  } else {
    const extra = showings.flatMap(({ secrets }) => secrets);
    const readings = new PracticeReadings(book, statements, policy, extra, audience.practices);
    readings.show(() => true);
    found.secrets = readings.count;
    for (const practice of audience.practices) {
      const doubts = readings.doubtful(practice);
      found.attacked += doubts.length;
      found.leaks.push(...(await findings(readings, practice, doubts, attack)).leaks);
    }
  }
  found.safe = found.leaks.length === 0;
  return found;
}
