import type { Words } from '#libs/contracts';

/** Extracts made further apart than a quarter are of different moments. */
const MOST_DAYS = 92;

/**
 * The moments at which practices' figures were taken from their systems lie more than a quarter apart, so that one has had
 * longer to complete than another (field B5: a window that ends at each practice's own extraction).
 * @param dates ISO moments or days
 */
export function extractDatesDiffer(dates: readonly string[]): boolean {
  const moments = dates.map((date) => Date.parse(date)).filter((moment) => !Number.isNaN(moment));
  return moments.length > 1 && (Math.max(...moments) - Math.min(...moments)) / 86_400_000 > MOST_DAYS;
}

/** On what a point of a series rests: two points are joined or computed with only when these are the same. */
export interface Basis {
  /** Version of the definition. */
  definition: string;
  source: { id: string; name: string } | null;
}

export interface SeriesBreak {
  /** Place of the first point on the new basis. */
  at: number;
  reason: Words;
}

/** Where a series changes its basis. A point without a source (nothing supplied) breaks nothing by itself. */
export function breaksOf(points: readonly Basis[]): SeriesBreak[] {
  const breaks: SeriesBreak[] = [];
  let last: Basis | null = null;
  for (const [at, point] of points.entries()) {
    if (!point.source) continue;
    if (last?.source && point.definition !== last.definition)
      breaks.push({
        at,
        reason: {
          nl: `Vanaf hier geldt definitie ${point.definition}. Vergelijk niet met de cijfers ervoor.`,
          en: `Definition ${point.definition} applies from here. Do not compare with the figures before.`,
        },
      });
    else if (last?.source && point.source.id !== last.source.id)
      breaks.push({
        at,
        reason: {
          nl: `Vanaf hier komen de cijfers uit ${point.source.name}. Vergelijk niet met de cijfers ervoor.`,
          en: `From here the figures come from ${point.source.name}. Do not compare with the figures before.`,
        },
      });
    last = point;
  }
  return breaks;
}
