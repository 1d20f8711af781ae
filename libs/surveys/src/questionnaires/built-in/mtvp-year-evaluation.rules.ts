import type { ChoiceItem, QuestionnaireContent, Words } from '#libs/contracts';

const relation = (key: string, text: Words): ChoiceItem => ({
  type: 'choice',
  key,
  text,
  multiple: false,
  options: [
    { key: 'positive', text: { nl: 'Ja, een positief verband', en: 'Yes, a positive relation' } },
    { key: 'neutral', text: { nl: 'Geen verband', en: 'No relation' } },
    { key: 'negative', text: { nl: 'Een negatief verband', en: 'A negative relation' } },
  ],
});

/**
 * The year evaluation of a practice (PLN-08): progress, the four questions behind the regional indicators (MON-03…06), lessons,
 * and what comes next. The indicators are no results that must be reached, and the page says so (MON-07).
 */
export const MTVP_YEAR_EVALUATION: QuestionnaireContent = {
  title: { nl: 'Jaarevaluatie MTVP', en: 'MTVP year evaluation' },
  introduction: {
    nl: 'U kijkt terug op het jaar: uw plan, wat het opleverde en wat u leerde. De uitkomsten zijn geen norm: u hoeft niets te halen.',
    en: 'You look back on the year: your plan, what it brought and what you learned. The outcomes are no target: there is nothing you have to reach.',
  },
  thanks: {
    nl: 'Wij bespreken de uitkomsten met de praktijken en stellen het regioplan ermee bij.',
    en: 'We discuss the outcomes with the practices and adjust the regional plan with them.',
  },
  minutes: 10,
  items: [
    {
      type: 'choice',
      key: 'plan-progress',
      section: { nl: 'Uw plan', en: 'Your plan' },
      text: {
        nl: 'Hoe ver bent u met uw praktijkplan van dit jaar?',
        en: 'How far are you with this year’s practice plan?',
      },
      multiple: false,
      options: [
        { key: 'done', text: { nl: 'Uitgevoerd', en: 'Carried out' } },
        { key: 'on-track', text: { nl: 'Grotendeels uitgevoerd', en: 'Mostly carried out' } },
        { key: 'partly', text: { nl: 'Voor een deel uitgevoerd', en: 'Partly carried out' } },
        { key: 'not-started', text: { nl: 'Nog niet begonnen', en: 'Not started yet' } },
      ],
    },
    {
      type: 'choice',
      key: 'goal-reached',
      section: { nl: 'De vier evaluatievragen', en: 'The four evaluation questions' },
      text: { nl: 'Is het doel van uw praktijk bereikt?', en: 'Has your practice reached its goal?' },
      help: {
        nl: 'Het gaat om het MTVP-doel in uw praktijkplan.',
        en: 'This is about the MTVP goal in your practice plan.',
      },
      multiple: false,
      options: [
        { key: 'yes', text: { nl: 'Ja', en: 'Yes' } },
        { key: 'no', text: { nl: 'Nee', en: 'No' } },
      ],
    },
    relation('patient-satisfaction', {
      nl: 'Ziet u een verband tussen de interventies en de tevredenheid van uw patiënten?',
      en: 'Do you see a relation between the interventions and the satisfaction of your patients?',
    }),
    relation('job-satisfaction', {
      nl: 'Ziet u een verband tussen de interventies en het werkplezier in uw praktijk?',
      en: 'Do you see a relation between the interventions and the job satisfaction in your practice?',
    }),
    {
      type: 'scale',
      key: 'network-completed',
      text: {
        nl: 'Hoeveel interventies “samenwerking in het netwerk” rondde u dit jaar met succes af?',
        en: 'How many interventions “co-operation in the network” did you complete successfully this year?',
      },
      min: 0,
      max: 10,
      lowLabel: { nl: 'geen', en: 'none' },
      highLabel: { nl: '10 of meer', en: '10 or more' },
    },
    {
      type: 'text',
      key: 'lessons-works',
      section: { nl: 'Wat u leerde', en: 'What you learned' },
      text: { nl: 'Wat werkt goed in uw praktijk?', en: 'What works well in your practice?' },
      help: {
        nl: 'Noem geen namen van patiënten of collega’s.',
        en: 'Do not name patients or colleagues.',
      },
      maxLength: 2000,
      optional: true,
    },
    {
      type: 'text',
      key: 'lessons-not',
      text: { nl: 'Wat werkt niet, en waarom?', en: 'What does not work, and why?' },
      maxLength: 2000,
      optional: true,
    },
    {
      type: 'text',
      key: 'next-year',
      section: { nl: 'Volgend jaar', en: 'Next year' },
      text: {
        nl: 'Welke interventies kiest u voor volgend jaar?',
        en: 'Which interventions do you choose for next year?',
      },
      help: {
        nl: 'Zeg erbij of een interventie nieuw is of verder gaat.',
        en: 'Say whether an intervention is new or goes on.',
      },
      maxLength: 2000,
      optional: true,
    },
  ],
};
