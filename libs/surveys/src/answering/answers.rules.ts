import type {
  Answers,
  ItemAnswer,
  ItemCondition,
  QuestionnaireContent,
  QuestionnaireItem,
} from '#libs/contracts';

/** Why an answer is refused: one word per rule, for the details of `evaluation.answer-invalid`. */
export type AnswerFault =
  | 'unknown-item'
  | 'wrong-type'
  | 'out-of-range'
  | 'unknown-option'
  | 'too-many-options'
  | 'too-long'
  | 'not-offered'
  | 'missing'
  | 'empty';
export interface WrongAnswer {
  /** Null when it is about the whole. */
  item: string | null;
  reason: AnswerFault;
}

/** C0 and C1 control characters but for tab and line feed: PostgreSQL cannot store a NUL, and the others say nothing. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Storable text, unit for unit as long as it was given, so that offsets of findings stay right. */
export const storable = (text: string): string =>
  text
    .replace(/\r(?!\n)/g, '\n')
    .replace(CONTROLS, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd');

/** True when the item that the condition looks at was answered like that; unanswered and "weet ik niet" meet no condition. */
export function conditionMet(condition: ItemCondition, answers: Answers): boolean {
  const answer = answers[condition.item];
  if (!answer) return false;
  if (condition.operator === 'any-of')
    return 'options' in answer && answer.options.some((option) => condition.options.includes(option));
  if (!('value' in answer)) return false;
  return condition.operator === 'at-least'
    ? answer.value >= condition.value
    : answer.value <= condition.value;
}

/** The items that these answers lead to, in order: one whose condition is not met is not asked, nor what hangs on it. */
export function askedItems(content: QuestionnaireContent, answers: Answers): QuestionnaireItem[] {
  const met: Answers = {};
  return content.items.filter((item) => {
    if (item.condition && !conditionMet(item.condition, met)) return false;
    const answer = answers[item.key];
    if (answer) met[item.key] = answer;
    return true;
  });
}

/**
 * One answer as it may be stored, null for a blank text.
 * @returns the fault instead when the answer does not belong to the item.
 */
export function readAnswer(item: QuestionnaireItem, given: unknown): ItemAnswer | AnswerFault | null {
  if (!isRecord(given) || Object.keys(given).length !== 1) return 'wrong-type';
  if ('notApplicable' in given) {
    if (given.notApplicable !== true) return 'wrong-type';
    return item.type === 'text' || item.notApplicable === false ? 'not-offered' : { notApplicable: true };
  }
  if (item.type === 'scale') {
    const { value } = given;
    if (typeof value !== 'number') return 'wrong-type';
    return Number.isInteger(value) && value >= item.min && value <= item.max ? { value } : 'out-of-range';
  }
  if (item.type === 'choice') return readChoice(item, given.options);
  const { text } = given;
  if (typeof text !== 'string') return 'wrong-type';
  const stored = storable(text).trim();
  if (stored.length > item.maxLength) return 'too-long';
  return stored === '' ? null : { text: stored };
}

function readChoice(
  item: Extract<QuestionnaireItem, { type: 'choice' }>,
  options: unknown,
): ItemAnswer | AnswerFault {
  if (!Array.isArray(options) || options.length === 0) return 'wrong-type';
  const offered = item.options.map((option) => option.key);
  if (!options.every((key) => offered.includes(key as string))) return 'unknown-option';
  if (new Set(options).size !== options.length) return 'wrong-type';
  if (!item.multiple && options.length > 1) return 'too-many-options';
  // in the order of the questionnaire: the order of clicking is nobody's business
  return { options: offered.filter((key) => options.includes(key)) };
}

/**
 * All answers of one person, held against the frozen questionnaire, in its order. What cannot have come from the page is
 * refused (an unknown item, a wrong type, out of range, an item passed over that may not be); what belongs to a question that
 * the other answers do not lead to is dropped: the person changed an earlier answer, and did not mean to say it any more.
 */
export function readAnswers(
  content: QuestionnaireContent,
  given: unknown,
): { answers: Answers; wrong: WrongAnswer[] } {
  if (!isRecord(given)) return { answers: {}, wrong: [{ item: null, reason: 'wrong-type' }] };
  const wrong: WrongAnswer[] = [];
  const read: Answers = {};
  const items = new Map(content.items.map((item) => [item.key, item]));
  for (const [key, value] of Object.entries(given)) {
    const item = items.get(key);
    const answer = item ? readAnswer(item, value) : 'unknown-item';
    if (typeof answer === 'string') wrong.push({ item: key, reason: answer });
    else if (answer !== null) read[key] = answer;
  }
  const answers = asAsked(content, read);
  const faulty = new Set(wrong.map((one) => one.item));
  for (const item of askedItems(content, read))
    if (!answers[item.key] && !faulty.has(item.key) && item.type !== 'text' && !item.optional)
      wrong.push({ item: item.key, reason: 'missing' });
  if (wrong.length === 0 && Object.keys(answers).length === 0) wrong.push({ item: null, reason: 'empty' });
  return { answers, wrong };
}

/** The answers to what was asked, in the order of the questionnaire; the others are left out. */
export function asAsked(content: QuestionnaireContent, answers: Answers): Answers {
  return Object.fromEntries(
    askedItems(content, answers).flatMap((item) => {
      const answer = answers[item.key];
      return answer ? [[item.key, answer]] : [];
    }),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
