import { describe, expect, it } from '@jest/globals';
import { EXTRACT_KINDS } from '#libs/contracts';
import { chosen, fieldsOf, missingFields } from './mapping';

describe('which column is which field', () => {
  it('moves a field to the column where it was chosen last (MIR-10)', () => {
    expect(chosen({ 0: 'practice', 1: 'period' }, 2, 'practice')).toEqual({
      mapping: { 1: 'period', 2: 'practice' },
      movedFrom: 0,
    });
  });
  it('replaces the field of a column, and leaves a column out (MIR-10)', () => {
    expect(chosen({ 0: 'practice' }, 0, 'period')).toEqual({ mapping: { 0: 'period' }, movedFrom: null });
    expect(chosen({ 0: 'practice', 1: 'period' }, 0, null)).toEqual({
      mapping: { 1: 'period' },
      movedFrom: null,
    });
  });
  it('asks for a practice and a period in every kind of extract (MIR-01)', () => {
    for (const kind of EXTRACT_KINDS)
      expect(missingFields(kind, {}).slice(0, 2)).toEqual(['practice', 'period']);
  });
  it('takes the name of the practice where there is no code (MIR-10)', () => {
    expect(missingFields('list-sizes', { 0: 'practice-name', 1: 'period', 2: 'listed' })).toEqual([]);
  });
  it('asks for what the kind counts (MIR-01)', () => {
    expect(missingFields('referrals', { 0: 'practice', 1: 'period' })).toEqual(['count']);
    expect(missingFields('list-sizes', { 0: 'practice', 1: 'period' })).toEqual(['listed']);
  });
  it('takes the day of the extract for list sizes without a period (MIR-10)', () => {
    const mapping = { 0: 'practice', 1: 'extract-at', 2: 'listed' } as const;
    expect(missingFields('list-sizes', mapping)).toEqual([]);
    expect(missingFields('referrals', { ...mapping, 2: 'count' })).toEqual(['period']);
  });
  it('offers no counts where only patients are counted (MIR-10)', () => {
    expect(fieldsOf('list-sizes')).not.toContain('count');
    expect(fieldsOf('referrals')).toContain('urgent');
  });
});
