import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ErasingService } from '#libs/access';
import { AuditService, CheckpointsService } from '#libs/audit';
import {
  createLog,
  Facts,
  Jobs,
  newId,
  Rooms,
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
  openTestDatabase,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { KeptReferrals } from './kept-referrals.service.js';
import { ReferralActions } from './referral-actions.service.js';
import { ReferralCourse } from './referral-course.service.js';
import { ReferralExport } from './referral-export.service.js';
import { ReferralLists, type NewReferral } from './referral-lists.service.js';
import { ReferralReminders } from './referral-reminders.service.js';
import { ReferralSettings } from './referral-settings.service.js';
import { ReferralTime } from './referral-time.service.js';
import { ReferralWeeks } from './referral-weeks.service.js';
import { ReferralsReactions } from './referrals.reactions.js';

type Person = Actor & { personId: string };
const SUNDAY = new Date('2026-11-22T20:00:00Z');

describe('the review of referrals of a practice', () => {
  let test: TestDatabase;
  const clock = new TurnedClock(SUNDAY);
  let settings: ReferralSettings;
  let lists: ReferralLists;
  let weeks: ReferralWeeks;
  let actions: ReferralActions;
  let time: ReferralTime;
  let course: ReferralCourse;
  let log: ReferralExport;
  let reminders: ReferralReminders;
  let kept: KeptReferrals;
  let erasing: ErasingService;
  let region: { id: string };
  let jobs: Jobs;

  beforeAll(async () => {
    test = await openTestDatabase();
    const config = {
      secret: 's'.repeat(40),
      checkpointDir: mkdtempSync(join(tmpdir(), 'leerkring-ref-')),
      publicUrl: 'http://localhost',
      redisUrl: null,
      databaseUrl: test.appUrl,
    } as unknown as Config;
    const { database } = test;
    const audit = new AuditService(database, clock, new CheckpointsService(database, clock, config));
    jobs = new Jobs(config, database, createLog('silent'));
    const make = injector(database, clock, audit, new Rooms(database), new Secrets(config), jobs);
    settings = make(ReferralSettings);
    lists = make(ReferralLists);
    weeks = make(ReferralWeeks);
    actions = make(ReferralActions);
    time = make(ReferralTime);
    course = make(ReferralCourse);
    log = make(ReferralExport);
    reminders = make(ReferralReminders);
    kept = make(KeptReferrals);
    erasing = make(ErasingService);
    region = await makeRegion(database);
  });
  afterAll(async () => {
    await jobs.onApplicationShutdown();
    await test.close();
  });

  async function practiceOf(...names: string[]): Promise<{ id: string; gps: Person[]; assistant: Person }> {
    const { id } = await makePractice(test.database, region.id);
    const gps: Person[] = [];
    for (const name of names)
      gps.push(await makeActor(test.database, region.id, 'practice-holder', { scopeId: id, name }));
    const assistant = await makeActor(test.database, region.id, 'practice-employee', { scopeId: id });
    return { id, gps, assistant };
  }
  const one = (gp: Person, more: Partial<NewReferral> = {}): NewReferral => ({
    week: null,
    gpId: gp.personId,
    kind: 'referral',
    specialism: 'Cardiologie',
    reason: 'pijn op de borst bij inspanning',
    ...more,
  });
  const add = (actor: Actor, id: string, week: string, ...referrals: NewReferral[]) =>
    lists.add(actor, id, week, { referrals, source: 'list', confirmed: false });
  const judge = (actor: Actor, id: string, referralId: string, more = {}) =>
    weeks.judge(actor, id, referralId, {
      avoidable: 'perhaps',
      otherApproach: false,
      ground: 'process',
      remark: '',
      confirmed: false,
      ...more,
    });

  it('shows what a colleague judged after one’s own judgement, and to everybody in the meeting (REF-04)', async () => {
    const { id, gps, assistant } = await practiceOf('Anna Jansen', 'Bram de Wit', 'Chris Bos');
    const [anna, bram, chris] = gps as [Person, Person, Person];
    await add(assistant, id, '2026-W47', one(anna));
    const [referral] = (await weeks.get(bram, id, '2026-W47')).referrals;
    await judge(bram, id, referral!.id, { remark: 'kon via meedenkconsult' });
    const before = (await weeks.get(chris, id, '2026-W47')).referrals[0]!;
    expect(before).toMatchObject({ mine: null, others: null, judged: 1, remarkable: false });
    expect(JSON.stringify(before)).not.toContain('meedenkconsult');
    const after = await judge(chris, id, referral!.id, { avoidable: 'no', ground: null });
    expect(after.referrals[0]).toMatchObject({
      others: [{ name: 'Bram de Wit', avoidable: 'perhaps' }],
      remarkable: true,
    });
    // whose referral it is waits like everybody else
    expect((await weeks.get(anna, id, '2026-W47')).referrals[0]).toMatchObject({ own: true, others: null });
    expect((await weeks.get(assistant, id, '2026-W47')).takesPart).toBe(false);
    await expect(judge(assistant, id, referral!.id)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await weeks.move(anna, id, '2026-W47', 'meeting', 0);
    expect((await weeks.get(anna, id, '2026-W47')).referrals[0]!.others).toHaveLength(2);
    await expect(weeks.move(bram, id, '2026-W47', 'done', 0)).rejects.toMatchObject({
      code: 'conflict.stale',
    });
    const taken = await weeks.unjudge(chris, id, referral!.id);
    expect(taken.referrals[0]!.mine).toBeNull();
  });

  it('asks for one’s own referrals last, and keeps who is outside out, also of one region (REF-07)', async () => {
    const { id, gps } = await practiceOf('Anna Jansen', 'Bram de Wit');
    const [anna, bram] = gps as [Person, Person];
    await add(anna, id, '2026-W47', one(anna), one(bram), one(bram));
    const seen = await weeks.get(anna, id, '2026-W47');
    expect(seen.referrals.map(({ own }) => own)).toEqual([false, false, true]);
    const other = await practiceOf('Dora Elzinga');
    const outsiders = [
      other.gps[0] as Person,
      await makeActor(test.database, region.id, 'region-coordinator'),
      await makeActor(test.database, region.id, 'data-steward'),
      await makeActor(test.database, region.id, 'practice-consultant', { scopeId: id }),
      await makeActor(test.database, (await makeRegion(test.database)).id, 'practice-holder', {
        scopeId: id,
      }),
    ];
    const referralId = seen.referrals[0]!.id;
    for (const outsider of outsiders) {
      const tries = [
        () => weeks.get(outsider, id, '2026-W47'),
        () => course.get(outsider, id, 'referral'),
        () => course.home(outsider, id),
        () => settings.get(outsider, id),
        () => actions.list(outsider, id),
        () => log.file(outsider, id, 'csv'),
        () => judge(outsider, id, referralId),
        () => weeks.change(outsider, id, referralId, { kind: 'advice' }, undefined),
        () => add(outsider, id, '2026-W47', one(anna)),
        () => time.start(outsider, id),
      ];
      for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
    }
    // a referral of elsewhere is not reached through one's own practice either
    const theirs = other.gps[0] as Person;
    await expect(judge(theirs, other.id, referralId)).rejects.toMatchObject({ code: 'not-found' });
    // nor by any query of somebody who forgot to name the practice
    const rows = await test.database.transaction(anna, () =>
      test.database.query('select 1 from reviewed_referral'),
    );
    expect(rows).toEqual([]);
    await expect(
      test.database.transaction(anna, async () => {
        await test.database.query(`select set_config('app.practice_id', $1, true)`, [other.id]);
        return test.database.query(
          `insert into referral_time (region_id, practice_id, person_id, day, minutes) values ($1, $2, $3, '2026-11-22', 1)`,
          [region.id, id, anna.personId],
        );
      }),
    ).rejects.toThrow(/row-level security/);
  });

  it('keeps no referral with a patient in it, whoever skips the preview (REF-03)', async () => {
    const { id, gps } = await practiceOf('Anna Jansen');
    const [anna] = gps as [Person];
    const text =
      'dhr. Terpstra, geb. 01-02-1956, tel 06-12345678, klaagt al maanden over slecht horen aan de linkerkant en suizen';
    await expect(add(anna, id, '2026-W47', one(anna, { reason: text }))).rejects.toMatchObject({
      code: 'text.identifiers',
    });
    const preview = await lists.previewText(
      anna,
      id,
      `Patiënt;BSN;Huisarts;Specialisme;Reden\nTerpstra, W.;111222333;Jansen;KNO;${text}\n`,
    );
    expect(preview.columns.map(({ field, dropped }) => field ?? dropped)).toEqual([
      'identity',
      'identity',
      'gp',
      'specialism',
      'reason',
    ]);
    expect(preview.rows[0]).toMatchObject({ gpId: anna.personId, specialism: 'KNO' });
    const said = JSON.stringify(preview);
    for (const secret of ['Terpstra', '111222333', '1956', '12345678']) expect(said).not.toContain(secret);
    const stored = await test.database.transaction(anna, async () => {
      await test.database.query(`select set_config('app.practice_id', $1, true)`, [id]);
      return test.database.query('select * from reviewed_referral');
    });
    expect(stored).toEqual([]);
    const csv = Buffer.from('Naam;Specialisme\nTerpstra, W.;Derma\n');
    expect((await lists.previewFile(anna, id, csv)).rows).toMatchObject([
      { specialism: 'Dermatologie', reason: '' },
    ]);
    await expect(lists.previewFile(anna, id, Buffer.from('PK\u0003\u0004 stuk'))).rejects.toMatchObject({
      code: 'referral.list-unreadable',
    });
  });

  it('takes a list back as a whole, and refuses a week that is to come or somebody of elsewhere', async () => {
    const { id, gps } = await practiceOf('Anna Jansen', 'Bram de Wit');
    const [anna, bram] = gps as [Person, Person];
    const { batchId, count } = await add(anna, id, '2026-W47', one(anna), one(bram));
    expect(count).toBe(2);
    await lists.takeBack(bram, id, batchId); // somebody else's stays
    expect((await weeks.get(anna, id, '2026-W47')).referrals).toHaveLength(2);
    await lists.takeBack(anna, id, batchId);
    expect((await weeks.get(anna, id, '2026-W47')).referrals).toEqual([]);
    await expect(add(anna, id, '2026-W48', one(anna))).rejects.toMatchObject({
      code: 'referral.week-unknown',
    });
    await expect(add(anna, id, '2026-W47', one(anna, { gpId: newId() }))).rejects.toMatchObject({
      code: 'referral.person-unknown',
    });
  });

  it('reminds who takes part in the morning of the moment, once, and never daily by itself (REF-02)', async () => {
    const { id, gps, assistant } = await practiceOf('Anna Jansen', 'Bram de Wit');
    const [anna] = gps as [Person];
    const view = await settings.set(
      anna,
      id,
      {
        moments: [
          { form: 'weekly', weekday: 2, time: '12:30', remind: true },
          { form: 'daily', weekday: null, time: '11:45', remind: false },
        ],
      },
      0,
    );
    expect(view.people.filter(({ takesPart }) => takesPart)).toHaveLength(2);
    await expect(settings.set(anna, id, { participants: [] }, 0)).rejects.toMatchObject({
      code: 'conflict.stale',
    });
    const action = {
      text: 'Werkafspraak maken',
      ownerId: assistant.personId,
      dueOn: '2026-11-24',
      confirmed: false,
    };
    await actions.create(anna, id, action);
    const due = async (at: string): Promise<unknown[]> =>
      (await test.database.definer<{ id: string }>('select due_regions($1) as id', [at])).filter(
        (row) => row.id === region.id,
      );
    expect(await due('2026-11-24T05:59:00Z')).toEqual([]);
    clock.set(new Date('2026-11-24T06:01:00Z'));
    expect(await due('2026-11-24T06:01:00Z')).toHaveLength(1);
    expect(await reminders.sweep(region.id, clock.now())).toBe(3);
    expect(await reminders.sweep(region.id, clock.now())).toBe(0);
    const mails = await test.database.transaction(systemActor(region.id), () =>
      test.database.query<{ to_name: string; params: object }>(
        `select to_name, params from mail where subject_id = $1 order by to_name`,
        [id],
      ),
    );
    expect(mails.map(({ to_name }) => to_name).sort()).toEqual(
      [anna.name, gps[1]!.name, assistant.name].sort(),
    );
    // what the action says is for the practice, not for who reads the region's mail
    expect(JSON.stringify(mails)).not.toContain('Werkafspraak');
    clock.set(SUNDAY);
  });

  it('counts minutes of a clock and of the hand, each one’s own (REF-10)', async () => {
    const { id, gps } = await practiceOf('Anna Jansen', 'Bram de Wit');
    const [anna, bram] = gps as [Person, Person];
    await time.start(anna, id);
    await time.start(anna, id);
    clock.set(new Date(SUNDAY.getTime() + 12 * 60_000));
    expect(await time.stop(anna, id)).toMatchObject({
      runningSince: null,
      mineThisMonth: 12,
      practiceThisMonth: 12,
    });
    expect(await time.add(bram, id, 30)).toMatchObject({ mineThisMonth: 30, practiceThisMonth: 42 });
    const [entry] = (await time.stop(anna, id)).entries;
    await expect(time.set(bram, id, entry!.id, 1, undefined)).rejects.toMatchObject({ code: 'not-found' });
    expect(await time.set(anna, id, entry!.id, 8, entry!.version)).toMatchObject({ mineThisMonth: 8 });
    await time.start(anna, id);
    clock.set(new Date(SUNDAY.getTime() + 9 * 3_600_000));
    expect((await time.stop(anna, id)).entries[0]!.minutes).toBe(120);
    clock.set(SUNDAY);
  });

  it('draws weeks with a goal, per GP, and writes the log (REF-07, 08, 11)', async () => {
    const { id, gps } = await practiceOf('Anna Jansen', 'Bram de Wit');
    const [anna, bram] = gps as [Person, Person];
    for (const [week, n] of [
      ['2026-W43', 5],
      ['2026-W44', 5],
      ['2026-W45', 4],
      ['2026-W46', 4],
    ] as const) {
      await add(
        anna,
        id,
        week,
        ...Array.from({ length: n }, () => one(anna)),
        one(bram, { kind: 'advice', timeOut: week > '2026-W44' }),
      );
      await weeks.move(anna, id, week, 'done', undefined);
    }
    await course.setGoal(
      anna,
      id,
      { about: 'referrals', baselineFrom: '2026-W43', baselineTo: '2026-W44', percent: -20 },
      undefined,
    );
    const drawn = await course.setGoal(
      anna,
      id,
      { about: 'time-outs', baselineFrom: '2026-W43', baselineTo: '2026-W44', percent: null },
      undefined,
    );
    expect(drawn).toMatchObject({
      weeks: ['2026-W43', '2026-W44', '2026-W45', '2026-W46'],
      whole: { values: [5, 5, 4, 4], median: 5 },
      goal: { baseline: 5, target: 4, now: 4, changePercent: -20, reached: true },
      timeOuts: { before: { timeOuts: 0 }, since: { timeOuts: 2, advice: 2, weeks: 2 } },
    });
    expect(drawn.perGp.map(({ name, values }) => [name, values])).toEqual([
      ['Anna Jansen', [5, 5, 4, 4]],
      ['Bram de Wit', [0, 0, 0, 0]],
    ]);
    await expect(
      course.setGoal(
        anna,
        id,
        { about: 'referrals', baselineFrom: '2026-W44', baselineTo: '2026-W43', percent: -20 },
        undefined,
      ),
    ).rejects.toMatchObject({ code: 'referral.baseline-invalid' });
    const [first] = (await weeks.get(bram, id, '2026-W46')).referrals;
    await judge(bram, id, first!.id, { remark: 'eerst ECG' });
    const csv = (await log.file(anna, id, 'csv')).body.toString('utf8');
    expect(csv.split('\r\n')).toHaveLength(1 + 22 + 1);
    expect(csv).toContain('eerst ECG');
    expect((await log.file(anna, id, 'xlsx')).body.subarray(0, 2).toString()).toBe('PK');
    // the log of the region tells that it was exported, never how many
    const audit = await test.database.transaction(anna, () =>
      test.database.query<{ event: string; detail: object }>(
        `select event, detail from audit_entry where practice_id = $1`,
        [id],
      ),
    );
    expect(audit.map(({ event }) => event)).toContain('referral-review.exported');
    expect(audit.every(({ detail }) => Object.keys(detail ?? {}).length === 0)).toBe(true);
  });

  it('lets who leaves be forgotten, gives a person their own, and empties what is old', async () => {
    const { id, gps } = await practiceOf('Anna Jansen', 'Willemijn Zonderland');
    const [anna, gone] = gps as [Person, Person];
    await add(anna, id, '2026-W47', one(anna));
    await add(gone, id, '2024-W20', one(gone));
    const [referral] = (await weeks.get(gone, id, '2026-W47')).referrals;
    await judge(gone, id, referral!.id, { remark: 'mijn remark' });
    await weeks.change(
      anna,
      id,
      referral!.id,
      { conclusion: 'Willemijn Zonderland zoekt het uit', confirmed: true },
      undefined,
    );
    await time.add(gone, id, 5);
    const own = (await kept.ofActor(gone)).referrals;
    expect(own.reviewed).toHaveLength(2);
    expect(own.reviewed.find((row) => !row.own)).toMatchObject({
      reason: '',
      judgement: { remark: 'mijn remark' },
    });
    expect(own.minutes).toHaveLength(1);
    expect(await kept.forget(region.id, new Date('2024-11-22T00:00:00Z'))).toBe(1);
    expect(await kept.forget(region.id, new Date('2024-11-22T00:00:00Z'))).toBe(0);
    await test.database.transaction(systemActor(region.id), () =>
      test.database.query(`update role_assignment set until = now() where person_id = $1`, [gone.personId]),
    );
    await erasing.erase(systemActor(region.id), gone.personId);
    const week = await weeks.get(anna, id, '2026-W47');
    expect(JSON.stringify(week)).not.toContain('Zonderland');
    expect(week.referrals[0]!.conclusion).toBe('Gewist persoon zoekt het uit');
  });

  it('moves nothing to the practice that another merges into, and leaves nothing open behind (GRP-16, REF-07)', async () => {
    const { database } = test;
    const [gone, stays] = [await makePractice(database, region.id), await makePractice(database, region.id)];
    const gp = await makeActor(database, region.id, 'practice-holder', { scopeId: gone.id });
    await settings.set(
      gp,
      gone.id,
      { moments: [{ form: 'weekly', weekday: 2, time: '12:30', remind: true }] },
      undefined,
    );
    await actions.create(gp, gone.id, {
      text: 'Folder maken',
      ownerId: gp.personId,
      dueOn: '2026-12-01',
      confirmed: false,
    });
    await time.start(gp, gone.id);
    const facts = new Facts();
    new ReferralsReactions(database, clock, facts);
    const left = (practiceId: string) =>
      database.transaction({ regionId: region.id }, async () => {
        await database.query(`select set_config('app.practice_id', $1, true)`, [practiceId]);
        return database.query(
          `select (select count(*)::int from referral_action where state = 'open') as open, (select count(*)::int from referral_action) as actions,
             (select count(*)::int from referral_time where started_at is not null) as running,
             (select count(*)::int from referral_moment where remind_at is not null) as reminders`,
        );
      });
    expect(await left(gone.id)).toEqual([{ open: 1, actions: 1, running: 1, reminders: 1 }]);
    await database.transaction(gp, () =>
      facts.publish(gp, 'practice.merged', { practiceId: gone.id, intoId: stays.id }),
    );
    expect(await left(gone.id)).toEqual([{ open: 0, actions: 1, running: 0, reminders: 0 }]);
    expect(await left(stays.id)).toEqual([{ open: 0, actions: 0, running: 0, reminders: 0 }]);
  });

  it('reaches looking and judging with a reminder’s link, nothing else', async () => {
    const { id, gps } = await practiceOf('Anna Jansen', 'Bram de Wit');
    const [anna, bram] = gps as [Person, Person];
    await add(anna, id, '2026-W47', one(anna));
    const link: Actor = {
      ...bram,
      kind: 'task',
      roles: [],
      task: { id: newId(), kind: 'referral-review', subjectId: id, practiceId: id },
    };
    const [referral] = (await weeks.get(link, id, '2026-W47')).referrals;
    expect((await judge(link, id, referral!.id)).referrals[0]!.mine).not.toBeNull();
    for (const attempt of [
      () => course.get(link, id, 'referral'),
      () => log.file(link, id, 'csv'),
      () => add(link, id, '2026-W47', one(anna)),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'auth.task-only' });
    const elsewhere = { ...link, task: { ...link.task!, kind: 'meeting' as const } };
    await expect(weeks.get(elsewhere, id, '2026-W47')).rejects.toMatchObject({ code: 'not-found' });
  });
});
