import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SessionsService } from '#libs/access';
import type { AuditEntryView, Page, PersonView, ProblemView, RoleView } from '#libs/contracts';
import { newId, systemActor, type Actor } from '#libs/platform';
import { makeActor, makePractice, makeRegion, queriesOf } from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';

let n = 0;
const address = (): string => `mens-${(n += 1)}@voorbeeld.example`;

describe('people and their roles (ORG-01…09, XCT-09)', () => {
  let api: TestApp;
  let region: { id: string };
  let other: { id: string };
  let coordinator: Actor & { personId: string };
  let elsewhere: Actor & { personId: string };
  let practice: { id: string; name: string };
  let foreignPractice: { id: string };
  let cookie: string;

  beforeAll(async () => {
    api = await openTestApp();
    region = await makeRegion(api.test.database);
    other = await makeRegion(api.test.database);
    practice = await makePractice(api.test.database, region.id, { name: 'De Vlier' });
    foreignPractice = await makePractice(api.test.database, other.id, { name: 'De Verte' });
    coordinator = await makeActor(api.test.database, region.id, 'region-coordinator', {
      name: 'Joris Haverkamp',
    });
    elsewhere = await makeActor(api.test.database, other.id, 'practice-holder', {
      name: 'Elders Elsing',
      scopeId: foreignPractice.id,
    });
    cookie = await api.cookieFor(coordinator);
  });
  afterAll(() => api.close());

  const call = <T = Record<string, unknown>>(method: string, url: string, body?: unknown, as = cookie) =>
    api.call<T>(method, url, { cookie: as, body });
  const add = async (values: Record<string, unknown> = {}) => {
    const answer = await call<PersonView>('POST', '/api/people', {
      name: 'Anna Bos',
      email: address(),
      role: 'practice-contact',
      scopeId: practice.id,
      ...values,
    });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const roleOf = (person: PersonView): RoleView => {
    const [role] = person.roles;
    if (!role) throw new Error('a role was expected');
    return role;
  };

  it('adds a person with a role over a practice, job title and BIG number included (ORG-03, ORG-04)', async () => {
    const person = await add({
      role: 'practice-employee',
      jobTitle: '  doktersassistent ',
      bigNumber: '01234567890',
      name: 'Bea Bakker',
    });
    expect(person).toMatchObject({
      name: 'Bea Bakker',
      archived: false,
      roles: [
        {
          role: 'practice-employee',
          scopeKind: 'practice',
          scopeId: practice.id,
          scopeName: 'De Vlier',
          jobTitle: 'doktersassistent',
          bigNumber: '01234567890',
          until: null,
          handedOverTo: null,
        },
      ],
    });
    expect((await call('GET', `/api/people/${person.id}`)).body).toEqual(person);
  });

  it('gives every role that the programme knows (ORG-01…09)', async () => {
    for (const role of ['data-steward', 'coordinating-specialist', 'auditor', 'operator'])
      await add({ role, scopeId: undefined });
    for (const role of ['practice-consultant', 'practice-holder', 'practice-contact', 'practice-employee'])
      await add({ role });
  });

  it('takes an address that exists for the same person, who keeps their name', async () => {
    const person = await add({ email: 'Zelfde@Voorbeeld.example', name: 'Eerste Naam' });
    const again = await add({
      email: 'zelfde@voorbeeld.EXAMPLE',
      name: 'Andere Naam',
      role: 'practice-holder',
    });
    expect(again).toMatchObject({ id: person.id, name: 'Eerste Naam' });
    expect(again.roles.map((role) => role.role)).toEqual(['practice-contact', 'practice-holder']);
  });

  it('refuses a role without its practice, over a practice of another region, or held already', async () => {
    const person = await add();
    const grant = (body: unknown) => call<ProblemView>('POST', `/api/people/${person.id}/roles`, body);
    expect((await grant({ role: 'practice-holder' })).body.code).toBe('role.scope-missing');
    expect((await grant({ role: 'auditor', scopeId: practice.id })).body.code).toBe('role.scope-missing');
    expect((await grant({ role: 'practice-holder', scopeId: foreignPractice.id })).status).toBe(404);
    expect((await grant({ role: 'practice-contact', scopeId: practice.id })).body.code).toBe(
      'role.already-held',
    );
    expect((await grant({ role: 'discussion-leader', scopeId: newId() })).status).toBe(404);
    expect((await grant({ role: 'boss' })).status).toBe(422);
    expect((await call<PersonView>('GET', `/api/people/${person.id}`)).body.roles).toHaveLength(1);
  });

  it('knows nobody of another region, not to show, to change or to give a role', async () => {
    const id = elsewhere.personId;
    const answers = [
      await call('GET', `/api/people/${id}`),
      await call('PATCH', `/api/people/${id}`, { name: 'Gekaapt' }),
      await call('POST', `/api/people/${id}/roles`, { role: 'auditor' }),
      await call('DELETE', `/api/roles/${elsewhere.roles[0]?.id}`),
      await call('POST', `/api/roles/${elsewhere.roles[0]?.id}/hand-over`, {
        toPersonId: coordinator.personId,
      }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404]);
    const person = await add();
    const to = await call('POST', `/api/roles/${roleOf(person).id}/hand-over`, { toPersonId: id });
    expect(to.status).toBe(404);
  });

  it('lets one region not change the address of somebody who also holds a role in another', async () => {
    const shared = await add({ email: elsewhere.email });
    expect(shared).toMatchObject({ id: elsewhere.personId, name: 'Elders Elsing' });
    const answer = await call<ProblemView>('PATCH', `/api/people/${shared.id}`, { email: address() });
    expect(answer).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
    await call('DELETE', `/api/roles/${roleOf(shared).id}`);
  });

  it('ends every session of a person whose address changes', async () => {
    const holder = await makeActor(api.test.database, region.id, 'practice-holder', { scopeId: practice.id });
    const theirs = await api.cookieFor(holder);
    expect((await call('GET', '/api/me', undefined, theirs)).status).toBe(200);
    expect((await call('PATCH', `/api/people/${holder.personId}`, { name: 'Nieuwe Naam' })).status).toBe(200);
    expect((await call('GET', '/api/me', undefined, theirs)).status).toBe(200);
    const email = address();
    expect((await call<PersonView>('PATCH', `/api/people/${holder.personId}`, { email })).body.email).toBe(
      email,
    );
    expect((await call('GET', '/api/me', undefined, theirs)).status).toBe(401);
    const taken = await call<ProblemView>('PATCH', `/api/people/${holder.personId}`, {
      email: coordinator.email,
    });
    expect(taken).toMatchObject({ status: 409, body: { code: 'conflict.duplicate' } });
  });

  it('hands a role over and keeps the history of both (XCT-09)', async () => {
    const old = await add({ name: 'Oude Contactpersoon' });
    const email = address();
    const moved = await call<RoleView>('POST', `/api/roles/${roleOf(old).id}/hand-over`, {
      to: { name: 'Nieuwe Contactpersoon', email },
    });
    expect(moved).toMatchObject({
      status: 200,
      body: { role: 'practice-contact', scopeId: practice.id, until: null },
    });
    const history = (await call<PersonView>('GET', `/api/people/${old.id}`)).body;
    expect(history.roles).toMatchObject([{ id: roleOf(old).id, handedOverTo: 'Nieuwe Contactpersoon' }]);
    expect(roleOf(history).until).not.toBeNull();
    const list = await call<Page<PersonView>>('GET', `/api/people?q=${encodeURIComponent(email)}`);
    expect(list.body.items).toMatchObject([{ roles: [{ id: moved.body.id, until: null }] }]);
    const again = await call('POST', `/api/roles/${roleOf(old).id}/hand-over`, {
      toPersonId: coordinator.personId,
    });
    expect(again.status).toBe(404);
    const log = await call<Page<AuditEntryView>>('GET', `/api/audit?subjectId=${old.id}`);
    expect(log.body.items.map((entry) => entry.event)).toContain('role.handed-over');
  });

  it('hands over to somebody the region knows, but not to nobody, to two, or to the same person', async () => {
    const [from, to] = [await add(), await add({ role: 'practice-employee' })];
    const hand = (body: unknown) =>
      call<ProblemView>('POST', `/api/roles/${roleOf(from).id}/hand-over`, body);
    expect((await hand({})).status).toBe(422);
    expect((await hand({ toPersonId: to.id, to: { name: 'X', email: address() } })).status).toBe(422);
    expect((await hand({ toPersonId: from.id })).body.code).toBe('role.already-held');
    expect((await hand({ toPersonId: newId() })).status).toBe(404);
    expect((await hand({ toPersonId: to.id })).status).toBe(200);
  });

  it('hands a role over with every other place where it is held, in one step (XCT-09)', async () => {
    const [second, third] = [
      await makePractice(api.test.database, region.id),
      await makePractice(api.test.database, region.id),
    ];
    const role = 'practice-consultant';
    const old = await add({ role });
    for (const scopeId of [second.id, third.id])
      await call('POST', `/api/people/${old.id}/roles`, { role, scopeId });
    await call('POST', `/api/people/${old.id}/roles`, { role: 'auditor' });
    const next = await add({ role, scopeId: second.id });
    const hand = (toPersonId: string, body = {}) =>
      call<ProblemView>('POST', `/api/roles/${roleOf(old).id}/hand-over`, { toPersonId, ...body });
    expect((await hand(old.id, { all: true })).body.code).toBe('role.already-held');
    expect((await hand(next.id, { all: 'ja' })).status).toBe(422);
    expect((await hand(next.id, { all: true })).status).toBe(200);
    const open = async (id: string): Promise<string[]> =>
      (await call<PersonView>('GET', `/api/people/${id}`)).body.roles
        .filter(({ until }) => until === null)
        .map((one) => `${one.role} ${one.scopeId ?? 'region'}`)
        .toSorted();
    expect(await open(old.id)).toEqual(['auditor region']);
    expect(await open(next.id)).toEqual(
      [practice, second, third].map(({ id }) => `${role} ${id}`).toSorted(),
    );
    const { roles } = (await call<PersonView>('GET', `/api/people/${old.id}`)).body;
    expect(roles.filter(({ handedOverTo }) => handedOverTo === next.name)).toHaveLength(3);
  });

  it('takes rights away from the next request on (models/security.md #4)', async () => {
    const second = await makeActor(api.test.database, region.id, 'region-coordinator');
    const theirs = await api.cookieFor(second);
    expect((await call('GET', '/api/people', undefined, theirs)).status).toBe(200);
    expect((await call('DELETE', `/api/roles/${second.roles[0]?.id}`)).status).toBe(204);
    expect((await call('GET', '/api/people', undefined, theirs)).status).toBe(401);
  });

  it('never lets the last coordinator go, also when two end each other at the same moment (ORG-07)', async () => {
    const lonely = await makeRegion(api.test.database);
    const [a, b] = [
      await makeActor(api.test.database, lonely.id, 'region-coordinator'),
      await makeActor(api.test.database, lonely.id, 'region-coordinator'),
    ];
    const [forA, forB] = [await api.cookieFor(a), await api.cookieFor(b)];
    const answers = await Promise.all([
      call<ProblemView>('DELETE', `/api/roles/${b.roles[0]?.id}`, undefined, forA),
      call<ProblemView>('DELETE', `/api/roles/${a.roles[0]?.id}`, undefined, forB),
    ]);
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
    const refused = answers.find((answer) => answer.status !== 204);
    expect(['region.last-coordinator', 'auth.required']).toContain(refused?.body.code);
    const left = await api.test.database.transaction(systemActor(lonely.id), () =>
      api.test.database.query('select 1 from role_assignment where until is null'),
    );
    expect(left).toHaveLength(1);
    const [survivor, as] = answers[0].status === 204 ? [a, forA] : [b, forB];
    const last = await call<ProblemView>('DELETE', `/api/roles/${survivor.roles[0]?.id}`, undefined, as);
    expect(last).toMatchObject({ status: 409, body: { code: 'region.last-coordinator' } });
    const handed = await call(
      'POST',
      `/api/roles/${survivor.roles[0]?.id}/hand-over`,
      { to: { name: 'Opvolger', email: address() } },
      as,
    );
    expect(handed.status).toBe(200);
  });

  it('lets a practice holder end and hand over roles of its own staff and no others (ORG-03)', async () => {
    const neighbour = await makePractice(api.test.database, region.id);
    const holder = await makeActor(api.test.database, region.id, 'practice-holder', { scopeId: practice.id });
    const theirs = await api.cookieFor(holder);
    const [own, contact, next] = [
      await add({ role: 'practice-employee' }),
      await add(),
      await add({ scopeId: neighbour.id }),
    ];
    const fellow = await add({ role: 'practice-holder' });
    const as = (method: string, url: string, body?: unknown) => call(method, url, body, theirs);
    expect((await as('DELETE', `/api/roles/${roleOf(own).id}`)).status).toBe(204);
    const handed = await as('POST', `/api/roles/${roleOf(contact).id}/hand-over`, {
      to: { name: 'N', email: address() },
    });
    expect(handed.status).toBe(200);
    // whoever also works elsewhere keeps the role there: "all" is all that the holder may manage
    const both = await add();
    const there = { role: 'practice-contact', scopeId: neighbour.id };
    await call('POST', `/api/people/${both.id}/roles`, there);
    const all = { to: { name: 'N', email: address() }, all: true };
    expect((await as('POST', `/api/roles/${roleOf(both).id}/hand-over`, all)).status).toBe(200);
    const { roles } = (await call<PersonView>('GET', `/api/people/${both.id}`)).body;
    expect(roles.filter(({ until }) => until === null)).toMatchObject([there]);
    expect((await as('DELETE', `/api/roles/${roleOf(next).id}`)).status).toBe(404);
    expect((await as('DELETE', `/api/roles/${roleOf(fellow).id}`)).status).toBe(404);
    expect((await as('DELETE', `/api/roles/${coordinator.roles[0]?.id}`)).status).toBe(404);
    expect((await as('GET', '/api/people')).status).toBe(403);
    expect((await as('POST', '/api/people', {})).status).toBe(403);
  });

  it('finds people by name, address and role, wildcards taken literally, page by page', async () => {
    const here = await makeRegion(api.test.database);
    const boss = await makeActor(api.test.database, here.id, 'region-coordinator', {
      name: 'Aa Coördinator',
    });
    const as = await api.cookieFor(boss);
    const made = [];
    for (const name of ['Dirk', 'dirk', 'Eva_1', 'Evax1', 'Óscar'])
      made.push(
        (await call<PersonView>('POST', '/api/people', { name, email: address(), role: 'auditor' }, as)).body,
      );
    const find = async (query: string) =>
      (await call<Page<PersonView>>('GET', `/api/people?${query}`, undefined, as)).body;
    expect((await find('q=eva_1')).items.map((one) => one.name)).toEqual(['Eva_1']);
    expect((await find('role=auditor')).total).toBe(5);
    expect((await find(`q=${made[0]?.email}`)).items.map((one) => one.id)).toEqual([made[0]?.id]);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<PersonView> = await find(`limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      expect(page.total).toBe(6);
      seen.push(...page.items.map((one) => one.id));
      cursor = page.next;
    }
    expect(seen).toHaveLength(6);
    expect(new Set(seen)).toEqual(new Set([boss.personId, ...made.map((one) => one.id)]));
    for (const bad of ['cursor=nonsense', 'limit=0', 'limit=101', 'role=boss', 'colour=red'])
      expect((await call('GET', `/api/people?${bad}`, undefined, as)).status).toBe(422);
  });

  it('sends as many queries for thirty people as for one', async () => {
    const here = await makeRegion(api.test.database);
    const boss = await makeActor(api.test.database, here.id, 'region-coordinator');
    const as = await api.cookieFor(boss);
    const count = async (url: string) =>
      (await queriesOf(api.test.database, () => call('GET', url, undefined, as))).length;
    const before = [await count('/api/people'), await count('/api/audit')];
    for (let k = 0; k < 29; k++)
      await call('POST', '/api/people', { name: `P ${k}`, email: address(), role: 'auditor' }, as);
    expect((await call<Page<PersonView>>('GET', '/api/people', undefined, as)).body.items).toHaveLength(30);
    expect([await count('/api/people'), await count('/api/audit')]).toEqual(before);
  });

  it('refuses what does not fit in a name or an address', async () => {
    const bad = [
      { name: '' },
      { name: '   ' },
      { name: 'x'.repeat(121) },
      { name: 'regel\r\nregel' },
      { name: 'nul\u0000' },
      { name: 7 },
      { email: 'geen-adres' },
      { email: 'a@b.example\u0000' },
      { bigNumber: '123' },
      { unknown: true },
      { scopeId: 'x' },
    ];
    for (const values of bad) {
      const answer = await call<ProblemView>('POST', '/api/people', {
        name: 'Goed',
        email: address(),
        role: 'practice-contact',
        scopeId: practice.id,
        ...values,
      });
      expect([values, answer.status, answer.body.code]).toEqual([values, 422, 'validation.failed']);
    }
  });

  it('lists and revokes own sessions, and nobody else’s (models/security.md #9)', async () => {
    const one = await makeActor(api.test.database, region.id, 'auditor');
    const [first, second] = [await api.cookieFor(one), await api.cookieFor(one)];
    const list = await call<{ id: string; current: boolean }[]>('GET', '/api/sessions', undefined, first);
    expect(list.body).toHaveLength(2);
    const away = list.body.find((session) => !session.current);
    expect((await call('DELETE', `/api/sessions/${away?.id}`)).status).toBe(404);
    expect((await call('DELETE', `/api/sessions/${away?.id}`, undefined, first)).status).toBe(204);
    expect((await call('GET', '/api/me', undefined, second)).status).toBe(401);
    expect((await call('DELETE', `/api/sessions/${away?.id}`, undefined, first)).status).toBe(404);
  });

  it('ends a session that is idle for half an hour, and any session after twelve hours', async () => {
    const { Client } = await import('pg');
    const owner = new Client({ connectionString: api.test.superUrl });
    await owner.connect();
    const one = await makeActor(api.test.database, region.id, 'auditor');
    const status = async (as: string) => (await call('GET', '/api/me', undefined, as)).status;
    const age = (column: string, by: string) =>
      owner.query(`update session set ${column} = ${column} - interval '${by}' where person_id = $1`, [
        one.personId,
      ]);
    const idle = await api.cookieFor(one);
    await age('last_seen_at', '29 minutes');
    expect(await status(idle)).toBe(200); // and touches the session
    await age('last_seen_at', '31 minutes');
    expect(await status(idle)).toBe(401);
    const old = await api.cookieFor(one);
    await age('expires_at', '11 hours 59 minutes');
    expect(await status(old)).toBe(200);
    await age('expires_at', '2 minutes');
    expect(await status(old)).toBe(401);
    expect(await api.app.get(SessionsService).tidy()).toBe(0);
    await age('expires_at', '91 days');
    expect(await api.app.get(SessionsService).tidy()).toBe(2);
    await owner.end();
  });

  it('shows and changes the region, and notices a change by somebody else (ORG-02)', async () => {
    const auditor = await api.cookieFor(await makeActor(api.test.database, region.id, 'auditor'));
    const now = (await call<{ version: number }>('GET', '/api/region', undefined, auditor)).body;
    const change = (body: unknown, version: number, as = cookie) =>
      api.call('PATCH', '/api/region', { cookie: as, body, headers: { 'if-match': `"${version}"` } });
    expect((await change({ name: 'Anders' }, now.version, auditor)).status).toBe(403);
    expect(
      await change(
        { name: 'Vlierstreek', holidayRegion: 'noord', replyTo: 'p@v.example', evaluationTime: '08:30' },
        now.version,
      ),
    ).toMatchObject({
      status: 200,
      body: {
        id: region.id,
        name: 'Vlierstreek',
        holidayRegion: 'noord',
        evaluationTime: '08:30',
        replyTo: 'p@v.example',
        version: now.version + 1,
      },
    });
    expect((await change({ name: 'Te laat' }, now.version)).status).toBe(409);
    expect((await change({ replyTo: null }, now.version + 1)).body).toMatchObject({
      replyTo: null,
      name: 'Vlierstreek',
    });
    expect((await change({ name: null }, now.version + 2)).status).toBe(422);
    const rows = await api.test.database.definer<{ name: string }>('select name from region where id = $1', [
      other.id,
    ]);
    expect(rows[0]?.name).not.toBe('Vlierstreek');
  });

  it('changes own name and language, for oneself alone', async () => {
    const one = await makeActor(api.test.database, region.id, 'auditor');
    const as = await api.cookieFor(one);
    expect(await call('PATCH', '/api/me', { language: 'en', name: 'New Name' }, as)).toMatchObject({
      status: 200,
      body: { person: { id: one.personId, name: 'New Name', language: 'en' } },
    });
    expect((await call('GET', '/api/me', undefined, as)).body).toMatchObject({
      person: { name: 'New Name' },
    });
    expect((await call('PATCH', '/api/me', { email: 'x@y.example' }, as)).status).toBe(422);
  });

  it('shows the audit log of the region alone, to who may read it (XCT-10)', async () => {
    const theirs = await api.cookieFor(await makeActor(api.test.database, other.id, 'auditor'));
    const log = await call<Page<AuditEntryView>>('GET', '/api/audit?limit=100', undefined, theirs);
    expect(log.status).toBe(200);
    expect(log.body.total).toBe(0);
    expect((await call('GET', '/api/audit/verify')).body).toMatchObject({ ok: true, fault: null });
    const page = await call<Page<AuditEntryView>>('GET', '/api/audit?limit=2');
    const after = await call<Page<AuditEntryView>>('GET', `/api/audit?limit=2&cursor=${page.body.next}`);
    expect(after.body.items[0]?.seq).toBe((page.body.items[1]?.seq ?? 0) - 1);
    for (const bad of ['cursor=x', 'cursor=99999999999999999999', 'subjectId=1'])
      expect((await call('GET', `/api/audit?${bad}`)).status).toBe(422);
    const holder = await api.cookieFor(
      await makeActor(api.test.database, region.id, 'practice-holder', { scopeId: practice.id }),
    );
    expect((await call('GET', '/api/audit', undefined, holder)).status).toBe(403);
  });
});
