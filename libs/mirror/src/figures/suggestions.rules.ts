import type { FigureChoicesView } from '#libs/contracts';
import type { ReviewedMeasure } from '../measures/measures.queries.js';
import {
  sumsOf,
  suppliedOf,
  type AtomRow,
  type ListedRow,
  type StandingSet,
  type Window,
} from './coverage.rules.js';
import { figureEstimate, type ReferenceRates } from './estimate.rules.js';
import { figureSentence, standsOut } from './sentences.rules.js';

/** More would be a league table of the own practice. */
const MOST_SUGGESTIONS = 3;

/**
 * Where to begin: figures whose own margin does not reach the region's released value, the furthest first, a measure or item
 * once. Neutral: more is not worse, and a figure without a released value of the region is not judged.
 */
export function suggestionsOf(of: {
  measures: readonly ReviewedMeasure[];
  items: FigureChoicesView['items'];
  window: Window;
  /** By measure version and item. */
  rates: ReadonlyMap<string, ReferenceRates>;
  atoms: readonly (AtomRow & { item: string })[];
  listed: readonly ListedRow[];
  sets: readonly StandingSet[];
  listSets: readonly StandingSet[];
}): FigureChoicesView['suggestions'] {
  const byItem = new Map<string, AtomRow[]>();
  for (const atom of of.atoms) {
    const rows = byItem.get(atom.item);
    if (rows) rows.push(atom);
    else byItem.set(atom.item, [atom]);
  }
  const found: (FigureChoicesView['suggestions'][number] & { distance: number })[] = [];
  for (const measure of of.measures) {
    const sets = of.sets.filter(({ kind }) => kind === measure.content.kind);
    for (const item of of.items.filter(({ kind }) => kind === measure.content.kind)) {
      const reference = of.rates.get(rateKey(measure.id, item.code));
      if (!reference) continue;
      const atoms = (byItem.get(item.code) ?? []).filter(({ dataSetId }) =>
        sets.some(({ id }) => id === dataSetId),
      );
      const own = sumsOf(suppliedOf({ atoms, listed: of.listed, sets, listSets: of.listSets }), of.window);
      const estimate = own ? figureEstimate(measure.content, own.sums, reference) : null;
      if (!estimate || own?.missing !== 0 || !standsOut(estimate, reference.rate)) continue;
      const high = estimate.value > reference.rate;
      const reach = Math.abs(estimate.value - ((high ? estimate.low : estimate.high) ?? estimate.value));
      found.push({
        measure: measure.code,
        item: item.code,
        sentence: figureSentence(measure.content, item, estimate, {
          with: 'region',
          value: reference.rate,
        }),
        distance: Math.abs(estimate.value - reference.rate) / Math.max(reach, 1e-9),
      });
    }
  }
  const items = new Set<string>();
  return found
    .sort((a, b) => b.distance - a.distance || a.item.localeCompare(b.item))
    .filter(({ item }) => !items.has(item) && items.add(item))
    .slice(0, MOST_SUGGESTIONS)
    .map(({ measure, item, sentence }) => ({ measure, item, sentence }));
}

export const rateKey = (measureVersionId: string, item: string): string => `${measureVersionId}|${item}`;
