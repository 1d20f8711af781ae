import type { Estimate, Language, MeasureContent, Words } from '#libs/contracts';
import { both } from './trend-sentences.rules.js';

/** Making a formatter takes far longer than using it. */
const FORMATS = new Map<string, Intl.NumberFormat>();

/** A number as it is said: with a decimal comma and a dot between thousands in Dutch. */
export function spoken(value: number, language: Language, digits: number): string {
  const key = `${language}${digits}`;
  let format = FORMATS.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    FORMATS.set(key, format);
  }
  return format.format(value);
}

/** "57 per 1.000 patiënten", "12%". */
export function figureWords(content: MeasureContent, value: number, language: Language): string {
  const number = spoken(value, language, content.decimals);
  if (content.denominator !== 'listed' && content.per === 100)
    return language === 'nl' ? `${number} procent` : `${number} per cent`;
  const per = spoken(content.per, language, 0);
  if (content.denominator !== 'listed') return `${number} per ${per}`;
  return language === 'nl' ? `${number} per ${per} patiënten` : `${number} per ${per} patients`;
}

/** What the practice is compared with: the middle of its group's other practices, or the region. */
export interface Comparison {
  with: 'group' | 'region';
  value: number;
}

type Direction = 'more' | 'less' | 'same';

/**
 * The sentence above the figure (mockup 05): more or less often than whom, and whether chance explains it. It says no more than
 * the numbers: the margin is that of the own figure alone, so beside a group, whose figures have margins too, only that is said.
 * A height is never called good or bad.
 */
export function figureSentence(
  content: MeasureContent,
  item: { name: string },
  own: Estimate,
  comparison: Comparison | null,
): Words {
  if (!comparison)
    return both((language) =>
      language === 'nl'
        ? `Uw praktijk: ${figureWords(content, own.value, language)}. Er is nog niets om naast te leggen.`
        : `Your practice: ${figureWords(content, own.value, language)}. There is nothing to put beside it yet.`,
    );
  const { direction, chance } = judged(content, own, comparison);
  return both((language) =>
    [
      claim(content, item.name, direction, comparison.with, language),
      verdict(chance, comparison.with, language),
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

/** Whether the own margin reaches the other value; null without a margin. */
function judged(
  content: MeasureContent,
  own: Estimate,
  { value }: Comparison,
): { direction: Direction; chance: boolean | null } {
  const inside = own.low === null || own.high === null ? null : own.low <= value && value <= own.high;
  const rounded = (one: number): string => one.toFixed(content.decimals);
  // what reads the same is the same, unless the margin says otherwise
  const same = rounded(own.value) === rounded(value) && inside !== false;
  return {
    direction: same ? 'same' : own.value > value ? 'more' : 'less',
    chance: same ? null : inside,
  };
}

/** True when the own margin does not reach the region's value. */
export const standsOut = (own: Estimate, region: number): boolean =>
  own.low !== null && own.high !== null && (region < own.low || region > own.high);

function verdict(chance: boolean | null, to: Comparison['with'], language: Language): string {
  if (chance === null) return '';
  const nl = language === 'nl';
  if (chance) return nl ? 'Het verschil past bij toeval.' : 'The difference fits chance.';
  if (to === 'group')
    return nl
      ? 'Het verschil is groter dan de marge van uw cijfer.'
      : 'The difference is larger than the margin of your figure.';
  return nl ? 'Het verschil is groter dan bij toeval past.' : 'The difference is larger than fits chance.';
}

/** How a practice does more or less of something; `%` is the item with what goes before it. */
interface Phrase {
  nl: Record<Direction, string>;
  en: Record<Direction, string>;
  /** Before the item's name, when there is one. */
  before: Words;
  /** Instead of it. */
  without?: Words;
}

const REFERS: Phrase = {
  nl: { more: 'verwijst vaker%', less: 'verwijst minder vaak%', same: 'verwijst ongeveer even vaak%' },
  en: {
    more: 'refers more often%',
    less: 'refers less often%',
    same: 'refers about as often%',
  },
  before: { nl: ' naar ', en: ' to ' },
};
const URGENT: Phrase = {
  nl: {
    more: 'verwijst een groter deel met spoed%',
    less: 'verwijst een kleiner deel met spoed%',
    same: 'verwijst een ongeveer even groot deel met spoed%',
  },
  en: {
    more: 'refers a larger part urgently%',
    less: 'refers a smaller part urgently%',
    same: 'refers about as large a part urgently%',
  },
  before: { nl: ' naar ', en: ' to ' },
};
const CONSULTS: Phrase = {
  nl: {
    more: 'vraagt vaker een meedenkconsult%',
    less: 'vraagt minder vaak een meedenkconsult%',
    same: 'vraagt ongeveer even vaak een meedenkconsult%',
  },
  en: {
    more: 'asks for an advice consult more often%',
    less: 'asks for an advice consult less often%',
    same: 'asks for an advice consult about as often%',
  },
  before: { nl: ' bij ', en: ' for ' },
};
const CHOOSES: Phrase = {
  nl: {
    more: 'kiest% vaker een meedenkconsult in plaats van een verwijzing',
    less: 'kiest% minder vaak een meedenkconsult in plaats van een verwijzing',
    same: 'kiest% ongeveer even vaak een meedenkconsult in plaats van een verwijzing',
  },
  en: {
    more: 'chooses an advice consult instead of a referral more often%',
    less: 'chooses an advice consult instead of a referral less often%',
    same: 'chooses an advice consult instead of a referral about as often%',
  },
  before: { nl: ' bij ', en: ' for ' },
};
const DIAGNOSTICS: Phrase = {
  nl: {
    more: 'vraagt vaker% aan',
    less: 'vraagt minder vaak% aan',
    same: 'vraagt ongeveer even vaak% aan',
  },
  en: { more: 'requests% more often', less: 'requests% less often', same: 'requests% about as often' },
  before: { nl: ' ', en: ' ' },
  without: { nl: ' onderzoek', en: ' examinations' },
};
const PRESCRIBES: Phrase = {
  nl: {
    more: 'schrijft vaker% voor',
    less: 'schrijft minder vaak% voor',
    same: 'schrijft ongeveer even vaak% voor',
  },
  en: { more: 'prescribes% more often', less: 'prescribes% less often', same: 'prescribes% about as often' },
  before: { nl: ' ', en: ' ' },
  without: { nl: ' iets', en: ' something' },
};

function phraseOf({ kind, numerator, denominator }: MeasureContent): Phrase | null {
  if (denominator === 'count-and-consults') return numerator === 'consults' ? CHOOSES : null;
  if (denominator === 'count') return numerator === 'urgent' && kind === 'referrals' ? URGENT : null;
  if (numerator === 'consults' || kind === 'consults') return CONSULTS;
  if (numerator !== 'count') return null;
  return { referrals: REFERS, diagnostics: DIAGNOSTICS, prescriptions: PRESCRIBES, 'list-sizes': null }[kind];
}

function claim(
  content: MeasureContent,
  item: string,
  direction: Direction,
  to: Comparison['with'],
  language: Language,
): string {
  const nl = language === 'nl';
  const whom = nl
    ? { group: 'uw groep', region: 'de regio' }[to]
    : { group: 'your group', region: 'the region' }[to];
  const than = nl ? (direction === 'same' ? 'als' : 'dan') : direction === 'same' ? 'as' : 'than';
  const subject = nl ? 'Uw praktijk' : 'Your practice';
  const phrase = phraseOf(content);
  if (phrase) {
    const of = item === '' ? (phrase.without?.[language] ?? '') : phrase.before[language] + item;
    return `${subject} ${phrase[language][direction].replace('%', () => of)} ${than} ${whom}.`;
  }
  const title = content.title[language] + (item === '' ? '' : `, ${item}`);
  const height = nl
    ? { more: 'hoger dan', less: 'lager dan', same: 'ongeveer even hoog als' }[direction]
    : { more: 'higher than', less: 'lower than', same: 'about as high as' }[direction];
  return nl
    ? `${title}: het cijfer van uw praktijk is ${height} dat van ${whom}.`
    : `${title}: the figure of your practice is ${height} that of ${whom}.`;
}

/** "Uw praktijk: 57 per 1.000 patiënten, met een marge van 48 tot 67.", and what is missing from it. */
export function figureDetail(
  content: MeasureContent,
  own: Estimate,
  about: {
    missingMonths: number;
    months: number;
    sourceChanged: boolean;
    standardised: boolean;
    complete: boolean;
    /** Taken from the system more than a quarter from when the others' were. */
    apart: boolean;
  },
): Words {
  return both((language) => {
    const nl = language === 'nl';
    const number = (value: number): string => spoken(value, language, content.decimals);
    const said = figureWords(content, own.value, language);
    const margin =
      own.low === null || own.high === null
        ? ''
        : nl
          ? `, met een marge van ${number(own.low)} tot ${number(own.high)}`
          : `, with a margin of ${number(own.low)} to ${number(own.high)}`;
    const parts = [nl ? `Uw praktijk: ${said}${margin}.` : `Your practice: ${said}${margin}.`];
    if (about.standardised)
      parts.push(nl ? 'Gecorrigeerd voor leeftijd en geslacht.' : 'Corrected for age and sex.');
    if (about.missingMonths > 0)
      parts.push(
        nl
          ? `Van deze ${about.months} maanden ontbreken er ${about.missingMonths}.`
          : `Of these ${about.months} months ${about.missingMonths} are missing.`,
      );
    if (!about.complete)
      parts.push(
        nl
          ? 'De cijfers zijn van voor het einde van de periode: er kan nog wat bijkomen.'
          : 'The figures are from before the end of the period: more may come in.',
      );
    if (about.apart)
      parts.push(
        nl
          ? 'Uw cijfers zijn meer dan een kwartaal eerder of later uitgelezen dan die van anderen: vergelijk met voorbehoud.'
          : 'Your figures were read more than a quarter before or after those of others: compare with caution.',
      );
    if (about.sourceChanged)
      parts.push(
        nl
          ? 'In deze periode veranderde de bron: lees het cijfer met voorbehoud.'
          : 'The source changed in this period: read the figure with caution.',
      );
    return parts.join(' ');
  });
}

/** "Mannen van 18-44 jaar": a stratum by its codes. */
export function stratumWords(sex: string, age: string): Words {
  const who = {
    M: { nl: 'Mannen', en: 'Men' },
    V: { nl: 'Vrouwen', en: 'Women' },
  }[sex];
  const band = /^(\d+)-(\d+)$/.exec(age);
  const open = /^(\d+)\+$/.exec(age);
  const years: Words = band
    ? { nl: `${band[1]} tot en met ${band[2]} jaar`, en: `${band[1]} to ${band[2]} years` }
    : open
      ? { nl: `${open[1]} jaar en ouder`, en: `${open[1]} years and over` }
      : { nl: age === '' ? '' : `${age} jaar`, en: age === '' ? '' : `${age} years` };
  return both((language) =>
    [who?.[language] ?? '', years[language]].filter((part) => part !== '').join(', '),
  );
}
