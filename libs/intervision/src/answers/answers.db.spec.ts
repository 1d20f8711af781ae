import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { AuditService, CheckpointsService } from '#libs/audit';
import { roundRoom } from '#libs/contracts';
import {
  createLog,
  Jobs,
  newId,
  ROOM_CHANNEL,
  Secrets,
  systemActor,
  type Actor,
  type Config,
} from '#libs/platform';
import {
  injector,
  makeActor,
  makePractice,
  makeRegion,
  makeRound,
  openTestDatabase,
  queriesOf,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { ParticipantsService } from '../rounds/participants.service.js';
import { RoundContentsService } from '../rounds/round-contents.service.js';
import { AnswersExportService } from './answers-export.service.js';
import { AnswersService } from './answers.service.js';

describe('answers of practices', () => {
  let test: TestDatabase;
  let answers: AnswersService;
  let contents: RoundContentsService;
  let participants: ParticipantsService;
  let exports: AnswersExportService;
  let listener: Client;
  const clock = new TurnedClock();
  const heard: { room: string; version: number; type: string }[] = [];

  let region: { id: string };
  let linde: { id: string; name: string };
  let kade: { id: string; name: string };
  let coordinator: Actor;
  let holder: Actor & { personId: string };
  let contact: Actor;
  let neighbour: Actor;
  let round: { id: string; themes: string[]; dates: string[] };

  beforeAll(async () => {
    test = await openTestDatabase();
    const config = {
      secret: 's'.repeat(40),
      checkpointDir: '/nowhere',
      redisUrl: null,
      databaseUrl: test.appUrl,
    };
    const { database } = test;
    const make = injector(
      database,
      clock,
      new Jobs(config, database, createLog('silent')),
      new Secrets(config),
      new AuditService(database, clock, new CheckpointsService(database, clock, config as Config)),
    );
    answers = make(AnswersService);
    contents = make(RoundContentsService);
    participants = make(ParticipantsService);
    exports = make(AnswersExportService);
    listener = new Client({ connectionString: test.appUrl });
    await listener.connect();
    await listener.query(`listen ${ROOM_CHANNEL}`);
    listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload as string) as never));
  });
  afterAll(async () => {
    await listener.end();
    await test.close();
  });

  beforeEach(async () => {
    clock.set('2026-11-09T10:00:00Z');
    region = await makeRegion(test.database, { name: 'Huisartsen Vlierstreek' });
    linde = await makePractice(test.database, region.id, { name: 'De Linde' });
    kade = await makePractice(test.database, region.id, { name: 'De Kade' });
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    holder = await makeActor(test.database, region.id, 'practice-holder', {
      scopeId: linde.id,
      name: 'Noor Veldman',
    });
    contact = await makeActor(test.database, region.id, 'practice-contact', { scopeId: linde.id });
    neighbour = await makeActor(test.database, region.id, 'practice-holder', { scopeId: kade.id });
    round = await makeRound(test.database, region.id, { practices: [linde.id, kade.id] });
  });

  const taskOf = (roundId: string, practiceId: string): Actor => ({
    ...systemActor(region.id),
    kind: 'task',
    personId: holder.personId,
    task: { id: newId(), kind: 'round-answer', subjectId: roundId, practiceId },
  });
  const [T1, T2, T3, T4] = [0, 1, 2, 3] as const;
  const themes = (...places: number[]): string[] => places.map((place) => round.themes[place] as string);
  const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });
  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction(coordinator, () => test.database.query<Row>(sql, values));

  it('starts unanswered: no date is taken for a no (field B1, discussion 1379)', async () => {
    const page = await answers.get(holder, round.id, linde.id);
    expect(page.answer).toEqual({
      roundId: round.id,
      practice: { id: linde.id, name: 'De Linde' },
      ranked: [],
      excluded: [],
      dates: {},
      motivation: null,
      stay: null,
      canLead: null,
      leader: null,
      submittedAt: null,
      savedAt: null,
      via: null,
      version: 0,
    });
    expect(page).toMatchObject({ region: 'Huisartsen Vlierstreek', partners: null, editable: true });
    expect(page.leaderChoices.map((choice) => choice.name)).toContain('Noor Veldman');
  });

  it('saves each field as it is given and touches no other', async () => {
    await answers.save(holder, round.id, linde.id, { ranked: themes(T2, T1) });
    await answers.save(holder, round.id, linde.id, { dates: { [round.dates[0] as string]: 'maybe' } });
    await answers.save(holder, round.id, linde.id, { motivation: 4, stay: 'yes', excluded: themes(T4) });
    const { answer } = await answers.save(holder, round.id, linde.id, { canLead: true });
    expect(answer).toMatchObject({
      ranked: themes(T2, T1),
      excluded: themes(T4),
      dates: { [round.dates[0] as string]: 'maybe' },
      motivation: 4,
      stay: 'yes',
      canLead: true,
      submittedAt: null,
      savedAt: '2026-11-09T10:00:00.000Z',
      version: 4,
    });
  });

  it('goes on on any device and from any person of the practice (field B1, Rallly #2398; ORG-01)', async () => {
    await answers.save(taskOf(round.id, linde.id), round.id, linde.id, { motivation: 2 });
    await answers.save(contact, round.id, linde.id, { stay: 'no' });
    const { answer } = await answers.get(holder, round.id, linde.id);
    expect(answer).toMatchObject({ motivation: 2, stay: 'no', via: 'account', version: 2 });
    expect(await rows(`select practice_id from round_answer where round_id = $1`, [round.id])).toHaveLength(
      1,
    );
  });

  it('makes one answer of two first saves at the same moment (ORG-01)', async () => {
    const [one, other] = await Promise.all([
      answers.save(holder, round.id, linde.id, { motivation: 3 }),
      answers.save(contact, round.id, linde.id, { canLead: false }),
    ]);
    expect([one.answer.version, other.answer.version].sort()).toEqual([1, 2]);
    const { answer } = await answers.get(holder, round.id, linde.id);
    expect(answer).toMatchObject({ motivation: 3, canLead: false, version: 2 });
    expect(await rows(`select 1 from round_answer where round_id = $1`, [round.id])).toHaveLength(1);
  });

  it('lets twenty practices answer at the same moment', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => makePractice(test.database, region.id)));
    const big = await makeRound(test.database, region.id, { practices: many.map((practice) => practice.id) });
    await Promise.all(
      many.map((practice) => answers.save(coordinator, big.id, practice.id, { allDates: 'yes' })),
    );
    const [count] = await rows<{ n: string }>(
      `select count(*) as n from round_answer where round_id = $1 and dates <> '{}'`,
      [big.id],
    );
    expect(count?.n).toBe('20');
  });

  it('says how an answer came in: link, account or phone', async () => {
    const via = async (actor: Actor) =>
      (await answers.save(actor, round.id, linde.id, { motivation: 3 })).answer.via;
    expect(await via(taskOf(round.id, linde.id))).toBe('link');
    expect(await via(holder)).toBe('account');
    expect(await via(coordinator)).toBe('phone');
  });

  it('stays sent when it is changed afterwards', async () => {
    await answers.save(holder, round.id, linde.id, { motivation: 3 });
    const sent = await answers.submit(holder, round.id, linde.id);
    expect(sent.answer.submittedAt).toBe('2026-11-09T10:00:00.000Z');
    clock.pass({ days: 2 });
    const changed = await answers.save(contact, round.id, linde.id, { motivation: 5 });
    expect(changed.answer).toMatchObject({ motivation: 5, submittedAt: '2026-11-09T10:00:00.000Z' });
  });

  it('closes at the deadline, before any sweep, except for the coordinator on the phone', async () => {
    clock.set('2026-11-20T15:59:59Z');
    await answers.save(holder, round.id, linde.id, { motivation: 1 });
    clock.set('2026-11-20T16:00:00Z');
    for (const actor of [holder, taskOf(round.id, linde.id)]) {
      await refused(answers.save(actor, round.id, linde.id, { motivation: 2 }), 'answer.closed');
      await refused(answers.submit(actor, round.id, linde.id), 'answer.closed');
      expect((await answers.get(actor, round.id, linde.id)).editable).toBe(false);
    }
    await rows(`update round set state = 'closed' where id = $1`, [round.id]);
    const late = await answers.save(coordinator, round.id, linde.id, { motivation: 5 });
    expect(late).toMatchObject({ editable: true, answer: { motivation: 5, via: 'phone' } });
    await rows(`update round set state = 'published' where id = $1`, [round.id]);
    await refused(answers.save(coordinator, round.id, linde.id, { motivation: 2 }), 'answer.closed');
    expect((await answers.get(holder, round.id, linde.id)).answer.motivation).toBe(5);
  });

  it('waits for a round that is closing, and is then refused', async () => {
    let release = (): void => undefined;
    let locked = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const holding = new Promise<void>((resolve) => (locked = resolve));
    const closing = test.database.transaction(coordinator, async () => {
      await test.database.query(`select 1 from round where id = $1 for update`, [round.id]);
      locked();
      await held;
      await test.database.query(`update round set state = 'closed' where id = $1`, [round.id]);
    });
    await holding;
    const saving = refused(answers.save(holder, round.id, linde.id, { motivation: 2 }), 'answer.closed');
    setTimeout(release, 50);
    await Promise.all([closing, saving]);
  });

  it('keeps votes when themes and dates change, and brings them back (field B1: Rallly #103, Loomio #4597)', async () => {
    await answers.save(holder, round.id, linde.id, {
      ranked: themes(T1, T2, T3),
      excluded: themes(T4),
      allDates: 'yes',
    });
    const all = await contents.setThemes(coordinator, round.id, [
      { id: round.themes[1], shortName: 'Nieuw', name: 'Nieuwe naam' },
      { id: round.themes[2], shortName: 'Drie', name: 'Drie' },
    ]);
    expect(
      all.themes
        .filter((theme) => theme.archived)
        .map((theme) => theme.id)
        .sort(),
    ).toEqual(themes(T1, T4).sort());
    await contents.setDates(coordinator, round.id, [
      { id: round.dates[0], date: '2027-02-09', startTime: '19:30', endTime: '21:00' },
      { id: round.dates[1], date: '2027-02-25', startTime: '19:30', endTime: '21:00' },
    ]);
    const meanwhile = await answers.save(holder, round.id, linde.id, { ranked: themes(T3, T2) });
    expect(meanwhile.answer).toMatchObject({ ranked: themes(T3, T2), excluded: [] });
    expect(meanwhile.answer.dates).toEqual({ [round.dates[0] as string]: 'yes' });
    expect(meanwhile.round.dates.map((date) => date.date)).toEqual(['2027-02-09', '2027-02-25']);
    expect(meanwhile.round.themes.some((theme) => theme.archived)).toBe(false);

    await contents.setThemes(
      coordinator,
      round.id,
      round.themes.map((id, n) => ({ id, shortName: `T${n}`, name: `Thema ${n}` })),
    );
    await contents.setDates(
      coordinator,
      round.id,
      ['2027-02-09', '2027-02-10', '2027-02-11'].map((date) => ({
        date,
        startTime: '19:30',
        endTime: '21:00',
      })),
    );
    const { answer } = await answers.get(holder, round.id, linde.id);
    expect(answer.ranked).toEqual(themes(T1, T3, T2));
    expect(answer.excluded).toEqual(themes(T4));
    expect(answer.dates).toEqual(Object.fromEntries(round.dates.map((id) => [id, 'yes'])));
  });

  it('never shows one practice the answer of another, and lets nobody change it (field B1, Rallly #38)', async () => {
    await answers.save(neighbour, round.id, kade.id, { ranked: themes(T3), motivation: 1 });
    const elsewhere = await makeRound(test.database, region.id, { practices: [linde.id, kade.id] });
    const employee = await makeActor(test.database, region.id, 'practice-employee', { scopeId: kade.id });
    const strangers: Actor[] = [
      holder,
      contact,
      employee,
      taskOf(round.id, linde.id),
      taskOf(elsewhere.id, kade.id),
      { ...taskOf(round.id, kade.id), task: { ...taskOf(round.id, kade.id).task!, kind: 'group-view' } },
    ];
    for (const actor of strangers) {
      await refused(answers.get(actor, round.id, kade.id), 'not-found');
      await refused(answers.save(actor, round.id, kade.id, { motivation: 5 }), 'not-found');
      await refused(answers.submit(actor, round.id, kade.id), 'not-found');
    }
    const own = JSON.stringify(await answers.get(holder, round.id, linde.id));
    expect(own).not.toContain(kade.id);
    expect(own).not.toContain('De Kade');
    expect((await answers.get(neighbour, round.id, kade.id)).answer.motivation).toBe(1);
  });

  it('does not exist for another region, its coordinator included', async () => {
    await answers.save(holder, round.id, linde.id, { motivation: 4 });
    const other = await makeRegion(test.database);
    const foreign = await makeActor(test.database, other.id, 'region-coordinator');
    const sameIds = await makeActor(test.database, other.id, 'practice-holder', { scopeId: linde.id });
    for (const actor of [foreign, sameIds]) {
      await refused(answers.get(actor, round.id, linde.id), 'not-found');
      await refused(answers.save(actor, round.id, linde.id, { motivation: 1 }), 'not-found');
      await expect(exports.file(actor, round.id, 'csv')).rejects.toMatchObject({
        code: actor === foreign ? 'not-found' : 'auth.forbidden',
      });
    }
    const theirs = await makeRound(test.database, other.id);
    await refused(
      answers.save(holder, round.id, linde.id, { ranked: [theirs.themes[0] as string] }),
      'answer.theme-unknown',
    );
    await refused(
      answers.save(holder, round.id, linde.id, { dates: { [theirs.dates[0] as string]: 'yes' } }),
      'answer.date-unknown',
    );
  });

  it('is not asked of a practice that does not take part, nor in a draft', async () => {
    await participants.change(coordinator, round.id, linde.id, { takingPart: false });
    await refused(answers.get(holder, round.id, linde.id), 'round.not-participant');
    const outsider = await makePractice(test.database, region.id);
    const theirs = await makeActor(test.database, region.id, 'practice-holder', { scopeId: outsider.id });
    await refused(answers.get(theirs, round.id, outsider.id), 'not-found');
    await refused(
      answers.save(coordinator, round.id, outsider.id, { motivation: 1 }),
      'round.not-participant',
    );
    const draft = await makeRound(test.database, region.id, { practices: [linde.id], state: 'draft' });
    await refused(answers.get(holder, draft.id, linde.id), 'not-found');
    expect((await answers.get(coordinator, draft.id, linde.id)).editable).toBe(false);
    for (const id of ['x', newId()]) await refused(answers.get(coordinator, id, linde.id), 'not-found');
  });

  it('names a leader from the practice, or by name and address', async () => {
    const chosen = await answers.save(holder, round.id, linde.id, {
      canLead: true,
      leaderPersonId: holder.personId,
    });
    expect(chosen.answer.leader).toEqual({ personId: holder.personId, name: 'Noor Veldman' });
    await refused(
      answers.save(holder, round.id, linde.id, { leaderPersonId: neighbour.personId }),
      'answer.leader-unknown',
    );
    const named = await answers.save(holder, round.id, linde.id, {
      leader: { name: 'Bas Groen', email: `bas-${newId()}@linde.example` },
    });
    expect(named.answer.leader?.name).toBe('Bas Groen');
    expect(named.leaderChoices).toContainEqual(named.answer.leader);
    const keep = { leaderPersonId: named.answer.leader?.personId };
    const again = await answers.save(holder, round.id, linde.id, keep);
    expect(again.answer.leader?.name).toBe('Bas Groen');
    const cleared = await answers.save(holder, round.id, linde.id, { leaderPersonId: null });
    expect(cleared.answer.leader).toBeNull();
  });

  it('gives somebody who is named no role, and betrays nothing about who they are elsewhere', async () => {
    const other = await makeRegion(test.database);
    const known = await makeActor(test.database, other.id, 'practice-holder', { name: 'Geheime Naam' });
    const page = await answers.save(holder, round.id, linde.id, {
      leader: { name: 'Bas', email: known.email.toUpperCase() },
    });
    expect(page.answer.leader).toEqual({ personId: known.personId, name: 'Bas' });
    expect(JSON.stringify(page)).not.toContain('Geheime');
    expect(await rows(`select 1 from role_assignment where person_id = $1`, [known.personId])).toEqual([]);
    expect((await participants.list(coordinator, round.id, { limit: 10 })).items).toHaveLength(2);
    const file = await exports.file(coordinator, round.id, 'csv');
    expect(file.body.toString()).not.toContain('Geheime');
  });

  it('shows who this practice sat with in the last published round of the same kind (GRP-05)', async () => {
    const others = await Promise.all(
      ['Oude Sluis', 'Molenveld', 'Vertrokken'].map((name) =>
        makePractice(test.database, region.id, { name }),
      ),
    );
    const group = async (
      name: string,
      kind: 'plus-praktijk' | 'free',
      publishedAt: string,
      members: string[],
    ) => {
      const past = await makeRound(test.database, region.id, { name, kind, state: 'published', publishedAt });
      const groupId = newId();
      await rows(
        `insert into intervision_group (id, region_id, round_id, number, name, theme_id, date_id, started_on)
         values ($1, $2, $3, 1, 'Groep 1', $4, $5, '2026-01-10')`,
        [groupId, region.id, past.id, past.themes[0], past.dates[0]],
      );
      for (const practiceId of members)
        await rows(
          `insert into group_member (region_id, group_id, practice_id, joined_at, left_at) values ($1, $2, $3, now(), $4)`,
          [region.id, groupId, practiceId, practiceId === others[2]?.id ? new Date() : null],
        );
    };
    const ids = others.map((practice) => practice.id);
    await group('Ouder', 'plus-praktijk', '2025-01-01T00:00:00Z', [linde.id, kade.id]);
    await group('Ander soort', 'free', '2026-06-01T00:00:00Z', [linde.id, kade.id]);
    await group('Intervisie 2026', 'plus-praktijk', '2026-01-01T00:00:00Z', [linde.id, ...ids]);
    expect((await answers.get(holder, round.id, linde.id)).partners).toEqual({
      round: 'Intervisie 2026',
      practices: ['Molenveld', 'Oude Sluis'],
    });
    expect((await answers.get(neighbour, round.id, kade.id)).partners).toBeNull();
  });

  it('tells the coordinator’s page without saying what, and notes every save in the log (XCT-10)', async () => {
    heard.length = 0;
    await answers.save(holder, round.id, linde.id, { motivation: 3, ranked: themes(T1) });
    await answers.submit(holder, round.id, linde.id);
    await listener.query('select 1');
    expect(heard.filter((fact) => fact.room === roundRoom(round.id))).toEqual([
      { regionId: region.id, room: roundRoom(round.id), version: 1, type: 'answer.changed' },
      { regionId: region.id, room: roundRoom(round.id), version: 2, type: 'answer.changed' },
    ]);
    const log = await rows<{ event: string; practice_id: string; detail: Record<string, unknown> }>(
      `select event, practice_id, detail from audit_entry where subject_id = $1 order by seq`,
      [round.id],
    );
    expect(log).toEqual([
      {
        event: 'answer.saved',
        practice_id: linde.id,
        detail: { fields: ['motivation', 'ranked'], via: 'account', version: 1 },
      },
      {
        event: 'answer.submitted',
        practice_id: linde.id,
        detail: { fields: [], via: 'account', version: 2 },
      },
    ]);
  });

  it('leaves nothing of a save that is refused', async () => {
    await refused(
      answers.save(holder, round.id, linde.id, { motivation: 3, ranked: [newId()] }),
      'answer.theme-unknown',
    );
    expect(await rows(`select 1 from round_answer where round_id = $1`, [round.id])).toEqual([]);
    expect(await rows(`select 1 from audit_entry where subject_id = $1`, [round.id])).toEqual([]);
  });

  it('shows days as the local days they are (field B1, Rallly #90, nextcloud/polls #2368)', async () => {
    const { round: page } = await answers.get(holder, round.id, linde.id);
    expect(page.dates.map((date) => date.date)).toEqual(['2027-02-09', '2027-02-10', '2027-02-11']);
    expect(page.answerUntil).toBe('2026-11-20T16:00:00.000Z');
  });

  it('reads the page in as many queries for one date as for thirty', async () => {
    const count = () => queriesOf(test.database, () => answers.get(holder, round.id, linde.id));
    const few = await count();
    await contents.setDates(
      coordinator,
      round.id,
      Array.from({ length: 30 }, (_, n) => ({
        date: `2027-03-${String(n + 1).padStart(2, '0')}`,
        startTime: '19:30',
        endTime: '21:00',
      })),
    );
    expect((await count()).length).toBe(few.length);
    expect(few.length).toBeLessThanOrEqual(12);
  });

  it('exports what was answered, leaves empty what was not, and notes it (XCT-05)', async () => {
    await answers.save(coordinator, round.id, linde.id, {
      ranked: themes(T2),
      excluded: themes(T4),
      dates: { [round.dates[0] as string]: 'maybe', [round.dates[1] as string]: 'no' },
      motivation: 4,
      canLead: true,
    });
    const { name, body } = await exports.file(coordinator, round.id, 'csv');
    expect(name).toBe('antwoorden-intervisie-2027.csv');
    const lines = body.toString('utf8').replace('\ufeff', '').split('\r\n');
    expect(lines[0]).toContain('09-02-2027 19:30;10-02-2027 19:30;11-02-2027 19:30;Motivatie (1-5)');
    expect(lines[1]).toMatch(/^De Kade;\d{8};HAGRO Vlierdam;geen antwoord;;;;;;;;;;;;;$/);
    expect(lines[2]).toMatch(
      /^De Linde;\d{8};HAGRO Vlierdam;begonnen;Thema nummer 2;;;Thema nummer 4;als het moet;nee;;4;;ja;;telefoon;$/,
    );
    const book = await exports.file({ ...coordinator, language: 'en' }, round.id, 'xlsx');
    expect(book.name).toBe('answers-intervisie-2027.xlsx');
    expect(book.body.subarray(0, 2).toString()).toBe('PK');
    await refused(exports.file(holder, round.id, 'xlsx'), 'auth.forbidden');
    const log = await rows(
      `select detail from audit_entry where event = 'round.answers-exported' order by seq`,
    );
    expect(log).toEqual([
      { detail: { format: 'csv', practices: 2 } },
      { detail: { format: 'xlsx', practices: 2 } },
    ]);
  });
});
