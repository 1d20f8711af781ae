import type { Words } from '#libs/contracts';
import type { GateOutcome } from './gate.rules.js';

/** A worker that was not heard of for so long left its release to another. */
export const SILENCE_MS = 30_000;
/** A release that stops its worker so often is given up. */
export const MOST_ATTEMPTS = 3;

const REASONS: Record<string, Words> = {
  'too-few': {
    nl: 'Er zijn te weinig praktijken met cijfers over het hele jaar om te vergelijken.',
    en: 'Too few practices have figures over the whole year to compare.',
  },
  nothing: {
    nl: 'De aantallen zijn te klein: er blijft niets over om te laten zien.',
    en: 'The numbers are too small: there is nothing left to show.',
  },
  unsafe: {
    nl: 'Met wat al eerder te zien was, zouden kleine aantallen te herleiden zijn. Daarom laten we niets nieuws zien.',
    en: 'Together with what was shown before, small numbers could be worked out. So nothing new is shown.',
  },
  'once-a-year': {
    nl: 'Een trechter is er één keer per jaar: twee die elkaar overlappen, zouden kleine aantallen verraden. De vorige blijft staan.',
    en: 'There is one funnel a year: two that overlap would betray small numbers. The previous one stays.',
  },
  'no-measures': {
    nl: 'Er is geen beoordeelde maat voor deze cijfers.',
    en: 'There is no reviewed measure for these figures.',
  },
  'no-data': {
    nl: 'Er is geen goedgekeurde levering die een heel jaar beslaat.',
    en: 'There is no approved data set that covers a whole year.',
  },
  withdrawn: {
    nl: 'De levering waar deze cijfers uit kwamen, is ingetrokken.',
    en: 'The data set that these figures came from was withdrawn.',
  },
  failed: {
    nl: 'Het berekenen is meer dan eens afgebroken.',
    en: 'Computing broke off more than once.',
  },
  'not-agreed': {
    nl: 'De afspraak om cijfers met naam te laten zien, geldt niet meer.',
    en: 'The agreement to show figures by name no longer holds.',
  },
};

/** Why nothing is shown; what somebody wrote when withdrawing stays as it was written. */
export function reasonWords(reason: string | null): Words | null {
  return reason === null ? null : (REASONS[reason] ?? { nl: reason, en: reason });
}

/** What was left out to keep the rest safe. */
export function coarsenedWords(code: string | null): Words | null {
  if (code === null) return null;
  if (code === 'all-items-only')
    return {
      nl: 'Alleen alles samen: per onderdeel zouden kleine aantallen te herleiden zijn.',
      en: 'Everything together only: by item small numbers could be worked out.',
    };
  const items = Number(code.replace('items:', ''));
  return items === 1
    ? {
        nl: 'Eén onderdeel ontbreekt: de aantallen zijn te klein.',
        en: 'One item is missing: its numbers are too small.',
      }
    : {
        nl: `${items} onderdelen ontbreken: de aantallen zijn te klein.`,
        en: `${items} items are missing: their numbers are too small.`,
      };
}

/** The code that a row keeps of what was left out. */
export function coarsenedCode(coarsened: GateOutcome['coarsened']): string | null {
  if (!coarsened) return null;
  return coarsened.kind === 'items' ? `items:${coarsened.items}` : coarsened.kind;
}
