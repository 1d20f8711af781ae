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

  it('keep their lines and lose what is no text', () => {
    expect(guardedTexts({ text: ' Een\r\ntwee\rdrie\u0000\u0007\ud800\tvier ' }, false)).toEqual({
      text: 'Een\ntwee\ndrie  \ufffd\tvier',
    });
  });
});
