import { protectionLevels, type AttackProblem, type Secret } from '#libs/disclosure';
import { ClassBook, push, type AtomClass, type Shown, type View } from './classes.rules.js';
import type { CellBook, LedgerStatement, SumOfAtoms } from './cells.rules.js';
import { Witness } from './witness.rules.js';

/** Sums that are sensitive for another reason than their size, and how far an interval must reach around them. */
export interface ExtraSecret {
  sum: SumOfAtoms;
  lower: number;
  upper: number;
}

/** The rule of thumb that decides which counts are secret. */
export interface SecretPolicy {
  /** Counts that would be shown are from 1 up to one less. */
  minCell: number;
  /** Parts of them that nobody shows are from 1 up to one less. */
  partCell: number;
  /** Part of a count by which an interval must reach around it. */
  p: number;
}

/** A secret with the classes that it is a sum of. */
export interface Doubt {
  key: string;
  item: string;
  classes: AtomClass[];
  /** Taken off: a secret may also be what a correction added. */
  less: readonly AtomClass[];
  value: number;
  lower: number;
  upper: number;
}

/**
 * What can be read of single practices. Each is judged by itself, against somebody who knows all figures of every other practice that any
 * figure of its own tells something about, which is more than any coalition of readers knows. Nothing shown adds
 * practices up but the region's figures; there, one reader's part is taken off what the others could hide behind.
 */
export class PracticeReadings {
  private readonly classes: ClassBook;
  private readonly secrets = new Map<string, Doubt[]>();

  constructor(
    book: CellBook,
    statements: readonly LedgerStatement[],
    private readonly policy: SecretPolicy,
    extra: readonly ExtraSecret[],
    /** Practices whose figures are judged; the others only stand around. */
    judged: readonly string[],
    /** Practices that read along; each knows its own figures. */
    private readonly readers: ReadonlySet<string>,
  ) {
    this.classes = new ClassBook(book, statements);
    for (const practice of judged)
      this.secrets.set(practice, [
        ...this.secretsOf(this.classes.byPractice.get(practice) ?? []),
        ...this.changesOf(practice),
      ]);
    for (const { sum, lower, upper } of extra) {
      const parts = [...new Set(book.atomsOf(sum).flatMap((atom) => this.classes.of.get(atom) ?? []))];
      const first = parts[0];
      if (first) this.secrets.get(first.practice)?.push(looked(parts, lower, upper, '!'));
    }
    this.show(() => true);
  }

  /** How many secrets there are, over all practices that are judged. */
  get count(): number {
    return [...this.secrets.values()].reduce((total, list) => total + list.length, 0);
  }

  /** Says what is shown from now on. */
  show(shown: Shown): void {
    this.classes.show(shown);
  }

  /**
   * The secrets of one practice that moves of a few atoms do not prove safe.
   * @param shown instead of what `show` said, to try what hiding one more figure of this practice would do
   * @param among only these
   */
  doubtful(practice: string, shown?: Shown, among: readonly Doubt[] | null = null): Doubt[] {
    const secrets = among ?? this.secrets.get(practice) ?? [];
    if (secrets.length === 0) return [];
    const witness = new Witness(this.classes, this.classes.view(practice, shown), this.readers);
    return secrets.filter(
      ({ classes, less, lower, upper }) => less.length > 0 || !witness.proves(classes, lower, upper),
    );
  }

  /**
   * What an attack has to find out about these secrets, with everything else of other practices as it is, and of other items too when
   * `within` names some: worlds that differ in a few items are worlds, so what is safe among them is safe.
   * @param partners so many other practices may differ too, those that hold most of what the secrets are sums of; each of them may be the one who
   *   reads along
   */
  problemOf(
    practice: string,
    doubts: readonly Doubt[],
    shown?: Shown,
    within: ReadonlySet<string> | null = null,
    partners = 0,
  ): AttackProblem {
    const columns = new Set(doubts.flatMap(({ classes }) => classes.map(({ column }) => column)));
    const others = this.classes.movers(columns, partners, practice);
    const view = this.classes.view(practice, shown, others);
    const own = within === null ? view.own : view.own.filter(({ item }) => within.has(item));
    const loose = others.length > 0 ? new Set<string>() : this.looseColumns(own, view);
    const tight = own.filter(({ column }) => !loose.has(column));
    const nearby = new Map(
      tight.flatMap(({ column }): [string, number][] => {
        const value = view.rest.get(column);
        return value === undefined ? [] : [[column, value]];
      }),
    );
    const joint = tight.flatMap(({ shared }) => shared.filter((place) => this.tells(view, place)));
    const places = new Set([...own.flatMap((one) => view.limits.get(one)?.places ?? []), ...joint]);
    const held = new Map<number, AtomClass[]>();
    for (const one of own) for (const place of [...one.privates, ...one.shared]) push(held, place, one);
    const mine = new Set(own);
    const ties = this.classes.ties.filter(({ later, earlier }) => mine.has(later) && mine.has(earlier));
    return {
      atoms: [
        ...own.map(({ key, value, column }) => ({
          key,
          value,
          ...(loose.has(column) ? { lower: Math.max(0, value - this.reach), upper: value + this.reach } : {}),
        })),
        ...[...nearby].map(([column, value]) => ({ key: `rest ${column}`, value })),
      ],
      statements: [
        ...[...places].map((place) => this.localStatement(place, held.get(place) ?? [], nearby)),
        ...ties.map(({ later, earlier, most }, at) => ({
          key: `correction ${at}`,
          terms: [
            { atom: later.key, coefficient: 1 },
            { atom: earlier.key, coefficient: -1 },
          ],
          lo: -most,
          hi: most,
        })),
      ],
      secrets: doubts.map(({ key, classes, less, value, lower, upper }): Secret => ({
        key,
        terms: [
          ...classes.map((one) => ({ atom: one.key, coefficient: 1 })),
          ...less.map((one) => ({ atom: one.key, coefficient: -1 })),
        ],
        value,
        lower,
        upper,
      })),
      attackers: [
        { name: others.length > 0 ? 'outsider' : 'all others', knows: [] },
        ...others
          .filter((one) => this.readers.has(one))
          .map((name) => ({
            name,
            knows: own.filter((one) => one.practice === name).map(({ key }) => key),
          })),
      ],
    };
  }

  /**
   * Items of which something of a practice is told by no statement about that item alone, and those of the secrets: what moves freely
   * enough to prove something.
   */
  itemsInDoubt(practice: string, doubts: readonly Doubt[], shown?: Shown): Set<string> {
    const { own, limits } = this.classes.view(practice, shown);
    const items = new Set(doubts.map(({ item }) => item));
    for (const one of own)
      if (!limits.get(one)?.places.some((place) => this.classes.itemised[place])) items.add(one.item);
    return items;
  }

  private tells(view: View, place: number): boolean {
    return this.classes.telling[place] === true && view.shown(place);
  }

  /** How far a class has to move at most in a world that proves something. */
  private get reach(): number {
    return 2 * this.policy.minCell;
  }

  /**
   * Columns of which the others hold so much that they make up for whatever this practice's classes do within `reach`. What sums over
   * practices say about them then is no limit, and is left out together with every world that goes further.
   */
  private looseColumns(own: readonly AtomClass[], view: View): Set<string> {
    const wanted = new Map<string, number>();
    for (const { column } of own) wanted.set(column, (wanted.get(column) ?? 0) + this.reach);
    const loose = new Set(
      [...wanted].flatMap(([column, most]) =>
        column === '' || (view.rest.get(column) ?? -1) >= most ? [column] : [],
      ),
    );
    // a statement over several columns is no limit only when it is none for all of them
    for (let changed = true; changed;) {
      changed = false;
      const limited = new Set(own.flatMap((one) => (loose.has(one.column) ? [] : one.shared)));
      for (const one of own)
        if (
          loose.has(one.column) &&
          one.shared.some((place) => limited.has(place) && this.tells(view, place))
        ) {
          loose.delete(one.column);
          changed = true;
        }
    }
    return loose;
  }

  /**
   * A statement with every practice but this one and the free rest at its true value.
   * @param mine what it holds of this practice
   */
  private localStatement(
    place: number,
    mine: readonly AtomClass[],
    rest: ReadonlyMap<string, number>,
  ): AttackProblem['statements'][number] {
    const { lo, hi } = this.classes.statements[place] as LedgerStatement;
    const columns = new Map<string, number>();
    if (!this.classes.single[place])
      for (const { column } of mine) {
        const value = rest.get(column);
        if (value !== undefined) columns.set(column, value);
      }
    const open = [...mine.map(({ value }) => value), ...columns.values()];
    const fixed = (this.classes.truth[place] ?? 0) - open.reduce((total, value) => total + value, 0);
    return {
      key: `${place}`,
      terms: [...mine.map(({ key }) => key), ...[...columns.keys()].map((column) => `rest ${column}`)].map(
        (atom) => ({ atom, coefficient: 1 }),
      ),
      lo: lo - fixed,
      hi: hi === null ? null : hi - fixed,
    };
  }

  /**
   * Every sum of one practice and item of 1 up to `minCell` - 1 that some statement singles out: a window, a quarter by which two
   * windows differ, one field of two (models/disclosure §2.5).
   */
  private secretsOf(own: readonly AtomClass[]): Doubt[] {
    const found = new Map<string, Doubt>();
    const consider = (parts: readonly AtomClass[], shown: boolean): void => {
      const value = parts.reduce((total, one) => total + one.value, 0);
      const minCell = shown ? this.policy.minCell : this.policy.partCell;
      if (value <= 0 || value >= minCell) return;
      const { lower, upper } = protectionLevels(value, { minCell, p: this.policy.p });
      // a part of what is shown can never seem larger than the whole, which may be `minCell`
      const one = looked(parts, lower, shown ? upper : Math.max(1, minCell - value));
      const other = found.get(one.key);
      if (!other || other.upper < one.upper) found.set(one.key, one);
    };
    const byItem = new Map<string, AtomClass[]>();
    for (const one of own) push(byItem, one.item, one);
    for (const inside of byItem.values()) {
      const held = new Map<number, AtomClass[]>();
      const times = new Map<string, AtomClass[]>();
      for (const one of inside) {
        consider([one], false);
        for (const place of [...one.privates, ...one.shared]) push(held, place, one);
        if (!one.fields.has('consults')) push(times, [...one.quarters].sort().join(), one);
      }
      for (const [place, parts] of held) consider(parts, this.classes.single[place] === true);
      for (const both of times.values()) if (both.length > 1) consider(both, false);
    }
    return [...found.values()];
  }

  /**
   * What corrections added to a count of one practice, where that is 1 up to `partCell` - 1: so few patients came to it, unless it may
   * be that none did (models/mirror §2). Per quarter and over all of them, urgent ones apart and together.
   */
  private changesOf(practice: string): Doubt[] {
    const found = new Map<string, Doubt>();
    const parts = new Map<string, { later: AtomClass[]; earlier: AtomClass[] }>();
    for (const { later, earlier } of this.classes.ties) {
      if (later.practice !== practice) continue;
      const [field] = later.fields;
      const [quarter] = later.quarters;
      for (const fields of field === 'consults' ? ['consults'] : [field, 'both'])
        for (const time of [quarter, 'all']) {
          const key = `${later.item}|${fields}|${time}`;
          const part = parts.get(key) ?? { later: [], earlier: [] };
          parts.set(key, part);
          part.later.push(later);
          part.earlier.push(earlier);
        }
    }
    for (const { later, earlier } of parts.values()) {
      const change =
        later.reduce((sum, one) => sum + one.value, 0) - earlier.reduce((sum, one) => sum + one.value, 0);
      if (change <= 0 || change >= this.policy.partCell) continue;
      const one = looked(later, change, 0, '^');
      found.set(one.key, { ...one, less: earlier, value: change });
    }
    return [...found.values()];
  }
}

function looked(classes: readonly AtomClass[], lower: number, upper: number, mark = ''): Doubt {
  const value = classes.reduce((total, one) => total + one.value, 0);
  const key = `${classes
    .map((one) => one.key)
    .sort()
    .join('+')}${mark}`;
  return { key, item: classes[0]?.item ?? '', classes: [...classes], less: [], value, lower, upper };
}
