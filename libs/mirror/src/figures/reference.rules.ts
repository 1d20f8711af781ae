import type { MeasureContent } from '#libs/contracts';
import { countedSums, type ReferenceRates, type StratumSums } from './estimate.rules.js';

/** A regional rate stands for at least this many practices, and a stratum of it for at least this many events. */
export const LEAST_PRACTICES = 10;
export const LEAST_EVENTS = 10;
/** What others hold beside the two largest must be at least this percentage of the largest (models/disclosure §2.3). */
const DOMINANCE_PERCENT = 20;

/**
 * The region's rates for one item and period, for the release that shows them; whoever shows them has passed the gate.
 *
 * Why the rates by stratum may go along with the released total: an attacker knows its own row, the total over all practices
 * and, approximately, the total of each stratum, and of no other practice a stratum. For any totals of the other practices
 * that fit the regional total there is a table of whole numbers with these stratum totals (a transportation problem is always
 * feasible when its margins add up), so the stratum totals say nothing more about another practice's total. About a stratum
 * of another practice they say at most min(rᵢ, cₛ), and at least rᵢ + cₛ − T, which the conditions keep at 0 or below:
 * outside each stratum lies more than the two largest practices hold together, the attacker's own row being one of them. Rates are rounded to two
 * digits, so that they are intervals of about 5 % and not sums.
 * @returns null for fewer than ten practices or without a denominator; `strata` null where the conditions do not hold
 */
export function regionalReference(
  content: MeasureContent,
  practices: readonly (readonly StratumSums[])[],
): ReferenceRates | null {
  if (practices.length < LEAST_PRACTICES) return null;
  const counted = countedSums(content, practices.flat());
  if (!counted || counted.numerator < LEAST_EVENTS) return null;
  const rate = twoDigits((counted.numerator / counted.denominator) * content.per);
  return { rate, strata: content.denominator === 'listed' ? strataOf(content, practices) : null };
}

function strataOf(
  content: MeasureContent,
  practices: readonly (readonly StratumSums[])[],
): ReferenceRates['strata'] {
  const strata = new Map<string, { sex: string; age: string; events: number[]; people: number }>();
  for (const [place, sums] of practices.entries()) {
    for (const one of sums) {
      if ((one.sex === '' && one.age === '') || one.listed === null) return null;
      const key = `${one.sex}|${one.age}`;
      const found = strata.get(key) ?? {
        sex: one.sex,
        age: one.age,
        events: practices.map(() => 0),
        people: 0,
      };
      strata.set(key, found);
      found.events[place] = (found.events[place] ?? 0) + (one[content.numerator] ?? 0);
      found.people += one.listed;
    }
  }
  const all = [...strata.values()].filter(({ people }) => people > 0);
  const people = all.reduce((sum, one) => sum + one.people, 0);
  const held = practices.map((sums) => add(sums.map((one) => one[content.numerator] ?? 0)));
  const twoLargest = add([...held].sort((a, b) => b - a).slice(0, 2));
  const events = all.reduce((sum, one) => sum + add(one.events), 0);
  const fits = all.every((one) => {
    const here = add(one.events);
    const [first = 0, second = 0] = [...one.events].sort((a, b) => b - a);
    return (
      here >= LEAST_EVENTS &&
      events - here > twoLargest &&
      here - first - second >= (DOMINANCE_PERCENT / 100) * first
    );
  });
  if (!fits || all.length < 2) return null;
  return all.map((one) => ({
    sex: one.sex,
    age: one.age,
    rate: twoDigits((add(one.events) / one.people) * content.per),
    share: twoDigits(one.people / people),
  }));
}

const add = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/** Two significant digits. */
export const twoDigits = (value: number): number => Number(value.toPrecision(2));
