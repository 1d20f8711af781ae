import type { ChoiceItem, QuestionnaireItem, ScaleItem, TextItem, Words } from '#libs/contracts';
import { fiveItem } from './grade.rules.js';

/** Items that staff and holders answer under the same key: their answers compare (SUR-06). */

const ENOUGH = {
  low: { nl: 'veel te weinig', en: 'far too little' },
  high: { nl: 'ruim genoeg', en: 'more than enough' },
};

/** Three kinds of support (SUR-16); “weet ik niet” is offered, as on every closed item (SUR-11). */
export const supportItems = (): ScaleItem[] => [
  fiveItem(
    'support-practical',
    {
      nl: 'Kreeg uw praktijk genoeg praktische hulp?',
      en: 'Did your practice get enough practical help?',
    },
    ENOUGH,
    {
      section: { nl: 'Ondersteuning', en: 'Support' },
      help: { nl: 'Zoals plannen, regelen en materiaal.', en: 'Such as planning, arranging and material.' },
    },
  ),
  fiveItem(
    'support-content',
    {
      nl: 'Kreeg uw praktijk genoeg inhoudelijke hulp?',
      en: 'Did your practice get enough help with the content?',
    },
    ENOUGH,
    { help: { nl: 'Zoals scholing en advies.', en: 'Such as training and advice.' } },
  ),
  fiveItem(
    'support-financial',
    {
      nl: 'Kreeg uw praktijk genoeg financiële hulp?',
      en: 'Did your practice get enough financial help?',
    },
    ENOUGH,
    { help: { nl: 'Zoals vergoeding van uren.', en: 'Such as payment for hours.' } },
  ),
];

const BETTER = {
  low: { nl: 'veel slechter', en: 'much worse' },
  high: { nl: 'veel beter', en: 'much better' },
};

/** Changes on the goals of the Quadruple Aim (SUR-03). */
export const aimItems = (): ScaleItem[] => [
  fiveItem(
    'aim-health',
    {
      nl: 'Wat deed het programma met de gezondheid van uw patiënten?',
      en: 'What did the programme do to the health of your patients?',
    },
    BETTER,
    { section: { nl: 'Wat er veranderde', en: 'What changed' } },
  ),
  fiveItem(
    'aim-experience',
    {
      nl: 'Wat deed het met hoe patiënten de zorg ervaren?',
      en: 'What did it do to how patients experience care?',
    },
    BETTER,
  ),
  fiveItem(
    'aim-cost',
    {
      nl: 'Wat deed het met de kosten van de zorg?',
      en: 'What did it do to the costs of care?',
    },
    BETTER,
    {
      help: {
        nl: 'Beter is: passende zorg voor minder geld.',
        en: 'Better means: fitting care for less money.',
      },
    },
  ),
  fiveItem(
    'aim-job-satisfaction',
    { nl: 'Wat deed het met uw werkplezier?', en: 'What did it do to your job satisfaction?' },
    BETTER,
  ),
];

const worked = (key: string, text: Words, section?: Words): ChoiceItem => ({
  type: 'choice',
  key,
  ...(section ? { section } : {}),
  text,
  multiple: false,
  options: [
    { key: 'not', text: { nl: 'Nog niet', en: 'Not yet' } },
    { key: 'sometimes', text: { nl: 'Soms', en: 'Sometimes' } },
    { key: 'often', text: { nl: 'Vaak', en: 'Often' } },
  ],
});

/** How much somebody worked with the programme and its ways (SUR-03). */
export const experienceItems = (): ChoiceItem[] => [
  worked(
    'experience-programme',
    {
      nl: 'Werkt u zelf aan onderdelen van het programma?',
      en: 'Do you work on parts of the programme yourself?',
    },
    { nl: 'Uw ervaring', en: 'Your experience' },
  ),
  worked('experience-positive-health', {
    nl: 'Werkt u met positieve gezondheid?',
    en: 'Do you work with positive health?',
  }),
  worked('experience-lean', {
    nl: 'Werkt u met Lean, zoals een verbeterbord?',
    en: 'Do you work with Lean, such as an improvement board?',
  }),
  worked('experience-learning-organisation', {
    nl: 'Leert uw team samen van wat goed of fout ging?',
    en: 'Does your team learn together from what went well or wrong?',
  }),
];

const open = (key: string, text: Words, section?: Words): TextItem => ({
  type: 'text',
  key,
  ...(section ? { section } : {}),
  text,
  help: {
    nl: 'U mag dit overslaan. Noem geen namen van patiënten of collega’s.',
    en: 'You may skip this. Do not name patients or colleagues.',
  },
  maxLength: 1000,
  optional: true,
});

/** Where progress was seen, and the three aspects that were found valuable, as themes for open answers (SUR-12). */
export const valueItems = (): QuestionnaireItem[] => [
  {
    type: 'choice',
    key: 'progress-areas',
    section: { nl: 'Wat het opleverde', en: 'What it brought' },
    text: { nl: 'Op welke gebieden zag u vooruitgang?', en: 'In which areas did you see progress?' },
    help: { nl: 'U mag meer antwoorden kiezen.', en: 'You may choose several answers.' },
    multiple: true,
    options: [
      { key: 'quadruple-aim', text: { nl: 'Doelen van het programma', en: 'Goals of the programme' } },
      { key: 'patient-outcomes', text: { nl: 'Uitkomsten voor patiënten', en: 'Outcomes for patients' } },
      { key: 'job-satisfaction', text: { nl: 'Werkplezier', en: 'Job satisfaction' } },
      { key: 'co-operation', text: { nl: 'Samenwerking', en: 'Co-operation' } },
      { key: 'practice-processes', text: { nl: 'Hoe de praktijk werkt', en: 'How the practice works' } },
      { key: 'none', text: { nl: 'Geen van deze', en: 'None of these' } },
    ],
  },
  open('value-engine', {
    nl: 'Motor voor verandering: wat bracht het programma in beweging?',
    en: 'Engine of change: what did the programme set in motion?',
  }),
  open('value-steps', {
    nl: 'Stappen vooruit: wat gaat nu beter dan eerst?',
    en: 'Steps forward: what goes better now than before?',
  }),
  open('value-learning', {
    nl: 'Leren van elkaar: wat leerde u van anderen?',
    en: 'Learning from each other: what did you learn from others?',
  }),
];
