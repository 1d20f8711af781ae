import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { passesElfproef } from './bsn.js';
import type { IdentifierType } from './finding.js';
import { scanText } from './scan.js';

const digits = (count: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })
    .map((list) => list.join(''));

/** Numbers past the elfproef: eight digits, and the ninth that fits them. */
const bsn = digits(8)
  .map((eight) => {
    const sum = [...eight].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
    return `${eight}${sum % 11}`;
  })
  .filter((number) => passesElfproef(number));

const iban = fc
  .tuple(fc.constantFrom('ABNA', 'RABO', 'INGB', 'SNSB', 'TRIO', 'ASNB', 'KNAB'), digits(10))
  .map(([bank, account]) => {
    const plain = [...`${bank}${account}NL00`].map((one) => parseInt(one, 36)).join('');
    return `NL${String(98n - (BigInt(plain) % 97n)).padStart(2, '0')}${bank}${account}`;
  });

const phone = fc.oneof(
  digits(8).map((rest) => `06${rest}`),
  fc.tuple(fc.constantFrom('030', '020', '043', '010'), digits(7)).map(([area, rest]) => area + rest),
);

const label = fc.stringMatching(/^[a-z][a-z0-9]{2,9}$/);
const email = fc
  .tuple(label, label, label, fc.constantFrom('nl', 'com', 'org', 'eu'))
  .map(([first, second, domain, ending]) => `${first}.${second}@${domain}.${ending}`);

const identifier: fc.Arbitrary<{ type: IdentifierType; value: string }> = fc.oneof(
  bsn.map((value) => ({ type: 'BSN' as const, value })),
  iban.map((value) => ({ type: 'IBAN' as const, value })),
  phone.map((value) => ({ type: 'PHONE' as const, value })),
  email.map((value) => ({ type: 'EMAIL' as const, value })),
);

/** Sentences around an identifier that have nothing of their own to find. */
const around = fc.constantFrom(
  ['', ''],
  ['Graag advies over ', ' in verband met de wachttijd.'],
  ['Wij zagen 94 verwijzingen, ook van ', ', en dat verbaasde ons.'],
  ['HbA1c 53 mmol/mol op 12-03-2026 (', ') volgens de NHG-Standaard.'],
  ['Eerste regel.\nTweede regel: ', '\nDerde regel.'],
  ['😀 één vraag: ', ' – dank!'],
  ['Het gaat om "', '"; graag vóór 1 juni.'],
);

/** Does a scan have a span of the type, or of one as strict, on the stretch? */
function isCaught(text: string, start: number, end: number, type: IdentifierType): boolean {
  const { spans, verdict } = scanText(text);
  return (
    verdict === 'block' && spans.some((span) => span.type === type && span.start < end && start < span.end)
  );
}

/** Sizes of groups in which people write each kind of number. */
const GROUPS: Partial<Record<IdentifierType, number[][]>> = {
  BSN: [
    [4, 2, 3],
    [3, 3, 3],
    [4, 5],
    [5, 4],
    [1, 1, 1, 1, 1, 1, 1, 1, 1],
  ],
  PHONE: [
    [3, 7],
    [3, 3, 4],
    [3, 3, 2, 2],
    [3, 2, 2, 3],
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  ],
  IBAN: [
    [4, 4, 4, 4, 2],
    [2, 2, 4, 10],
    [4, 4, 10],
    [8, 4, 4, 2],
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  ],
};

function grouped(value: string, sizes: number[], separator: string): string {
  let at = 0;
  return sizes.map((size) => value.slice(at, (at += size))).join(separator);
}

function embedded(
  before: string,
  value: string,
  behind: string,
): { text: string; start: number; end: number } {
  return { text: before + value + behind, start: before.length, end: before.length + value.length };
}

describe('a BSN, IBAN, phone number or e-mail address is never lost', () => {
  it('in a longer clean sentence, with capitals or without', () => {
    fc.assert(
      fc.property(identifier, around, fc.boolean(), ({ type, value }, [before, behind], upper) => {
        const { text, start, end } = embedded(
          before!,
          upper ? value.toUpperCase() : value.toLowerCase(),
          behind!,
        );
        expect(isCaught(text, start, end, type)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('with an invisible character in it', () => {
    const invisible = fc.constantFrom(
      '\u200b',
      '\u200c',
      '\u200d',
      '\u2060',
      '\ufeff',
      '\u00ad',
      '\u202e',
      '\u{e0041}',
    );
    fc.assert(
      fc.property(
        identifier,
        around,
        invisible,
        fc.nat(),
        ({ type, value }, [before, behind], mark, where) => {
          const at = where % (value.length + 1);
          const { text, start, end } = embedded(
            before!,
            value.slice(0, at) + mark + value.slice(at),
            behind!,
          );
          expect(isCaught(text, start, end, type)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('with other separators', () => {
    const spaced = fc.oneof(bsn, iban, phone).chain((value) => {
      const type: IdentifierType = value.startsWith('NL') ? 'IBAN' : value.length === 9 ? 'BSN' : 'PHONE';
      return fc.record({
        type: fc.constant(type),
        value: fc.constant(value),
        sizes: fc.constantFrom(...GROUPS[type]!),
        separator: fc.constantFrom(' ', '-', '.', '\u00a0', '–', '\u2009', '‑'),
      });
    });
    fc.assert(
      fc.property(spaced, around, ({ type, value, sizes, separator }, [before, behind]) => {
        // 06 is an area code of two digits
        const sizesHere = type === 'PHONE' && value.startsWith('06') && sizes[0] === 3 ? [2, 4, 4] : sizes;
        const { text, start, end } = embedded(before!, grouped(value, sizesHere, separator), behind!);
        expect(isCaught(text, start, end, type)).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('in full-width or mathematical characters, and in a decomposed text', () => {
    const wide = (value: string): string =>
      [...value]
        .map((one) => (one > ' ' && one <= '~' ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one))
        .join('');
    const bold = (value: string): string =>
      [...value].map((one) => (/\d/.test(one) ? String.fromCodePoint(0x1d7ce + Number(one)) : one)).join('');
    const form = fc.constantFrom(
      wide,
      bold,
      (value: string) => value.normalize('NFD'),
      (value: string) => value.normalize('NFKC'),
    );
    fc.assert(
      fc.property(identifier, around, form, ({ type, value }, [before, behind], change) => {
        const start = before!.normalize('NFD');
        const { text, end } = embedded(start, change(value), behind!.normalize('NFD'));
        expect(isCaught(text, start.length, end, type)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

const words = fc.constantFrom(
  'mw.',
  'dhr',
  'De',
  'Vries',
  'van',
  'der',
  'Berg',
  'Jan',
  'A.',
  'geb.',
  '3-4-1952',
  '*',
  '12',
  'april',
  '93',
  '-jarige',
  'jaar',
  'V/',
  '94',
  'woont',
  'op',
  'Dorpsstraat',
  '12a',
  '3811',
  'AB',
  '14',
  'patiëntnr',
  '123456',
  'dossier',
  '#',
  '06',
  '12345678',
  '@',
  'jan',
  'example.nl',
  'NL91',
  'ABNA',
  '0417164300',
  'BSN',
  '999900109',
  '[naam]',
  '90+',
  '\u200b',
  '\n',
  'é',
  'e\u0301',
  '😀',
  'ﬁ',
  '(',
  ')',
  ',',
  '.',
  '½',
  'O6',
  'is',
  'geboren',
  'at',
  'punt',
  'nl',
  "'t",
  '\ud83d',
  '²',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc
    .array(fc.tuple(words, fc.constantFrom('', ' ', ' ', ' ', '-', ', ')), { maxLength: 40 })
    .map((list) => list.flat().join('')),
);

describe('any text', () => {
  it('has spans inside it, in order, without overlap, and a verdict that agrees with them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { spans, verdict } = scanText(text);
        let free = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(free);
          expect(end).toBeGreaterThan(start);
          free = end;
        }
        expect(free).toBeLessThanOrEqual(text.length);
        expect(verdict === 'pass').toBe(spans.length === 0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has a rewrite in which nothing is found, and that stays as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { rewrite, spans } = scanText(text);
        expect(scanText(rewrite)).toEqual({ verdict: 'pass', spans: [], rewrite });
        if (spans.length === 0) expect(rewrite).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });
});
