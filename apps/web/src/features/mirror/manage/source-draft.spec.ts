import { describe, expect, it } from '@jest/globals';
import { fromAliasRows, limitationsFit, lines, oneLine, percentOf, toAliasRows } from './source-draft';

describe('what is typed about a source', () => {
  it('takes one limitation per line, with or without a bullet (MIR-02)', () => {
    expect(lines('Geen spoed\n\n - Alleen brieven\n• Zonder zelfverwijzers  ')).toEqual([
      'Geen spoed',
      'Alleen brieven',
      'Zonder zelfverwijzers',
    ]);
    expect(lines('  \n-\n')).toEqual([]);
  });
  it('reads a percentage with a comma or a point, and nothing at all as unknown (MIR-02)', () => {
    expect([percentOf('4,5'), percentOf('4.5 %'), percentOf(' 0 '), percentOf('')]).toEqual([
      4.5,
      4.5,
      0,
      null,
    ]);
  });
  it('refuses what is no percentage (MIR-02)', () => {
    expect([percentOf('veel'), percentOf('101'), percentOf('-1'), percentOf('1e1')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
  it('keeps the other names of practices that are finished (MIR-10)', () => {
    const rows = [
      { name: ' HAP Kade ', practiceId: 'p1' },
      { name: 'Zonder praktijk', practiceId: '' },
      { name: ' ', practiceId: 'p2' },
    ];
    expect(fromAliasRows(rows)).toEqual({ 'HAP Kade': 'p1' });
    expect(toAliasRows({ 'HAP Kade': 'p1' })).toEqual([{ name: 'HAP Kade', practiceId: 'p1' }]);
  });
  it('makes one line of a reason that was typed in several (MIR-02)', () => {
    expect(oneLine('  Dubbele maand\n\nin het bestand. ')).toBe('Dubbele maand in het bestand.');
  });
  it('asks for at least one limitation, and no more than a card has room for (MIR-02)', () => {
    expect(limitationsFit([])).toBe(false);
    expect(limitationsFit(['Brieven per post tellen niet mee'])).toBe(true);
    expect(limitationsFit(Array.from({ length: 11 }, () => 'Te veel'))).toBe(false);
    expect(limitationsFit(['x'.repeat(301)])).toBe(false);
  });
});
