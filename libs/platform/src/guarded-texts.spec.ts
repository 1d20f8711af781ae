import { describe, expect, it } from '@jest/globals';
import { DomainError } from './domain-error.js';
import { guardedTexts } from './guarded-texts.js';

describe('free texts of a request (DIA-20, models/free-text-guard)', () => {
  const refusal = (texts: Record<string, string>, confirmed = false): unknown => {
    try {
      return guardedTexts(texts, confirmed);
    } catch (error) {
      return error instanceof DomainError
        ? [
            error.code,
            (error.details['findings'] as { item: string; verdict: string }[]).map((f) => [
              f.item,
              f.verdict,
            ]),
          ]
        : error;
    }
  };

  it('are not kept with patient data in them, whatever was confirmed', () => {
    const texts = { story: 'Veel ouderen.', question: 'Bel mevrouw op 06-12345678.' };
    expect(refusal(texts)).toEqual(['text.identifiers', [['question', 'block']]]);
    expect(refusal(texts, true)).toEqual(['text.identifiers', [['question', 'block']]]);
  });

  it('are kept with what may be a name once their writer read the warning', () => {
    const text = 'Mevrouw Jansen komt vaak terug.';
    expect(refusal({ text })).toEqual(['text.identifiers', [['text', 'warn']]]);
    expect(refusal({ text }, true)).toEqual({ text });
  });

  it.each([
    ['a line end', 'BSN 1112\n22333'],
    ['an old line end', 'BSN 1112\r22333'],
    ['both', 'BSN:\r\n1112\r\n22333'],
    ['a comma', 'bsn 111, 222, 333'],
    ['half a character', 'BSN 1112\ud80022333'],
    ['half a character without cue', 'nummer 1112\udc0022333'],
    ['a form feed', 'Nummer 1112\f22333'],
    ['a control character', 'Nummer 1112\u008522333'],
  ])('are refused with a number that is split by %s', (_by, text) => {
    expect(refusal({ text }, true)).toEqual(['text.identifiers', [['text', 'block']]]);
  });

  it('are refused with a number that goes on in the next field', () => {
    const texts = { tooEarly: 'Denk aan BSN 1112', onTime: '', tooLate: '22333 en verder.', note: 'Niets.' };
    expect(refusal(texts, true)).toEqual([
      'text.identifiers',
      [
        ['tooEarly', 'block'],
        ['tooLate', 'block'],
      ],
    ]);
  });

  it.each([
    [{ text: 'BSN vragen wij nooit.\n12 praktijken, 45 vragen en 678 verwijzingen.' }],
    [{ text: 'Noteer geen BSN, 120 mg, 45 dagen, 30 stuks.' }],
    [{ one: 'Geef 120 mg', two: '45 dagen lang', three: '333 keer' }],
  ])('are kept with plain numbers in lists and in more fields', (texts) => {
    expect(guardedTexts(texts as Record<string, string>, false)).toEqual(texts);
  });

  it('keep their lines and lose what is no text', () => {
    expect(guardedTexts({ text: ' Een\r\ntwee\rdrie\u0000\u0007\ud800\tvier ' }, false)).toEqual({
      text: 'Een\ntwee\ndrie  \ufffd\tvier',
    });
  });
});
