import { describe, expect, it } from '@jest/globals';
import { firstPart } from './first-part';

describe('the first look at a file', () => {
  it('sends no more than the beginning of a large text (MIR-10)', () => {
    const large = new File(['a'.repeat(3_000_000)], 'verwijzingen.csv');
    expect(firstPart(large)).toMatchObject({ name: 'verwijzingen.csv', size: 1_000_000 });
  });
  it('sends a small text as it is, and a workbook whole (MIR-10)', () => {
    const small = new File(['a;b\n1;2\n'], 'klein.csv');
    const book = new File(['x'.repeat(2_000_000)], 'Verwijzingen.XLSX');
    expect(firstPart(small)).toBe(small);
    expect(firstPart(book)).toBe(book);
  });
});
