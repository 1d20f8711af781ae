import type { MeasureContent, Words } from '#libs/contracts';

/** A measure that comes with Leerkring: reviewed data. Whoever changes its content raises `number`. */
export interface BuiltInMeasure {
  code: string;
  number: string;
  /** Local days of the review and of the next one. */
  reviewedOn: string;
  reviewBy: string;
  content: MeasureContent;
}

/** Eight points on one side are a shift, six in a row a trend (models/mirror §1.5). */
const RUN_RULES = { shift: 8, trend: 6 } as const;

const NO_NORM: Words = {
  nl: 'Er is geen norm. Meer is niet beter en minder is niet beter: het cijfer is een begin van een gesprek.',
  en: 'There is no norm. More is not better and less is not better: the figure is the start of a conversation.',
};
const CASE_MIX: Words = {
  nl: 'Praktijken verschillen in leeftijd, in patiënten met meer ziekten tegelijk en in zorg die zij van het ziekenhuis overnamen. Zulke zorg verschuift langzaam: kijk naar jaren, niet naar maanden.',
  en: 'Practices differ in age, in patients with several illnesses at once and in care they took over from the hospital. Such care shifts slowly: look at years, not at months.',
};
const LISTED: Words = {
  nl: 'op naam ingeschreven patiënten, gemiddeld over de periode',
  en: 'registered patients, on average over the period',
};
const OTHER_ROUTES: Words = {
  nl: 'Verwijzingen buiten het systeem van de bron om, zoals brieven per post, tellen niet mee.',
  en: 'Referrals outside the system of the source, such as letters by post, are not counted.',
};
const LOCUMS: Words = {
  nl: 'Wat een waarnemer verwees, telt bij de praktijk van de patiënt.',
  en: 'What a locum referred counts for the practice of the patient.',
};
const SMALL: Words = {
  nl: 'Bij kleine aantallen is de marge groot en zegt één jaar weinig.',
  en: 'With small numbers the margin is wide and one year says little.',
};

const rate = {
  denominator: 'listed',
  denominatorWords: LISTED,
  per: 1000,
  decimals: 0,
  intervalMethod: 'byar',
  direction: NO_NORM,
  caseMix: CASE_MIX,
  runRules: RUN_RULES,
} as const;
const share = {
  per: 100,
  decimals: 0,
  standardisation: 'none',
  intervalMethod: 'wilson',
  direction: NO_NORM,
  caseMix: CASE_MIX,
  runRules: RUN_RULES,
} as const;

/** In the order of the chooser. Codes are for ever: figures, cards and remarks hang on them. */
export const BUILT_IN_MEASURES: readonly BuiltInMeasure[] = (
  [
    [
      'VERW',
      {
        ...rate,
        title: { nl: 'Verwijzingen', en: 'Referrals' },
        kind: 'referrals',
        numerator: 'count',
        numeratorWords: {
          nl: 'verwijsbrieven naar een medisch specialist, zonder meedenkconsulten',
          en: 'referral letters to a medical specialist, without advice consults',
        },
        standardisation: 'indirect',
        why: {
          nl: 'Hoe vaak een praktijk verwijst, hangt samen met wat zij zelf doet en met wat in de regio is afgesproken. Samen kijken naar verschillen laat zien wat patiënten eraan hebben.',
          en: 'How often a practice refers is connected with what it does itself and with what was agreed in the region. Looking at differences together shows what patients gain from it.',
        },
        limitations: [OTHER_ROUTES, LOCUMS, SMALL],
      },
    ],
    [
      'VERW-SPOED',
      {
        ...share,
        title: { nl: 'Spoed bij verwijzingen', en: 'Urgent referrals' },
        kind: 'referrals',
        numerator: 'urgent',
        numeratorWords: { nl: 'verwijsbrieven met spoed', en: 'urgent referral letters' },
        denominator: 'count',
        denominatorWords: { nl: 'alle verwijsbrieven', en: 'all referral letters' },
        why: {
          nl: 'Spoed vraagt veel van patiënt, huisarts en ziekenhuis. Het aandeel laat zien hoe vaak het anders dan gepland moet.',
          en: 'Urgency asks much of patient, GP and hospital. The share shows how often care cannot be planned.',
        },
        limitations: [
          {
            nl: 'Wat spoed heet, kan per praktijk en per specialisme verschillen.',
            en: 'What is called urgent can differ by practice and by specialism.',
          },
          OTHER_ROUTES,
          SMALL,
        ],
      },
    ],
    [
      'MEEDENK',
      {
        ...rate,
        title: { nl: 'Meedenkconsulten', en: 'Advice consults' },
        kind: 'referrals',
        numerator: 'consults',
        numeratorWords: {
          nl: 'digitale vragen aan een medisch specialist in plaats van een verwijzing',
          en: 'digital questions to a medical specialist instead of a referral',
        },
        standardisation: 'none',
        why: {
          nl: 'Met een meedenkconsult blijft de patiënt bij de eigen huisarts. Als zorg van verwijzing naar meedenkconsult verschuift, horen beide cijfers bij elkaar.',
          en: 'With an advice consult the patient stays with the own GP. When care shifts from referral to advice consult, the two figures belong together.',
        },
        limitations: [
          {
            nl: 'Vragen per telefoon of in een overleg tellen niet mee.',
            en: 'Questions by telephone or in a meeting are not counted.',
          },
          SMALL,
        ],
      },
    ],
    [
      'MEEDENK-AANDEEL',
      {
        ...share,
        title: { nl: 'Aandeel meedenkconsulten', en: 'Share of advice consults' },
        kind: 'referrals',
        numerator: 'consults',
        numeratorWords: { nl: 'meedenkconsulten', en: 'advice consults' },
        denominator: 'count-and-consults',
        denominatorWords: {
          nl: 'meedenkconsulten en verwijsbrieven samen',
          en: 'advice consults and referral letters together',
        },
        why: {
          nl: 'Het laat zien hoe vaak een vraag aan de specialist zonder verwijzing werd gesteld.',
          en: 'It shows how often a question to the specialist was asked without a referral.',
        },
        limitations: [
          {
            nl: 'Niet elk meedenkconsult komt in de plaats van een verwijzing; soms volgt die later alsnog.',
            en: 'Not every advice consult replaces a referral; sometimes one follows later.',
          },
          SMALL,
        ],
      },
    ],
    [
      'DIAG',
      {
        ...rate,
        title: { nl: 'Diagnostiek', en: 'Diagnostics' },
        kind: 'diagnostics',
        numerator: 'count',
        numeratorWords: { nl: 'aangevraagde onderzoeken', en: 'requested examinations' },
        standardisation: 'indirect',
        why: {
          nl: 'Onderzoek geeft zekerheid, maar ook toevallige vondsten en nieuwe onderzoeken. Verschillen zijn een goede aanleiding om samen naar de protocollen te kijken.',
          en: 'Examinations give certainty, but also chance findings and new examinations. Differences are a good reason to look at the protocols together.',
        },
        limitations: [
          {
            nl: 'Onderzoek dat de specialist of een ander laboratorium aanvroeg of deed, telt niet mee.',
            en: 'Examinations requested by the specialist or done by another laboratory are not counted.',
          },
          SMALL,
        ],
      },
    ],
    [
      'VOORSCHR',
      {
        ...rate,
        title: { nl: 'Voorschriften', en: 'Prescriptions' },
        kind: 'prescriptions',
        numerator: 'count',
        numeratorWords: { nl: 'voorschriften van de praktijk', en: 'prescriptions by the practice' },
        standardisation: 'indirect',
        why: {
          nl: 'Voorschrijven hangt samen met leeftijd, ziekte en gewoonte. Vergelijken helpt om gewoonten te zien.',
          en: 'Prescribing is connected with age, illness and habit. Comparing helps to see habits.',
        },
        limitations: [
          {
            nl: 'Een herhaalrecept telt als een voorschrift; hoe lang iemand ermee toe kan, verschilt.',
            en: 'A repeat prescription counts as a prescription; how long it lasts differs.',
          },
          {
            nl: 'Middelen zonder recept en van een specialist tellen niet mee.',
            en: 'Medicines without a prescription and from a specialist are not counted.',
          },
          SMALL,
        ],
      },
    ],
  ] satisfies [string, MeasureContent][]
).map(([code, content]) => ({
  code,
  number: '1.0.0',
  reviewedOn: '2026-11-22',
  reviewBy: '2027-11-22',
  content,
}));
