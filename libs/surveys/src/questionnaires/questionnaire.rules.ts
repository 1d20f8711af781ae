import type {
  ChoiceItem,
  ItemCondition,
  QuestionnaireContent,
  QuestionnaireItem,
  QuestionnaireProblem,
  ScaleItem,
  Words,
} from '#libs/contracts';

/** More than this nobody answers to the end. */
export const MOST_ITEMS = 80;
/** Steps of a scale, such as 0 to 10. */
const MOST_STEPS = 11;
/** Characters of an open answer (contract of TextItem). */
const LONGEST_TEXT = 2000;

/** Something that keeps a questionnaire from review; `item` is null when it is about the whole. */
export interface ContentProblem {
  item: string | null;
  code: QuestionnaireProblem;
}

const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const validKey = (key: string): boolean => key.length <= 60 && KEY.test(key);

/**
 * What keeps a questionnaire from review, in the order of its page. Both languages are demanded; keys are what answers, trends
 * and comparisons hang on, so each is there once.
 * @returns an empty list when it may be reviewed.
 */
export function problemsOf(content: QuestionnaireContent): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const whole = (code: QuestionnaireProblem): void => void problems.push({ item: null, code });
  for (const text of [content.title, content.introduction, content.thanks]) sayOf(text).forEach(whole);
  if (content.items.length === 0) whole('no-items');
  if (content.items.length > MOST_ITEMS) whole('too-many-items');
  const taken = new Set<string>();
  content.items.forEach((item, place) => {
    const codes = [
      ...(validKey(item.key) ? [] : (['key-invalid'] as const)),
      ...(taken.has(item.key) ? (['key-taken'] as const) : []),
      ...[item.text, item.help, item.section].flatMap((text) => (text ? sayOf(text) : [])),
      ...BY_TYPE[item.type](item as never),
      ...(item.condition ? conditionOf(item.condition, content.items, place) : []),
    ];
    taken.add(item.key);
    for (const code of new Set(codes)) problems.push({ item: item.key, code });
  });
  return problems;
}

/** Said in both languages, in one, or not at all. */
function sayOf(text: Words): QuestionnaireProblem[] {
  const said = [text.nl, text.en].filter((one) => one.trim() !== '').length;
  return said === 2 ? [] : [said === 1 ? 'translation-missing' : 'text-missing'];
}

const BY_TYPE: {
  [T in QuestionnaireItem['type']]: (item: Extract<QuestionnaireItem, { type: T }>) => QuestionnaireProblem[];
} = {
  scale: (item) => [
    ...(scaleFits(item) ? [] : (['scale-invalid'] as const)),
    ...sayOf(item.lowLabel),
    ...sayOf(item.highLabel),
  ],
  choice: (item) => [
    ...(item.options.length < 2 ? (['options-too-few'] as const) : []),
    ...(item.options.every(({ key }) => validKey(key)) ? [] : (['key-invalid'] as const)),
    ...(new Set(item.options.map(({ key }) => key)).size < item.options.length
      ? (['option-taken'] as const)
      : []),
    ...item.options.flatMap(({ text }) => sayOf(text)),
  ],
  text: ({ maxLength }) =>
    Number.isInteger(maxLength) && maxLength >= 1 && maxLength <= LONGEST_TEXT ? [] : ['length-invalid'],
};

function scaleFits({ min, max, highFrom }: ScaleItem): boolean {
  if (![min, max, highFrom ?? max].every(Number.isInteger)) return false;
  const steps = max - min + 1;
  return (
    min >= 0 &&
    steps >= 2 &&
    steps <= MOST_STEPS &&
    (highFrom === undefined || (highFrom > min && highFrom <= max))
  );
}

function conditionOf(
  condition: ItemCondition,
  items: readonly QuestionnaireItem[],
  place: number,
): QuestionnaireProblem[] {
  const before = items.slice(0, place).find(({ key }) => key === condition.item);
  if (!before) {
    return [items.some(({ key }) => key === condition.item) ? 'condition-later' : 'condition-unknown'];
  }
  return conditionFits(condition, before) ? [] : ['condition-invalid'];
}

function conditionFits(condition: ItemCondition, on: QuestionnaireItem): boolean {
  if (condition.operator === 'any-of') {
    const keys = (on as Partial<ChoiceItem>).options?.map(({ key }) => key) ?? [];
    return (
      on.type === 'choice' &&
      condition.options.length > 0 &&
      condition.options.every((key) => keys.includes(key))
    );
  }
  return (
    on.type === 'scale' &&
    Number.isInteger(condition.value) &&
    condition.value >= on.min &&
    condition.value <= on.max
  );
}
