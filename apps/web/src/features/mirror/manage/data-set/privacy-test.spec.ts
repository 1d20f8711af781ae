import { describe, expect, it } from '@jest/globals';
import type { PrivacyTestAudienceView, PrivacyTestView } from '#libs/contracts';
import { countOf, fractionOf, lookedAt, whatWasTested } from './privacy-test';

type Outcome = PrivacyTestAudienceView['outcome'];
const test = (
  state: PrivacyTestView['state'],
  outcomes: readonly Outcome[],
  fraction = 0,
): PrivacyTestView => ({
  state,
  fraction,
  askedBy: null,
  askedAt: null,
  endedAt: null,
  reason: null,
  audiences: outcomes.map((outcome, at) => ({
    audience: at === 0 ? 'region' : 'group',
    group: at === 0 ? null : { id: String(at), name: `Groep ${at}` },
    shown: 0,
    hidden: 0,
    outcome,
    reason: null,
  })),
  version: 1,
});

describe('a privacy test on the page of a delivery (D7)', () => {
  it('says which audience is looked at, and which of how many that is', () => {
    expect(lookedAt(test('running', ['safe', 'looking', 'waiting']))).toMatchObject({
      one: { group: { name: 'Groep 1' } },
      place: 2,
      of: 3,
    });
    expect(lookedAt(test('waiting', ['waiting', 'waiting']))).toBeNull();
  });

  it('believes the socket within the audience at hand, and the row otherwise', () => {
    const running = test('running', ['safe', 'looking', 'waiting', 'waiting'], 0.25);
    expect(fractionOf(running, 0.4)).toBe(0.4);
    expect(fractionOf(running, 0.1)).toBe(0.25);
    expect(fractionOf(running, 0.9)).toBe(0.25); // said of the test before this one
    expect(fractionOf(test('waiting', [], 0), 0)).toBe(0);
  });

  it('tells who approves whether it was done, and never calls a test safe that was not finished for everybody', () => {
    expect(whatWasTested(test('none', []))).toBe('none');
    expect(whatWasTested(test('waiting', ['waiting']))).toBe('open');
    expect(whatWasTested(test('running', ['safe', 'looking']))).toBe('open');
    expect(whatWasTested(test('stopped', ['safe', 'unseen']))).toBe('ended');
    expect(whatWasTested(test('failed', ['safe', 'unseen']))).toBe('ended');
    expect(whatWasTested(test('done', ['safe', 'coarsened']))).toBe('safe');
    expect(whatWasTested(test('done', ['safe', 'unfinished']))).toBe('doubts');
    expect(whatWasTested(test('done', ['safe', 'refused']))).toBe('doubts');
    expect(countOf(test('done', ['safe', 'unfinished', 'unfinished']), 'unfinished')).toBe(2);
  });
});
