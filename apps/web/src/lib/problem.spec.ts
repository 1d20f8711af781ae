import { describe, expect, it } from '@jest/globals';
import { Problem, asProblem, isWorthRetrying, problemFrom, refusedFields } from './problem';

describe('a failed call', () => {
  it('carries code, details and request id of a problem', () => {
    const body = {
      code: 'group.size-out-of-range',
      details: { size: 7 },
      requestId: 'r1',
      status: 422,
      title: '',
      type: '',
    };
    expect(problemFrom(422, body, null)).toMatchObject({
      code: 'group.size-out-of-range',
      status: 422,
      details: { size: 7 },
      requestId: 'r1',
    });
  });
  it.each([
    [401, 'auth.required'],
    [404, 'not-found'],
    [409, 'conflict.stale'],
    [413, 'upload.too-large'],
    [429, 'rate.limited'],
    [502, 'service.unavailable'],
    [500, 'internal'],
    [418, 'internal'],
  ])('with status %s and no readable body becomes %s', (status, code) => {
    expect(problemFrom(status, null, 'r2')).toMatchObject({ code, requestId: 'r2' });
    expect(problemFrom(status, '<html>', null).code).toBe(code);
  });
  it('is a lost connection when fetch threw, and our own mistake otherwise', () => {
    expect(asProblem(new TypeError('Failed to fetch')).code).toBe('network');
    expect(asProblem(new TypeError('x is not a function')).code).toBe('internal');
    const problem = new Problem('not-found', 404);
    expect(asProblem(problem)).toBe(problem);
  });
  it('is tried again only when that can help', () => {
    expect(isWorthRetrying(new Problem('network', 0))).toBe(true);
    expect(isWorthRetrying(new Problem('service.unavailable', 503))).toBe(true);
    expect(isWorthRetrying(new Problem('conflict.stale', 409))).toBe(false);
    expect(isWorthRetrying(new Problem('internal', 500))).toBe(false);
    expect(isWorthRetrying(new Error('x'))).toBe(false);
  });
  it('names the fields that were refused', () => {
    const problem = new Problem('validation.failed', 422, {
      fields: [{ field: 'email', rule: 'isEmail' }, { rule: 'x' }],
    });
    expect(refusedFields(problem)).toEqual({ email: 'isEmail' });
    expect(refusedFields(null)).toEqual({});
  });
});
