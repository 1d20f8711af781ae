import { linkage, type LabelledValues } from '#libs/disclosure';
import { contentOf, stringsOf, type Content } from './bytes.js';
import type { Collected, Reading } from './collected.js';
import { figuresSeen, linked, type Seen, type World } from './read-back.js';
import { PRACTICES } from './truth.js';

/** Doors with figures; names of members stand elsewhere for other reasons. */
const FIGURE_DOORS = /\/figures(\/|$)/;
/** Who signed is known in the group; the steward reads whose remark it answers. */
const NAMED_ANYWAY =
  /^(openMode\.|practice\.|figures\[\]\.view\.remarks\[\]\.practice$|remarks\[\]\.practice$|items\[\]\.practice$)/;

/** The group whose members agreed to names in each phase, by number; null where none did. */
export type Agreed = (
  phase: string,
) => { group: number; measures: readonly string[]; exports: boolean } | null;

/**
 * Names, codes and ids of other practices beside figures: only to people of members, only while their agreement stands, only of its measures, and in
 * files only when it says so (MIR-06).
 */
export async function namesShown(world: World, collected: Collected, agreed: Agreed): Promise<string[]> {
  const found: string[] = [];
  for (const reading of collected.readings) {
    if (!FIGURE_DOORS.test(reading.door) || reading.status !== 200) continue;
    const content = await contentOf(reading);
    const texts = stringsOf({
      ...content,
      leaves: content.leaves.filter(({ place }) => !NAMED_ANYWAY.test(place)),
    });
    const mine = (n: number): boolean => reading.by.practices.includes(n);
    PRACTICES.forEach(({ name, agb }, n) => {
      if (mine(n)) return;
      const marks = [name, agb, world.practices[n]!, world.practices[n]!.replaceAll('-', '')];
      const mark = marks.find((one) => texts.some((text) => text.includes(one)));
      if (mark === undefined) return;
      if (mark === name && mayName(world, reading, n, agreed)) return;
      found.push(`${reading.door} to ${reading.by.name} (${reading.phase}): ${mark}`);
    });
    found.push(...wrongMode(world, reading, content, agreed));
  }
  return [...new Set(found)];
}

function mayName(world: World, { by, phase, asked, door, url }: Reading, n: number, agreed: Agreed): boolean {
  const agreement = agreed(phase);
  if (!agreement || by.role !== 'practice-holder') return false;
  const { members, id } = world.groups[agreement.group]!;
  const inside = members.includes(n) && by.practices.some((own) => members.includes(own));
  const about = asked ? agreement.measures.includes(asked.measure) : url.includes(id) || /\/own/.test(url);
  return inside && about && (agreement.exports || !/export/.test(door));
}

/** An answer that says that figures go by name, where nobody agreed. */
function wrongMode(world: World, reading: Reading, { leaves }: Content, agreed: Agreed): string[] {
  const named = leaves.some(
    ({ place, value }) => /(group|disclosureControl)\.mode$/.test(place) && value === 'open',
  );
  const agreement = agreed(reading.phase);
  const members = agreement ? world.groups[agreement.group]!.members : [];
  return named && !reading.by.practices.some((own) => members.includes(own))
    ? [`${reading.door} to ${reading.by.name} (${reading.phase}): figures by name`]
    : [];
}

/** The letter or number that a bar goes by. */
const bare = (label: string): string => label.replace(/^Praktijk /, '').split('|')[0]!;
/** A, B, … as 0, 1, …; numbers as they are. */
const placeOf = (label: string): number =>
  /^\d+$/.test(label)
    ? Number(label)
    : [...label].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
/** So far from chance that it is none: about one in a thousand million. */
const FAR = 6;

/**
 * Labels that tell who is behind them: the same practice under the same label in several figures, labels in the order of the practices or of
 * what is shown, and labels of one release that are found again in another (MIR-06, models/disclosure §2.6).
 */
export function labelsTell(world: World, collected: Collected): string[] {
  const figures = figuresSeen(world, collected).filter(
    ({ audience, mode }) => audience !== 'region' && mode !== 'open',
  );
  const found: string[] = [];
  for (const audience of new Set(figures.map((one) => one.audience))) {
    const own = figures.filter((one) => one.audience === audience);
    const labels = own.map(
      (seen) =>
        new Map(
          linked(world, seen).flatMap(({ bar, practice, alone }): [number, string][] =>
            practice === null || !alone ? [] : [[practice, bare(bar.label)]],
          ),
        ),
    );
    found.push(
      ...same(audience, own, labels),
      ...ordered(audience, own, labels),
      ...foundAgain(audience, own),
    );
  }
  return found;
}

function same(
  audience: Seen['audience'],
  figures: readonly Seen[],
  labels: readonly Map<number, string>[],
): string[] {
  let [matches, expected] = [0, 0];
  labels.forEach((one, k) =>
    labels.slice(k + 1).forEach((other, m) => {
      const size = Math.max(figures[k]!.bars.length, figures[k + 1 + m]!.bars.length);
      for (const [practice, label] of one)
        if (other.has(practice)) {
          expected += 1 / size;
          matches += Number(other.get(practice) === label);
        }
    }),
  );
  return expected > 0 && matches > expected + FAR * Math.sqrt(expected) + 1
    ? [
        `audience ${audience}: the same label means the same practice ${matches} times where chance gives ${expected.toFixed(1)}`,
      ]
    : [];
}

function ordered(
  audience: Seen['audience'],
  figures: readonly Seen[],
  labels: readonly Map<number, string>[],
): string[] {
  const against: Record<string, (seen: Seen, practice: number, label: string) => number> = {
    practices: (_seen, practice) => practice,
    values: (seen, _practice, label) => seen.bars.find((bar) => bare(bar.label) === label)?.value ?? 0,
  };
  return Object.entries(against).flatMap(([what, by]) => {
    let [score, variance] = [0, 0];
    labels.forEach((one, k) => {
      const list = [...one].map(([practice, label]) => ({
        at: placeOf(label),
        by: by(figures[k]!, practice, label),
      }));
      for (const [m, a] of list.entries())
        for (const b of list.slice(m + 1)) score += Math.sign(a.at - b.at) * Math.sign(a.by - b.by);
      const n = list.length;
      variance += (n * (n - 1) * (2 * n + 5)) / 18;
    });
    return variance > 0 && Math.abs(score) > FAR * Math.sqrt(variance)
      ? [`audience ${audience}: labels follow the order of the ${what}`]
      : [];
  });
}

/** Fewer figures in common than this meet by chance. */
const LEAST_COMMON = 6;

/** Labels of two releases of the same months, with all that stands under each: fresh labels for every figure tie nothing together. */
function foundAgain(audience: Seen['audience'], figures: readonly Seen[]): string[] {
  const releases = new Map<string, Seen[]>();
  for (const seen of figures) {
    const key = `${seen.phase} ${seen.window.from}`;
    releases.set(key, [...(releases.get(key) ?? []), seen]);
  }
  const list = [...releases];
  return list.flatMap(([name, earlier], k) =>
    list.slice(k + 1).flatMap(([other, later]) => {
      const common = earlier.flatMap((one) => {
        const again = later.find(
          ({ measure, item, window }) =>
            measure === one.measure && item === one.item && window.from === one.window.from,
        );
        return again ? [[one, again] as const] : [];
      });
      if (common.length < LEAST_COMMON) return [];
      const profile = (side: 0 | 1): LabelledValues => {
        const names = [...new Set(common.flatMap((pair) => pair[side].bars.map(({ label }) => bare(label))))];
        return new Map(
          names.map((label) => [
            label,
            common.map((pair) => pair[side].bars.find((bar) => bare(bar.label) === label)?.value ?? null),
          ]),
        );
      };
      const { uniquelyRelinked } = linkage(profile(0), profile(1));
      return uniquelyRelinked > 0
        ? [`audience ${audience}: ${uniquelyRelinked} labels of ${name} are found again in ${other}`]
        : [];
    }),
  );
}
