import type { QuestionnaireContent } from '#libs/contracts';
import { DIALOGUE_EVALUATION } from './dialogue-evaluation.rules.js';
import { INTERVISION_EVALUATION } from './intervision-evaluation.rules.js';
import { MTVP_YEAR_EVALUATION } from './mtvp-year-evaluation.rules.js';
import { VALUE_SURVEY_HOLDERS } from './value-survey-holders.rules.js';
import { VALUE_SURVEY_STAFF } from './value-survey-staff.rules.js';

/** A questionnaire that comes with Leerkring: reviewed data. Whoever changes its content raises `number`. */
export interface BuiltIn {
  key: string;
  number: number;
  /** Local day of the review. */
  reviewedOn: string;
  content: QuestionnaireContent;
}

/** In the order of the list. Item keys are for ever: trends and comparisons hang on them. */
export const BUILT_INS: readonly BuiltIn[] = [
  { key: 'dialogue-evaluation', number: 1, reviewedOn: '2026-11-22', content: DIALOGUE_EVALUATION },
  { key: 'intervision-evaluation', number: 1, reviewedOn: '2026-11-22', content: INTERVISION_EVALUATION },
  { key: 'mtvp-year-evaluation', number: 1, reviewedOn: '2026-11-22', content: MTVP_YEAR_EVALUATION },
  { key: 'value-survey-staff', number: 1, reviewedOn: '2026-11-22', content: VALUE_SURVEY_STAFF },
  { key: 'value-survey-holders', number: 1, reviewedOn: '2026-11-22', content: VALUE_SURVEY_HOLDERS },
];
