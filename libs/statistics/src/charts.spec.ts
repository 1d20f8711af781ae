import { describe, expect, it } from '@jest/globals';
import { laneyChart, MINIMUM_CHART_POINTS, xmrChart, type ChartSignal } from './index.js';

const steady = [50, 52, 49, 51, 50, 48, 51, 49, 50, 52, 48, 50];
const rules = (signals: ChartSignal[], rule: ChartSignal['rule']): ChartSignal[] =>
  signals.filter((one) => one.rule === rule);

describe('the XmR chart', () => {
  it('gives limits from 12 points on and no signals for a steady series', () => {
    expect(xmrChart({ values: steady }).signals).toEqual([]);
    const short = xmrChart({ values: steady.slice(0, MINIMUM_CHART_POINTS - 1) });
    expect(short).toMatchObject({
      lcl: null,
      ucl: null,
      urlMR: null,
      signals: [],
      warnings: [{ code: 'too-few-points' }],
    });
    expect(short.mrBar).toBeGreaterThan(0);
    expect(xmrChart({ values: [3] })).toMatchObject({ mean: 3, mrBar: null });
  });

  it('sees a point outside and the jumps beside it', () => {
    const { signals } = xmrChart({ values: [...steady, 75, ...steady] });
    expect(rules(signals, 'outside')).toEqual([{ rule: 'outside', direction: 'up', from: 12, to: 12 }]);
    expect(rules(signals, 'moving-range')).toEqual([
      { rule: 'moving-range', direction: 'up', from: 11, to: 12 },
      { rule: 'moving-range', direction: 'down', from: 12, to: 13 },
    ]);
  });

  it('sees a shift of 8 points, not of 7, unless told', () => {
    const values = (high: number): number[] => [
      ...Array.from({ length: 10 }, (_, i) => 50 + (i % 2) * 4),
      ...Array.from({ length: high }, (_, i) => 54 + (i % 2)),
      ...Array.from({ length: 10 }, (_, i) => 50 + (i % 2) * 4),
    ];
    const shifts = (high: number, shift?: number): ChartSignal[] =>
      rules(
        xmrChart({ values: values(high), rules: shift === undefined ? undefined : { shift } }).signals,
        'shift',
      );
    // the last high point before the block counts with it
    expect(shifts(7)).toEqual([{ rule: 'shift', direction: 'up', from: 9, to: 16 }]);
    expect(shifts(6)).toEqual([]);
    expect(shifts(6, 7)).toHaveLength(1);
  });

  it('sees a trend of 6 rising or falling points; equal points end it', () => {
    const trends = (part: number[]): ChartSignal[] =>
      rules(xmrChart({ values: [...steady, ...part, ...steady] }).signals, 'trend');
    expect(trends([47, 48, 49, 50, 51, 52])).toEqual([{ rule: 'trend', direction: 'up', from: 12, to: 17 }]);
    expect(trends([47, 48, 49, 50, 51])).toEqual([]);
    expect(trends([47, 48, 49, 49, 50, 51])).toEqual([]);
    expect(trends([52, 51, 50, 49, 48, 47]).map(({ direction }) => direction)).toEqual(['down']);
  });

  it('gives no false signal for a constant that binary numbers cannot hold', () => {
    const found = xmrChart({ values: new Array<number>(20).fill(0.1) });
    expect(found.signals).toEqual([]);
    expect(found.warnings).toMatchObject([{ code: 'no-variation' }]);
  });

  it('refuses rules that make no sense', () => {
    expect(() => xmrChart({ values: steady, rules: { shift: 1 } })).toThrow(
      'rules.shift: must be at least 3, found 1.',
    );
  });
});

describe("Laney's u' chart", () => {
  it('finds the month that stands out, whatever the list size', () => {
    const n = Array.from({ length: 14 }, (_, index) => 2300 + 5 * index);
    const counts = [120, 115, 128, 125, 118, 115, 128, 121, 112, 111, 108, 110, 200, 112];
    const { signals, ucl } = laneyChart({ counts, n });
    expect(ucl).toHaveLength(14);
    expect(rules(signals, 'outside')).toEqual([{ rule: 'outside', direction: 'up', from: 12, to: 12 }]);
  });

  it('has no spread without events and no limits below 12 points', () => {
    expect(
      laneyChart({ counts: new Array<number>(12).fill(0), n: new Array<number>(12).fill(10) }),
    ).toMatchObject({
      uBar: 0,
      sigmaZ: null,
      ucl: null,
      warnings: [{ code: 'no-events' }],
    });
    expect(laneyChart({ counts: [1, 2, 3], n: [10, 10, 10] })).toMatchObject({
      ucl: null,
      lcl: null,
      warnings: [{ code: 'too-few-points' }],
    });
    expect(laneyChart({ counts: [1, 2, 3], n: [10, 10, 10] }).sigmaZ).toBeGreaterThan(0);
  });
});
