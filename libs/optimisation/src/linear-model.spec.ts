import { describe, expect, it } from '@jest/globals';
import { LinearModel, maximise, openModel } from './linear-model.js';

/** Greatest 3x + 2y under 2x + y <= 5 and x + 3y <= 7: 8.4 in fractions, 8 in whole numbers. */
function model(): LinearModel {
  const built = new LinearModel();
  built.column(3, 0, Infinity, true);
  built.column(2, 0, Infinity, true);
  built.row(-Infinity, 5, [
    [0, 2],
    [1, 1],
  ]);
  built.row(-Infinity, 7, [
    [0, 1],
    [1, 3],
  ]);
  return built;
}

describe('a linear model', () => {
  it('is maximised over whole numbers', async () => {
    const { objective, optimal, bound } = await maximise(model());
    expect([objective, optimal, bound]).toEqual([8, true, 8]);
  });

  it('stays open for solves with other costs, bounds and rows, in fractions and whole', async () => {
    const open = await openModel(model());
    try {
      const relaxed = open.maximise();
      expect(relaxed.status).toBe('optimal');
      expect(relaxed.value).toBeCloseTo(9 - 0.6, 9);
      // the prices of the rows add up to the optimum
      expect(5 * relaxed.duals[0]! + 7 * relaxed.duals[1]!).toBeCloseTo(relaxed.value, 9);
      expect(open.maximise({ whole: true })).toMatchObject({ status: 'optimal', found: true, value: 8 });
      expect(open.maximise().value).toBeCloseTo(8.4, 9);
      open.cost(0, 0);
      expect(open.maximise({ whole: true }).value).toBe(4);
      open.addRow(-Infinity, 1, [[1, 1]]);
      expect(open.maximise().value).toBeCloseTo(2, 9);
      open.columnBounds(1, 2, 2);
      expect(open.maximise().status).toBe('infeasible');
      open.columnBounds(1, 0, Infinity);
      open.rowBounds(2, -Infinity, Infinity);
      open.rowBounds(1, -Infinity, Infinity);
      expect(open.maximise().value).toBeCloseTo(10, 9);
    } finally {
      open.close();
    }
  });

  it('says when nothing bounds it', async () => {
    const free = new LinearModel();
    free.column(1, 0, Infinity, false);
    const open = await openModel(free);
    expect(open.maximise().status).toBe('unbounded');
    open.close();
  });
});
