import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TaskLinksService } from '#libs/access';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { Role } from '#libs/contracts';
import { createLog, Database, Facts, Jobs, newId, Secrets, type Actor, type Config } from '#libs/platform';
import {
  injector,
  makeActor,
  makePractice,
  makeRegion,
  makeRound,
  openTestDatabase,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { AnswerTask } from '../answers/answer-task.service.js';
import { AnswersService } from '../answers/answers.service.js';
import { IntervisionSweeps } from '../intervision.sweeps.js';
import { ParticipantsService } from './participants.service.js';
import { RoundWindowsService } from './round-windows.service.js';
import { RoundsService } from './rounds.service.js';

interface MailRow {
  template: string;
  to_email: string;
  state: string;
  params: { taskLinkId: string; practice: string; deadline: string; minutes: number; introduction?: string };
}

describe('the time in which practices answer', () => {
  let test: TestDatabase;
  let services: ReturnType<typeof injector>;
  let windows: RoundWindowsService;
  let rounds: RoundsService;
  let participants: ParticipantsService;
  let answers: AnswersService;
  let links: TaskLinksService;
  let secrets: Secrets;
  const clock = new TurnedClock();
  const opened: string[] = [];

  let region: { id: string };
  let coordinator: Actor;
  let linde: { id: string };
  let kade: { id: string };
  let stil: { id: string };
  let lindeContact: Actor;
  let kadeHolder: Actor;

  const over = (database: Database): ReturnType<typeof injector> => {
    const config = {
      secret: 's'.repeat(40),
      checkpointDir: '/nowhere',
      redisUrl: null,
      databaseUrl: test.appUrl,
    };
    const facts = new Facts();
    facts.on('round.opened', async (_actor, { roundId }) => void opened.push(roundId));
    return injector(
      database,
      clock,
      facts,
      new Jobs(config, database, createLog('silent')),
      new Secrets(config),
      new AuditService(database, clock, new CheckpointsService(database, clock, config as Config)),
    );
  };

  beforeAll(async () => {
    test = await openTestDatabase();
    services = over(test.database);
    windows = services(RoundWindowsService);
    rounds = services(RoundsService);
    participants = services(ParticipantsService);
    answers = services(AnswersService);
    links = services(TaskLinksService);
    secrets = services(Secrets);
    services(AnswerTask);
  });
  afterAll(() => test.close());

  const person = (role: Role, scopeId: string): ReturnType<typeof makeActor> =>
    makeActor(test.database, region.id, role, { scopeId });
  beforeEach(async () => {
    clock.set('2026-11-09T10:00:00Z');
    region = await makeRegion(test.database);
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    linde = await makePractice(test.database, region.id, { name: 'De Linde' });
    kade = await makePractice(test.database, region.id, { name: 'De Kade' });
    stil = await makePractice(test.database, region.id, { name: 'Stil' });
    lindeContact = await person('practice-contact', linde.id);
    await person('practice-holder', linde.id);
    await person('practice-employee', stil.id);
    kadeHolder = await person('practice-holder', kade.id);
  });

  const code = (code: string) => expect.objectContaining({ code });
  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction(coordinator, () => test.database.query<Row>(sql, values));
  const mailsOf = (roundId: string, template = 'round-reminder') =>
    rows<MailRow>(
      `select template, to_email, state, params from mail where subject_id = $1 and template = $2 order by params->>'practice', to_email`,
      [roundId, template],
    );
  const draft = (practices = [linde.id, kade.id, stil.id]) =>
    makeRound(test.database, region.id, { practices, state: 'draft' });
  const DEADLINE = { answerUntil: '2026-12-04T17:00:00+01:00' };

  it('opens: a mail with a link of its own per contact person, and says who cannot be reached (field B1, XCT-03)', async () => {
    const round = await draft();
    await rounds.change(coordinator, round.id, { introduction: 'Wij maken groepen.' });
    const preview = await windows.openPreview(coordinator, round.id);
    expect(preview).toEqual({
      participants: 3,
      recipients: [
        { practiceId: kade.id, practice: 'De Kade', name: kadeHolder.name, email: kadeHolder.email },
        { practiceId: linde.id, practice: 'De Linde', name: lindeContact.name, email: lindeContact.email },
      ],
      unreachable: [{ practiceId: stil.id, name: 'Stil' }],
    });
    expect(await mailsOf(round.id, 'round-invitation')).toEqual([]);

    const view = await windows.open(coordinator, round.id, DEADLINE, 2);
    expect(view).toMatchObject({ state: 'open', answerUntil: '2026-12-04T16:00:00.000Z' });
    expect(opened).toContain(round.id);
    const mails = await mailsOf(round.id, 'round-invitation');
    expect(mails.map((mail) => mail.to_email)).toEqual(preview.recipients.map((one) => one.email));
    expect(mails[1]?.params).toMatchObject({
      practice: 'De Linde',
      introduction: 'Wij maken groepen.',
      deadline: '2026-12-04T16:00:00.000Z',
      minutes: 3,
    });
    const page = await participants.list(coordinator, round.id, { limit: 10 });
    expect(page.items.map((one) => [one.name, one.invited, one.unreachable])).toEqual([
      ['De Kade', true, false],
      ['De Linde', true, false],
      ['Stil', false, true],
    ]);
    const [log] = await rows(`select action, detail from audit_entry where event = 'round.opened'`);
    expect(log).toEqual({
      action: 'U',
      detail: { practices: 2, mails: 2, answerUntil: '2026-12-04T16:00:00.000Z' },
    });
  });

  it('makes links that lead to that practice’s page, until the deadline', async () => {
    const round = await draft();
    await windows.open(coordinator, round.id, DEADLINE);
    const [, mail] = await mailsOf(round.id, 'round-invitation');
    const token = secrets.token('task-link', mail?.params.taskLinkId as string);
    expect(await links.view(token)).toMatchObject({
      state: 'ready',
      kind: 'round-answer',
      practice: 'De Linde',
      minutes: 3,
      deadline: '2026-12-04T16:00:00.000Z',
      title: { nl: 'Geef uw voorkeur voor Intervisie 2027' },
    });
    const entrance = await links.use(token, { device: 'test', current: null } as never);
    expect(entrance.href).toBe(`/taak/ronde/${round.id}/${linde.id}`);
    await rounds.change(coordinator, round.id, { answerUntil: '2026-12-11T17:00' });
    clock.set('2026-12-08T10:00:00Z');
    expect((await links.view(token)).state).toBe('ready');
    clock.set('2026-12-11T16:00:00Z');
    expect((await links.view(token)).state).toBe('expired');
    expect(await services(IntervisionSweeps).sweep(region.id)).toMatchObject({ closed: 1, reminded: 0 });
    await windows.reopen(coordinator, round.id, { answerUntil: '2026-12-18' });
    expect((await links.view(token)).deadline).toBe('2026-12-18T22:59:59.000Z');
    await participants.change(coordinator, round.id, linde.id, { takingPart: false });
    expect((await links.view(token)).state).toBe('expired');
  });

  it('does not open what nobody could answer', async () => {
    const round = await draft([linde.id, kade.id]);
    const open = (wish = DEADLINE) => windows.open(coordinator, round.id, wish);
    await expect(open({ answerUntil: '2026-11-09T09:00:00Z' })).rejects.toEqual(code('round.window-invalid'));
    await expect(windows.open(lindeContact, round.id, DEADLINE)).rejects.toEqual(code('auth.forbidden'));
    await rows(`update round_theme set archived_at = now() where round_id = $1`, [round.id]);
    await expect(open()).rejects.toEqual(code('round.no-themes'));
    await rows(`update round_theme set archived_at = null where round_id = $1`, [round.id]);
    await rows(`update round_date set archived_at = now() where round_id = $1`, [round.id]);
    await expect(open()).rejects.toEqual(code('round.no-dates'));
    await rows(`update round_date set archived_at = null where round_id = $1`, [round.id]);
    await participants.change(coordinator, round.id, kade.id, { takingPart: false });
    await expect(open()).rejects.toEqual(code('round.no-participants'));
    await participants.change(coordinator, round.id, kade.id, { takingPart: true });
    expect(await mailsOf(round.id, 'round-invitation')).toEqual([]);
    const both = await Promise.allSettled([open(), open()]);
    expect(both.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await mailsOf(round.id, 'round-invitation')).toHaveLength(2);
    await expect(open()).rejects.toEqual(code('round.not-draft'));
  });

  it('invites who comes later, once', async () => {
    const late = await makePractice(test.database, region.id, { name: 'Laat' });
    const lateHolder = await person('practice-holder', late.id);
    const round = await draft();
    await windows.open(coordinator, round.id, DEADLINE);
    const all = [linde.id, kade.id, stil.id, late.id];
    await participants.set(coordinator, round.id, all);
    await participants.set(coordinator, round.id, all);
    await participants.change(coordinator, round.id, late.id, { takingPart: false });
    await participants.change(coordinator, round.id, late.id, { takingPart: true });
    const mails = await mailsOf(round.id, 'round-invitation');
    expect(mails.filter((mail) => mail.to_email === lateHolder.email)).toHaveLength(1);
    expect(mails).toHaveLength(3);
  });

  it('reminds only who has not answered, now and by itself (features 8, field B1)', async () => {
    const round = await draft();
    await windows.open(coordinator, round.id, DEADLINE);
    await answers.save(kadeHolder, round.id, kade.id, { allDates: 'yes' });
    await answers.save(lindeContact, round.id, linde.id, { allDates: 'yes' });
    await answers.submit(lindeContact, round.id, linde.id);
    expect(await windows.remind(coordinator, round.id)).toEqual({
      practices: 1,
      mails: 1,
      unreachable: 1,
      recently: 0,
    });
    expect((await mailsOf(round.id)).map((mail) => mail.to_email)).toEqual([kadeHolder.email]);
    expect(await windows.remind(coordinator, round.id)).toEqual({
      practices: 0,
      mails: 0,
      unreachable: 1,
      recently: 1,
    });
    const page = await participants.list(coordinator, round.id, { q: 'kade', limit: 1 });
    expect(page.items[0]).toMatchObject({
      state: 'started',
      reminders: 1,
      lastReminderAt: '2026-11-09T10:00:00.000Z',
    });
    await participants.change(coordinator, round.id, kade.id, { withoutAnswer: true });
    clock.pass({ days: 1 });
    expect(await windows.remind(coordinator, round.id)).toMatchObject({ practices: 0, mails: 0 });
    await expect(windows.remind(kadeHolder, round.id)).rejects.toEqual(code('auth.forbidden'));
  });

  it('calls a waiting reminder off when the answer comes first, except for who speaks for two practices', async () => {
    const both = await person('practice-contact', linde.id);
    await rows(
      `insert into role_assignment (region_id, person_id, role, scope_kind, scope_id) values ($1, $2, 'practice-contact', 'practice', $3)`,
      [region.id, both.personId, stil.id],
    );
    const round = await draft();
    await windows.open(coordinator, round.id, DEADLINE);
    await windows.remind(coordinator, round.id);
    await answers.submit(lindeContact, round.id, linde.id);
    const mails = await mailsOf(round.id);
    const states = mails.map((mail) => [mail.params.practice, mail.to_email, mail.state]);
    expect(states).toContainEqual(['De Kade', kadeHolder.email, 'planned']);
    expect(states).toContainEqual(['De Linde', lindeContact.email, 'cancelled']);
    expect(states).toContainEqual(['Stil', both.email, 'planned']);
  });

  it.each([
    [
      'in autumn',
      '2026-10-01T08:00:00Z',
      '2026-10-27T17:00:00+01:00',
      ['2026-10-20T07:00:00Z', '2026-10-25T08:00:00Z'],
    ],
    [
      'in spring',
      '2027-03-01T08:00:00Z',
      '2027-03-30T17:00:00+02:00',
      ['2027-03-23T08:00:00Z', '2027-03-28T07:00:00Z'],
    ],
  ])(
    'reminds at 09.00 local time on both sides of the clock change %s',
    async (_season, start, until, at) => {
      clock.set(start);
      const round = await draft([kade.id, linde.id]);
      await windows.open(coordinator, round.id, { answerUntil: until });
      const sweeps = services(IntervisionSweeps);
      for (const [index, moment] of at.entries()) {
        clock.set(new Date(new Date(moment).getTime() - 1000));
        expect(await sweeps.sweep(region.id)).toMatchObject({ closed: 0, reminded: 0 });
        clock.set(moment);
        expect(await sweeps.sweep(region.id)).toMatchObject({ closed: 0, reminded: 1 });
        clock.pass({ hours: 3 });
        expect(await sweeps.sweep(region.id)).toMatchObject({ closed: 0, reminded: 0 });
        expect(await mailsOf(round.id)).toHaveLength(2 * (index + 1));
      }
      clock.set(until);
      expect(await sweeps.sweep(region.id)).toMatchObject({ closed: 1, reminded: 0 });
      expect(await sweeps.sweep(region.id)).toMatchObject({ closed: 0, reminded: 0 });
    },
  );

  it('does it once under two workers, after a stand-still and when the clock goes back', async () => {
    const round = await draft([kade.id, linde.id]);
    await windows.open(coordinator, round.id, DEADLINE);
    const workers = [services, over(new Database(test.database.source))].map((make) =>
      make(IntervisionSweeps),
    );
    const both = () => Promise.all(workers.map((worker) => worker.sweep(region.id)));
    clock.set('2026-12-03T12:00:00Z');
    expect((await both()).reduce((sum, done) => sum + done.reminded, 0)).toBe(1);
    expect(await mailsOf(round.id)).toHaveLength(2);
    clock.set('2026-11-28T12:00:00Z');
    await both();
    clock.set('2026-12-03T15:00:00Z');
    await both();
    expect(await mailsOf(round.id)).toHaveLength(2);
    clock.set('2026-12-04T16:00:01Z');
    expect((await both()).reduce((sum, done) => sum + done.closed, 0)).toBe(1);
    clock.set('2026-12-01T16:00:01Z');
    await both();
    expect((await rounds.get(coordinator, round.id)).state).toBe('closed');
    const log = await rows(`select event, actor_kind from audit_entry where subject_id = $1 order by seq`, [
      round.id,
    ]);
    expect(log).toEqual([
      { event: 'round.opened', actor_kind: 'person' },
      { event: 'round.reminded', actor_kind: 'system' },
      { event: 'round.closed', actor_kind: 'system' },
    ]);
  });

  it('does not remind of days that had passed when the round opened or its deadline moved', async () => {
    const sweeps = services(IntervisionSweeps);
    const round = await draft([kade.id, linde.id]);
    await windows.open(coordinator, round.id, { answerUntil: '2026-11-13T17:00:00+01:00' });
    expect(await sweeps.sweep(region.id)).toMatchObject({ closed: 0, reminded: 0 });
    clock.set('2026-11-11T08:00:00Z');
    expect(await sweeps.sweep(region.id)).toMatchObject({ closed: 0, reminded: 1 });
    await rounds.change(coordinator, round.id, { answerUntil: '2026-11-16T17:00:00+01:00' });
    expect(await sweeps.sweep(region.id)).toMatchObject({ closed: 0, reminded: 0 });
    clock.set('2026-11-14T08:00:00Z');
    expect(await sweeps.sweep(region.id)).toMatchObject({ closed: 0, reminded: 1 });
    await rounds.change(coordinator, round.id, { reminderDays: [4, 1] });
    clock.set('2026-11-15T07:59:00Z');
    expect(await sweeps.sweep(region.id)).toMatchObject({ closed: 0, reminded: 0 });
    clock.set('2026-11-15T08:00:00Z');
    expect(await sweeps.sweep(region.id)).toMatchObject({ closed: 0, reminded: 1 });
  });

  it('closes, calls off what was not sent, and opens again', async () => {
    const round = await draft();
    await windows.open(coordinator, round.id, DEADLINE);
    await expect(windows.reopen(coordinator, round.id, DEADLINE)).rejects.toEqual(code('round.not-closed'));
    const closed = await windows.close(coordinator, round.id);
    expect(closed.state).toBe('closed');
    expect((await mailsOf(round.id, 'round-invitation')).map((mail) => mail.state)).toEqual([
      'cancelled',
      'cancelled',
    ]);
    await expect(windows.close(coordinator, round.id)).rejects.toEqual(code('round.not-open'));
    await expect(windows.remind(coordinator, round.id)).rejects.toEqual(code('round.not-open'));
    await expect(answers.save(kadeHolder, round.id, kade.id, { motivation: 1 })).rejects.toEqual(
      code('answer.closed'),
    );
    await expect(
      windows.reopen(coordinator, round.id, { answerUntil: '2026-11-01T10:00:00Z' }),
    ).rejects.toEqual(code('round.window-invalid'));
    expect((await windows.reopen(coordinator, round.id, DEADLINE)).state).toBe('open');
    await answers.save(kadeHolder, round.id, kade.id, { motivation: 1 });
    await rows(`update round set state = 'published' where id = $1`, [round.id]);
    await expect(windows.reopen(coordinator, round.id, DEADLINE)).rejects.toEqual(code('round.published'));
  });

  it('touches no other region, and no practice twice over', async () => {
    const other = await makeRegion(test.database);
    const foreign = await makeActor(test.database, other.id, 'region-coordinator');
    const theirs = await makePractice(test.database, other.id);
    // the same person and practice id also hold a role in the other region: no mail may follow from it
    await makeActor(test.database, other.id, 'practice-contact', { scopeId: kade.id });
    const round = await draft();
    await windows.open(coordinator, round.id, DEADLINE);
    const elsewhere = await makeRound(test.database, other.id, { practices: [theirs.id] });
    expect((await mailsOf(round.id, 'round-invitation')).map((mail) => mail.to_email)).toEqual([
      kadeHolder.email,
      lindeContact.email,
    ]);
    for (const id of [round.id, newId(), 'x'])
      for (const work of [
        () => windows.openPreview(foreign, id),
        () => windows.open(foreign, id, DEADLINE),
        () => windows.close(foreign, id),
        () => windows.remind(foreign, id),
        () => windows.reopen(foreign, id, DEADLINE),
      ])
        await expect(work()).rejects.toEqual(code('not-found'));
    clock.set('2026-12-05T10:00:00Z');
    expect(await services(IntervisionSweeps).sweep(region.id)).toMatchObject({ closed: 1, reminded: 0 });
    expect((await rounds.get(foreign, elsewhere.id)).state).toBe('open');
  });
});
