import { describe, expect, it } from '@jest/globals';
import type {
  ChoiceItem,
  ItemCondition,
  QuestionnaireContent,
  QuestionnaireItem,
  ScaleItem,
  TextItem,
  Words,
} from '#libs/contracts';
import { DomainError } from '#libs/platform';
import { readContent } from './content.rules.js';
import { MOST_ITEMS, problemsOf } from './questionnaire.rules.js';

const words = (nl = 'Vraag', en = 'Question'): Words => ({ nl, en });
const scale = (more: Partial<ScaleItem> = {}): ScaleItem => ({
  type: 'scale',
  key: 'grade',
  text: words(),
  min: 1,
  max: 10,
  lowLabel: words('laag', 'low'),
  highLabel: words('hoog', 'high'),
  ...more,
});
const choice = (more: Partial<ChoiceItem> = {}): ChoiceItem => ({
  type: 'choice',
  key: 'useful',
  text: words(),
  multiple: false,
  options: [
    { key: 'yes', text: words('Ja', 'Yes') },
    { key: 'no', text: words('Nee', 'No') },
  ],
  ...more,
});
const open = (more: Partial<TextItem> = {}): TextItem => ({
  type: 'text',
  key: 'improve',
  text: words(),
  maxLength: 500,
  ...more,
});
const content = (
  items: QuestionnaireItem[],
  more: Partial<QuestionnaireContent> = {},
): QuestionnaireContent => ({
  title: words('Titel', 'Title'),
  introduction: words('Welkom', 'Welcome'),
  thanks: words('Dank u', 'Thank you'),
  minutes: 1,
  items,
  ...more,
});
const codes = (items: QuestionnaireItem[], more: Partial<QuestionnaireContent> = {}): string[] =>
  problemsOf(content(items, more)).map(({ item, code }) => `${item ?? '*'} ${code}`);
const after = (condition: ItemCondition): QuestionnaireItem[] => [
  scale(),
  choice(),
  open({ key: 'first' }),
  open({ condition }),
];

describe('what keeps a questionnaire from review', () => {
  it('finds nothing in a good one', () => {
    expect(codes([scale({ highFrom: 7 }), choice(), open({ help: words() })])).toEqual([]);
  });

  it.each<[string, QuestionnaireItem[], Partial<QuestionnaireContent>, string[]]>([
    ['no item', [], {}, ['* no-items']],
    [
      'more items than people answer',
      Array.from({ length: MOST_ITEMS + 1 }, (_, k) => open({ key: `i-${k}` })),
      {},
      ['* too-many-items'],
    ],
    ['no title', [open()], { title: words('', ' ') }, ['* text-missing']],
    ['no English title', [open()], { title: words('Titel', ' ') }, ['* translation-missing']],
    ['no Dutch introduction', [open()], { introduction: words('', 'Hello') }, ['* translation-missing']],
    ['no thanks', [open()], { thanks: words('', '') }, ['* text-missing']],
    ['no text', [open({ text: words('', '') })], {}, ['improve text-missing']],
    ['an empty help', [open({ help: words('', '') })], {}, ['improve text-missing']],
    ['half a heading', [open({ section: words('Deel', '') })], {}, ['improve translation-missing']],
    ['a key with a space', [open({ key: 'mijn vraag' })], {}, ['mijn vraag key-invalid']],
    ['a key in capitals', [open({ key: 'Vraag' })], {}, ['Vraag key-invalid']],
    ['no key', [open({ key: '' })], {}, [' key-invalid']],
    ['a key twice', [open(), open()], {}, ['improve key-taken']],
    ['a scale that goes down', [scale({ min: 10, max: 1 })], {}, ['grade scale-invalid']],
    ['a scale of one step', [scale({ min: 3, max: 3 })], {}, ['grade scale-invalid']],
    ['a scale of twelve steps', [scale({ min: 0, max: 11 })], {}, ['grade scale-invalid']],
    ['a scale below nought', [scale({ min: -2, max: 2 })], {}, ['grade scale-invalid']],
    ['halves on a scale', [scale({ max: 9.5 })], {}, ['grade scale-invalid']],
    ['high from outside the scale', [scale({ highFrom: 11 })], {}, ['grade scale-invalid']],
    ['everything high', [scale({ highFrom: 1 })], {}, ['grade scale-invalid']],
    ['a label in one language', [scale({ lowLabel: words('laag', '') })], {}, ['grade translation-missing']],
    ['one option', [choice({ options: [{ key: 'yes', text: words() }] })], {}, ['useful options-too-few']],
    [
      'an option twice',
      [choice({ options: ['yes', 'yes'].map((key) => ({ key, text: words() })) })],
      {},
      ['useful option-taken'],
    ],
    [
      'an option without a good key',
      [choice({ options: ['ja!', 'nee'].map((key) => ({ key, text: words() })) })],
      {},
      ['useful key-invalid'],
    ],
    [
      'an option in one language',
      [choice({ options: ['yes', 'no'].map((key) => ({ key, text: words('Ja', '') })) })],
      {},
      ['useful translation-missing'],
    ],
    ['an open answer of no length', [open({ maxLength: 0 })], {}, ['improve length-invalid']],
    ['an open answer without end', [open({ maxLength: 2001 })], {}, ['improve length-invalid']],
  ])('names %s', (_what, items, more, expected) => {
    expect(codes(items, more)).toEqual(expected);
  });

  it.each<[string, ItemCondition, string[]]>([
    ['on a scale', { item: 'grade', operator: 'at-most', value: 6 }, []],
    ['on options', { item: 'useful', operator: 'any-of', options: ['no'] }, []],
    [
      'on nothing known',
      { item: 'elsewhere', operator: 'at-least', value: 1 },
      ['improve condition-unknown'],
    ],
    ['on itself', { item: 'improve', operator: 'at-least', value: 1 }, ['improve condition-later']],
    [
      'on a step that is not there',
      { item: 'grade', operator: 'at-least', value: 11 },
      ['improve condition-invalid'],
    ],
    ['on half a step', { item: 'grade', operator: 'at-least', value: 6.5 }, ['improve condition-invalid']],
    [
      'on an option that is not there',
      { item: 'useful', operator: 'any-of', options: ['perhaps'] },
      ['improve condition-invalid'],
    ],
    ['on no option', { item: 'useful', operator: 'any-of', options: [] }, ['improve condition-invalid']],
    [
      'with steps on a choice',
      { item: 'useful', operator: 'at-least', value: 1 },
      ['improve condition-invalid'],
    ],
    [
      'with options on a scale',
      { item: 'grade', operator: 'any-of', options: ['yes'] },
      ['improve condition-invalid'],
    ],
    ['on an open answer', { item: 'first', operator: 'at-least', value: 1 }, ['improve condition-invalid']],
  ])('judges a condition %s', (_what, condition, expected) => {
    expect(codes(after(condition))).toEqual(expected);
  });

  it('names a condition on a later item', () => {
    expect(codes([open({ condition: { item: 'grade', operator: 'at-least', value: 7 } }), scale()])).toEqual([
      'improve condition-later',
    ]);
  });
});

describe('a questionnaire as it comes in', () => {
  it('keeps what is incomplete: a draft grows', () => {
    const draft = content([open({ key: '', text: words('', '') })], { title: words('', '') });
    expect(readContent(structuredClone(draft))).toEqual(draft);
  });

  it('leaves out what is null and keeps nothing that it does not know', () => {
    const read = readContent({ ...content([]), items: [{ ...open(), help: null, section: null }] });
    expect(read.items).toEqual([open()]);
  });

  /** A good questionnaire with one value put at a path of it. */
  const broken = (path: string, value: unknown): unknown => {
    const raw: unknown = structuredClone(content([scale(), choice(), open()]));
    const steps = path.split('.');
    const last = steps.pop() as string;
    const place = steps.reduce((at, step) => (at as Record<string, unknown>)[step], raw);
    (place as Record<string, unknown>)[last] = value;
    return raw;
  };
  it.each<[string, string, unknown]>([
    ['content.minutes', 'minutes', 0],
    ['content.minutes', 'minutes', 1.5],
    ['content.minutes', 'minutes', '1'],
    ['content.title', 'title', 'Titel'],
    ['content.title.en', 'title.en', undefined],
    ['content.items', 'items', {}],
    ['content.items', 'items', Array(201).fill(open())],
    ['content.secret', 'secret', 1],
    ['content.items.0.type', 'items.0.type', 'matrix'],
    ['content.items.0.type', 'items.0', null],
    ['content.items.0.options', 'items.0.options', []],
    ['content.items.0.max', 'items.0.max', Infinity],
    ['content.items.1.options.1.key', 'items.1.options.1.key', 7],
    ['content.items.2.text.nl', 'items.2.text.nl', 'x'.repeat(2001)],
    ['content.items.2.text.nl', 'items.2.text.nl', 'a\u0000b'],
    ['content.items.2.condition.operator', 'items.2.condition', { item: 'grade' }],
    ['content.items.2.factor.factor', 'items.2.factor', { factor: 'luck', property: 'relation' }],
  ])('is refused with %s named', (field, path, value) => {
    let said: unknown;
    try {
      readContent(broken(path, value));
    } catch (error) {
      said = (error as DomainError).details;
    }
    expect(said).toMatchObject({ fields: [{ field }] });
  });

  it.each([null, undefined, 7, 'x', []])('is refused when it is %j', (raw) => {
    expect(() => readContent(raw)).toThrow(DomainError);
  });
});
