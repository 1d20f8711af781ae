import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PracticeQuestionsView, QuestionDeskView } from '#libs/contracts';
import { newId } from '#libs/platform';
import { makeActor, makeDialogueSession, makePractice, makeRegion } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';

/** What looks like text to a length and is none: spaces, control characters, signs that nobody sees. */
const BLANK = ['     ', '\u0000\u0001\u0002\u0003', '\u200b\u200b\u200b\u200b', ' \n\t\r\n '];

describe('free texts with nothing in them', () => {
  let api: TestApp;
  let session: { id: string };
  let practice: { id: string };
  let coordinator: string;
  let holder: string;
  let question: string;

  beforeAll(async () => {
    api = await openTestApp();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    const { database } = api.test;
    const region = await makeRegion(database);
    session = await makeDialogueSession(database, region.id);
    practice = await makePractice(database, region.id);
    coordinator = await api.cookieFor(await makeActor(database, region.id, 'region-coordinator'));
    holder = await api.cookieFor(
      await makeActor(database, region.id, 'practice-holder', { scopeId: practice.id }),
    );
    const asked = await api.call<PracticeQuestionsView>('POST', url('practices', practice.id, 'questions'), {
      cookie: holder,
      body: { text: 'Hoe lang mag deze zalf?' },
    });
    question = asked.body.own[0]?.id as string;
  });

  const url = (...parts: string[]): string => ['/api/dialogue-sessions', session.id, ...parts].join('/');

  it.each(BLANK)('%j is refused at every door, as a field that is not filled in', async (text) => {
    const doors: [string, string, string, Record<string, unknown>, string][] = [
      [holder, 'POST', url('practices', practice.id, 'questions'), { text }, 'text'],
      [holder, 'PATCH', url('practices', practice.id, 'questions', question), { text }, 'text'],
      [coordinator, 'POST', url('desk', 'questions'), { text, categoryId: null }, 'text'],
      [coordinator, 'PATCH', url('desk', 'questions', question), { shownText: text }, 'shownText'],
      [coordinator, 'POST', url('desk', 'questions', question, 'send-back'), { reason: text }, 'reason'],
      [coordinator, 'POST', url('desk', 'categories'), { name: text, minutes: null }, 'name'],
      [
        holder,
        'POST',
        url('live', 'follow-ups'),
        { text, clientId: newId(), named: false, confirmed: true },
        'text',
      ],
      [coordinator, 'PATCH', url(), { title: text }, 'title'],
      [coordinator, 'POST', '/api/departments', { name: text }, 'name'],
      [coordinator, 'PUT', '/api/methods/incident', { when: { nl: text, en: 'Always.' } }, 'when.nl'],
    ];
    for (const [cookie, method, at, body, field] of doors) {
      const answer = await api.call<{ code: string; details: { fields: { field: string }[] } }>(
        method,
        at.replace(/\/$/, ''),
        { cookie, body },
      );
      expect([at, answer.status, answer.body.code]).toEqual([at, 422, 'validation.failed']);
      expect(answer.body.details.fields.map((one) => one.field)).toContain(field);
    }
    const desk = await api.call<QuestionDeskView>('GET', url('desk'), { cookie: coordinator });
    expect(desk.body.questions).toHaveLength(1);
  });
});
