/** The parts of what is counted: urgent ones and the others apart, so that every sum over them is a set of atoms. */
export type Field = 'regular' | 'urgent' | 'consults';
/** `count` of an extract: with and without urgency. */
export const COUNT_FIELDS: readonly Field[] = ['regular', 'urgent'];

/** What one data set says of one practice, item and quarter, over all strata. */
export interface Cell {
  practice: string;
  item: string;
  /** First day; a data set per year has one "quarter" per year. */
  quarter: string;
  dataSet: string;
  count: number;
  urgent: number | null;
  consults: number | null;
}

/** One value of one atom as some data set had it; what a correction changed is an atom of its own. */
export interface Atom {
  /** Its number in the book, from 0. */
  at: number;
  key: string;
  practice: string;
  item: string;
  quarter: string;
  field: Field;
  value: number;
}

/**
 * A sum over atoms as the ledger keeps it: every item, field, and practice with its quarters. Written out in full, a rate over
 * a region would name thousands of atoms.
 */
export interface SumOfAtoms {
  items: string[];
  fields: Field[];
  parts: { practices: string[]; quarters: [quarter: string, dataSet: string][] }[];
}

/** Something that can be read, for ever: lo <= sum <= hi (null: no upper end). */
export interface LedgerStatement {
  key: string;
  sum: SumOfAtoms;
  lo: number;
  hi: number | null;
}

/** How far a corrected value is known to be from what it replaced, at least. */
const LEAST_CORRECTION = 5;

/**
 * All atoms that statements speak of. Values of the same practice, item, quarter and field from several data sets are one atom
 * while they are equal: that nothing else changed in a correction is what everybody assumes. A changed value is a new atom, of
 * which it is known that it cannot be far from the old one (models/disclosure §2.5).
 */
export class CellBook {
  private readonly values = new Map<string, Cell>();
  private readonly order = new Map<string, number>();
  private readonly made = new Map<string, Atom[]>();
  /** Practice → quarter → data set → item. Asked for millions of times, so no name is put together for it. */
  private readonly variants: Branch<Branch<Branch<Branch<Partial<Record<Field, Atom>>>>>> = new Map();
  private count = 0;
  private readonly setsOf = new Map<string, string[]>();

  /** @param dataSets in the order in which they became known */
  constructor(cells: readonly Cell[], dataSets: readonly string[]) {
    dataSets.forEach((id, place) => this.order.set(id, place));
    for (const cell of cells) {
      this.values.set(`${cell.practice}|${cell.item}|${cell.quarter}|${cell.dataSet}`, cell);
      const at = `${cell.practice}|${cell.quarter}`;
      const sets = this.setsOf.get(at) ?? [];
      if (!sets.includes(cell.dataSet)) this.setsOf.set(at, [...sets, cell.dataSet]);
    }
  }

  /** The atoms of a sum, each once. */
  atomsOf(sum: SumOfAtoms): Atom[] {
    const atoms: Atom[] = [];
    for (const { practices, quarters } of sum.parts)
      for (const practice of practices) {
        const byQuarter = branch(this.variants, practice);
        for (const [quarter, dataSet] of quarters) {
          const byItem = branch(branch(byQuarter, quarter), dataSet);
          for (const item of sum.items) {
            const held = byItem.get(item);
            for (const field of sum.fields)
              atoms.push(held?.[field] ?? this.makeAtoms(practice, item, quarter, field, dataSet));
          }
        }
      }
    return atoms;
  }

  /** The true value of a sum. */
  valueOf(sum: SumOfAtoms): number {
    return this.atomsOf(sum).reduce((total, { value }) => total + value, 0);
  }

  /** What is known of corrections: how far a new value may be from the one it replaced. */
  corrections(): { later: Atom; earlier: Atom; most: number }[] {
    return [...this.made.values()].flatMap((atoms) =>
      atoms.slice(1).map((later, at) => {
        const earlier = atoms[at] as Atom;
        return { later, earlier, most: Math.max(LEAST_CORRECTION, Math.abs(later.value - earlier.value)) };
      }),
    );
  }

  /** Makes what every data set says of this; @returns what this one says. */
  private makeAtoms(practice: string, item: string, quarter: string, field: Field, dataSet: string): Atom {
    const name = `${practice}|${item}|${quarter}|${field}`;
    const bySet = branch(branch(this.variants, practice), quarter);
    const atoms: Atom[] = [];
    let found: Atom | undefined;
    const sets = [...(this.setsOf.get(`${practice}|${quarter}`) ?? [])].sort(
      (a, b) => (this.order.get(a) ?? 0) - (this.order.get(b) ?? 0),
    );
    for (const set of sets) {
      const value = fieldOf(this.values.get(`${practice}|${item}|${quarter}|${set}`), field);
      let atom = atoms.at(-1);
      if (!atom || atom.value !== value) {
        const key = atoms.length === 0 ? name : `${name}@${atoms.length}`;
        atom = { at: this.count++, key, practice, item, quarter, field, value };
        atoms.push(atom);
      }
      const byItem = branch(bySet, set);
      byItem.set(item, { ...byItem.get(item), [field]: atom });
      if (set === dataSet) found = atom;
    }
    if (!found) throw new Error(`No figures of data set ${dataSet} for ${practice} in ${quarter}.`);
    this.made.set(name, atoms);
    return found;
  }
}

type Branch<T> = Map<string, T>;

function branch<T>(of: Branch<Branch<T>>, key: string): Branch<T> {
  let found = of.get(key);
  if (!found) of.set(key, (found = new Map()));
  return found;
}

function fieldOf(cell: Cell | undefined, field: Field): number {
  if (!cell) return 0;
  if (field === 'urgent') return cell.urgent ?? 0;
  if (field === 'consults') return cell.consults ?? 0;
  return cell.count - (cell.urgent ?? 0);
}

/** Every data set that a sum speaks of. */
export const dataSetsOf = (sum: SumOfAtoms): string[] => [
  ...new Set(sum.parts.flatMap(({ quarters }) => quarters.map(([, dataSet]) => dataSet))),
];
