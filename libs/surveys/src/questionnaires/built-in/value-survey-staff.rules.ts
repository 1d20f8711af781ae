import type { QuestionnaireContent } from '#libs/contracts';
import { factorItems } from './value-factors.rules.js';
import { fiveItem, gradeItem } from './grade.rules.js';
import { aimItems, experienceItems, supportItems, valueItems } from './value-items.rules.js';

const NOT_AT_ALL = {
  low: { nl: 'helemaal niet', en: 'not at all' },
  high: { nl: 'helemaal wel', en: 'very much' },
};

/** The value survey for staff (SUR-02…05, 10, 12, 16): at most eight minutes, one question per screen. */
export const VALUE_SURVEY_STAFF: QuestionnaireContent = {
  title: { nl: 'Waardeonderzoek voor medewerkers', en: 'Value survey for staff' },
  introduction: {
    nl: 'Wat levert het programma u en uw praktijk op? Weet u iets niet? Kies dan “weet ik niet”.',
    en: 'What does the programme bring you and your practice? You do not know? Then choose “I do not know”.',
  },
  thanks: {
    nl: 'U leest de uitkomsten terug in een samenvatting voor medewerkers.',
    en: 'You will find the outcomes in a summary for staff.',
  },
  minutes: 8,
  items: [
    gradeItem(
      {
        nl: 'Welk cijfer geeft u de waarde van het programma?',
        en: 'Which grade do you give the value of the programme?',
      },
      {
        nl: 'Voor u, uw praktijk en uw patiënten samen.',
        en: 'For you, your practice and your patients together.',
      },
    ),
    fiveItem(
      'informed',
      {
        nl: 'Bent u goed geïnformeerd over het programma?',
        en: 'Are you well informed about the programme?',
      },
      NOT_AT_ALL,
      { section: { nl: 'Betrokken en geïnformeerd', en: 'Involved and informed' } },
    ),
    fiveItem(
      'involved',
      {
        nl: 'Voelt u zich betrokken bij het programma?',
        en: 'Do you feel involved in the programme?',
      },
      NOT_AT_ALL,
    ),
    fiveItem(
      'involved-in-choices',
      {
        nl: 'Kon u meebeslissen over wat uw praktijk doet?',
        en: 'Could you help decide what your practice does?',
      },
      NOT_AT_ALL,
    ),
    ...experienceItems(),
    ...supportItems(),
    ...aimItems(),
    ...factorItems(),
    ...valueItems(),
  ],
};
