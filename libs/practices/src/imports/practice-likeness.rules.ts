import { editSimilarity, words } from '#libs/tabular';
import type { PracticeValues } from './practice-fields.rules.js';

type Address = Pick<PracticeValues, 'name' | 'street' | 'postcode' | 'town'>;

// Words that every second practice has in its name, so that they cannot tell two practices apart.
const GENERIC = new Set(
  'huisartsenpraktijk huisartspraktijk huisartsen huisarts praktijk gezondheidscentrum groepspraktijk medisch centrum maatschap hoed hap dr drs de het en van'.split(
    ' ',
  ),
);
const NUMERAL = /^(\d+|[ivx]{1,4})$/;

/** How much two practices look like one and the same; computed once per practice when many are compared. */
export interface PracticeFace {
  core: string;
  numerals: string;
  place: string | null;
  town: string | null;
}

/** What identifies a practice beside its code: the telling part of its name, its numerals, postcode with house number, town. */
export function practiceFace(practice: Address): PracticeFace {
  const all = words(practice.name ?? '');
  const numerals = all.filter((word) => NUMERAL.test(word));
  const telling = all.filter((word) => !GENERIC.has(word) && !NUMERAL.test(word));
  const house = /\d+/.exec(practice.street ?? '')?.[0];
  return {
    core: (telling.length > 0 ? telling : all).join(' '),
    numerals: numerals.join(' '),
    place: practice.postcode && house ? `${practice.postcode} ${house}` : null,
    town: practice.town ? words(practice.town).join(' ') : null,
  };
}

/** `De Linde` and `Huisartsenpraktijk De Linde` are nearly equal; `De Linde II` is another practice. */
export function nearlySameName(a: PracticeFace, b: PracticeFace): boolean {
  if (a.core === '' || b.core === '' || a.numerals !== b.numerals) return false;
  if (a.core === b.core) return true;
  if (Math.abs(a.core.length - b.core.length) > Math.max(a.core.length, b.core.length) * 0.2) return false;
  return editSimilarity(a.core, b.core) >= 0.85;
}

export function sameAddress(a: PracticeFace, b: PracticeFace): boolean {
  return a.place !== null && a.place === b.place;
}

/** An unknown town is no objection. */
export function sameTown(a: PracticeFace, b: PracticeFace): boolean {
  return a.town === null || b.town === null || a.town === b.town;
}

/** Nothing in common but the code: the codes of two rows may have been swapped. */
export function quiteDifferent(a: PracticeFace, b: PracticeFace): boolean {
  if (a.core === '' || b.core === '' || sameAddress(a, b)) return false;
  return (
    editSimilarity(a.core, b.core) < 0.4 &&
    !(a.town !== null && a.town === b.town && sharesWord(a.core, b.core))
  );
}

function sharesWord(a: string, b: string): boolean {
  const other = new Set(b.split(' '));
  return a.split(' ').some((word) => other.has(word));
}

/**
 * Finds the stored practice that a row with an unknown AGB code may really be. A practice that has its own row in the file
 * is only a candidate when both name and address agree: practices of one building and namesakes in two towns are common.
 * Each practice is claimed once.
 */
export class LookalikeFinder<P extends Address & { id: string; agb: string }> {
  readonly claimed = new Set<string>();
  private readonly faces: { practice: P; face: PracticeFace; inFile: boolean }[];

  constructor(existing: readonly P[], inFile: ReadonlySet<string>) {
    this.faces = existing.map((practice) => ({
      practice,
      face: practiceFace(practice),
      inFile: inFile.has(practice.agb),
    }));
  }

  find(values: Address): P | null {
    const own = practiceFace(values);
    let best: { practice: P; score: number } | null = null;
    for (const { practice, face, inFile } of this.faces) {
      if (this.claimed.has(practice.id)) continue;
      const address = sameAddress(own, face);
      const name = nearlySameName(own, face);
      const alike = inFile ? name && address : address || (name && sameTown(own, face));
      if (!alike) continue;
      const score = (name ? 2 : 0) + (address ? 1 : 0);
      if (best === null || score > best.score || (score === best.score && practice.agb < best.practice.agb)) {
        best = { practice, score };
      }
    }
    if (best) this.claimed.add(best.practice.id);
    return best?.practice ?? null;
  }
}
