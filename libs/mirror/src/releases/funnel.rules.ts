import type { FunnelView, Words } from '#libs/contracts';
import { FUNNEL_TAILS, funnelLimits, overdispersion, poissonFunnelLimit } from '#libs/statistics';
import type { FunnelBody } from './bodies.rules.js';

/** Points at which the limits are drawn. */
const STEPS = 60;
/** How much of the chance limits is left to the tails, in standard deviations. */
const Z95 = 1.959963984540054;
const Z998 = 3.090232306167814;

/**
 * Limits, overdispersion and sentences of a funnel from its released points alone (Spiegelhalter 2005): exact interpolated Poisson limits; when
 * practices differ more than chance explains and `inflate` is not refused, the additive limits on the square-root scale, 1 ± z√(1/4E + τ²), squared.
 */
export function funnelOf(
  body: FunnelBody,
  inflate = true,
): Pick<FunnelView, 'points' | 'left' | 'limits' | 'overdispersion' | 'sentence' | 'detail'> {
  const { points, left } = body;
  const spread = overdispersion({
    O: points.map(({ expected, ratio }) => Math.round(expected * ratio)),
    E: points.map(({ expected }) => expected),
  }).sqrtTransform;
  const applied = inflate && spread.tau2 > 0;
  const limitsAt = (expected: number): FunnelView['limits'][number] => {
    if (applied) {
      const scale = Math.sqrt(1 / (4 * expected) + spread.tau2);
      const end = (z: number): number => Math.max(0, 1 + z * scale) ** 2;
      return { expected, low95: end(-Z95), high95: end(Z95), low998: end(-Z998), high998: end(Z998) };
    }
    const { p001, p025, p975, p999 } = funnelLimits((p) => poissonFunnelLimit(expected, p));
    return { expected, low95: Math.max(0, p025), high95: p975, low998: Math.max(0, p001), high998: p999 };
  };
  const judged = points.map(({ label, expected, ratio }): FunnelView['points'][number] => {
    const { low998, high998 } = limitsAt(expected);
    return { label, expected, ratio, outside: ratio > high998 ? 'high' : ratio < low998 ? 'low' : 'none' };
  });
  const sizes = points.map(({ expected }) => expected);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const limits = Array.from({ length: STEPS + 1 }, (_, step) =>
    limitsAt(least * (most / least) ** (step / STEPS)),
  );
  const factor = Math.sqrt(spread.phi);
  return {
    points: judged,
    left,
    limits,
    overdispersion: { factor, tau2: spread.tau2, applied, words: dispersionWords(applied) },
    sentence: sentenceOf(judged),
    detail: detailOf(left),
  };
}

function sentenceOf(points: FunnelView['points']): Words {
  const high = points.filter(({ outside }) => outside === 'high').length;
  const low = points.filter(({ outside }) => outside === 'low').length;
  if (high + low === 0)
    return {
      nl: `Geen van de ${points.length} praktijken valt buiten de grenzen: de verschillen passen bij toeval en gewone spreiding.`,
      en: `None of the ${points.length} practices lies outside the limits: the differences fit chance and ordinary spread.`,
    };
  const dutch = (n: number): string => (n === 1 ? 'één praktijk ligt' : `${n} praktijken liggen`);
  const english = (n: number): string => (n === 1 ? 'one practice lies' : `${n} practices lie`);
  const sides = [
    ...(high > 0 ? [{ nl: `${dutch(high)} boven`, en: `${english(high)} above` }] : []),
    ...(low > 0 ? [{ nl: `${dutch(low)} onder`, en: `${english(low)} below` }] : []),
  ];
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    nl: `${capital(sides.map(({ nl }) => nl).join(' en '))} de grenzen. Dat is een vraag, geen oordeel.`,
    en: `${capital(sides.map(({ en }) => en).join(' and '))} the limits. That is a question, not a verdict.`,
  };
}

function detailOf(left: number): Words {
  const tails = `${(FUNNEL_TAILS.p001 * 100).toLocaleString('nl-NL')} %`;
  const few: Words =
    left === 0
      ? { nl: '', en: '' }
      : left === 1
        ? {
            nl: ' Eén praktijk staat er niet bij, om kleine aantallen te beschermen.',
            en: ' One practice is left out, to protect small numbers.',
          }
        : {
            nl: ` ${left} praktijken staan er niet bij, om kleine aantallen te beschermen.`,
            en: ` ${left} practices are left out, to protect small numbers.`,
          };
  return {
    nl: `De buitenste grens laat aan elke kant ${tails} van het toeval over.${few.nl}`,
    en: `The outer limit leaves ${tails.replace(',', '.').replace(' ', '')} of chance on either side.${few.en}`,
  };
}

const dispersionWords = (applied: boolean): Words =>
  applied
    ? {
        nl: 'Praktijken verschillen meer dan door toeval alleen. De grenzen zijn daarom ruimer getekend.',
        en: 'Practices differ more than by chance alone. The limits are drawn wider for that reason.',
      }
    : {
        nl: 'Praktijken verschillen niet meer dan door toeval. De grenzen zijn die van het toeval.',
        en: 'Practices differ no more than by chance. The limits are those of chance.',
      };
