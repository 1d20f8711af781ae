import { describe, expect, it } from '@jest/globals';
import type { ImportRowView, ImportView } from '#libs/contracts';
import { differences, goneRows, rowsToApply } from './preview';

const counts = { refused: 2, decide: 3, new: 4, changed: 6, same: 48 };
const row = (key: string, verdict: ImportRowView['verdict']): ImportRowView => ({
  row: Number(key),
  key,
  verdict,
  values: {},
  changes: [],
  problems: [],
  question: null,
  decision: null,
});

describe('the preview of an import', () => {
  it('counts the rows that will be carried out: not the refused, not the undecided', () => {
    const view = { counts, undecided: 3 } as ImportView;
    expect(rowsToApply(view, 0)).toBe(58);
    expect(rowsToApply({ ...view, undecided: 0 }, 1)).toBe(60);
  });
  it('does not count practices that are not in the file as rows of it', () => {
    const gone = { ...row('gone:1', 'decide'), row: null };
    expect(goneRows([row('2', 'decide'), gone], 3)).toBe(2);
  });
  it('names what came out differently after the register changed (import.stale)', () => {
    const found = differences(
      { counts, rows: [row('2', 'new'), row('3', 'same')] },
      { counts: { ...counts, new: 3, changed: 7 }, rows: [row('2', 'changed'), row('3', 'same')] },
    );
    expect(found.counts).toEqual([
      { verdict: 'new', from: 4, to: 3 },
      { verdict: 'changed', from: 6, to: 7 },
    ]);
    expect(found.rows.map((one) => one.key)).toEqual(['2']);
  });
});
