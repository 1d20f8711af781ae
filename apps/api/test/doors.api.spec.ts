import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestApp, type TestApp } from './test-app.js';

describe('every door', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await openTestApp();
  });
  afterAll(() => api.close());

  it('says that it is well', async () => {
    expect(await api.call('GET', '/api/health')).toMatchObject({ status: 200, body: { ok: true } });
  });

  it('answers an unknown route with problem+json and a request id', async () => {
    const answer = await api.call('GET', '/api/nothing-here');
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      code: 'not-found',
      status: 404,
      requestId: answer.headers['x-request-id'],
    });
  });

  it('keeps answers out of caches and frames (models/security.md #11, #19)', async () => {
    const { headers } = await api.call('GET', '/api/health');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain(`frame-ancestors 'none'`);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });
});
