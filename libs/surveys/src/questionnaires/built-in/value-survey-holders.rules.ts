import type { QuestionnaireContent } from '#libs/contracts';
import { factorItems } from './value-factors.rules.js';
import { fiveItem, gradeItem } from './grade.rules.js';
import { aimItems, experienceItems, supportItems, valueItems } from './value-items.rules.js';

const NOT_AT_ALL = {
  low: { nl: 'helemaal niet', en: 'not at all' },
  high: { nl: 'helemaal wel', en: 'very much' },
};

/** The value survey for practice holders (SUR-02): what staff are asked, and what only who decides can tell. */
export const VALUE_SURVEY_HOLDERS: QuestionnaireContent = {
  title: { nl: 'Waardeonderzoek voor praktijkhouders', en: 'Value survey for practice holders' },
  introduction: {
    nl: 'Wat levert het programma uw praktijk op, en wat vraagt het? Weet u iets niet? Kies dan “weet ik niet”.',
    en: 'What does the programme bring your practice, and what does it ask? You do not know? Then choose “I do not know”.',
  },
  thanks: {
    nl: 'Wij bespreken de uitkomsten met de praktijken en passen het programma ermee aan.',
    en: 'We discuss the outcomes with the practices and adapt the programme with them.',
  },
  minutes: 10,
  items: [
    gradeItem(
      {
        nl: 'Welk cijfer geeft u de waarde van het programma?',
        en: 'Which grade do you give the value of the programme?',
      },
      {
        nl: 'Voor uw praktijk, uw team en uw patiënten samen.',
        en: 'For your practice, team and patients together.',
      },
    ),
    fiveItem(
      'effort-balance',
      {
        nl: 'Is de tijd die het kost in balans met wat het oplevert?',
        en: 'Is the time it takes in balance with what it brings?',
      },
      NOT_AT_ALL,
      { section: { nl: 'Wat het vraagt', en: 'What it asks' } },
    ),
    fiveItem(
      'involved-staff',
      {
        nl: 'Betrekt u uw team bij de keuzes voor het programma?',
        en: 'Do you involve your team in the choices for the programme?',
      },
      NOT_AT_ALL,
    ),
    fiveItem(
      'informed-staff',
      {
        nl: 'Is uw team goed geïnformeerd over het programma?',
        en: 'Is your team well informed about the programme?',
      },
      NOT_AT_ALL,
    ),
    {
      type: 'choice',
      key: 'again',
      text: {
        nl: 'Zou u opnieuw meedoen met wat u nu weet?',
        en: 'Would you take part again, knowing what you know now?',
      },
      multiple: false,
      options: [
        { key: 'yes', text: { nl: 'Ja', en: 'Yes' } },
        { key: 'doubt', text: { nl: 'Ik twijfel', en: 'I doubt it' } },
        { key: 'no', text: { nl: 'Nee', en: 'No' } },
      ],
    },
    ...experienceItems(),
    ...supportItems(),
    ...aimItems(),
    ...factorItems(),
    ...valueItems(),
  ],
};
