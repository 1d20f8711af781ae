import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ItemAnswer, QuestionnaireItem } from '#libs/contracts';
import { cutsHidden, displayItem, MINIMUM_BAR, whyHidden } from './display.rules.js';

const words = (text: string) => ({ nl: text, en: text });
const grade: Extract<QuestionnaireItem, { type: 'scale' }> = {
  key: 'grade',
  text: words('Cijfer'),
  type: 'scale',
  min: 1,
  max: 10,
  highFrom: 7,
  lowLabel: words('zeer laag'),
  highLabel: words('zeer hoog'),
};
const choice = (multiple: boolean): Extract<QuestionnaireItem, { type: 'choice' }> => ({
  key: 'tempo',
  text: words('Tempo'),
  type: 'choice',
  multiple,
  options: ['a', 'b', 'c', 'd'].map((key) => ({ key, text: words(key) })),
});
const grades = (...values: number[]): ItemAnswer[] => values.map((value) => ({ value }));
const options = (...keys: string[]): ItemAnswer[] => keys.map((key) => ({ options: [key] }));
const bars = (item: Parameters<typeof displayItem>[0], answers: (ItemAnswer | undefined)[]) =>
  displayItem(item, answers).distribution?.bars.map((bar) => [bar.label.nl, bar.count]);

describe('what may be told of a whole campaign (SUR-15)', () => {
  it.each([
    [4, 4, 'too-few-responses'],
    [5, 2, 'too-few-practices'],
    [5, 3, null],
  ])('%i answers of %i practices: %s', (answered, practices, verdict) => {
    expect(whyHidden({ answered, practices })).toBe(verdict);
  });
});

describe('what may be told of one item', () => {
  it('says nothing under five answers with a value, however many ballots there are', () => {
    const answers = [
      ...grades(7, 8, 6, 9),
      ...Array.from({ length: 20 }, () => ({ notApplicable: true as const })),
    ];
    expect(displayItem(grade, answers)).toEqual({
      n: 4,
      hidden: 'too-few-responses',
      distribution: null,
      numbers: false,
      medianCategory: null,
    });
  });

  it.each([
    ['all the same', grades(8, 8, 8, 8, 8, 8)],
    ['all but one the same', grades(8, 8, 8, 8, 8, 2)],
    ['all but one high', grades(7, 8, 9, 10, 8, 2)],
  ])('says only where the middle lies when it is %s', (_, answers) => {
    expect(displayItem(grade, answers)).toMatchObject({
      hidden: 'unanimous',
      numbers: false,
      distribution: { bars: [] },
      medianCategory: { nl: '7–10' },
    });
  });

  it('tells only low and high under ten answers, and no bar of one or two', () => {
    expect(bars(grade, grades(5, 6, 4, 8, 9, 7))).toEqual([
      ['1–6', 3],
      ['7–10', 3],
    ]);
    expect(displayItem(grade, grades(5, 6, 8, 9, 7, 8))).toMatchObject({
      numbers: true,
      distribution: { bars: [] },
      medianCategory: { nl: '7–10' },
    });
  });

  it('merges steps until no bar stands for one or two', () => {
    expect(bars(grade, grades(3, 5, 6, 6, 7, 7, 7, 8, 8, 8, 8, 9, 10))).toEqual([
      ['1', 0],
      ['2', 0],
      ['3–6', 4],
      ['7', 3],
      ['8–10', 6],
    ]);
  });

  it('tells item non-response always, and how much was "weet ik niet" only where neither part is small (SUR-09, SUR-11)', () => {
    const na = { notApplicable: true as const };
    const base = grades(5, 6, 4, 8, 9, 7);
    expect(displayItem(grade, [...base, na, undefined]).distribution).toMatchObject({
      notApplicable: null,
      missing: 2,
    });
    expect(displayItem(grade, [...base, na, na, na]).distribution).toMatchObject({
      notApplicable: 3,
      missing: 0,
    });
  });

  it('has small options of a single choice join the next one, or the one before', () => {
    expect(bars(choice(false), options('a', 'a', 'a', 'a', 'b', 'c', 'd', 'd', 'd'))).toEqual([
      ['a', 4],
      ['b of c of d', 5],
    ]);
    expect(displayItem(choice(false), options('a', 'a', 'a', 'a', 'b', 'b'))).toMatchObject({
      hidden: 'single-group',
      distribution: { bars: [] },
    });
  });

  it('tells an option of a multiple choice only when neither yes nor no is small', () => {
    const answers: ItemAnswer[] = [
      ...Array.from({ length: 4 }, () => ({ options: ['a', 'b'] })),
      ...Array.from({ length: 4 }, () => ({ options: ['b'] })),
    ];
    expect(bars(choice(true), answers)).toEqual([['a', 4]]);
  });

  it('never shows a bar of one or two, never a figure under five, and loses nobody on a scale', () => {
    const answer = fc.option(
      fc.oneof(
        fc.record({ value: fc.integer({ min: 1, max: 10 }) }),
        fc.constant({ notApplicable: true as const }),
      ),
      { nil: undefined, freq: 8 },
    );
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 60 }), (answers) => {
        const shown = displayItem(grade, answers);
        const list = shown.distribution?.bars ?? [];
        for (const { count } of list) expect(count === 0 || count >= MINIMUM_BAR).toBe(true);
        if (shown.n < 5)
          expect(shown).toMatchObject({ distribution: null, numbers: false, medianCategory: null });
        if (list.length > 0) expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(shown.n);
        for (const [k, one] of list.entries())
          expect(one.from).toBe(k === 0 ? 1 : ((list[k - 1]?.to as number) ?? 0) + 1);
      }),
    );
  });
});

describe('which parts may be told beside the whole', () => {
  const parts = (record: Record<string, [number, number]>) =>
    new Map(Object.entries(record).map(([key, [answered, practices]]) => [key, { answered, practices }]));
  const verdicts = (record: Record<string, [number, number]>) =>
    Object.fromEntries(cutsHidden(parts(record)));

  it('tells both of two large parts', () => {
    expect(verdicts({ staff: [46, 20], holders: [7, 7] })).toEqual({ staff: null, holders: null });
  });

  it('hides a large part whose complement is too small: the difference would tell it', () => {
    expect(verdicts({ staff: [46, 20], holders: [4, 4] })).toEqual({
      staff: 'complement-too-small',
      holders: 'too-few-responses',
    });
  });

  it('hides the smallest shown part when whole minus parts would leave too few', () => {
    expect(verdicts({ a: [20, 9], b: [6, 5], c: [2, 2] })).toEqual({
      a: null,
      b: 'complement-too-small',
      c: 'too-few-responses',
    });
  });

  it('has nothing to tell of a part that is the whole', () => {
    expect(verdicts({ a: [20, 9], b: [0, 0] })).toEqual({ a: 'single-group', b: 'too-few-responses' });
  });

  it('never leaves a remainder that may not be told', () => {
    const part = fc.record({ answered: fc.nat(30), practices: fc.nat(10) });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (list) => {
        const all = new Map(list.map((one, k) => [k, one]));
        const hidden = [...cutsHidden(all)].filter(([, verdict]) => verdict !== null);
        const shown = list.length - hidden.length;
        const rest = hidden.reduce((sum, [key]) => sum + (all.get(key)?.answered ?? 0), 0);
        if (shown > 0) expect(rest === 0 || rest >= 5).toBe(true);
      }),
    );
  });
});
