import { describe, expect, it } from '@jest/globals';
import { countTypes, scanText } from './index.js';

/** The stretches that were found, as "TYPE text". */
function found(text: string): string[] {
  return scanText(text).spans.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);
}

describe('the verdict', () => {
  it.each([
    ['BSN 999900109', 'block'],
    ['NL50ABNA0001234567', 'block'],
    ['jan@example.nl', 'block'],
    ['06-12345678', 'block'],
    ['geb. 3-4-1952', 'block'],
    ['patiëntnr 123456', 'block'],
    ['woont op Dorpsstraat 12', 'block'],
    ['mw. De Vries', 'warn'],
    ['een 93-jarige man', 'warn'],
    ['mw. De Vries, 06-12345678', 'block'],
    ['Metformine 500 mg, controle op 12-03-2026.', 'pass'],
    ['', 'pass'],
  ])('on "%s" is %s', (text, verdict) => {
    expect(scanText(text).verdict).toBe(verdict);
  });

  it('is no more than a warning on a number of an order or invoice that passes the elfproef, and never a pass', () => {
    expect(scanText('Factuurnummer 999900109 is betaald.').verdict).toBe('warn');
    expect(scanText('Ordernummer: 999900109').verdict).toBe('warn');
    expect(scanText('Order van BSN 999900109').verdict).toBe('block');
  });

  it('warns on a number right behind the word BSN that fails the elfproef, and on a mistyped account', () => {
    expect(scanText('BSN 999900108').verdict).toBe('warn');
    expect(scanText('Nummer 999900108').verdict).toBe('pass');
    expect(scanText('NL51ABNA0001234567').verdict).toBe('warn');
  });

  it('passes a name behind dr. or prof., and warns on one behind mw. or dhr., whoever it is', () => {
    expect(scanText('Cardioloog dr. Smeets geeft les.').verdict).toBe('pass');
    expect(scanText('mevrouw prof. dr. Smeets').verdict).toBe('pass');
    expect(scanText('Cardioloog mw. Smeets geeft les.').verdict).toBe('warn');
  });

  it('only warns on the address of a meeting, and blocks where somebody lives', () => {
    expect(scanText('De bijeenkomst is op Dorpsplein 3.').verdict).toBe('warn');
    expect(scanText('Na de bijeenkomst: patiënt woont op Dorpsplein 3.').verdict).toBe('block');
  });
});

describe('the spans', () => {
  it.each([
    ['mevr. v.d. Berg belt', ['NAME mevr. v.d. Berg']],
    ['dhr Jansen-de Boer (93)', ['NAME dhr Jansen-de Boer', 'AGE90 93']],
    ['De Vries, 12-05-1948', ['NAME De Vries', 'DOB 12-05-1948']],
    ['BSN 9999.00.183.', ['BSN 9999.00.183']],
    ['bel (030) 123 45 67!', ['PHONE (030) 123 45 67']],
    ['IBAN NL31 RABO 0099 9999 98', ['IBAN NL31 RABO 0099 9999 98']],
    ['Dorpsstraat 12a, 3811 AB Amersfoort', ['ADDRESS Dorpsstraat 12a', 'ADDRESS 3811 AB']],
    ['V/94 en M/89', ['AGE90 94']],
    ['een tweeënnegentigjarige', ['AGE90 tweeënnegentigjarige']],
  ])('of "%s" are %j', (text, spans) => {
    expect(found(text)).toEqual(spans);
  });

  it('lie in the text as it was written, whatever was folded to read it', () => {
    expect(found('😀 ①: mw. O\u0308ztu\u0308rk, bsn ９９９９\u200b００１０９ ½')).toEqual([
      'NAME mw. O\u0308ztu\u0308rk',
      'BSN ９９９９\u200b００１０９',
    ]);
    expect(found('ﬁjn: jan＠example．nl')).toEqual(['EMAIL jan＠example．nl']);
    expect(found('tel ٠٦١٢٣٤٥٦٧٨')).toEqual(['PHONE ٠٦١٢٣٤٥٦٧٨']);
    expect(found('mаil: jаn@exаmple.nl')).toEqual(['EMAIL jаn@exаmple.nl']);
  });

  it('leave group ages, emergency numbers, eponyms and plain dates alone', () => {
    for (const text of [
      'Patiënten van 90 jaar en ouder, 90+ en 95% van de 94-jarigen.',
      'Bel 112, 113, 0800-0113 of 0900 1515.',
      'Ziekte van Parkinson, Wells-score 4, Mw. Parkinson.',
      'Op 12-03-2026 en 3 april 2026, niet geboren voor 1-1-1960.',
    ]) {
      expect(found(text)).toEqual([]);
    }
  });
});

describe('the rewrite', () => {
  it.each([
    ['mw. De Vries (94) belt op 06-12345678', 'mw. [naam] (90+) belt op [telefoonnummer]'],
    ['Een 94-jarige vrouw', 'Een 90+-jarige vrouw'],
    ['Zij is 101 jaar oud.', 'Zij is 90+.'],
    ['V/95, geb. 3-4-1931', 'V/90+, geb. [geboortedatum]'],
    ['pt. A. El Amrani, BSN 999900109', 'pt. [naam], BSN [BSN]'],
    ['Woont Dorpsstraat 12a.', 'Woont [adres].'],
    ['Niets bijzonders.', 'Niets bijzonders.'],
  ])('of "%s" is "%s"', (text, rewrite) => {
    expect(scanText(text).rewrite).toBe(rewrite);
  });

  it('does not take its own words for the cue of something else', () => {
    const { rewrite } = scanText('geb. 3-4-1952 op 12-03-2026 gezien');
    expect(rewrite).toBe('geb. [geboortedatum] op 12-03-2026 gezien');
    expect(scanText(rewrite).verdict).toBe('pass');
  });
});

describe('the counts for the log', () => {
  it('name types and numbers, and nothing of the text', () => {
    const { spans } = scanText('mw. De Vries en dhr. Bos, 06-12345678');
    expect(countTypes(spans)).toEqual({ NAME: 2, PHONE: 1 });
  });
});
