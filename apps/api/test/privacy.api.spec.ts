import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { PeopleService, SignInService } from '#libs/access';
import { AuditService } from '#libs/audit';
import type { AuditEntryView, OwnDataView, Page, PracticeDataView, ProblemView } from '#libs/contracts';
import { MailsService } from '#libs/notifications';
import { Database, newId, systemActor, type Actor } from '#libs/platform';
import { ImportsService } from '#libs/practices';
import {
  leaveDialogueTraces,
  makeActor,
  makeFullRegion,
  makeGroup,
  makeMeeting,
  makePractice,
  makeRegion,
  makeRound,
  practiceList,
} from '#libs/testing';
import { openTestApp, type TestApp } from './test-app.js';

type Somebody = Actor & { personId: string };

describe('own data, a practice’s data, erasing (field 72; models/security.md #24; XCT-04)', () => {
  let api: TestApp;
  let owner: Client;
  let region: { id: string; name: string };
  let coordinator: Somebody;
  let cookie: string;
  let practice: { id: string; agb: string; name: string };
  let foreign: Awaited<ReturnType<typeof makeFullRegion>>;

  beforeAll(async () => {
    api = await openTestApp();
    owner = new Client({ connectionString: api.test.superUrl });
    await owner.connect();
    foreign = await makeFullRegion(api.test);
    region = await makeRegion(api.test.database, { name: 'Vlierstreek' });
    coordinator = await makeActor(api.test.database, region.id, 'region-coordinator', {
      name: 'Joris Haverkamp',
    });
    cookie = await api.cookieFor(coordinator);
    practice = await makePractice(api.test.database, region.id, { name: 'De Vlier' });
  });
  afterAll(async () => {
    await owner.end();
    await api.close();
  });

  const call = <T = ProblemView>(method: string, url: string, as = cookie) =>
    api.call<T>(method, url, { cookie: as });
  const inRegion = <T>(work: () => Promise<T>, id = region.id) =>
    api.app.get(Database).transaction(systemActor(id), work);
  const query = (sql: string, values: unknown[] = [], id = region.id) =>
    inRegion(() => api.app.get(Database).query(sql, values), id);
  const events = async () =>
    (await call<Page<AuditEntryView>>('GET', '/api/audit?limit=100')).body.items.map(
      ({ event, action, subjectId }) => [event, action, subjectId],
    );

  /** Somebody who left a trace wherever a person can. */
  async function traced(name: string, email: string): Promise<Somebody & { answered: string }> {
    const somebody = await makeActor(api.test.database, region.id, 'practice-holder', {
      name,
      email,
      scopeId: practice.id,
    });
    await query(
      `update role_assignment set job_title = $2, big_number = '01234567890' where person_id = $1`,
      [somebody.personId, `Praktijk van ${name}`],
    );
    await query('update practice set named_contact = $2 where id = $1', [practice.id, name]);
    const file = practiceList([{ agb: practice.agb, name: 'De Vlier', holder: name, email }]);
    const imports = api.app.get(ImportsService);
    const upload = await imports.upload(coordinator, file, 'praktijken.csv');
    await imports.apply(coordinator, upload.id, upload.version);
    await imports.upload(coordinator, file, 'nog-eens.csv'); // stays open
    const round = await makeRound(api.test.database, region.id, {
      practices: [practice.id],
      name: `Ronde met ${practice.name}`,
    });
    await query(
      `insert into round_answer (round_id, practice_id, region_id, ranked, dates, motivation, leader_person_id, leader_name, saved_by, saved_at, via)
       values ($1, $2, $3, $4, $5, 4, $6, $7, $6, now(), 'account')`,
      [
        round.id,
        practice.id,
        region.id,
        [round.themes[2], round.themes[0]],
        JSON.stringify({ [round.dates[1] as string]: 'maybe' }),
        somebody.personId,
        `${name} (POH)`,
      ],
    );
    const groupId = newId();
    await query(
      `insert into intervision_group (id, region_id, round_id, number, name, theme_id, date_id, leader_practice_id, leader_person_id, leader_name, started_on)
       values ($1, $2, $3, 1, 'Groep 1', $4, $5, $6, $7, $8, '2026-12-01')`,
      [
        groupId,
        region.id,
        round.id,
        round.themes[0],
        round.dates[0],
        practice.id,
        somebody.personId,
        `${name} (POH)`,
      ],
    );
    await makeMeeting(api.test.database, region.id, {
      id: groupId,
      groupId,
      startsAt: '2027-02-10T18:30:00Z',
      endsAt: '2027-02-10T20:00:00Z',
    });
    const to = (person: Somebody) => ({
      personId: person.personId,
      name: person.name,
      email: person.email,
      language: 'nl' as const,
    });
    const params = {
      taskLinkId: newId(),
      round: 'Intervisie 2027',
      practice: practice.name,
      group: 'Groep 1',
      theme: 'Diabetes',
      startsAt: '2027-02-10T18:30:00Z',
      endsAt: '2027-02-10T20:00:00Z',
      leader: `${name} (POH)`,
      joined: [],
      left: [],
      calendar: {
        method: 'REQUEST' as const,
        uid: newId(),
        sequence: 1,
        startsAt: '2027-02-10T18:30:00Z',
        endsAt: '2027-02-10T20:00:00Z',
        timeZone: 'Europe/Amsterdam',
        summary: 'Groep 1',
        description: 'Intervisie 2027',
        location: null,
      },
    };
    await inRegion(async () => {
      const mails = api.app.get(MailsService);
      for (const person of [somebody, coordinator])
        await mails.plan(coordinator, {
          template: 'group-changed',
          params,
          to: to(person),
          dueAt: new Date('2099-01-01'),
        });
    });
    await owner.query(`update mail set failure = $2 where person_id = $1`, [
      somebody.personId,
      `550 <${email}> unknown`,
    ]);
    await saidBesideFigures(somebody);
    await leaveDialogueTraces(api.test, { regionId: region.id, practiceId: practice.id }, somebody);
    return { ...somebody, answered: round.id };
  }

  /** What somebody leaves beside figures: a remark with a name under it, a story, a signature that was taken back. */
  async function saidBesideFigures(somebody: Somebody): Promise<void> {
    const group = await makeGroup(api.test.database, region.id, {
      practices: [practice.id],
      name: 'Vlier en omgeving',
    });
    const { name, personId, email } = somebody;
    await query(
      `insert into figure_remark (region_id, practice_id, measure_code, item, period_from, period_to, kind, text, state, author_id, answer, answered_by, answered_at)
       values ($1, $2, 'VERW', 'DER', '2025-10-01', '2026-10-01', 'dispute', $3, 'accepted', $4, $5, $6, now())`,
      [
        region.id,
        practice.id,
        `De vestiging telt dubbel. Groet, ${name.toUpperCase()}`,
        personId,
        `Dank, ${name}!`,
        coordinator.personId,
      ],
    );
    await query(
      `insert into group_preparation (group_id, region_id, story, question, changed_by) values ($1, $2, $3, $4, $5)`,
      [group.id, region.id, `Opgetekend door ${name}.`, `Vragen: ${email}`, personId],
    );
    const mode = newId();
    await query(
      `insert into open_mode (id, region_id, group_id, state, scope, scope_hash, ends_on) values ($1, $2, $3, 'proposed', $4, $5, '2027-06-30')`,
      [
        mode,
        region.id,
        group.id,
        JSON.stringify({
          members: [practice.id],
          measures: ['VERW'],
          period: { from: '2025-10-01', toExclusive: '2026-10-01' },
        }),
        `sha256:${'a'.repeat(64)}`,
      ],
    );
    await query(
      `insert into open_mode_signature (region_id, open_mode_id, practice_id, person_id, scope_hash, signed_at, withdrawn_at, withdrawn_by)
       values ($1, $2, $3, $4, $5, now(), now(), $6)`,
      [region.id, mode, practice.id, personId, `sha256:${'a'.repeat(64)}`, coordinator.personId],
    );
  }

  /** Tables in which a text stands anywhere, in any schema: what a dump of the database would say. */
  async function dumped(text: string): Promise<string[]> {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const hits: string[] = [];
    for (const { name } of tables) {
      const found = await owner.query(
        `select 1 from ${name} t where strpos(lower(t::text), lower($1)) > 0 limit 1`,
        [text],
      );
      if (found.rowCount) hits.push(name);
    }
    return hits;
  }

  describe('own data (AVG art. 15, 20)', () => {
    it('gives a signed-in person everything of this region as a file, without a token, and logs it', async () => {
      const own = await traced('Oona Eigenaar', 'oona@praktijk.example');
      const there = await makePractice(api.test.database, foreign.id, { name: 'Praktijk Verweg' });
      await query(
        `insert into role_assignment (region_id, person_id, role, scope_kind, scope_id) values ($1, $2, 'practice-contact', 'practice', $3)`,
        [foreign.id, own.personId, there.id],
        foreign.id,
      );
      await query('update mail set person_id = $1', [own.personId], foreign.id);
      await api.app.get(SignInService).ask(own.email, 'x'.repeat(43));
      const answer = await call<OwnDataView>('GET', '/api/me/data', await api.cookieFor(own));
      expect(answer.status).toBe(200);
      expect(answer.headers['content-disposition']).toMatch(
        /^attachment; filename="mijn-gegevens-\d{4}-\d\d-\d\d\.json"$/,
      );
      const data = answer.body;
      expect(data).toMatchObject({
        region: 'Vlierstreek',
        person: { id: own.personId, name: 'Oona Eigenaar', email: 'oona@praktijk.example', language: 'nl' },
        roles: [{ role: 'practice-holder', scopeName: 'De Vlier', bigNumber: '01234567890' }],
        sessions: [{ kind: 'full', device: 'test', revokedAt: null }],
        answers: [
          {
            practice: 'De Vlier',
            ranked: ['Thema nummer 3', 'Thema nummer 1'],
            dates: [{ answer: 'maybe' }],
            leader: 'Oona Eigenaar (POH)',
            motivation: 4,
            via: 'account',
          },
        ],
        groups: [{ name: 'Groep 1', startsAt: expect.any(String) }],
        mails: [{ subject: expect.stringContaining('Groep 1'), state: 'planned' }],
        remarks: [
          {
            part: 'wrote',
            practice: 'De Vlier',
            measure: { code: 'VERW' },
            item: { code: 'DER' },
            period: { from: '2025-10-01', toExclusive: '2026-10-01' },
            kind: 'dispute',
            state: 'accepted',
            text: 'De vestiging telt dubbel. Groet, OONA EIGENAAR',
            answer: 'Dank, Oona Eigenaar!',
          },
        ],
        signatures: [
          {
            practice: 'De Vlier',
            group: 'Vlier en omgeving',
            measures: ['VERW'],
            endsOn: '2027-06-30',
            signedAt: expect.any(String),
            withdrawnAt: null, // somebody else took it back
          },
        ],
        stories: [{ group: 'Vlier en omgeving', story: 'Opgetekend door Oona Eigenaar.' }],
        dialogue: {
          registrations: [{ session: 'Dermatologie', practice: 'De Vlier', state: 'excused' }],
          stays: [{ session: 'Dermatologie', leftAt: null }],
          questions: expect.arrayContaining([
            expect.objectContaining({ practice: 'De Vlier', text: 'En bij kinderen? Oona Eigenaar' }),
            expect.objectContaining({
              practice: 'De Vlier',
              text: 'Wanneer verwijzen? Groet, OONA EIGENAAR',
            }),
          ]),
          prepared: [{ session: 'Dermatologie' }],
        },
      });
      const said = answer.raw.toString();
      expect(said).not.toContain(foreign.canary);
      expect(said).not.toContain('Verweg');
      expect(said).not.toMatch(/token|hash|\/taak\/|aanmelden\/link/i);
      expect(said).not.toContain(coordinator.email);
      expect(await events()).toContainEqual(['person.data-exported', 'E', own.personId]);
      const again = await call<OwnDataView>('GET', '/api/me/data', await api.cookieFor(own));
      expect(again.body.log.map((one) => one.event)).toEqual(['person.data-exported']);
    });

    it('needs a full session', async () => {
      expect((await call('GET', '/api/me/data', '')).status).toBe(401);
    });
  });

  describe('the data of one practice', () => {
    it('is for the coordinator and its holder: register, staff, answers, groups and lists, and is logged', async () => {
      const holder = await traced('Petra Houder', 'petra@praktijk.example');
      for (const as of [cookie, await api.cookieFor(holder)]) {
        const answer = await call<PracticeDataView>('GET', `/api/practices/${practice.id}/data`, as);
        expect(answer.status).toBe(200);
        expect(answer.headers['content-disposition']).toContain(`praktijk-${practice.agb}-`);
        expect(answer.body.practice).toMatchObject({ id: practice.id, name: 'De Vlier' });
        expect(answer.body.practice.staff.map((one) => one.name)).toContain('Petra Houder');
        expect(answer.body.answers.length).toBeGreaterThan(0);
        expect(answer.body.answers.every((one) => one.practice === 'De Vlier')).toBe(true);
        expect(answer.body.imports).toContainEqual({
          fileName: 'praktijken.csv',
          appliedAt: expect.any(String),
          verdict: expect.any(String),
        });
        expect(answer.body.remarks).toContainEqual(
          expect.objectContaining({
            by: 'Petra Houder',
            text: 'De vestiging telt dubbel. Groet, PETRA HOUDER',
          }),
        );
        expect(answer.body.signatures).toContainEqual(
          expect.objectContaining({
            group: 'Vlier en omgeving',
            signedBy: 'Petra Houder',
            withdrawnBy: 'Joris Haverkamp',
          }),
        );
        expect(answer.body.remarks.every((one) => one.practice === 'De Vlier')).toBe(true);
        expect(answer.body.dialogue).toMatchObject({
          registrations: expect.arrayContaining([
            expect.objectContaining({ person: 'Petra Houder', excuse: 'Petra Houder is ziek.' }),
          ]),
          questions: expect.arrayContaining([
            expect.objectContaining({ by: 'Petra Houder', text: 'En bij kinderen? Petra Houder' }),
          ]),
          votes: expect.arrayContaining([
            expect.objectContaining({
              by: 'Petra Houder',
              departments: [expect.stringContaining('Dermatologie')],
            }),
          ]),
        });
      }
      const logged = (await events()).filter(([event]) => event === 'practice.data-exported');
      expect(logged).toEqual([
        ['practice.data-exported', 'E', practice.id],
        ['practice.data-exported', 'E', practice.id],
      ]);
    });

    it('is refused to its employees, unknown to other practices and to another region', async () => {
      const neighbour = await makePractice(api.test.database, region.id);
      const status = async (
        role: 'practice-contact' | 'practice-holder',
        scopeId: string,
        id = region.id,
      ) => {
        const actor = await makeActor(api.test.database, id, role, { scopeId });
        return (await call('GET', `/api/practices/${practice.id}/data`, await api.cookieFor(actor))).status;
      };
      expect(await status('practice-contact', practice.id)).toBe(403);
      expect(await status('practice-holder', neighbour.id)).toBe(404);
      expect(await status('practice-holder', practice.id, foreign.id)).toBe(404);
    });
  });

  describe('erasing a person (AVG art. 17)', () => {
    const endRoles = async (person: Somebody) => {
      for (const role of person.roles) await api.app.get(PeopleService).endRole(coordinator, role.id);
    };
    const erase = (id: string, as = cookie) => call('POST', `/api/people/${id}/erase`, as);

    it('refuses while a role is open, here or in another region, and changes nothing', async () => {
      const here = await makeActor(api.test.database, region.id, 'auditor', { name: 'Nog Actief' });
      expect(await erase(here.personId)).toMatchObject({
        status: 409,
        body: { code: 'person.still-active' },
      });
      await endRoles(here);
      await query(
        `insert into role_assignment (region_id, person_id, role, scope_kind) values ($1, $2, 'auditor', 'region')`,
        [foreign.id, here.personId],
        foreign.id,
      );
      expect(await erase(here.personId)).toMatchObject({
        status: 409,
        body: { code: 'person.still-active' },
      });
      const { rows } = await owner.query('select name, archived_at from person where id = $1', [
        here.personId,
      ]);
      expect(rows).toEqual([{ name: 'Nog Actief', archived_at: null }]);
      expect((await events()).filter(([event]) => event === 'person.erased')).toEqual([]);
    });

    it('is for coordinators, and for people of their own region', async () => {
      const auditor = await makeActor(api.test.database, region.id, 'auditor');
      expect((await erase(coordinator.personId, await api.cookieFor(auditor))).status).toBe(403);
      const stranger = await makeActor(api.test.database, foreign.id, 'auditor');
      await owner.query('update role_assignment set until = now() where person_id = $1', [stranger.personId]);
      expect((await erase(stranger.personId)).status).toBe(404);
    });

    it('leaves name and address in no table of a dump, other regions included, and the chain whole', async () => {
      const name = 'Quirine "Q" Van \\ Zwijgen';
      const email = 'quirine.zwijgen@praktijk.example';
      const gone = await traced(name, email);
      const session = await api.cookieFor(gone);
      await call('GET', '/api/me/data', session); // she stands in the log as an actor
      await query(
        `insert into role_assignment (region_id, person_id, role, scope_kind, until) values ($1, $2, 'auditor', 'region', now())`,
        [foreign.id, gone.personId],
        foreign.id,
      );
      await query(
        `insert into mail (region_id, template, params, language, person_id, to_name, to_email, due_at, message_id)
         values ($1, 'welcome', '{"region": "Elders"}', 'nl', $2, $3, $4, now(), $5)`,
        [foreign.id, gone.personId, name, email, newId()],
        foreign.id,
      );
      await query('update region set reply_to = $2 where id = $1', [region.id, email]);
      const before = await dumped('zwijgen');
      expect(before).toEqual(
        [
          'dialogue_session',
          'dialogue_year_department',
          'figure_remark',
          'follow_up_question',
          'group_preparation',
          'handout',
          'intervision_group',
          'mail',
          'own_part',
          'person',
          'practice',
          'practice_import',
          'question_answer',
          'region',
          'role_assignment',
          'round_answer',
          'session_file',
          'session_question',
          'session_registration',
          'session_snapshot',
        ].map((table) => `public.${table}`),
      );
      const others = await owner.query('select count(*) from person where archived_at is null');

      await endRoles(gone);
      const answer = await erase(gone.personId);
      expect(answer).toMatchObject({ status: 200, body: { name: 'Gewist persoon', archived: true } });
      expect(await dumped('zwijgen')).toEqual([]);
      expect(
        await query('select text, answer, state from figure_remark where author_id = $1', [gone.personId]),
      ).toEqual([
        {
          text: 'De vestiging telt dubbel. Groet, Gewist persoon',
          answer: 'Dank, Gewist persoon!',
          state: 'accepted',
        },
      ]);
      expect(
        await query('select story, question from group_preparation where changed_by = $1', [gone.personId]),
      ).toEqual([{ story: 'Opgetekend door Gewist persoon.', question: 'Vragen: Gewist persoon' }]);
      const signed = await query('select 1 from open_mode_signature where person_id = $1', [gone.personId]);
      expect(signed).toHaveLength(1);
      const roles = await owner.query(
        'select distinct job_title, big_number from role_assignment where person_id = $1',
        [gone.personId],
      );
      expect(roles.rows).toEqual([{ job_title: null, big_number: null }]);

      expect((await call('GET', '/api/me', session)).status).toBe(401);
      for (const table of ['session', 'sign_in', 'task_link'])
        expect(
          (await owner.query(`select 1 from ${table} where person_id = $1`, [gone.personId])).rowCount,
        ).toBe(0);
      const mails = await owner.query(
        `select distinct to_name, to_email, state from mail where person_id = $1`,
        [gone.personId],
      );
      expect(mails.rows).toEqual([{ to_name: '', to_email: '', state: 'cancelled' }]);
      const imports = await query('select distinct state, cells from practice_import where file_name = $1', [
        'nog-eens.csv',
      ]);
      expect(imports).toContainEqual({ state: 'cancelled', cells: [] });
      const left = await owner.query('select count(*) from person where archived_at is null');
      expect(Number(left.rows[0].count)).toBe(Number(others.rows[0].count) - 1);

      expect(await api.app.get(AuditService).verify(coordinator)).toMatchObject({ ok: true, fault: null });
      const log = (await call<Page<AuditEntryView>>('GET', '/api/audit?limit=100')).body.items;
      expect(log.find((one) => one.event === 'person.erased')).toMatchObject({
        action: 'D',
        subjectId: gone.personId,
        detail: { reason: 'request' },
      });
      expect(log.filter((one) => one.actorId === gone.personId).map((one) => one.actorName)).toContain(
        'Gewist persoon',
      );
    });

    it('erases once, however often it is asked, and the address is free for somebody new', async () => {
      const gone = await makeActor(api.test.database, region.id, 'auditor', { email: 'weer@vrij.example' });
      await endRoles(gone);
      expect((await erase(gone.personId)).status).toBe(200);
      expect((await erase(gone.personId)).status).toBe(200);
      const erased = (await events()).filter(
        ([event, , id]) => event === 'person.erased' && id === gone.personId,
      );
      expect(erased).toHaveLength(1);
      const fresh = await api.app
        .get(PeopleService)
        .create(coordinator, { name: 'Iemand Anders', email: 'weer@vrij.example', role: 'auditor' });
      expect(fresh.id).not.toBe(gone.personId);
    });

    it('leaves words alone that only begin as the name does, and other people with that name elsewhere', async () => {
      const gone = await makeActor(api.test.database, region.id, 'auditor', { name: 'Jan' });
      const text = 'Jan zei: januari is druk.';
      const remark = `insert into figure_remark (region_id, practice_id, measure_code, item, period_from, period_to, kind, text, state)
         values ($1, $2, 'VERW', 'DER', '2025-10-01', '2026-10-01', 'comment', $3, 'open') returning id`;
      const [here] = await query(remark, [region.id, practice.id, text]);
      const elsewhere = await makePractice(api.test.database, foreign.id);
      const [there] = await query(remark, [foreign.id, elsewhere.id, text], foreign.id);
      await endRoles(gone);
      expect((await erase(gone.personId)).status).toBe(200);
      const said = async (id: unknown) =>
        (await owner.query('select text from figure_remark where id = $1', [id])).rows[0].text as string;
      expect(await said((here as { id: string }).id)).toBe('Gewist persoon zei: januari is druk.');
      expect(await said((there as { id: string }).id)).toBe(text);
    });

    it('still lists what was mailed to somebody who is gone', async () => {
      const list = await call<Page<{ to: { name: string } }>>('GET', '/api/mails?limit=100');
      expect(list.status).toBe(200);
      expect(list.body.items.some((mail) => mail.to.name === '')).toBe(true);
    });
  });
});
