import type { CardWords, MeasureContent, ProvenanceCard, Words } from '#libs/contracts';

/** What a card says by itself. The Dutch sentence stands on the card, under its hash; the English one is found by it. */
export const CARD_SENTENCES = {
  notCorrected: {
    nl: 'Niet gecorrigeerd voor leeftijd en geslacht: de bron of de regio heeft die gegevens niet.',
    en: 'Not corrected for age and sex: the source or the region does not have those data.',
  },
  datesDiffer: {
    nl: 'Niet alle praktijken leverden op hetzelfde moment aan: er zit meer dan een kwartaal tussen. Vergelijk met voorbehoud.',
    en: 'Not all practices supplied at the same moment: there is more than a quarter between them. Compare with reservations.',
  },
  severalSources: {
    nl: 'De cijfers komen uit meer dan één bron.',
    en: 'The figures come from more than one source.',
  },
  outside: {
    nl: 'Wat buiten deze bron om gebeurde, telt niet mee.',
    en: 'What happened outside this source is not counted.',
  },
} satisfies Record<string, Words>;

/** The name of all items together, as cards of released and own figures have it. */
const ALL_TOGETHER: Words = { nl: 'alles samen', en: 'everything together' };

const NUMBERS = { nl: new Intl.NumberFormat('nl-NL'), en: new Intl.NumberFormat('en-GB') } as const;

/** `per 1.000 ingeschreven patiënten` */
export function unitWords({ per, denominator }: Pick<MeasureContent, 'per' | 'denominator'>): Words {
  const of = (language: 'nl' | 'en', patients: string): string =>
    `per ${NUMBERS[language].format(per)}${denominator === 'listed' ? ` ${patients}` : ''}`;
  return { nl: of('nl', 'ingeschreven patiënten'), en: of('en', 'registered patients') };
}

/**
 * The texts of a card in both languages. The card itself has them in Dutch and is never changed, so that its hash holds; what was said
 * in the definition that it names, or by us, is found by its Dutch. What somebody wrote about a source stands as it was written.
 * @param content of the version of the definition that the card names; null when it is not known
 */
export function cardWords(card: ProvenanceCard, content: MeasureContent | null): CardWords {
  const { measure, denominator, limitations } = card;
  const known = new Map(
    [
      ...Object.values(CARD_SENTENCES),
      ...(content
        ? [content.numeratorWords, content.denominatorWords, unitWords(content), ...content.limitations]
        : []),
    ].map((words) => [words.nl, words]),
  );
  const both = (text: string): Words => known.get(text) ?? { nl: text, en: text };
  return {
    title: content ? titleWords(measure.title, content.title) : both(measure.title),
    numerator: both(measure.numerator),
    denominator: both(denominator.definition),
    unit: both(measure.unit),
    limitations: limitations.map(both),
  };
}

/** `Verwijzingen: Dermatologie`: the title of the definition, and the name of the item as its source has it. */
function titleWords(text: string, title: Words): Words {
  if (text === title.nl) return title;
  if (!text.startsWith(`${title.nl}: `)) return { nl: text, en: text };
  const item = text.slice(title.nl.length + 2);
  return { nl: text, en: `${title.en}: ${item === ALL_TOGETHER.nl ? ALL_TOGETHER.en : item}` };
}
