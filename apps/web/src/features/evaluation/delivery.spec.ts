import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../lib/problem';
import { afterFailure, afterReply, openingPhase, retryDelay } from './delivery';
import { EMPTY_DRAFT } from './draft';

describe('an attempt to send', () => {
  it('is ours when the server says so', () => {
    expect(afterReply('received', false)).toEqual({ kind: 'received' });
  });
  it('takes "already" for its own attempt where it can be no other, and only then', () => {
    expect(afterReply('already', true)).toEqual({ kind: 'received' });
    expect(afterReply('already', false)).toEqual({ kind: 'used-before' });
  });
  it.each([0, 408, 500, 502, 503])('is tried again after %i, and may have arrived', (status) => {
    const problem = new Problem(status === 0 ? 'network' : 'internal', status);
    expect(afterFailure(problem, false, true)).toEqual({ kind: 'retry', uncertain: true });
    expect(afterFailure(problem, false, false)).toEqual({ kind: 'retry', uncertain: false });
    expect(afterFailure(problem, true, false)).toEqual({ kind: 'retry', uncertain: true });
  });
  it('is tried again after being held back for going too fast, which kept nothing', () => {
    expect(afterFailure(new Problem('rate.limited', 429), false, true)).toEqual({
      kind: 'retry',
      uncertain: false,
    });
  });
  it('says honestly that it came too late, or perhaps not', () => {
    const closed = new Problem('evaluation.closed', 410);
    expect(afterFailure(closed, false, true)).toEqual({ kind: 'late', unsure: false });
    expect(afterFailure(closed, true, true)).toEqual({ kind: 'late', unsure: true });
  });
  it('tells a link that is none from an evaluation that is closed', () => {
    expect(afterFailure(new Problem('auth.link-invalid', 410), false, true)).toEqual({ kind: 'unknown' });
  });
  it('brings the texts that were refused', () => {
    const finding = { item: 'improve', verdict: 'warn', spans: [], rewrite: '' };
    const problem = new Problem('text.identifiers', 422, { findings: [finding] });
    expect(afterFailure(problem, true, true)).toEqual({ kind: 'texts', findings: [finding] });
  });
  it('does not repeat what the server refuses for another reason', () => {
    expect(afterFailure(new Problem('evaluation.answer-invalid', 422), false, true)).toEqual({
      kind: 'refused',
    });
  });
  it('waits longer each time, and never longer than half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 40].map(retryDelay)).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000]);
  });
});

describe('opening the link of an evaluation', () => {
  const pending = { answers: {}, confirmed: [], uncertain: true };
  const open = { state: 'open', kept: null } as const;
  const answered = { state: 'answered', kept: null } as const;

  it('begins, or goes on with what was being sent', () => {
    expect(openingPhase(open, null)).toBe('answering');
    expect(openingPhase(open, { ...EMPTY_DRAFT, pending })).toBe('sending');
    expect(openingPhase(open, { ...EMPTY_DRAFT, pending: { ...pending, uncertain: false } })).toBe('sending');
  });
  it('shows what was sent where it may be changed', () => {
    expect(openingPhase({ state: 'open', kept: { answers: {}, sent: true } }, null)).toBe('received');
    expect(openingPhase({ state: 'open', kept: { answers: {}, sent: false } }, null)).toBe('answering');
  });
  it('thanks who sent it from this device, also when the reply got lost', () => {
    expect(openingPhase(answered, { ...EMPTY_DRAFT, sent: true })).toBe('received');
    expect(openingPhase(answered, { ...EMPTY_DRAFT, pending })).toBe('received');
  });
  it('says that the link was used before when this device knows nothing of it', () => {
    expect(openingPhase(answered, null)).toBe('used-before');
    expect(openingPhase(answered, { ...EMPTY_DRAFT, pending: { ...pending, uncertain: false } })).toBe(
      'used-before',
    );
  });
  it('is unsure about an answer that was on its way when it closed', () => {
    expect(openingPhase({ state: 'closed', kept: null }, { ...EMPTY_DRAFT, pending })).toBe('closed-unsure');
    expect(openingPhase({ state: 'closed', kept: null }, null)).toBe('closed');
  });
});
