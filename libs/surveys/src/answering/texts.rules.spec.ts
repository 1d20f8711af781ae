import { describe, expect, it } from '@jest/globals';
import { SMALL_QUESTIONNAIRE } from '#libs/testing';
import { findingIn, refusedTexts } from './texts.rules.js';

const refused = (text: unknown, confirmed: string[] = []) =>
  refusedTexts(SMALL_QUESTIONNAIRE, { grade: { value: 8 }, remark: { text } }, confirmed);
const PHONE = 'Bel mij op 06-12345678 als u dit leest.';
const NAME = 'Het gesprek met mevrouw De Vries was leerzaam.';

describe('texts of answers', () => {
  it('refuses patient data whatever was confirmed, and says where it is and how else to say it', () => {
    for (const confirmed of [[], ['remark']]) {
      const [finding] = refused(PHONE, confirmed);
      expect(finding).toMatchObject({ item: 'remark', verdict: 'block', spans: [{ type: 'PHONE' }] });
      const [span] = finding!.spans;
      expect(PHONE.slice(span!.start, span!.end)).toBe('06-12345678');
      expect(finding!.rewrite).not.toContain('12345678');
    }
  });

  it('asks to confirm what may be patient data, item by item', () => {
    expect(refused(NAME)).toMatchObject([{ item: 'remark', verdict: 'warn', spans: [{ type: 'NAME' }] }]);
    expect(refused(NAME, ['grade'])).toHaveLength(1);
    expect(refused(NAME, ['remark'])).toEqual([]);
  });

  it('lets other texts through, and answers that are none', () => {
    for (const given of ['Goede avond gehad.', '', 7, null]) expect(refused(given)).toEqual([]);
    for (const given of [null, 'x', 7, { remark: null }, { remark: 'x' }])
      expect(refusedTexts(SMALL_QUESTIONNAIRE, given, [])).toEqual([]);
  });

  it('cannot be passed by with control characters that are taken out when the text is stored', () => {
    expect(findingIn('remark', '06-1234\u00005678')).toEqual(findingIn('remark', '06-1234 5678'));
    expect(findingIn('remark', '06-1234\u00005678')).toMatchObject({ verdict: 'block' });
  });
});
