import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeActor, makePractice, makeRegion } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';

describe('two regions at the same moment (models/security.md #1, #2)', () => {
  let api: TestApp;
  const sides: { cookie: string; word: string; other: string }[] = [];

  beforeAll(async () => {
    api = await openTestApp();
    for (const [word, other] of [
      ['Noorderling', 'Zuiderling'],
      ['Zuiderling', 'Noorderling'],
    ] as const) {
      const region = await makeRegion(api.test.database, { name: word });
      const boss = await makeActor(api.test.database, region.id, 'region-coordinator', {
        name: `${word} zelf`,
      });
      for (let k = 0; k < 5; k++) {
        const practice = await makePractice(api.test.database, region.id, { name: `${word} praktijk ${k}` });
        await makeActor(api.test.database, region.id, 'practice-holder', {
          name: `${word} ${k}`,
          scopeId: practice.id,
        });
      }
      sides.push({ cookie: await api.cookieFor(boss), word, other });
    }
  });
  afterAll(() => api.close());

  it('never shows one region a row of the other in 500 parallel requests', async () => {
    const urls = ['/api/people?limit=3', '/api/practices?limit=3', '/api/me', '/api/region', '/api/audit'];
    const answers = await Promise.all(
      Array.from({ length: 500 }, async (_, k) => {
        const side = sides[k % 2] as (typeof sides)[number];
        const url = urls[Math.floor(k / 2) % urls.length] as string;
        const answer = await api.call('GET', url, { cookie: side.cookie });
        const said = answer.raw.toString();
        return {
          url,
          status: answer.status,
          own: said.includes(side.word),
          foreign: said.includes(side.other),
        };
      }),
    );
    expect(answers.filter((one) => one.status !== 200 || one.foreign)).toEqual([]);
    expect(answers.filter((one) => !one.own && one.url !== '/api/audit')).toEqual([]);
  });
});
