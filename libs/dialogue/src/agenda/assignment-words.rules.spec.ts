import { describe, expect, it } from '@jest/globals';
import type { DateFit } from '#libs/contracts';
import { proposalOf } from './assignment-words.rules.js';

const DATES = [
  { id: 'd1', date: '2027-02-09' },
  { id: 'd2', date: '2027-04-13' },
];
const department = (name: string, fits: (DateFit | null)[], practices = 0) => ({
  id: name,
  name,
  points: practices * 2,
  practices,
  fits: Object.fromEntries(fits.flatMap((fit, k) => (fit ? [[`d${k + 1}`, fit]] : []))),
});

describe('the proposal in words (DIA-03)', () => {
  it('gives the reason of each place in both languages', () => {
    const proposal = proposalOf(DATES, [
      department('Dermatologie', ['yes', 'no'], 9),
      department('Cardiologie', ['yes', 'maybe'], 1),
    ]);
    expect(proposal?.places.map(({ reason }) => reason.nl)).toEqual([
      'De enige datum die past. 9 praktijken kozen deze vakgroep.',
      'Kan als het moet: di 9 februari 2027 past beter, maar is voor Dermatologie. 1 praktijk koos deze vakgroep.',
    ]);
    expect(proposal?.places[1]?.reason.en).toBe(
      'Possible if needed: Tue 9 February 2027 suits better, but is for Dermatologie. 1 practice chose this department.',
    );
    expect(proposal).toMatchObject({ clash: null, emptyDateIds: [], unplacedIds: [], best: true });
    expect(proposal?.reading.nl).toContain('Alle 2 vakgroepen hebben een datum, 1 op een datum die past.');
  });

  it.each<[string, ReturnType<typeof department>[], string]>([
    [
      'nobody can',
      [department('Longziekten', ['no', 'no']), department('KNO', ['yes', 'no'])],
      'Longziekten kan op geen van de datums. Spreek een andere datum af en zet die erbij, of vraag een andere vakgroep.',
    ],
    [
      'too few dates',
      [department('A', ['yes', 'yes']), department('B', ['yes', 'yes']), department('C', [null, null])],
      'Er zijn 3 vakgroepen en 2 datums. Zet een datum erbij, of laat C dit jaar weg.',
    ],
    [
      'two want the same date',
      [department('A', ['yes', 'no'], 3), department('B', ['yes', 'no'], 1)],
      'A en B kunnen alleen op di 9 februari 2027. Vraag een van hen om een andere datum, of zet een datum erbij.',
    ],
    [
      'a date stays empty',
      [department('A', ['yes', 'no'])],
      'di 13 april 2027 blijft leeg. Vraag nog een vakgroep, of haal de datum weg.',
    ],
  ])('says what to do when %s', (_name, departments, sentence) => {
    const proposal = proposalOf(DATES, departments);
    expect(proposal?.clash?.nl).toBe(sentence);
    expect(proposal?.clash?.en).not.toBe('');
  });

  it('is not there without dates, without departments or with more than can be compared', () => {
    const many = Array.from({ length: 13 }, (_, k) => department(`A${k}`, ['yes']));
    expect(proposalOf([], [department('A', [])])).toBeNull();
    expect(proposalOf(DATES, [])).toBeNull();
    expect(proposalOf(DATES, many)).toBeNull();
  });
});
