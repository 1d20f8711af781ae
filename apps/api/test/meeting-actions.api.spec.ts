import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  ActionItemView,
  ActionPageView,
  HomeView,
  InsightView,
  LeftOutcomeView,
  MeetingActionsView,
  MeetingNotesView,
  MeetingOutcomesView,
  NoteView,
  OwnDataView,
  ProblemView,
} from '#libs/contracts';
import { type Actor } from '#libs/platform';
import { makeActor, makeGroup, makeMeeting, makePractice, makeRegion } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';
import { browserByLink, TestBrowser } from './test-browser.adapter.js';

const ACTION = 'Fotoafspraak opnemen in het spreekuur';
const INSIGHT = 'Een foto vooraf scheelt vaak een verwijzing';
const NOTE = 'Lang gesproken over de wachtkamer';
const SENTENCE = 'Stuur bij huidklachten eerst een foto mee';
const SECRETS = [ACTION, INSIGHT, NOTE, SENTENCE];

/** The local date, so many days from now. */
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const at = (days: number, hour: string): string => `${day(days)}T${hour}:00Z`;

describe('the doors of notes, actions and outcomes (SES-02, SES-11, LOOP-01)', () => {
  let api: TestApp;
  let region: { id: string };
  let linde: { id: string; name: string };
  let kade: { id: string; name: string };
  let meeting: string;
  let group: { id: string };
  let holder: Actor & { personId: string };
  let action: ActionItemView;
  let insight: InsightView;
  let outcome: MeetingOutcomesView['outcomes'][number];
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    api = await openTestApp();
    const { database } = api.test;
    region = await makeRegion(database);
    linde = await makePractice(database, region.id, { name: 'De Linde' });
    kade = await makePractice(database, region.id, { name: 'De Kade' });
    const weg = await makePractice(database, region.id, { name: 'Wegzicht' });
    group = await makeGroup(database, region.id, { practices: [linde.id, kade.id], name: 'Groep 3' });
    const others = await makeGroup(database, region.id, { practices: [weg.id] });
    meeting = await makeMeeting(database, region.id, {
      groupId: group.id,
      startsAt: at(-1, '18:00'),
      endsAt: at(-1, '20:00'),
    });
    const abroad = await makeRegion(database);
    const practiceAbroad = await makePractice(database, abroad.id);
    const actor = (role: Parameters<typeof makeActor>[2], scopeId?: string, regionId = region.id) =>
      makeActor(database, regionId, role, { ...(scopeId && { scopeId }) });
    holder = await makeActor(database, region.id, 'practice-holder', {
      scopeId: linde.id,
      name: 'Anna de Wit',
    });
    const people: Record<string, Actor> = {
      holder,
      contact: await actor('practice-contact', kade.id),
      employee: await actor('practice-employee', kade.id),
      leader: await actor('discussion-leader', group.id),
      otherLeader: await actor('discussion-leader', others.id),
      neighbour: await actor('practice-holder', weg.id),
      coordinator: await actor('region-coordinator'),
      consultant: await actor('practice-consultant', linde.id),
      abroad: await actor('practice-holder', practiceAbroad.id, abroad.id),
      coordinatorAbroad: await actor('region-coordinator', undefined, abroad.id),
    };
    for (const [who, one] of Object.entries(people)) cookies[who] = await api.cookieFor(one);
    // something to leak, whoever asks
    action = (
      await call<ActionItemView>('leader', 'POST', `/api/meetings/${meeting}/actions`, {
        text: ACTION,
        ownerPracticeId: linde.id,
        dueOn: day(5),
        confirmed: false,
      })
    ).body;
    insight = (
      await call<InsightView>('holder', 'POST', `/api/meetings/${meeting}/insights`, {
        text: INSIGHT,
        confirmed: false,
      })
    ).body;
    await call('contact', 'PUT', `/api/meetings/${meeting}/notes`, {
      text: NOTE,
      confirmed: false,
      version: 0,
    });
    const asked = await call<MeetingOutcomesView>('leader', 'POST', `/api/meetings/${meeting}/outcomes`, {
      kind: 'agreement',
      text: SENTENCE,
      insightId: insight.id,
      confirmed: false,
    });
    outcome = asked.body.outcomes[0] as typeof outcome;
  });
  afterAll(() => api.close());

  const call = <T = ProblemView>(
    who: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => api.call<T>(method, path, { cookie: cookies[who], body, headers });
  /** A browser that came in by the link of a mail. */
  const byLink = async (subjectId: string, practiceId: string): Promise<TestBrowser> => {
    return browserByLink(api, region.id, {
      personId: holder.personId,
      kind: 'meeting',
      subjectId,
      practiceId,
    });
  };
  const READ = () => ['actions', 'notes', 'outcomes'].map((part) => `/api/meetings/${meeting}/${part}`);

  it.each(['holder', 'contact', 'employee', 'leader'])('show %s what was said', async (who) => {
    const read = <T>(part: string) => call<T>(who, 'GET', `/api/meetings/${meeting}/${part}`);
    const { body: actions } = await read<MeetingActionsView>('actions');
    expect(actions.own.map(({ text }) => text)).toEqual([ACTION]);
    const { insights, note } = (await read<MeetingNotesView>('notes')).body;
    expect([insights.map(({ text }) => text), note.text]).toEqual([[INSIGHT], NOTE]);
    const { body: shown } = await read<MeetingOutcomesView>('outcomes');
    expect(shown.outcomes[0]).toMatchObject({ text: SENTENCE, practices: 2, yes: 0, state: 'asking' });
    expect(shown.mayAsk).toBe(who === 'leader');
    // one answer per practice: its holder or contact gives it
    expect(shown.outcomes[0]?.own).toHaveLength(who === 'holder' || who === 'contact' ? 1 : 0);
  });

  it.each([
    ['coordinator', 403],
    ['consultant', 403],
    ['otherLeader', 404],
    ['neighbour', 404],
    ['abroad', 404],
    ['coordinatorAbroad', 404],
  ])('show %s nothing of it (%i)', async (who, status) => {
    for (const path of READ()) expect((await call(who, 'GET', path)).status).toBe(status);
    const tries = [
      await call(who, 'POST', `/api/meetings/${meeting}/actions`, {
        text: 'Meedoen',
        ownerPracticeId: linde.id,
        dueOn: day(5),
        confirmed: false,
      }),
      await call(who, 'POST', `/api/meetings/${meeting}/insights`, { text: 'Meedoen', confirmed: false }),
      await call(who, 'PUT', `/api/meetings/${meeting}/notes`, { text: 'Weg', confirmed: false, version: 1 }),
      await call(who, 'PATCH', `/api/meetings/${meeting}/insights/${insight.id}`, { removed: true }),
      await call(who, 'POST', `/api/meetings/${meeting}/outcomes`, {
        kind: 'tip',
        text: 'Meedoen',
        confirmed: false,
      }),
    ];
    expect(tries.map((one) => one.status)).toEqual(tries.map(() => status));
    const blind = [
      await call(who, 'PATCH', `/api/actions/${action.id}`, { state: 'done' }),
      await call(who, 'PATCH', `/api/outcomes/${outcome.id}`, { text: 'Anders' }),
      await call(who, 'DELETE', `/api/outcomes/${outcome.id}`),
      await call(who, 'PUT', `/api/outcomes/${outcome.id}/answers/${linde.id}`, {
        answer: 'yes',
        version: 1,
      }),
    ];
    expect(blind.map((one) => one.status)).toEqual([404, 404, 404, 404]);
    const lists = [
      await call<unknown>(who, 'GET', '/api/actions'),
      await call<unknown>(who, 'GET', '/api/actions/export.xlsx'),
      await call<unknown>(who, 'GET', '/api/outcomes'),
      await call<unknown>(who, 'GET', '/api/home'),
    ];
    const told = JSON.stringify([...tries, ...blind, ...lists].map(({ body }) => body));
    for (const secret of SECRETS) expect(told).not.toContain(secret);
  });

  it('let each answer for the own practice alone', async () => {
    const answer = (who: string, practiceId: string) =>
      call(who, 'PUT', `/api/outcomes/${outcome.id}/answers/${practiceId}`, { answer: 'yes', version: 1 });
    expect((await answer('holder', kade.id)).status).toBe(403);
    expect((await answer('leader', kade.id)).status).toBe(403);
    expect((await answer('employee', kade.id)).status).toBe(403);
    // who does not lead changes nothing of what is asked
    expect((await call('holder', 'PATCH', `/api/outcomes/${outcome.id}`, { kind: 'tip' })).status).toBe(403);
    expect((await call('contact', 'DELETE', `/api/outcomes/${outcome.id}`)).status).toBe(403);
    const home = await call<HomeView>('contact', 'GET', '/api/home');
    expect(home.body.tasks.map(({ kind }) => kind)).toContain('answer-outcome');
    expect(JSON.stringify(home.body)).not.toContain(SENTENCE);
  });

  it('take nothing that could point to a patient, and no name of a practice in what leaves', async () => {
    const texts: [string, string, object][] = [
      ['POST', 'actions', { ownerPracticeId: linde.id, dueOn: day(5) }],
      ['POST', 'insights', {}],
      ['PUT', 'notes', { version: 1 }],
      ['POST', 'outcomes', { kind: 'tip' }],
    ];
    for (const [method, part, more] of texts) {
      const told = await call(who(part), method, `/api/meetings/${meeting}/${part}`, {
        ...more,
        text: 'Mevrouw Jansen met BSN 111222333',
        confirmed: true,
      });
      expect([part, told.status, told.body.code]).toEqual([part, 422, 'text.identifiers']);
    }
    const named = await call('leader', 'POST', `/api/meetings/${meeting}/outcomes`, {
      kind: 'tip',
      text: 'Bij De Kade maken zij eerst een foto.',
      confirmed: true,
    });
    expect([named.status, named.body.code]).toEqual([422, 'outcome.names-practice']);
  });
  const who = (part: string): string => (part === 'outcomes' ? 'leader' : 'holder');

  it.each([
    ['actions', 'a text of spaces', { text: '   ', dueOn: '2027-02-09' }],
    ['insights', 'a text of signs that nobody sees', { text: '\u200b\u2060\u00ad' }],
    ['outcomes', 'a sentence that says nothing', { text: ' \u200b', kind: 'tip' }],
    ['actions', 'a day that does not exist', { text: 'Goed', dueOn: '2027-02-30' }],
    ['actions', 'a word for a day', { text: 'Goed', dueOn: 'morgen' }],
    ['actions', 'a name for an owner', { text: 'Goed', dueOn: '2027-02-09', ownerId: 'iemand' }],
    ['insights', 'a story', { text: 'x'.repeat(501) }],
    ['outcomes', 'another way out', { text: 'Goed', kind: 'mail' }],
  ])('refuse in %s %s', async (part, _what, body) => {
    const told = await call('leader', 'POST', `/api/meetings/${meeting}/${part}`, {
      ...(part === 'actions' && { ownerPracticeId: linde.id }),
      confirmed: false,
      ...body,
    });
    expect([told.status, told.body.code]).toEqual([422, 'validation.failed']);
  });

  it('give an action only to a practice of the meeting and somebody of it', async () => {
    const give = (body: object) => call('holder', 'PATCH', `/api/actions/${action.id}`, body);
    const [stranger] = await api.test.database.transaction({ regionId: region.id }, () =>
      api.test.database.query<{ id: string }>(`select id from practice where name = 'Wegzicht'`),
    );
    for (const body of [
      { ownerPracticeId: stranger?.id },
      { ownerId: action.ownerPracticeId },
      { ownerPracticeId: kade.id, ownerId: holder.personId },
    ])
      expect((await give(body)).body.code).toBe('action.owner-unknown');
    const given = await call<ActionItemView>('holder', 'PATCH', `/api/actions/${action.id}`, {
      ownerId: holder.personId,
    });
    expect(given.body).toMatchObject({ owner: 'Anna de Wit', mine: true, state: 'open' });
    const moved = await call<ActionItemView>('contact', 'PATCH', `/api/actions/${action.id}`, {
      ownerPracticeId: kade.id,
    });
    // somebody of another practice cannot be meant any more
    expect(moved.body).toMatchObject({ owner: null, ownerPractice: 'De Kade', mine: true });
    const stale = await call(
      'holder',
      'PATCH',
      `/api/actions/${action.id}`,
      { state: 'done' },
      { 'if-match': '"1"' },
    );
    expect([stale.status, stale.body.code]).toEqual([409, 'conflict.stale']);
    await call('contact', 'PATCH', `/api/actions/${action.id}`, {
      ownerPracticeId: linde.id,
      ownerId: holder.personId,
    });
  });

  it('open one meeting with the link of a mail, and the next meeting shows what was agreed', async () => {
    const next = await makeMeeting(api.test.database, region.id, {
      groupId: group.id,
      startsAt: at(40, '18:00'),
      endsAt: at(40, '20:00'),
    });
    const link = await byLink(next, linde.id);
    const view = await link.call<MeetingActionsView>('GET', `/api/meetings/${next}/actions`);
    expect(view.body.previous.map(({ text, mine }) => [text, mine])).toEqual([[ACTION, true]]);
    expect((await link.call('GET', `/api/meetings/${meeting}/actions`)).status).toBe(404);
    expect((await link.call('GET', `/api/meetings/${meeting}/notes`)).status).toBe(404);
    expect((await link.call('GET', '/api/actions')).status).toBe(403);
    const { version } = view.body.previous[0] as ActionItemView;
    const done = await link.call(
      'PATCH',
      `/api/actions/${action.id}`,
      { state: 'done' },
      { 'if-match': `"${version}"` },
    );
    expect(done).toMatchObject({ status: 200, body: { state: 'done' } });
    await link.call('PATCH', `/api/actions/${action.id}`, { state: 'open' });
    // a link to an earlier meeting of the group reaches nothing that was agreed later
    const earlier = await makeMeeting(api.test.database, region.id, {
      groupId: group.id,
      startsAt: at(-30, '18:00'),
      endsAt: at(-30, '20:00'),
      closedAt: at(-30, '20:00'),
    });
    const first = await byLink(earlier, linde.id);
    expect((await first.call('GET', `/api/meetings/${earlier}/actions`)).status).toBe(200);
    expect((await first.call('PATCH', `/api/actions/${action.id}`, { state: 'done' })).status).toBe(404);
  });

  it('list the own groups with filter, pages and a workbook', async () => {
    for (const k of [1, 2, 3])
      await call('holder', 'POST', `/api/meetings/${meeting}/actions`, {
        text: `Actie ${k}`,
        ownerPracticeId: kade.id,
        dueOn: day(10 + k),
        confirmed: false,
      });
    const list = (query: string, person = 'holder') =>
      call<ActionPageView>(person, 'GET', `/api/actions${query}`);
    const all = (await list('')).body;
    expect(all.items.map(({ text }) => text)).toEqual([ACTION, 'Actie 1', 'Actie 2', 'Actie 3']);
    expect(all).toMatchObject({ total: 4, next: null, groups: [{ id: group.id, name: 'Groep 3' }] });
    expect((await list('?mine=true')).body.items.map(({ text }) => text)).toEqual([ACTION]);
    expect((await list('?mine=true', 'employee')).body.total).toBe(3);
    expect((await list('?state=done')).body.total).toBe(0);
    expect((await list(`?groupId=${group.id}&state=open`)).body.total).toBe(4);
    const first = (await list('?limit=2')).body;
    const rest = (await list(`?limit=2&cursor=${encodeURIComponent(first.next ?? '')}`)).body;
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(all.items.map(({ id }) => id));
    expect(rest.next).toBeNull();
    const file = await call<string>('holder', 'GET', '/api/actions/export.xlsx?mine=true');
    expect(file.status).toBe(200);
    expect(file.raw.subarray(0, 2).toString()).toBe('PK');
    expect(String(file.headers['content-disposition'])).toMatch(/filename="acties-.*\.xlsx"/);
  });

  it('ask on the home page what waits, of whose it is alone', async () => {
    const tasks = async (person: string) =>
      (await call<HomeView>(person, 'GET', '/api/home')).body.tasks.filter(
        ({ kind }) => kind === 'do-action',
      );
    expect((await tasks('holder')).map(({ title }) => title.nl)).toEqual([ACTION]);
    expect((await tasks('contact')).map(({ title }) => title.nl)).toEqual(['Actie 1', 'Actie 2', 'Actie 3']);
    expect(await tasks('coordinator')).toEqual([]);
    expect(await tasks('neighbour')).toEqual([]);
  });

  it('keep the note of who typed first, and say so to the other', async () => {
    const save = (person: string, text: string, version: number) =>
      call<NoteView & ProblemView>(person, 'PUT', `/api/meetings/${meeting}/notes`, {
        text,
        confirmed: false,
        version,
      });
    const [one, two] = await Promise.all([
      save('holder', `${NOTE}. Een.`, 1),
      save('contact', `${NOTE}. Twee.`, 1),
    ]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    const { body } = await call<MeetingNotesView>('leader', 'GET', `/api/meetings/${meeting}/notes`);
    expect(body.note.version).toBe(2);
  });

  it('let an insight out when every practice said so; only then the region sees it', async () => {
    const before = await call<{ total: number }>('coordinator', 'GET', '/api/outcomes');
    expect(before.body.total).toBe(0);
    const answer = (browser: TestBrowser | null, person: string, practiceId: string, said: string | null) =>
      browser
        ? browser.call('PUT', `/api/outcomes/${outcome.id}/answers/${practiceId}`, {
            answer: said,
            version: 1,
          })
        : call(person, 'PUT', `/api/outcomes/${outcome.id}/answers/${practiceId}`, {
            answer: said,
            version: 1,
          });
    expect((await answer(null, 'holder', linde.id, 'named')).status).toBe(204);
    expect((await answer(null, 'holder', linde.id, null)).status).toBe(204);
    expect((await answer(await byLink(meeting, linde.id), '', linde.id, 'named')).status).toBe(204);
    expect((await call<{ total: number }>('coordinator', 'GET', '/api/outcomes')).body.total).toBe(0);
    expect((await answer(null, 'contact', kade.id, 'yes')).status).toBe(204);
    const { body } = await call<{ items: LeftOutcomeView[] }>('coordinator', 'GET', '/api/outcomes');
    expect(body.items).toEqual([
      expect.objectContaining({
        id: outcome.id,
        kind: 'agreement',
        text: SENTENCE,
        provenance: expect.objectContaining({ group: 'Groep 3', practices: 2, named: ['De Linde'] }),
      }),
    ]);
    // the log says that it left, and of what came before not even that it was asked
    const log = await api.test.database.transaction({ regionId: region.id }, () =>
      api.test.database.query(`select * from audit_entry`),
    );
    expect(JSON.stringify(log)).toContain('insight.offered');
    expect(JSON.stringify(log)).not.toMatch(/outcome\.asked|outcome\.answered/);
    for (const secret of SECRETS) expect(JSON.stringify(log)).not.toContain(secret);
    // that sentence and nothing else of the meeting
    expect(JSON.stringify(body)).not.toContain(INSIGHT);
    expect((await call('holder', 'GET', '/api/outcomes')).status).toBe(403);
    const abroad = await call<{ total: number }>('coordinatorAbroad', 'GET', '/api/outcomes');
    expect(abroad.body.total).toBe(0);
    expect((await answer(null, 'contact', kade.id, null)).body).toMatchObject({ code: 'outcome.over' });
  });

  it('give people their own words back, and nobody else’s name (AVG art. 15)', async () => {
    const { body } = await call<OwnDataView>('holder', 'GET', '/api/me/data');
    expect(body.agreed.insights.map(({ text }) => text)).toEqual([INSIGHT]);
    expect(body.agreed.actions.some(({ text, mine }) => text === ACTION && mine)).toBe(true);
    expect(body.agreed.consents).toEqual([
      expect.objectContaining({ practice: 'De Linde', text: SENTENCE, answer: 'named' }),
    ]);
  });

  it('forget the name of who is erased, in what was typed too', async () => {
    const { database } = api.test;
    await call('contact', 'POST', `/api/meetings/${meeting}/insights`, {
      text: 'Onze Anna de Wit zoekt dit uit',
      confirmed: true,
    });
    const kept = await database.transaction({ regionId: region.id }, async () => {
      await database.query(`update role_assignment set until = now() where person_id = $1`, [
        holder.personId,
      ]);
      await database.query(`select person_erase($1, now(), 'infinity')`, [holder.personId]);
      return database.query<{ text: string }>(
        `select text from meeting_insight union all select owner_id::text from action_item where owner_id is not null`,
      );
    });
    expect(JSON.stringify(kept)).not.toMatch(/Anna de Wit/);
    expect(JSON.stringify(kept)).not.toContain(holder.personId);
    expect(kept.map(({ text }) => text)).toContain('Onze Gewist persoon zoekt dit uit');
  });
});
