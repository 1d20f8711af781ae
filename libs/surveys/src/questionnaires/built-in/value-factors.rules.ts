import type { ChoiceItem, FactorKey, FactorProperty, Words } from '#libs/contracts';

/** How one factor is spoken about (SUR-04): its heading, and the thing itself in the middle of a sentence. */
interface FactorWords {
  name: Words;
  /** What it is, under the heading. */
  help: Words;
}

/** The eight factors in words that staff and holders share, so that their answers compare. */
export const FACTOR_WORDS: Record<FactorKey, FactorWords> = {
  autonomy: {
    name: { nl: 'Autonomie', en: 'Autonomy' },
    help: {
      nl: 'Zelf kiezen wat uw praktijk doet, hoe en wanneer.',
      en: 'Choosing yourself what your practice does, how and when.',
    },
  },
  support: {
    name: { nl: 'Ondersteuning', en: 'Support' },
    help: {
      nl: 'Hulp van de zorggroep, in tijd, kennis en geld.',
      en: 'Help from the care group, in time, knowledge and money.',
    },
  },
  'staff-involvement': {
    name: { nl: 'Betrokkenheid van personeel', en: 'Involvement of staff' },
    help: {
      nl: 'Meedenken en meedoen van het hele team.',
      en: 'The whole team thinking along and joining in.',
    },
  },
  measurability: {
    name: { nl: 'Meetbaarheid', en: 'Measurability' },
    help: { nl: 'Resultaten die in cijfers te zien zijn.', en: 'Results that show in figures.' },
  },
  'patient-factors': {
    name: { nl: 'Patiëntfactoren', en: 'Patient factors' },
    help: {
      nl: 'Wat patiënten kunnen, willen en gewend zijn.',
      en: 'What patients can do, want and are used to.',
    },
  },
  'professional-factors': {
    name: { nl: 'Zorgverlenerfactoren', en: 'Professional factors' },
    help: {
      nl: 'Wat zorgverleners kunnen, willen en gewend zijn.',
      en: 'What professionals can do, want and are used to.',
    },
  },
  'project-characteristics': {
    name: { nl: 'Kenmerken van het project', en: 'Characteristics of the project' },
    help: { nl: 'De opzet, de onderwerpen en het tempo.', en: 'Its design, subjects and pace.' },
  },
  connection: {
    name: { nl: 'Verbinding', en: 'Connection' },
    help: {
      nl: 'Contact met collega’s, andere praktijken en de wijk.',
      en: 'Contact with colleagues, other practices and the neighbourhood.',
    },
  },
};

/** What is asked of each factor (SUR-05). Options stand in the order of the published table. */
const PROPERTIES: Record<FactorProperty, { text: Words; options: ChoiceItem['options'] }> = {
  condition: {
    text: {
      nl: 'Is dit nodig om waarde uit het programma te halen?',
      en: 'Is this needed to get value from the programme?',
    },
    options: [
      { key: 'yes', text: { nl: 'Ja', en: 'Yes' } },
      { key: 'no', text: { nl: 'Nee', en: 'No' } },
    ],
  },
  relation: {
    text: { nl: 'Wat doet meer hiervan met die waarde?', en: 'What does more of this do to that value?' },
    options: [
      { key: 'positive', text: { nl: 'Meer waarde', en: 'More value' } },
      { key: 'neutral', text: { nl: 'Geen verschil', en: 'No difference' } },
      { key: 'negative', text: { nl: 'Minder waarde', en: 'Less value' } },
    ],
  },
  contribution: {
    text: { nl: 'Hoe was dit in uw praktijk tot nu toe?', en: 'How was this in your practice so far?' },
    options: [
      { key: 'positive', text: { nl: 'Positief', en: 'Positive' } },
      { key: 'mixed', text: { nl: 'Gemengd', en: 'Mixed' } },
      { key: 'negative', text: { nl: 'Negatief', en: 'Negative' } },
    ],
  },
};

/** Three questions per factor under the factor's own heading; keys `factor-autonomy-condition` and so on. */
export const factorItems = (): ChoiceItem[] =>
  (Object.entries(FACTOR_WORDS) as [FactorKey, FactorWords][]).flatMap(([factor, words]) =>
    (Object.entries(PROPERTIES) as [FactorProperty, (typeof PROPERTIES)[FactorProperty]][]).map(
      ([property, asked], place) => ({
        type: 'choice' as const,
        key: `factor-${factor}-${property}`,
        ...(place === 0 ? { section: words.name } : {}),
        text: {
          nl: `${words.name.nl}: ${asked.text.nl.charAt(0).toLowerCase()}${asked.text.nl.slice(1)}`,
          en: `${words.name.en}: ${asked.text.en.charAt(0).toLowerCase()}${asked.text.en.slice(1)}`,
        },
        ...(place === 0 ? { help: words.help } : {}),
        multiple: false,
        options: asked.options,
        factor: { factor, property },
      }),
    ),
  );
