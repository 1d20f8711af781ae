import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DateAnswer } from '#libs/contracts';
import {
  compareDates,
  nobodyCan,
  rankedDates,
  reasonOf,
  type Company,
  type WeighedOption,
} from './best-date.rules.js';

const NAMES = ['De Linde', 'De Kade', 'Vlierhof', 'Weg', 'Oude Sluis', 'Zuid'];
const company = (n: number, leaderId: string | null = 'p0'): Company => ({
  practices: NAMES.slice(0, n).map((name, k) => ({ id: `p${k}`, name })),
  leaderId,
});
const SAID: Record<string, DateAnswer> = { y: 'yes', m: 'maybe', n: 'no' };
/** `yym-n`: what p0, p1, … said; a dash is silence. */
const option = (id: string, said: string, more: Partial<WeighedOption> = {}): WeighedOption => ({
  id,
  date: '2027-02-09',
  startTime: '19:30',
  endTime: '21:00',
  flags: [],
  ...more,
  answers: new Map(
    [...said].flatMap((letter, k) => (SAID[letter] ? [[`p${k}`, SAID[letter]] as const] : [])),
  ),
});
const holiday = { kind: 'school-holiday', name: { nl: 'Voorjaarsvakantie', en: 'Spring holidays' } };

describe('the best date (features 11)', () => {
  it.each([
    ['the leader must be able, also when fewer can', 'ynny', 'nyyy'],
    ['"if needed" of the leader is able', 'mnnn', 'nyyy'],
    ['a leader who did not answer comes before one who cannot', '-yyn', 'nyyy'],
    ['the most yes', 'yyyn', 'yymm'],
    ['then the fewest no: "if needed" comes before no', 'yymm', 'yynn'],
    ['then silence comes after "if needed" and before no', 'yym-', 'yy--'],
    ['silence is no no', 'yy--', 'yynn'],
  ])('%s', (_why, better, worse) => {
    const four = company(4);
    const ranked = rankedDates([option('worse', worse), option('better', better)], four);
    expect(ranked.map(({ optionId }) => optionId)).toEqual(['better', 'worse']);
  });

  it('is the one without a holiday, then the earlier one, all else equal', () => {
    const options = [
      option('late', 'yy', { date: '2027-03-09' }),
      option('holiday', 'yy', { date: '2027-02-16', flags: [holiday] }),
      option('later that day', 'yy', { startTime: '20:00' }),
      option('first', 'yy'),
    ];
    expect(rankedDates(options, company(2)).map(({ optionId }) => optionId)).toEqual([
      'first',
      'later that day',
      'late',
      'holiday',
    ]);
  });

  it('is not said as long as nobody answered', () => {
    expect(rankedDates([option('a', '--'), option('b', '--')], company(2))).toEqual([]);
    expect(rankedDates([], company(2))).toEqual([]);
  });

  it('is never one that every practice said no to', () => {
    expect(nobodyCan(option('a', 'nnn'), company(3))).toBe(true);
    expect(nobodyCan(option('a', 'nn-'), company(3))).toBe(false);
    expect(nobodyCan(option('a', 'nnm'), company(3))).toBe(false);
  });

  it.each([
    [
      'yyynyy',
      'Vijf van de zes praktijken kunnen; Weg niet. De gespreksleider kan.',
      'Five of the six practices are able to come; Weg cannot. The discussion leader is able to come.',
    ],
    [
      'yyyyyy',
      'Alle zes praktijken kunnen. De gespreksleider kan.',
      'All six practices are able to come. The discussion leader is able to come.',
    ],
    [
      'nym--n',
      'Een van de zes praktijken kan; Vlierhof als het moet; De Linde en Zuid niet. Oude Sluis en Weg hebben nog niet geantwoord. De gespreksleider kan niet.',
      'One of the six practices is able to come; Vlierhof if needed; De Linde and Zuid cannot. Oude Sluis and Weg have not answered yet. The discussion leader cannot come.',
    ],
    [
      'mnnnnn',
      'Geen enkele praktijk kan zeker; De Linde als het moet; De Kade, Oude Sluis, Vlierhof, Weg en Zuid niet. De gespreksleider kan als het moet.',
      'No practice is certain to come; De Linde if needed; De Kade, Oude Sluis, Vlierhof, Weg and Zuid cannot. The discussion leader can come if needed.',
    ],
    ['------', 'Voor deze datum antwoordde nog niemand.', 'Nobody has answered for this date yet.'],
  ])('says of %s why', (said, nl, en) => {
    expect(reasonOf(option('a', said), company(6))).toEqual({ nl, en });
  });

  it('says what falls on the day, and nothing of a leader without a practice', () => {
    expect(reasonOf(option('a', 'yy', { flags: [holiday] }), company(2, null)).nl).toBe(
      'Beide praktijken kunnen. Die dag: Voorjaarsvakantie.',
    );
  });

  const letters = fc.constantFrom('y', 'm', 'n', '-');
  const many = fc.integer({ min: 1, max: 6 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      options: fc.array(
        fc.record({
          said: fc.array(letters, { minLength: n, maxLength: n }).map((all) => all.join('')),
          day: fc.integer({ min: 10, max: 28 }),
          flagged: fc.boolean(),
        }),
        { minLength: 2, maxLength: 6 },
      ),
    }),
  );
  const built = (options: { said: string; day: number; flagged: boolean }[]) =>
    options.map(({ said, day, flagged }, k) =>
      option(`o${k}`, said, { date: `2027-02-${day}`, flags: flagged ? [holiday] : [] }),
    );

  it('does not depend on the order of the options or of the practices', () => {
    fc.assert(
      fc.property(many, ({ n, options }) => {
        const four = company(n);
        const ids = (all: WeighedOption[], who: Company) =>
          rankedDates(all, who).map(({ optionId }) => optionId);
        const turned = { ...four, practices: [...four.practices].reverse() };
        expect(ids(built(options).reverse(), turned)).toEqual(ids(built(options), four));
      }),
    );
  });

  it('puts an option no lower when somebody can who could not, and leaves the others as they were', () => {
    fc.assert(
      fc.property(many, fc.nat(), fc.nat(), ({ n, options }, which, who) => {
        const four = company(n);
        const before = built(options);
        const k = which % before.length;
        const better = [...(options[k]?.said ?? '')];
        better[who % n] = 'y';
        const after = built(options.map((one, at) => (at === k ? { ...one, said: better.join('') } : one)));
        for (const [at, other] of before.entries()) {
          if (at === k) continue;
          const was = compareDates(before[k] as WeighedOption, other, four);
          if (was < 0)
            expect(compareDates(after[k] as WeighedOption, after[at] as WeighedOption, four)).toBeLessThan(0);
        }
        const rest = (all: WeighedOption[]) =>
          rankedDates(all, four)
            .map(({ optionId }) => optionId)
            .filter((id) => id !== `o${k}`);
        if (rankedDates(before, four).length > 0) expect(rest(after)).toEqual(rest(before));
      }),
    );
  });

  it('counts every practice once', () => {
    fc.assert(
      fc.property(many, ({ n, options }) => {
        for (const { yes, maybe, no, unanswered } of rankedDates(built(options), company(n)))
          expect(yes + maybe + no + unanswered).toBe(n);
      }),
    );
  });
});
