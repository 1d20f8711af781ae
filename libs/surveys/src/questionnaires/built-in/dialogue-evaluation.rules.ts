import type { QuestionnaireContent } from '#libs/contracts';
import { gradeItem } from './grade.rules.js';

/** The day after a dialogue session (DIA-15, SUR-15): a minute on a phone, at most six taps. */
export const DIALOGUE_EVALUATION: QuestionnaireContent = {
  title: { nl: 'Evaluatie van de dialoogsessie', en: 'Evaluation of the dialogue session' },
  introduction: {
    nl: 'U was bij een dialoogsessie. Wat vond u ervan? Het kost u één minuut.',
    en: 'You attended a dialogue session. What did you think of it? It takes one minute.',
  },
  thanks: {
    nl: 'De organisator en de vakgroep gebruiken de uitkomsten om de volgende sessie beter te maken.',
    en: 'The organiser and the department use the outcomes to make the next session better.',
  },
  minutes: 1,
  items: [
    gradeItem(
      { nl: 'Welk cijfer geeft u deze dialoogsessie?', en: 'Which grade do you give this dialogue session?' },
      { nl: 'Denk aan wat u er morgen mee kunt doen.', en: 'Think of what you can do with it tomorrow.' },
    ),
    {
      type: 'choice',
      key: 'use-tomorrow',
      text: {
        nl: 'Verwijst of behandelt u nu anders door wat u hoorde?',
        en: 'Will you refer or treat differently because of what you heard?',
      },
      multiple: false,
      options: [
        { key: 'yes', text: { nl: 'Ja', en: 'Yes' } },
        { key: 'partly', text: { nl: 'Een beetje', en: 'A little' } },
        { key: 'no', text: { nl: 'Nee', en: 'No' } },
      ],
    },
    {
      type: 'choice',
      key: 'questions-answered',
      text: { nl: 'Kreeg u antwoord op uw vragen?', en: 'Were your questions answered?' },
      multiple: false,
      options: [
        { key: 'yes', text: { nl: 'Ja, allemaal', en: 'Yes, all of them' } },
        { key: 'partly', text: { nl: 'Een deel', en: 'Some of them' } },
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
