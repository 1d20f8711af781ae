import { POLICY } from './policy.js';
import { DisclosureInputError } from './statements.js';
import type { Dimension, ExtraStatement, Table, TablePattern } from './table.js';

/** More cells than this are refused: no table for people has so many. */
const MOST_CELLS = 50_000;

type Json = Record<string, unknown>;

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}

function refuse(path: string, problem: string): never {
  throw new DisclosureInputError(path, problem);
}

function objectAt(value: unknown, path: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse(path, `must be an object, found ${shown(value)}`);
  return value as Json;
}

function listAt(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) refuse(path, `must be a list, found ${shown(value)}`);
  return value as unknown[];
}

function textAt(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '') refuse(path, `must be a text, found ${shown(value)}`);
  return value as string;
}

function numberAt(value: unknown, path: string, fallback?: number, least = -Infinity): number {
  if (value === undefined && fallback !== undefined) return fallback;
  if (typeof value !== 'number' || !Number.isFinite(value))
    refuse(path, `must be a number, found ${shown(value)}`);
  if ((value as number) < least) refuse(path, `must be at least ${least}, found ${shown(value)}`);
  return value as number;
}

function flagAt(value: unknown, path: string, fallback: boolean): boolean {
  if (value === undefined || value === null) return fallback;
  if (typeof value !== 'boolean') refuse(path, `must be true or false, found ${shown(value)}`);
  return value as boolean;
}

/** A number, or null for an end that is open. */
function endAt(value: unknown, path: string, open: number): number {
  return value === null || value === undefined ? open : numberAt(value, path);
}

function dimensionAt(value: unknown, path: string): Dimension {
  const dim = objectAt(value, path);
  const name = textAt(dim['name'] ?? path, `${path}.name`);
  const tree: Record<string, string[]> = {};
  for (const [parent, children] of Object.entries(objectAt(dim['tree'], `${path}.tree`))) {
    const at = `${path}.tree.${parent}`;
    const codes = listAt(children, at).map((child, place) => textAt(child, `${at}[${place}]`));
    if (codes.length === 0) refuse(at, 'must have at least one child');
    codes.forEach((code, place) => {
      if (codes.indexOf(code) < place) refuse(`${at}[${place}]`, `repeats the code ${shown(code)}`);
    });
    if ([parent, ...codes].some((code) => code.includes('|')))
      refuse(at, 'must not have a "|" in a code, which joins the codes of a cell');
    tree[parent] = codes;
  }
  if (Object.keys(tree).length === 0) refuse(`${path}.tree`, 'must have at least one parent');
  return { name, tree };
}

/** Per code of a dimension the leaves below it, in the order of the tree. */
function leavesOf({ tree }: Dimension, path: string): Map<string, string[]> {
  const leaves = new Map<string, string[]>();
  const below = (code: string, above: readonly string[]): string[] => {
    const known = leaves.get(code);
    if (known) return known;
    if (above.includes(code)) refuse(`${path}.tree.${code}`, 'is its own descendant');
    const children = Object.hasOwn(tree, code) ? tree[code]! : null;
    const found = children
      ? [...new Set(children.flatMap((child) => below(child, [...above, code])))]
      : [code];
    const twice = children && children.flatMap((child) => leaves.get(child)!).length > found.length;
    if (twice) refuse(`${path}.tree.${code}`, 'counts a code twice through its children');
    leaves.set(code, found);
    return found;
  };
  for (const code of Object.keys(tree)) below(code, []);
  return leaves;
}

function cellsOf(dims: readonly Dimension[]): Map<string, string[]> {
  const codes = dims.map((dim, at) => leavesOf(dim, `dims[${at}]`));
  const count = codes.reduce((product, one) => product * one.size, 1);
  if (count > MOST_CELLS)
    refuse('dims', `make ${count} cells, more than the ${MOST_CELLS} that are accepted`);
  let cells = new Map<string, string[]>([['', ['']]]);
  for (const dimension of codes) {
    const next = new Map<string, string[]>();
    for (const [key, parts] of cells)
      for (const [code, leaves] of dimension) {
        const join = (start: string, end: string) => (start === '' && key === '' ? end : `${start}|${end}`);
        next.set(
          join(key, code),
          parts.flatMap((part) => leaves.map((leaf) => join(part, leaf))),
        );
      }
    cells = next;
  }
  return cells;
}

/** Reads what a checker of cell names needs once. */
class TableReader {
  constructor(
    private readonly root: Json,
    private readonly cells: ReadonlyMap<string, string[]>,
  ) {}

  cellAt(value: unknown, path: string): string {
    const cell = textAt(value, path);
    if (!this.cells.has(cell)) refuse(path, `names no cell, found ${shown(cell)}`);
    return cell;
  }

  cellsAt(value: unknown, path: string): string[] {
    return listAt(value ?? [], path).map((cell, at) => this.cellAt(cell, `${path}[${at}]`));
  }

  /** An object from cells to something; undefined reads as empty. */
  byCell<T>(field: string, read: (value: unknown, path: string) => T): Map<string, T> {
    const result = new Map<string, T>();
    const value = this.root[field];
    if (value === undefined || value === null) return result;
    for (const [cell, one] of Object.entries(objectAt(value, field))) {
      this.cellAt(cell, `${field}.${cell}`);
      result.set(cell, read(one, `${field}.${cell}`));
    }
    return result;
  }

  truth(): Map<string, number> | null {
    if (this.root['truth'] === undefined || this.root['truth'] === null) return null;
    const truth = this.byCell('truth', (value, path) => numberAt(value, path));
    for (const [cell, leaves] of this.cells) {
      let sum = 0;
      for (const leaf of leaves) {
        const value = truth.get(leaf);
        if (value === undefined) refuse(`truth.${leaf}`, 'is missing');
        sum += value as number;
      }
      const value = truth.get(cell) ?? sum;
      if (Math.abs(value - sum) > 1e-6 * (1 + Math.abs(sum)))
        refuse(`truth.${cell}`, `must be the sum of its parts, ${sum}, found ${value}`);
      truth.set(cell, value);
    }
    return truth;
  }

  extra(value: unknown, path: string): ExtraStatement[] {
    return listAt(value ?? [], path).map((entry, at) => {
      const where = `${path}[${at}]`;
      const one = objectAt(entry, where);
      const terms = listAt(one['terms'], `${where}.terms`).map((term, place): [string, number] => {
        const pair = listAt(term, `${where}.terms[${place}]`);
        return [
          this.cellAt(pair[0], `${where}.terms[${place}][0]`),
          numberAt(pair[1], `${where}.terms[${place}][1]`),
        ];
      });
      const exact = one['value'] ?? undefined;
      if (exact === undefined && one['lo'] === undefined && one['hi'] === undefined)
        refuse(where, 'must have a value, or lo and hi');
      const lo =
        exact !== undefined ? numberAt(exact, `${where}.value`) : endAt(one['lo'], `${where}.lo`, -Infinity);
      const hi = exact !== undefined ? lo : endAt(one['hi'], `${where}.hi`, Infinity);
      if (lo > hi) refuse(`${where}.hi`, `must be at least lo, ${lo}, found ${hi}`);
      return { terms, lo, hi, source: typeof one['source'] === 'string' ? one['source'] : '' };
    });
  }

  patterns(): Map<string, TablePattern> {
    const result = new Map<string, TablePattern>();
    for (const [name, value] of Object.entries(objectAt(this.root['patterns'] ?? {}, 'patterns'))) {
      const at = `patterns.${name}`;
      if (Array.isArray(value)) {
        result.set(name, { suppressed: this.cellsAt(value, at), extra: null });
        continue;
      }
      const pattern = objectAt(value, at);
      const override = objectAt(pattern['override'] ?? {}, `${at}.override`);
      result.set(name, {
        suppressed: this.cellsAt(listAt(pattern['suppressed'], `${at}.suppressed`), `${at}.suppressed`),
        extra: override['extra'] === undefined ? null : this.extra(override['extra'], `${at}.override.extra`),
      });
    }
    return result;
  }

  boundsAt(value: unknown, path: string): [number, number] {
    const pair = listAt(value, path);
    const bounds: [number, number] = [
      endAt(pair[0], `${path}[0]`, -Infinity),
      endAt(pair[1], `${path}[1]`, Infinity),
    ];
    if (bounds[0] > bounds[1]) refuse(path, `must be a lower and an upper bound, found ${shown(value)}`);
    return bounds;
  }

  attackers(): Table['attackers'] {
    const list = listAt(this.root['attackers'] ?? [], 'attackers').map((entry, at) => {
      const attacker = objectAt(entry, `attackers[${at}]`);
      return {
        name: textAt(attacker['name'], `attackers[${at}].name`),
        knows: this.cellsAt(attacker['knows'], `attackers[${at}].knows`),
      };
    });
    list.forEach(({ name }, at) => {
      if (list.findIndex((other) => other.name === name) < at)
        refuse(`attackers[${at}].name`, `repeats the name ${shown(name)}`);
    });
    return list.length > 0 ? list : [{ name: 'extern', knows: [] }];
  }

  policy(): Table['policy'] {
    const policy = objectAt(this.root['policy'] ?? {}, 'policy');
    if (policy['dominancePercent'] !== undefined && policy['dominancePercent'] !== null)
      refuse(
        'policy.dominancePercent',
        'needs the contributions behind each total: name such cells in protect',
      );
    return {
      minCell: numberAt(policy['minCell'], 'policy.minCell', POLICY.minCell, 1),
      p: numberAt(policy['p'], 'policy.p', POLICY.p, 0),
      suppressZero: flagAt(policy['suppressZero'], 'policy.suppressZero', POLICY.suppressZero),
      marginsFixed: flagAt(policy['marginsFixed'], 'policy.marginsFixed', false),
      neverSuppress: this.cellsAt(policy['neverSuppress'], 'policy.neverSuppress'),
    };
  }
}

/**
 * Reads `sdc-table/1`. Margins that truth leaves out are filled in; those it has must add up.
 * @throws DisclosureInputError with one sentence that names the path of the first offending value.
 */
export function readTable(json: unknown): Table {
  const root = objectAt(json, 'table');
  if (root['schema'] !== 'sdc-table/1')
    refuse('schema', `must be "sdc-table/1", found ${shown(root['schema'])}`);
  const dims = listAt(root['dims'], 'dims').map((dim, at) => dimensionAt(dim, `dims[${at}]`));
  if (dims.length === 0) refuse('dims', 'must have at least one dimension');
  const cells = cellsOf(dims);
  const reader = new TableReader(root, cells);
  const truth = reader.truth();
  const published =
    root['published'] === undefined || root['published'] === null
      ? null
      : reader.byCell('published', (value, path) => (value === null ? null : numberAt(value, path)));
  if (!truth && !published) refuse('truth', 'is missing, and so is published');
  const extra = reader.extra(root['extra'], 'extra');
  return {
    dims,
    cells,
    truth,
    published,
    extra,
    attackers: reader.attackers(),
    policy: reader.policy(),
    protect: reader.byCell('protect', (value, path) => {
      const one = objectAt(value, path);
      return {
        lpl: numberAt(one['lpl'], `${path}.lpl`, undefined, 0),
        upl: numberAt(one['upl'], `${path}.upl`, undefined, 0),
      };
    }),
    patterns: reader.patterns(),
    bounds: reader.byCell('bounds', (value, path) => reader.boundsAt(value, path)),
    defaultBounds:
      root['defaultBounds'] === undefined || root['defaultBounds'] === null
        ? [0, Infinity]
        : reader.boundsAt(root['defaultBounds'], 'defaultBounds'),
    integer: flagAt(root['integer'], 'integer', true),
  };
}
