import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { AttendanceView } from '#libs/contracts';
import { createLog, Jobs, newId, Secrets, systemActor, type Actor, type Config } from '#libs/platform';
import { readTable } from '#libs/tabular';
import {
  injector,
  makeActor,
  makeDialogueSession,
  makePractice,
  makeRegion,
  makeStaff,
  openTestDatabase,
  TurnedClock,
  type FactorySession,
  type TestDatabase,
} from '#libs/testing';
import { AttendancePapers } from './attendance-papers.service.js';
import { AttendanceReports } from './attendance-reports.service.js';
import { AttendanceService } from './attendance.service.js';
import { PracticePage } from './practice-page.service.js';
import { RegistrationsService } from './registrations.service.js';

describe('attendance (features 30, 31)', () => {
  let test: TestDatabase;
  let jobs: Jobs;
  let attendance: AttendanceService;
  let reports: AttendanceReports;
  let papers: AttendancePapers;
  let page: PracticePage;
  let registrations: RegistrationsService;
  let region: { id: string };
  let coordinator: Actor;
  let session: FactorySession;
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    const config = {
      secret: 's'.repeat(40),
      checkpointDir: '/nowhere',
      redisUrl: null,
      databaseUrl: test.appUrl,
    };
    jobs = new Jobs(config, test.database, createLog('silent'));
    const audit = new AuditService(
      test.database,
      clock,
      new CheckpointsService(test.database, clock, config as Config),
    );
    const make = injector(test.database, clock, jobs, new Secrets(config), audit);
    attendance = make(AttendanceService);
    reports = make(AttendanceReports);
    papers = make(AttendancePapers);
    page = make(PracticePage);
    registrations = make(RegistrationsService);
  });
  beforeEach(async () => {
    clock.set('2027-02-01T09:00:00Z');
    region = await makeRegion(test.database);
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    session = await makeDialogueSession(test.database, region.id, {
      activityId: 'A-12345',
      accreditedHours: 1,
    });
  });
  afterAll(async () => {
    await jobs.onApplicationShutdown();
    await test.close();
  });

  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction(coordinator, () => test.database.query<Row>(sql, values));
  const at = (time: string): Date => new Date(`2027-02-09T${time}:00Z`);
  /** A practice whose holder is registered. */
  const coming = async (name: string, bigNumber: string | null = null) => {
    const { id, name: practice } = await makePractice(test.database, region.id);
    const holder = await makeStaff(test.database, region.id, id, 'practice-holder', {
      name,
      email: `${newId().slice(-12)}@linde.example`,
    });
    await rows('update role_assignment set big_number = $2 where person_id = $1', [
      holder.personId,
      bigNumber,
    ]);
    await registrations.register(holder, session.id, id, {
      personId: holder.personId,
      attendeeKind: 'gp',
    });
    return { id, practice, holder };
  };
  type Coming = Awaited<ReturnType<typeof coming>>;
  const stayed = async (who: Coming, from: string, to: string): Promise<void> => {
    await rows(
      `insert into live_room (id, region_id, kind, clock) values ($1, $2, 'session', '{}') on conflict do nothing`,
      [session.id, region.id],
    );
    await rows(
      `insert into live_presence (region_id, room_id, audience, person_id, practice_id, joined_at, seen_at, left_at)
       values ($1, $2, 'participant', $3, $4, $5, $6, $6)`,
      [region.id, session.id, who.holder.personId, who.id, at(from), at(to)],
    );
  };
  const end = async (): Promise<void> => {
    clock.set('2027-02-09T21:00:00Z');
    await rows(`update dialogue_session set state = 'ended', ended_at = $2 where id = $1`, [
      session.id,
      at('19:30'),
    ]);
  };
  const of = (views: readonly AttendanceView[], who: Coming): AttendanceView =>
    views.find(({ person }) => person.id === who.holder.personId) as AttendanceView;
  const report = (lines: string[]): Buffer =>
    Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(['Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole', ...lines].join('\r\n'), 'utf16le'),
    ]);

  it('counts what was measured, joined together and inside the hour', async () => {
    const [long, short, away] = [
      await coming('Anna de Wit'),
      await coming('Bram Smit'),
      await coming('Cis Bos'),
    ];
    await stayed(long, '18:20', '19:45');
    await stayed(short, '18:30', '18:50');
    await stayed(short, '19:10', '19:30');
    await end();
    const views = await attendance.list(coordinator, session.id);
    expect(of(views, long)).toMatchObject({
      present: true,
      minutes: 60,
      hours: 1,
      hoursFull: 1,
      registered: true,
    });
    expect(of(views, short)).toMatchObject({ present: true, minutes: 40, hours: 0.5, hoursFull: 0 });
    expect(of(views, away)).toMatchObject({ present: false, minutes: 0, stays: [], corrected: null });
    const attendees = await test.database.transaction(coordinator, () => attendance.attendees(session.id));
    expect(attendees.map(({ personId }) => personId).sort()).toEqual(
      [long.holder.personId, short.holder.personId].sort(),
    );
    expect(attendees[0]).toMatchObject({ role: 'practice-holder' });
  });

  it('takes who was registered for who was there when nothing was measured at all', async () => {
    const who = await coming('Anna de Wit');
    await end();
    expect(await test.database.transaction(coordinator, () => attendance.attendees(session.id))).toEqual([
      { personId: who.holder.personId, practiceId: who.id, role: 'practice-holder' },
    ]);
  });

  it('lets the organiser correct, also somebody who was not registered, and take the correction back', async () => {
    const who = await coming('Anna de Wit');
    const colleague = await makeStaff(test.database, region.id, who.id, 'practice-employee', {
      name: 'Wil W',
    });
    await stayed(who, '18:30', '19:30');
    await end();
    const change = { joinedAt: '2027-02-09T19:45', leftAt: '2027-02-09T20:15' };
    const correct = (personId: string, wish: Parameters<AttendanceService['correct']>[4], version?: number) =>
      attendance.correct(coordinator, session.id, who.id, personId, wish, version);
    const views = await correct(who.holder.personId, change, 0);
    expect(of(views, who)).toMatchObject({
      minutes: 30,
      hours: 0.5,
      corrected: { joinedAt: '2027-02-09T18:45:00.000Z', source: 'organiser' },
      version: 1,
    });
    await expect(correct(who.holder.personId, { absent: true }, 0)).rejects.toMatchObject({
      code: 'conflict.stale',
    });
    expect(of(await correct(who.holder.personId, { absent: true }, 1), who)).toMatchObject({
      present: false,
    });
    expect(of(await correct(who.holder.personId, null, 2), who)).toMatchObject({
      minutes: 60,
      corrected: null,
    });
    const other = await correct(colleague.personId, change);
    expect(other.find(({ person }) => person.id === colleague.personId)).toMatchObject({
      registered: false,
      present: true,
    });
    await expect(correct(newId(), change)).rejects.toMatchObject({ code: 'registration.person-unknown' });
    await expect(
      correct(colleague.personId, { joinedAt: change.leftAt, leftAt: change.joinedAt }),
    ).rejects.toMatchObject({ code: 'validation.failed' });
  });

  it('has nothing to correct before the session begins', async () => {
    const who = await coming('Anna de Wit');
    await expect(
      attendance.correct(coordinator, session.id, who.id, who.holder.personId, { absent: true }),
    ).rejects.toMatchObject({ code: 'validation.failed' });
  });

  it('reads reports of a meeting that was restarted, keeps only joined and left, and leaves corrections alone', async () => {
    const [anna, bram, cis] = [
      await coming('Anna de Wit'),
      await coming('Bram Smit'),
      await coming('Cis Bos'),
    ];
    await end();
    await attendance.correct(coordinator, session.id, cis.id, cis.holder.personId, { absent: true });
    const first = report([
      `A. Wit\t2/9/27, 7:25:00 PM\t2/9/27, 7:50:00 PM\t25m\t${anna.holder.email}\tAttendee`,
      'Smit, Bram\t2/9/27, 7:30:00 PM\t2/9/27, 7:50:00 PM\t20m\t\tAttendee',
      'Cis Bos\t2/9/27, 7:30:00 PM\t2/9/27, 8:30:00 PM\t60m\t\tAttendee',
      'Vreemde Vogel\t2/9/27, 7:30:00 PM\t2/9/27, 8:30:00 PM\t60m\tvogel@elders.example\tAttendee',
      'Bram Smit\tstraks\t2/9/27, 8:30:00 PM\t60m\t\tAttendee',
      'Anna de Wit\t1/5/27, 7:30:00 PM\t1/5/27, 8:30:00 PM\t60m\t\tAttendee',
    ]);
    const outcome = await reports.take(coordinator, session.id, async () => first);
    expect(outcome.people).toBe(2);
    expect(outcome.rows.map(({ row, verdict, practice }) => [row, verdict, practice])).toEqual([
      [2, 'by-email', anna.practice],
      [3, 'by-name', bram.practice],
      [4, 'by-name', cis.practice],
      [5, 'unknown', null],
      [6, 'unreadable', null],
      [7, 'outside', null],
    ]);
    const second = report([
      `Anna de Wit\t2/9/27, 8:00:00 PM\t2/9/27, 8:31:00 PM\t31m\t${anna.holder.email}\tAttendee`,
    ]);
    await reports.take(coordinator, session.id, async () => second);
    await reports.take(coordinator, session.id, async () => second); // twice changes nothing
    const views = await attendance.list(coordinator, session.id);
    expect(of(views, anna)).toMatchObject({ minutes: 50, hours: 0.75, corrected: { source: 'report' } });
    expect(of(views, bram)).toMatchObject({ minutes: 20, hours: 0.25 });
    expect(of(views, cis)).toMatchObject({ present: false, corrected: { source: 'organiser' } });
    const kept = JSON.stringify(
      await rows('select * from session_attendance where session_id = $1', [session.id]),
    );
    expect(kept).not.toMatch(/Vogel|vogel|Wit|linde/);
  });

  it('lists for the accreditation who was there, the BIG number with its zeros, in the columns of the region (feature 31)', async () => {
    const [anna, bram] = [
      await coming('Anna de Wit', '01234567890'),
      await coming('Bram Smit', '09876543210'),
    ];
    await stayed(anna, '18:30', '19:20');
    await end();
    const file = await papers.accreditation(coordinator, session.id);
    expect(file.name).toBe('accreditatie-2027-02-09.xlsx');
    const table = await readTable(file.body);
    const cells = table.rows.map((row) => row.cells);
    expect(cells).toHaveLength(1);
    expect(cells[0]).toEqual(expect.arrayContaining(['A-12345', '01234567890', 'Anna de Wit']));
    await rows(`insert into dialogue_settings (region_id, accreditation) values ($1, $2)`, [
      region.id,
      JSON.stringify({
        columns: [
          { field: 'big-number', heading: 'BIG' },
          { field: 'hours', heading: 'Punten' },
          { field: 'hours-full', heading: 'Hele uren' },
        ],
        format: 'csv',
      }),
    ]);
    await attendance.correct(coordinator, session.id, bram.id, bram.holder.personId, {
      joinedAt: '2027-02-09T19:30',
      leftAt: '2027-02-09T20:30',
    });
    const csv = await papers.accreditation(coordinator, session.id);
    expect(csv.body.toString('utf8').trim().split('\r\n')).toEqual([
      'BIG;Punten;Hele uren',
      '01234567890;0,75;0',
      '09876543210;1;1',
    ]);
  });

  it('gives a certificate to who was really there, and to nobody else', async () => {
    const [anna, bram] = [await coming('Anna de Wit'), await coming('Bram Smit')];
    await stayed(anna, '18:30', '19:20');
    const link: Actor = {
      ...anna.holder,
      kind: 'task',
      roles: [],
      task: { id: newId(), kind: 'session-practice', subjectId: session.id, practiceId: anna.id },
    };
    await expect(papers.certificate(anna.holder, session.id)).rejects.toMatchObject({
      code: 'not-found',
    });
    await end();
    for (const actor of [anna.holder, link]) {
      const file = await papers.certificate(actor, session.id);
      expect(file).toMatchObject({ name: 'bewijs-van-deelname.pdf', type: 'application/pdf' });
      expect(file.body.subarray(0, 5).toString()).toBe('%PDF-');
    }
    await expect(papers.certificate(bram.holder, session.id)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await page.get(anna.holder, session.id, anna.id)).certificate).toBe(true);
    expect((await page.get(bram.holder, session.id, bram.id)).certificate).toBe(false);
  });

  it('is for who organises alone', async () => {
    const who = await coming('Anna de Wit');
    const abroad = await makeActor(test.database, (await makeRegion(test.database)).id, 'region-coordinator');
    await expect(attendance.list(who.holder, session.id)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(attendance.list(abroad, session.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      attendance.list({ ...systemActor(region.id), kind: 'person' }, session.id),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
