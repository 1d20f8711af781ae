import type { HiddenReason, Language, Role, Words } from '#libs/contracts';

/** One text in both languages from one recipe. */
export const both = (say: (language: Language) => string): Words => ({ nl: say('nl'), en: say('en') });
const pick = (language: Language, nl: string, en: string): string => (language === 'nl' ? nl : en);

/** A number with a decimal comma in Dutch. */
export const decimal = (value: number, language: Language, digits = 1): string =>
  value.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  });
/** A share as it is written on the screens: with a fixed space in Dutch. */
export const percent = (share: number, language: Language): string =>
  `${Math.round(share * 100)}${language === 'nl' ? '\u00a0' : ''}%`;
/** A p-value as it is written: never as zero. */
export const pValue = (p: number, language: Language): string =>
  p < 0.001 ? `p\u00a0<\u00a0${decimal(0.001, language, 3)}` : `p\u00a0=\u00a0${decimal(p, language, 3)}`;

export const ROLE_NAMES: Record<Role, Words> = {
  'region-coordinator': { nl: 'Regiocoördinator', en: 'Region coordinator' },
  'data-steward': { nl: 'Databeheerder', en: 'Data steward' },
  'practice-consultant': { nl: 'Praktijkconsulent', en: 'Practice consultant' },
  'practice-holder': { nl: 'Praktijkhouder', en: 'Practice holder' },
  'practice-contact': { nl: 'Contactpersoon', en: 'Practice contact' },
  'practice-employee': { nl: 'Medewerker', en: 'Employee' },
  'discussion-leader': { nl: 'Gespreksleider', en: 'Discussion leader' },
  'coordinating-specialist': { nl: 'Coördinerend specialist', en: 'Coordinating specialist' },
  specialist: { nl: 'Specialist', en: 'Specialist' },
  auditor: { nl: 'Auditor', en: 'Auditor' },
  operator: { nl: 'Beheerder', en: 'Operator' },
};

const HIDDEN: Record<HiddenReason, Words> = {
  'too-few-responses': {
    nl: 'Te weinig antwoorden om iets te tonen zonder iemand te verraden.',
    en: 'Too few answers to show anything without giving somebody away.',
  },
  'too-few-practices': {
    nl: 'De antwoorden komen uit te weinig praktijken om ze te tonen.',
    en: 'The answers come from too few practices to show them.',
  },
  'complement-too-small': {
    nl: 'Niet te tonen: samen met het totaal zou dit een kleine groep verraden.',
    en: 'Cannot be shown: together with the total it would give a small group away.',
  },
  unanimous: {
    nl: 'Bijna iedereen antwoordde hetzelfde. Daarom staat hier alleen waar het midden ligt.',
    en: 'Almost everybody answered the same. So only where the middle lies is shown.',
  },
  'single-group': {
    nl: 'De antwoorden zijn niet te verdelen zonder een of twee mensen te verraden.',
    en: 'The answers cannot be divided without giving one or two people away.',
  },
  'too-few-texts': {
    nl: 'Open antwoorden tonen wij pas vanaf 8 ingevulde vragenlijsten.',
    en: 'Open answers are shown from 8 completed questionnaires.',
  },
};
export const hiddenSentence = (reason: HiddenReason): Words => HIDDEN[reason];

export const middleSentence = (reason: HiddenReason, middle: Words): Words =>
  both((l) => `${HIDDEN[reason][l]} ${pick(l, 'Het midden', 'The middle')}: ${middle[l]}.`);

/** What a mean says, and how sure that is; nothing about why. */
export const scaleSentence = (said: {
  n: number;
  mean: number;
  low: number;
  high: number;
  highShare: { from: number; share: number } | null;
}): Words =>
  both((l) => {
    const share = said.highShare
      ? pick(
          l,
          ` ${percent(said.highShare.share, l)} gaf een ${said.highShare.from} of hoger.`,
          ` ${percent(said.highShare.share, l)} gave a ${said.highShare.from} or higher.`,
        )
      : '';
    return pick(
      l,
      `Gemiddeld ${decimal(said.mean, l)} uit ${said.n} antwoorden (95%-interval ${decimal(said.low, l)} tot ${decimal(said.high, l)}).${share}`,
      `On average ${decimal(said.mean, l)} from ${said.n} answers (95% interval ${decimal(said.low, l)} to ${decimal(said.high, l)}).${share}`,
    );
  });

export const choiceSentence = (label: Words, share: number, count: number, n: number): Words =>
  both((l) =>
    pick(
      l,
      `Het vaakst gekozen: ${label.nl} (${percent(share, l)}, ${count} van ${n}).`,
      `Chosen most often: ${label.en} (${percent(share, l)}, ${count} of ${n}).`,
    ),
  );

export const turnoutSentence = (answered: number, invited: number): Words =>
  both((l) =>
    pick(
      l,
      `${answered} van de ${invited} genodigden antwoordden (${percent(invited ? answered / invited : 0, l)}).`,
      `${answered} of the ${invited} people invited answered (${percent(invited ? answered / invited : 0, l)}).`,
    ),
  );

/** What a reader must know about who did not answer, and about small numbers (SUR-09, SUR-13). */
export function cautionsOf(answered: number, invited: number): Words[] {
  const cautions: Words[] = [];
  if (invited > 0 && answered / invited < 0.6)
    cautions.push({
      nl: `${invited - answered} genodigden antwoordden niet. Zij kunnen er anders over denken.`,
      en: `${invited - answered} people invited did not answer. They may think differently.`,
    });
  if (answered < 30)
    cautions.push({
      nl: 'Kleine aantallen: een verschil of verandering kan toeval zijn.',
      en: 'Small numbers: a difference or change may be chance.',
    });
  return cautions;
}

export const METHODS: Record<'exact-conditional-on-ties' | 'asymptotic-tie-corrected-continuity', Words> = {
  'exact-conditional-on-ties': {
    nl: 'Mann-Whitney, exact, rekening houdend met gelijke antwoorden, tweezijdig',
    en: 'Mann-Whitney, exact, conditional on ties, two-sided',
  },
  'asymptotic-tie-corrected-continuity': {
    nl: 'Mann-Whitney, normale benadering met correctie voor gelijke antwoorden en continuïteit, tweezijdig',
    en: 'Mann-Whitney, normal approximation corrected for ties and continuity, two-sided',
  },
};

/** Two groups in one sentence that says no more than the test (SUR-13): no proof is not the same as no difference. */
export const differenceSentence = (
  a: Words,
  b: Words,
  verdict: { kind: 'difference'; higher: 'a' | 'b' } | { kind: 'no-proof-of-difference' },
  p: number,
): Words =>
  both((l) => {
    if (verdict.kind === 'no-proof-of-difference')
      return pick(
        l,
        `Er is geen bewijs voor een verschil tussen de groepen “${a.nl}” en “${b.nl}” (${pValue(p, l)}). Dat is iets anders dan bewijs dat er geen verschil is.`,
        `There is no proof of a difference between the groups “${a.en}” and “${b.en}” (${pValue(p, l)}). That is not proof that there is none.`,
      );
    const [higher, lower] = verdict.higher === 'a' ? [a, b] : [b, a];
    return pick(
      l,
      `De groep “${higher.nl}” antwoordde hoger dan de groep “${lower.nl}” (${pValue(p, l)}). De oorzaak blijkt hier niet uit.`,
      `The group “${higher.en}” answered higher than the group “${lower.en}” (${pValue(p, l)}). This does not show the cause.`,
    );
  });

export const trendSentence = (
  points: number,
  verdict:
    | { kind: 'trend'; direction: 'up' | 'down'; p: number }
    | { kind: 'no-proof-of-trend'; p: number }
    | null,
): Words =>
  both((l) => {
    if (!verdict)
      return pick(
        l,
        `Een lijn laat zich pas beoordelen vanaf drie metingen; er ${points === 1 ? 'is er' : 'zijn er'} ${points}.`,
        `A trend can be judged from three measurements; there ${points === 1 ? 'is' : 'are'} ${points}.`,
      );
    const test = `${pValue(verdict.p, l)}, Jonckheere-Terpstra`;
    if (verdict.kind === 'no-proof-of-trend')
      return pick(
        l,
        `Geen bewijs voor een stijgende of dalende lijn over ${points} metingen (${test}).`,
        `No proof of a rising or falling line over ${points} measurements (${test}).`,
      );
    const rising = verdict.direction === 'up';
    return pick(
      l,
      `De antwoorden ${rising ? 'stijgen' : 'dalen'} over ${points} metingen (${test}).`,
      `The answers ${rising ? 'rise' : 'fall'} over ${points} measurements (${test}).`,
    );
  });

export const oddsSentence = (text: Words, odds: number, low: number | null, high: number | null): Words =>
  both((l) => {
    const interval =
      low === null || high === null
        ? ''
        : pick(
            l,
            ` (95%-interval ${decimal(low, l, 2)} tot ${decimal(high, l, 2)})`,
            ` (95% interval ${decimal(low, l, 2)} to ${decimal(high, l, 2)})`,
          );
    if (low === null || high === null || (low <= 1 && high >= 1))
      return pick(
        l,
        `Geen bewijs voor een verband met “${text.nl}”${interval}.`,
        `No proof of a link with “${text.en}”${interval}.`,
      );
    return pick(
      l,
      `Eén stap hoger op “${text.nl}” gaat samen met ${odds > 1 ? 'een hogere' : 'een lagere'} kans op een hoog cijfer: odds ratio ${decimal(odds, l, 2)}${interval}. Dit bewijst geen oorzaak.`,
      `One step up on “${text.en}” goes with ${odds > 1 ? 'a higher' : 'a lower'} chance of a high grade: odds ratio ${decimal(odds, l, 2)}${interval}. This proves no cause.`,
    );
  });

/** Warnings of the engine that readers must see, in their words (SUR-13). */
export const WARNING_WORDS: Record<string, Words> = {
  'events-per-variable': {
    nl: 'Er zijn te weinig antwoorden per onderzocht kenmerk (minder dan 10): de uitkomsten zijn onzeker.',
    en: 'There are too few answers per characteristic (fewer than 10): the outcomes are uncertain.',
  },
  'wide-interval': {
    nl: 'Een interval is zo breed dat de odds ratio weinig zegt.',
    en: 'An interval is so wide that the odds ratio says little.',
  },
  separation: {
    nl: 'Een kenmerk deelt hoge en lage cijfers precies in tweeën. Daarom staan hier voorzichtige schattingen (Firth).',
    en: 'A characteristic divides high and low grades entirely. So cautious estimates (Firth) are shown.',
  },
  'quasi-separation': {
    nl: 'Een kenmerk deelt hoge en lage cijfers bijna precies in tweeën. Daarom staan hier voorzichtige schattingen (Firth).',
    en: 'A characteristic divides high and low grades almost entirely. So cautious estimates (Firth) are shown.',
  },
  'small-sample': {
    nl: 'Kleine aantallen: de uitkomst zegt weinig.',
    en: 'Small numbers: the outcome says little.',
  },
  'no-convergence': {
    nl: 'De berekening kwam niet tot een stabiele uitkomst.',
    en: 'The calculation did not settle.',
  },
  'no-variation': {
    nl: 'Alle antwoorden zijn gelijk.',
    en: 'All answers are the same.',
  },
};
export const warningWords = (codes: readonly string[]): Words[] =>
  [...new Set(codes)].flatMap((code) => WARNING_WORDS[code] ?? []);
