import type { QuestionnaireContent } from '#libs/contracts';
import { gradeItem } from './grade.rules.js';

/** The day after a meeting of an intervision group (SUR-15): a minute on a phone, at most six taps. */
export const INTERVISION_EVALUATION: QuestionnaireContent = {
  title: { nl: 'Evaluatie van de intervisiebijeenkomst', en: 'Evaluation of the intervision meeting' },
  introduction: {
    nl: 'Uw intervisiegroep kwam bij elkaar. Wat vond u ervan? Het kost u één minuut.',
    en: 'Your intervision group met. What did you think of it? It takes one minute.',
  },
  thanks: {
    nl: 'Wij tellen de antwoorden van alle groepen samen en verbeteren daarmee de volgende ronde.',
    en: 'We add up the answers of all groups and improve the next round with them.',
  },
  minutes: 1,
  items: [
    gradeItem(
      { nl: 'Welk cijfer geeft u deze bijeenkomst?', en: 'Which grade do you give this meeting?' },
      { nl: 'Denk aan wat het gesprek u opleverde.', en: 'Think of what the conversation gave you.' },
    ),
    {
      type: 'choice',
      key: 'take-home',
      text: {
        nl: 'Gaat u iets anders doen in uw praktijk?',
        en: 'Will you do something differently in your practice?',
      },
      multiple: false,
      options: [
        { key: 'yes', text: { nl: 'Ja', en: 'Yes' } },
        { key: 'partly', text: { nl: 'Misschien', en: 'Perhaps' } },
        { key: 'no', text: { nl: 'Nee', en: 'No' } },
      ],
    },
    {
      type: 'choice',
      key: 'felt-free',
      text: { nl: 'Kon u vrijuit spreken?', en: 'Could you speak freely?' },
      multiple: false,
      options: [
        { key: 'yes', text: { nl: 'Ja', en: 'Yes' } },
        { key: 'partly', text: { nl: 'Meestal', en: 'Mostly' } },
        { key: 'no', text: { nl: 'Nee', en: 'No' } },
      ],
    },
    {
      type: 'text',
      key: 'improve',
      text: { nl: 'Wat kan de volgende keer beter?', en: 'What could be better next time?' },
      help: {
        nl: 'U mag dit overslaan. Noem geen namen van patiënten of collega’s.',
        en: 'You may skip this. Do not name patients or colleagues.',
      },
      maxLength: 500,
      optional: true,
    },
  ],
};
