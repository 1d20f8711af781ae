import type { FigureTrendView, Language, TrendPoint, Words } from '#libs/contracts';

/** One text in both languages from one recipe. */
export const both = (say: (language: Language) => string): Words => ({ nl: say('nl'), en: say('en') });

/**
 * What the trend says, and no more: a point outside the limits asks for a reason, it does not give one (MIR-09). The last
 * points go before earlier ones.
 */
export function trendSentence(of: {
  points: readonly TrendPoint[];
  chart: FigureTrendView['chart'];
  /** Points with a value since the last break. */
  usable: number;
  needed: number;
  months: number;
}): Words {
  const { points, chart, usable, needed, months } = of;
  if (usable === 0)
    return {
      nl: 'Er zijn nog geen cijfers om door de tijd te volgen.',
      en: 'There are no figures to follow over time yet.',
    };
  if (!chart)
    return {
      nl: `Er zijn ${usable} punten. Vanaf ${needed} punten tekenen wij grenzen, tot die tijd zegt een verschil weinig.`,
      en: `There are ${usable} points. From ${needed} points on we draw limits; until then a difference says little.`,
    };
  const unit = months === 1 ? { nl: 'maand', en: 'month' } : { nl: 'kwartaal', en: 'quarter' };
  const the = months === 1 ? 'De laatste' : 'Het laatste';
  const last = points.length - 1;
  const at = (rule: 'outside' | 'shift' | 'trend', index: number): boolean =>
    chart.signals.some((signal) => signal.rule === rule && signal.index === index);
  const value = points[last]?.value ?? null;
  if (at('outside', last) && value !== null) {
    const above = value > chart.centre;
    return {
      nl: `${the} ${unit.nl} ligt ${above ? 'boven' : 'onder'} de grens. Kijk of daar een reden voor is.`,
      en: `The last ${unit.en} is ${above ? 'above' : 'below'} the limit. See whether there is a reason.`,
    };
  }
  const run = runAt(points, chart, last);
  if (run) return run;
  if (chart.signals.length > 0)
    return {
      nl: `Eerder waren er punten die niet bij toeval passen. ${the} ${unit.nl} ligt binnen de grenzen.`,
      en: `Earlier there were points that chance does not fit. The last ${unit.en} is within the limits.`,
    };
  return {
    nl: 'De cijfers blijven binnen de grenzen. De verschillen passen bij toeval.',
    en: 'The figures stay within the limits. The differences fit chance.',
  };
}

/** A shift or a trend that the last point belongs to. */
function runAt(
  points: readonly TrendPoint[],
  chart: NonNullable<FigureTrendView['chart']>,
  last: number,
): Words | null {
  const signal = chart.signals.find(({ rule, index }) => rule !== 'outside' && index === last);
  if (!signal) return null;
  const value = points[last]?.value ?? chart.centre;
  if (signal.rule === 'shift') {
    const above = value > chart.centre;
    return {
      nl: `De laatste punten liggen allemaal ${above ? 'boven' : 'onder'} het gemiddelde. Dat past niet bij toeval.`,
      en: `The last points all lie ${above ? 'above' : 'below'} the mean. That does not fit chance.`,
    };
  }
  const before = points.slice(0, last).findLast((point) => point.value !== null)?.value ?? value;
  const rising = value > before;
  return {
    nl: `De laatste punten ${rising ? 'stijgen' : 'dalen'} steeds. Dat past niet bij toeval.`,
    en: `The last points ${rising ? 'rise' : 'fall'} each time. That does not fit chance.`,
  };
}
