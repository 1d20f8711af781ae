import { describe, expect, it } from '@jest/globals';
import type { CampaignView, ItemResultView, QuestionnaireItem, ResultsView } from '#libs/contracts';
import { gradeOf, predictorsOf, sectionsOf } from './questions';

const words = (text: string) => ({ nl: text, en: text });
const scale = (key: string, section?: string): QuestionnaireItem => ({
  type: 'scale',
  key,
  text: words(key),
  ...(section ? { section: words(section) } : {}),
  min: 1,
  max: 5,
  lowLabel: words('laag'),
  highLabel: words('hoog'),
});
const choice = (key: string, options: number, more: object = {}): QuestionnaireItem => ({
  type: 'choice',
  key,
  text: words(key),
  multiple: false,
  options: Array.from({ length: options }, (_, at) => ({ key: `o${at}`, text: words(`o${at}`) })),
  ...more,
});
const text: QuestionnaireItem = { type: 'text', key: 'why', text: words('why'), maxLength: 500 };
const contentOf = (...items: QuestionnaireItem[]) => ({
  title: words('t'),
  introduction: words('i'),
  thanks: words('d'),
  minutes: 1,
  items,
});

describe('the questions on the page of results', () => {
  const content = contentOf(
    scale('informed', 'Betrokken'),
    choice('tempo', 3),
    scale('grade'),
    choice('factor', 2, { factor: { factor: 'support', property: 'condition' }, section: words('Factoren') }),
    scale('help', 'Hulp'),
    text,
  );

  it('starts with the grade, else with the first scale (SUR-01)', () => {
    expect(gradeOf(content)?.key).toBe('grade');
    expect(gradeOf(contentOf(text, scale('other')))?.key).toBe('other');
    expect(gradeOf(contentOf(text))).toBeNull();
  });

  it('puts the others under their headings, without factors and texts (SUR-03)', () => {
    const items = content.items
      .filter((item) => item.type !== 'text')
      .map(({ key }) => ({ key }) as ItemResultView);
    const sections = sectionsOf({ content } as CampaignView, { items } as ResultsView);
    expect(
      sections.map(({ title, questions }) => [title?.nl, questions.map(({ item }) => item.key)]),
    ).toEqual([
      ['Betrokken', ['informed', 'tempo']],
      ['Hulp', ['help']],
    ]);
  });

  it('offers scales and choices of two as characteristics, never the outcome itself (SUR-07)', () => {
    expect(predictorsOf(content, 'grade').map(({ key }) => key)).toEqual(['informed', 'factor', 'help']);
  });
});
