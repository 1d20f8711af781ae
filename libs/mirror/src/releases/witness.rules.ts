import { push, type AtomClass, type ClassBook, type View } from './classes.rules.js';

/** How far a class can go up and down. */
interface Room {
  up: number;
  down: number;
}

/** One class up and perhaps another down within an item, with the private statements that this changes. */
interface Step {
  up: AtomClass;
  down: AtomClass | null;
}

/** What another practice can give and take: in one column, and in the columns that make up for it. */
interface Mirror {
  practice: string;
  value: number;
  matches: [column: string, value: number][];
}

/**
 * Worlds that prove a secret safe without a search. Each is a handful of atoms moved so that nothing that can be read changes: by plain
 * arithmetic, so a proof of this kind rests on no solver. What it does not find says nothing; an attack has the last word.
 */
export class Witness {
  /** By what it changes: steps of the practice. */
  private readonly steps = new Map<string, Step[]>();
  private readonly stepsOf = new Map<AtomClass, { change: string; step: Step; sense: 1 | -1 }[]>();

  constructor(
    private readonly book: ClassBook,
    private readonly view: View,
    private readonly readers: ReadonlySet<string>,
  ) {
    const byItem = new Map<string, AtomClass[]>();
    for (const one of view.own) if (!one.corrected) push(byItem, one.item, one);
    for (const inside of byItem.values())
      for (const up of inside) {
        this.add(up, null);
        for (const down of inside) if (down !== up) this.add(up, down);
      }
  }

  /** True when the sum of the classes can be so much lower and so much higher. */
  proves(classes: readonly AtomClass[], lower: number, upper: number): boolean {
    const room: Room = { up: 0, down: 0 };
    const enough = (): boolean => room.up >= upper && room.down >= lower;
    for (const look of [this.alone, this.turned, this.crossed, this.swapped])
      for (const one of classes) {
        if (one.corrected) continue;
        // moving one of them must not move another of them the other way
        const { up, down } = look.call(this, one, classes, { lower, upper });
        room.up = Math.max(room.up, up);
        room.down = Math.max(room.down, Math.min(down, one.value));
        if (enough()) return true;
      }
    return false;
  }

  /** By itself, as far as what is shown is an interval and the others make up for the rest. */
  private alone(one: AtomClass): Room {
    const own = this.slack(this.view.limits.get(one)?.places ?? []);
    const joint = this.slack(
      one.shared.filter((place) => this.book.telling[place] && this.view.shown(place)),
    );
    const rest = this.view.rest.get(one.column);
    return {
      up: Math.min(own.up, joint.up + (rest ?? 0)),
      down: Math.min(own.down, rest === undefined ? joint.down : Infinity),
    };
  }

  /**
   * Against two others of its item: the middle of two overlapping windows one way, the quarters by which they differ the other way. Sums over
   * practices stay when they overlap in the same way, or the others make up for it.
   */
  private turned(one: AtomClass, classes: readonly AtomClass[]): Room {
    const near = this.view.own.filter(
      (other) => other.item === one.item && !other.corrected && !classes.includes(other),
    );
    const room: Room = { up: 0, down: 0 };
    for (const withShared of [false, true]) {
      const able = withShared ? near : near.filter((other) => this.able(other));
      if (!withShared && !this.able(one)) continue;
      const names = new Map<string, AtomClass[]>();
      const held = new Map<AtomClass, number[]>();
      for (const of of [one, ...able]) {
        const shared = withShared
          ? of.shared.filter((place) => this.book.telling[place] && this.view.shown(place))
          : [];
        held.set(of, [...(this.view.limits.get(of)?.places ?? []), ...shared]);
        if (of !== one) push(names, sorted(held.get(of) ?? []), of);
      }
      const mine = held.get(one) ?? [];
      const rise = (...up: AtomClass[]): number => (withShared ? Infinity : this.given(up));
      for (const other of able) {
        const theirs = held.get(other) ?? [];
        // one and other are the ends, the middle holds what both hold
        if (!mine.some((place) => theirs.includes(place)))
          for (const middle of names.get(sorted([...mine, ...theirs])) ?? []) {
            if (middle === other) continue;
            room.up = Math.max(room.up, Math.min(middle.value, rise(one, other)));
            room.down = Math.max(room.down, Math.min(other.value, rise(middle)));
          }
        // one is the middle, other an end
        if (theirs.every((place) => mine.includes(place)))
          for (const end of names.get(sorted(mine.filter((place) => !theirs.includes(place)))) ?? []) {
            if (end === other) continue;
            room.up = Math.max(room.up, Math.min(other.value, end.value, rise(one)));
            room.down = Math.max(room.down, rise(other, end));
          }
      }
    }
    return room;
  }

  /** With a step in its item, and the opposite step in other items: no sum of the practice changes, and others make up for the rest. */
  private crossed(
    one: AtomClass,
    classes: readonly AtomClass[],
    wanted: { lower: number; upper: number },
  ): Room {
    const room: Room = { up: 0, down: 0 };
    for (const { change, step, sense } of this.stepsOf.get(one) ?? []) {
      const partner = step.up === one ? step.down : step.up;
      if (partner && classes.includes(partner)) continue;
      let [up, down] = change === '' ? [Infinity, Infinity] : [0, 0];
      const used = new Set<AtomClass>();
      for (const other of change === '' ? [] : (this.steps.get(change) ?? [])) {
        if (other.up.item === one.item || used.has(other.up) || (other.down && used.has(other.down)))
          continue;
        used.add(other.up);
        if (other.down) used.add(other.down);
        // here forward, there back; and the other way round
        up += Math.min(other.up.value, this.given(other.down ? [other.down] : []));
        down += Math.min(other.down?.value ?? Infinity, this.given([other.up]));
        if (used.size >= SHARERS - 2 || Math.min(up, down) >= Math.max(wanted.upper, wanted.lower)) break;
      }
      const forward = Math.min(up, step.down?.value ?? Infinity, this.given([step.up]));
      const backward = Math.min(down, step.up.value, this.given(step.down ? [step.down] : []));
      room.up = Math.max(room.up, sense === 1 ? forward : backward);
      room.down = Math.max(room.down, sense === 1 ? backward : forward);
    }
    return room;
  }

  /**
   * Against other classes of the practice that the same statements limit, while other practices do the opposite: no sum over items
   * or practices changes. One practice that reads along sees through what it would do itself, so it has to work without any one.
   */
  private swapped(
    one: AtomClass,
    classes: readonly AtomClass[],
    wanted: { lower: number; upper: number },
  ): Room {
    const limits = this.view.limits.get(one)?.name ?? '';
    const funds = new Map<string, number>();
    for (const other of this.view.own)
      if (
        !other.corrected &&
        other.column !== one.column &&
        !classes.includes(other) &&
        (this.view.limits.get(other)?.name ?? '') === limits
      )
        funds.set(other.column, (funds.get(other.column) ?? 0) + other.value);
    const others = funds.size > 0 ? this.mirrors(one, funds) : [];
    const without = (reader: Mirror | null): Room & { used: Mirror[] } => {
      const left = new Map(funds);
      const found = { up: 0, down: 0, used: [] as Mirror[] };
      for (const mirror of others) {
        if (mirror === reader) continue;
        let room = mirror.value;
        for (const [column, value] of mirror.matches) {
          const part = Math.min(left.get(column) ?? 0, room);
          left.set(column, (left.get(column) ?? 0) - part);
          room -= part;
          found.up += part;
          found.down += value;
        }
        found.used.push(mirror);
        if (found.up >= wanted.upper && found.down >= wanted.lower) break;
      }
      return found;
    };
    const all = without(null);
    const room: Room = { up: all.up, down: all.down };
    // who is not needed may read along
    for (const reader of all.used) {
      if (room.up < wanted.upper && room.down < wanted.lower) break;
      if (!this.readers.has(reader.practice)) continue;
      const { up, down } = without(reader);
      room.up = Math.min(room.up, up);
      room.down = Math.min(room.down, down);
    }
    return room;
  }

  /** Other practices that hold something in the column of `one`, and in the given ones, under the same limits. */
  private mirrors(one: AtomClass, columns: ReadonlyMap<string, number>): Mirror[] {
    const found: Mirror[] = [];
    for (const [practice, theirs] of this.book.byColumn) {
      if (practice === one.practice) continue;
      for (const mirror of theirs.get(one.column) ?? []) {
        if (mirror.corrected) continue;
        const limits = this.book.limitsOf(mirror);
        const matches = [...columns.keys()].flatMap((column): [string, number][] => {
          const match = theirs
            .get(column)
            ?.find((other) => !other.corrected && this.book.limitsOf(other) === limits);
          return match ? [[column, match.value]] : [];
        });
        if (matches.length === 0) continue;
        found.push({ practice, value: mirror.value, matches });
        break;
      }
    }
    return found;
  }

  /** How much these classes together can rise with others making up for it. */
  private given(rising: readonly AtomClass[]): number {
    let least = Infinity;
    for (const { column } of rising) {
      if (column === '') continue;
      const alike = rising.filter((one) => one.column === column).length;
      // several moves at once may lean on the same column: each gets a part
      least = Math.min(least, Math.floor((this.view.rest.get(column) ?? 0) / (SHARERS * alike)));
    }
    return least;
  }

  /** Others can rise when it falls. */
  private able({ column }: AtomClass): boolean {
    return column === '' || this.view.rest.has(column);
  }

  private add(up: AtomClass, down: AtomClass | null): void {
    const mine = this.view.limits.get(up)?.places ?? [];
    const theirs = (down && this.view.limits.get(down)?.places) ?? [];
    if (!theirs.every((place) => mine.includes(place))) return;
    if (!this.able(up) || (down && !this.able(down))) return;
    const change = mine.filter((place) => !theirs.includes(place)).join();
    const step = { up, down };
    push(this.steps, change, step);
    push(this.stepsOf, up, { change, step, sense: 1 });
    if (down) push(this.stepsOf, down, { change, step, sense: -1 });
  }

  private slack(places: readonly number[]): Room {
    const room: Room = { up: Infinity, down: Infinity };
    for (const place of places) {
      const { lo, hi } = this.book.statements[place] as { lo: number; hi: number | null };
      const truth = this.book.truth[place] as number;
      if (hi !== null) room.up = Math.min(room.up, Math.floor(hi) - truth);
      room.down = Math.min(room.down, truth - Math.ceil(lo));
    }
    return room;
  }
}

/** No world moves more classes of one column than this. */
const SHARERS = 8;

const sorted = (places: readonly number[]): string => [...places].sort((a, b) => a - b).join();
