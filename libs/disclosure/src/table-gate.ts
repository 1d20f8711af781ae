import { attack } from './attack.js';
import { primarySensitive, protectionLevels } from './policy.js';
import { protect } from './protect.js';
import { DisclosureInputError } from './statements.js';
import type {
  Atom,
  Attacker,
  AttackOptions,
  ProtectionProblem,
  Protection,
  ProtectOptions,
  Statement,
  Term,
} from './statements.js';
import type { ExtraStatement, Table } from './table.js';

/** One attacker and one cell: what it learns, whether the cell is sensitive, and whether that is safe. */
export interface CellFinding {
  attacker: string;
  cell: string;
  lo: number;
  hi: number | null;
  sensitive: boolean;
  safe: boolean;
}

/** The answer of `attackTable`; `unjudged`: nothing is pinned, but without truth the widths cannot be judged. */
export interface TableAttack {
  verdict: 'safe' | 'unsafe' | 'unjudged';
  findings: CellFinding[];
}

/** The answer of `protectTable`: every cell with its value, or null where it is suppressed. */
export interface TableProtection {
  published: Record<string, number | null>;
  secondary: number;
  verdict: Protection['verdict'];
  proven: boolean;
  seconds: number;
  reason?: string;
}

/** True for a cell that the threshold hides or that the table names under `protect`; false when its value is unknown. */
export function sensitiveCell(table: Table, cell: string): boolean {
  const value = table.truth?.get(cell);
  return table.protect.has(cell) || (value !== undefined && primarySensitive(value, table.policy));
}

function levelsOf(table: Table, cell: string): { lower: number; upper: number } {
  const own = table.protect.get(cell);
  return own ? { lower: own.lpl, upper: own.upl } : protectionLevels(table.truth!.get(cell)!, table.policy);
}

function termsOf(table: Table, cell: string, coefficient = 1): Term[] {
  return table.cells.get(cell)!.map((atom) => ({ atom, coefficient }));
}

const open = (end: number): number | null => (end === Infinity ? null : end);

function extraStatements(table: Table, extra: readonly ExtraStatement[], path: string): Statement[] {
  return extra.map(({ terms, lo, hi }, at) => ({
    key: `${path}[${at}]`,
    terms: terms.flatMap(([cell, coefficient]) => termsOf(table, cell, coefficient)),
    lo,
    hi: open(hi),
  }));
}

/** The leaf cells are the atoms; bounds hold for those in `within`. */
function atomsOf(
  table: Table,
  within: (cell: string) => boolean,
): (Omit<Atom, 'value'> & { value?: number })[] {
  return [...table.cells]
    .filter(([cell, leaves]) => leaves.length === 1 && leaves[0] === cell)
    .map(([cell]) => {
      const [lower, upper] = within(cell)
        ? (table.bounds.get(cell) ?? table.defaultBounds)
        : [-Infinity, Infinity];
      return { key: cell, value: table.truth?.get(cell), lower, upper: open(upper) };
    });
}

/** What is known of margins beforehand, beyond what the bounds of their parts say. */
function marginBounds(table: Table, of: (cell: string) => boolean): Statement[] {
  const statements: Statement[] = [];
  for (const [cell, leaves] of table.cells) {
    if (leaves.length === 1 && leaves[0] === cell) continue;
    const [lo, hi] = table.bounds.get(cell) ?? table.defaultBounds;
    const implied =
      hi === Infinity &&
      (lo === -Infinity ||
        (lo <= 0 && leaves.every((leaf) => (table.bounds.get(leaf) ?? table.defaultBounds)[0] >= 0)));
    if (!implied && of(cell))
      statements.push({ key: `bounds.${cell}`, terms: termsOf(table, cell), lo, hi: open(hi) });
  }
  return statements;
}

/** What attackers know: leaf cells as atoms, margins as facts where they and their parts are not to be read anyway. */
function attackersOf(
  table: Table,
  readable: (cell: string) => boolean,
  valueOf: (cell: string, path: string) => number,
): Attacker[] {
  return table.attackers.map(({ name, knows }, at) => {
    const isLeaf = (cell: string) =>
      table.cells.get(cell)![0] === cell && table.cells.get(cell)!.length === 1;
    const leaves = new Set(knows.filter(isLeaf));
    const facts = knows
      .map((cell, place) => ({ cell, path: `attackers[${at}].knows[${place}]` }))
      .filter(({ cell }) => !isLeaf(cell) && !readable(cell))
      .filter(({ cell }) => table.cells.get(cell)!.some((leaf) => !leaves.has(leaf) && !readable(leaf)))
      .map(({ cell, path }): Statement => {
        const value = valueOf(cell, path);
        return { key: path, terms: termsOf(table, cell), lo: value, hi: value };
      });
    return { name, knows: [...leaves], facts };
  });
}

/**
 * The table as a general problem: every cell wants to be published, every sensitive cell is a secret.
 * @throws DisclosureInputError when truth is missing or does not agree with the bounds or the extra statements
 */
export function tableProblem(table: Table): ProtectionProblem {
  const { truth, policy } = table;
  if (!truth) throw new DisclosureInputError('truth', 'is missing');
  const sum = (terms: readonly [string, number][]) =>
    terms.reduce((total, [cell, coefficient]) => total + coefficient * truth.get(cell)!, 0);
  table.extra.forEach(({ terms, lo, hi }, at) => {
    const value = sum(terms);
    if (value < lo - 1e-6 || value > hi + 1e-6)
      throw new DisclosureInputError(`extra[${at}]`, `does not hold in truth, where the sum is ${value}`);
  });
  const inBounds = (cell: string) => {
    const [lo, hi] = table.bounds.get(cell) ?? table.defaultBounds;
    return truth.get(cell)! >= lo && truth.get(cell)! <= hi;
  };
  for (const cell of table.bounds.keys())
    if (!inBounds(cell))
      throw new DisclosureInputError(`bounds.${cell}`, `must hold the value of the cell, ${truth.get(cell)}`);
  for (const [cell, value] of truth) {
    if (table.integer && !Number.isInteger(value))
      throw new DisclosureInputError(`truth.${cell}`, `must be a whole number, found ${value}`);
    if (sensitiveCell(table, cell) && !inBounds(cell))
      throw new DisclosureInputError(`truth.${cell}`, `must lie within defaultBounds, found ${value}`);
  }
  const never = new Set(policy.neverSuppress);
  const sensitive = [...table.cells.keys()].filter((cell) => sensitiveCell(table, cell));
  return {
    atoms: atomsOf(table, inBounds).map((atom) => ({ ...atom, value: atom.value! })),
    ledger: [...extraStatements(table, table.extra, 'extra'), ...marginBounds(table, inBounds)],
    candidates: [...table.cells].map(([cell, leaves]) => {
      const value = truth.get(cell)!;
      const mustHide = sensitiveCell(table, cell);
      const margin = leaves.length > 1 || leaves[0] !== cell;
      return {
        key: cell,
        terms: termsOf(table, cell),
        lo: value,
        hi: value,
        value,
        mustHide,
        mustShow: !mustHide && (never.has(cell) || (policy.marginsFixed && margin) || !inBounds(cell)),
      };
    }),
    secrets: sensitive.map((cell) => ({
      key: cell,
      terms: termsOf(table, cell),
      value: truth.get(cell)!,
      ...levelsOf(table, cell),
    })),
    attackers: attackersOf(
      table,
      () => false,
      (cell) => truth.get(cell)!,
    ),
    integer: table.integer,
  };
}

/**
 * Chooses the cells to suppress. A refused table publishes nothing.
 * @throws DisclosureInputError with the path of the offending value
 */
export async function protectTable(table: Table, options: ProtectOptions = {}): Promise<TableProtection> {
  const problem = tableProblem(table);
  const conflict = table.policy.neverSuppress.find((cell) => sensitiveCell(table, cell));
  const answer: Protection =
    conflict === undefined
      ? await protect(problem, options)
      : {
          verdict: 'refused',
          suppressed: [],
          secondary: 0,
          proven: false,
          seconds: 0,
          reason: `"${conflict}" is sensitive and stands in policy.neverSuppress.`,
        };
  const { verdict, proven, seconds, reason } = answer;
  const hidden = new Set(verdict === 'safe' ? answer.suppressed : table.cells.keys());
  return {
    published: Object.fromEntries(
      [...table.cells.keys()].map((cell) => [cell, hidden.has(cell) ? null : table.truth!.get(cell)!]),
    ),
    secondary: [...hidden].filter((cell) => !sensitiveCell(table, cell)).length,
    verdict,
    proven,
    seconds,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** What is hidden and what is read: from a named pattern over truth, or from `published`. */
function readingOf(
  table: Table,
  pattern?: string,
): { hidden: Set<string>; extra: ExtraStatement[]; path: string } {
  if (pattern === undefined) {
    if (!table.published) {
      const names = [...table.patterns.keys()].map((name) => `"${name}"`).join(', ');
      throw new DisclosureInputError(
        'published',
        `is missing${names ? `; the patterns that can be attacked are ${names}` : ''}`,
      );
    }
    const hidden = [...table.published].filter(([, value]) => value === null).map(([cell]) => cell);
    return { hidden: new Set(hidden), extra: table.extra, path: 'extra' };
  }
  const named = table.patterns.get(pattern);
  if (!named) throw new DisclosureInputError('patterns', `has no pattern "${pattern}"`);
  const path = named.extra ? `patterns.${pattern}.override.extra` : 'extra';
  return { hidden: new Set(named.suppressed), extra: named.extra ?? table.extra, path };
}

/**
 * Attacks a table as it is published, or as it would be under a named pattern: every attacker, every suppressed cell.
 * Cells that an attacker knows itself are left out of its findings.
 * @throws DisclosureInputError with the path of the offending value, or when the figures contradict each other
 */
export async function attackTable(
  table: Table,
  options: AttackOptions & { pattern?: string } = {},
): Promise<TableAttack> {
  const { hidden, extra, path } = readingOf(table, options.pattern);
  const valueOf = (cell: string, where: string): number => {
    const value = table.published?.get(cell) ?? table.truth?.get(cell);
    if (value === undefined)
      throw new DisclosureInputError(where, `needs a value of ${cell}, but there is none`);
    return value;
  };
  const readable = [...table.cells.keys()].filter((cell) => !hidden.has(cell));
  const truthOf = (cell: string, where: string) => table.truth?.get(cell) ?? valueOf(cell, where);
  const attackers = attackersOf(table, (cell) => !hidden.has(cell), truthOf);
  table.attackers.forEach(({ knows }, at) =>
    knows.forEach((cell, place) => truthOf(cell, `attackers[${at}].knows[${place}]`)),
  );
  const withheld = [...hidden];
  const sensitive = new Set([...table.cells.keys()].filter((cell) => sensitiveCell(table, cell)));
  const findings = await attack(
    {
      atoms: atomsOf(table, (cell) => hidden.has(cell)).map((atom) => ({
        ...atom,
        value: atom.value ?? table.published?.get(atom.key) ?? undefined,
      })),
      statements: [
        ...extraStatements(table, extra, path),
        ...marginBounds(table, (cell) => hidden.has(cell)),
        ...readable.map((cell): Statement => {
          const value = valueOf(cell, `published.${cell}`);
          return { key: cell, terms: termsOf(table, cell), lo: value, hi: value };
        }),
      ],
      secrets: withheld.map((cell) => ({
        key: cell,
        terms: termsOf(table, cell),
        value: table.truth?.get(cell) ?? 0,
        ...(table.truth && sensitive.has(cell) ? levelsOf(table, cell) : { lower: 0, upper: 0 }),
      })),
      attackers,
      integer: table.integer,
    },
    options,
  ).catch((error: unknown) => {
    if (!(error instanceof DisclosureInputError) || !error.message.startsWith('statements')) throw error;
    throw new DisclosureInputError('published', 'holds figures that contradict each other');
  });
  const known = new Map(table.attackers.map(({ name, knows }) => [name, new Set(knows)]));
  const result = findings
    .filter(({ attacker, secret }) => !known.get(attacker)!.has(secret))
    .map(({ attacker, secret, lo, hi, safe }): CellFinding => {
      const judged = sensitive.has(secret);
      return {
        attacker,
        cell: secret,
        lo,
        hi,
        sensitive: judged,
        safe: table.truth ? !judged || safe : lo !== hi,
      };
    });
  for (const { name, knows } of table.attackers)
    for (const cell of sensitive) {
      if (hidden.has(cell) || knows.includes(cell)) continue;
      const value = valueOf(cell, `published.${cell}`);
      result.push({ attacker: name, cell, lo: value, hi: value, sensitive: true, safe: false });
    }
  const verdict = result.some(({ safe }) => !safe) ? 'unsafe' : table.truth ? 'safe' : 'unjudged';
  return { verdict, findings: result };
}
