import { describe, expect, it } from '@jest/globals';
import { canBeChanged, canBeTakenBack, fateOf, takesQuestions, type FatedHead } from './fate.rules.js';

type Asked = Parameters<typeof fateOf>[0];
const question = (values: Partial<Asked> = {}): Asked => ({
  id: 'q',
  state: 'asked',
  fate: null,
  fateReason: null,
  mergedInto: null,
  ...values,
});
const head = (values: Partial<FatedHead> = {}): FatedHead => ({
  id: 'h',
  text: 'Welke moedervlek?',
  fate: null,
  fateReason: null,
  practices: 4,
  ...values,
});
const merged = { kind: 'merged', into: { id: 'h', text: 'Welke moedervlek?' }, practices: 4 };

describe('what became of a question (feature 40)', () => {
  it.each<[string, Asked, FatedHead | null, unknown]>([
    ['a colleague proposed it', question({ state: 'proposed' }), null, { kind: 'proposed' }],
    ['it was taken back', question({ state: 'withdrawn', fate: 'parked' }), null, { kind: 'withdrawn' }],
    ['it waits', question(), null, { kind: 'open' }],
    ['it was answered in the hour', question({ fate: 'answered-live' }), null, { kind: 'answered-live' }],
    ['it stands in the handout', question({ fate: 'in-handout' }), null, { kind: 'in-handout' }],
    ['it was set aside', question({ fate: 'parked' }), null, { kind: 'parked' }],
    [
      'it was sent back',
      question({ fate: 'sent-back', fateReason: 'Hoort bij de neuroloog.' }),
      null,
      { kind: 'sent-back', reason: 'Hoort bij de neuroloog.' },
    ],
    ['it was merged', question({ mergedInto: 'h' }), head(), { ...merged, became: 'open' }],
    [
      'what it was merged into was answered',
      question({ mergedInto: 'h' }),
      head({ fate: 'answered-live' }),
      { ...merged, became: 'answered-live' },
    ],
    [
      'what it was merged into was sent back',
      question({ mergedInto: 'h' }),
      head({ fate: 'sent-back', fateReason: 'Te breed.' }),
      { kind: 'sent-back', reason: 'Te breed.' },
    ],
  ])('its asker sees that %s', (_what, asked, into, fate) => {
    expect(fateOf(asked, into)).toEqual(fate);
  });
});

describe('changing and taking back (DIA-06, DIA-21)', () => {
  const startsAt = new Date('2027-02-09T18:30:00Z');
  const before = new Date('2027-01-09T09:00:00Z');
  const session = { state: 'planned' as const, startsAt };
  const open = { kind: 'open' as const };

  it.each([
    ['planned', before, true],
    ['planned', startsAt, false],
    ['live', before, false],
    ['ended', before, false],
    ['cancelled', before, false],
  ] as const)('a session that is %s takes questions at %s: %s', (state, now, takes) => {
    expect(takesQuestions({ state, startsAt }, now)).toBe(takes);
  });

  it('what went to the specialist is fixed, what waits or came back is not', () => {
    const asked = { state: 'asked' as const, sharedAt: null, fate: null };
    expect(canBeChanged(asked, open, session, before)).toBe(true);
    expect(canBeChanged({ ...asked, sharedAt: before }, open, session, before)).toBe(false);
    const back = { kind: 'sent-back' as const, reason: '' };
    expect(canBeChanged({ ...asked, sharedAt: before }, back, session, before)).toBe(true);
    expect(canBeChanged(asked, { kind: 'parked' }, session, before)).toBe(false);
    expect(canBeChanged(asked, open, session, startsAt)).toBe(false);
    expect(canBeTakenBack(asked, session, before)).toBe(true);
    expect(canBeTakenBack({ ...asked, sharedAt: before }, session, before)).toBe(false);
    expect(canBeTakenBack({ ...asked, state: 'withdrawn' }, session, before)).toBe(false);
  });
});
