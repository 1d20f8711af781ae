import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { ProposalView } from '#libs/contracts';
import type { CalendarEntry } from '#libs/notifications';
import { createLog, Facts, Jobs, Rooms, Secrets, type Actor, type Config } from '#libs/platform';
import {
  injector,
  makeActor,
  makeAnsweredRound,
  makePractice,
  makeRegion,
  makeStaff,
  openTestDatabase,
  TurnedClock,
  type AnsweredRound,
  type TestDatabase,
} from '#libs/testing';
import { DirectFormingEngine } from '../forming/forming-engine.service.js';
import { FormingRuns } from '../forming/forming-runs.service.js';
import { FormingService, type RepairWish } from '../forming/forming.service.js';
import { GroupsService } from '../groups/groups.service.js';
import { GroupReactions } from '../groups/group.reactions.js';
import { ProposalsService } from './proposals.service.js';
import { PublishingService } from './publishing.service.js';

interface MailRow {
  id: string;
  template: string;
  to_email: string;
  state: string;
  subject_id: string;
  params: {
    group: string;
    practice: string;
    calendar: CalendarEntry;
    members?: string[];
    joined?: string[];
    left?: string[];
    why?: { nl: string };
  };
}

describe('repairing published groups (GRP-16, features 22)', () => {
  let test: TestDatabase;
  let jobs: Jobs;
  let facts: Facts;
  let forming: FormingService;
  let proposals: ProposalsService;
  let publishing: PublishingService;
  let groups: GroupsService;
  let runs: FormingRuns;
  let coordinator: Actor;
  let stranger: Actor;
  let region: { id: string };
  const clock = new TurnedClock();

  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction(coordinator, () => test.database.query<Row>(sql, values));
  const mails = (after = '00000000-0000-0000-0000-000000000000') =>
    rows<MailRow>(`select * from mail where template like 'group-%' and id > $1 order by id`, [after]);
  const lastMail = async () => (await mails()).at(-1)?.id;
  /** A closed round with proposals; the id of the first one. */
  const formed = async (round: AnsweredRound): Promise<ProposalView> => {
    const { id } = await forming.start(coordinator, round.id, { seconds: 1 });
    await runs.run(region.id, id);
    return proposals.get(coordinator, (await forming.latest(coordinator, round.id)).proposalIds[0] as string);
  };
  const published = async (round: AnsweredRound): Promise<ProposalView> => {
    const { id, version } = await formed(round);
    await publishing.publish(coordinator, id, version);
    return proposals.get(coordinator, id);
  };

  beforeAll(async () => {
    test = await openTestDatabase();
    const config = {
      secret: 's'.repeat(40),
      checkpointDir: '/nowhere',
      redisUrl: null,
      databaseUrl: test.appUrl,
    };
    const { database } = test;
    const log = createLog('silent');
    jobs = new Jobs(config, database, log);
    facts = new Facts();
    const audit = new AuditService(
      database,
      clock,
      new CheckpointsService(database, clock, config as Config),
    );
    const make = injector(database, clock, jobs, facts, new Secrets(config), audit);
    forming = make(FormingService);
    proposals = make(ProposalsService);
    publishing = make(PublishingService);
    groups = make(GroupsService);
    make(GroupReactions);
    runs = new FormingRuns(database, clock, make(Rooms), audit, new DirectFormingEngine(), log);
    region = await makeRegion(database);
    coordinator = await makeActor(database, region.id, 'region-coordinator');
    stranger = await makeActor(database, (await makeRegion(database)).id, 'region-coordinator');
  });
  afterAll(async () => {
    await jobs.onApplicationShutdown();
    await test.close();
  });

  const repaired = async (round: AnsweredRound, wish: Partial<RepairWish>): Promise<ProposalView> => {
    const run = await forming.repair(coordinator, round.id, { join: [], leave: [], merge: [], ...wish });
    await runs.run(region.id, run.id);
    const done = await forming.latest(coordinator, round.id);
    expect(done).toMatchObject({ state: 'done', purpose: 'repair', unassigned: [] });
    return proposals.get(coordinator, done.proposalIds[0] as string);
  };
  /** Fifteen practices make three groups, of which one has a member to spare. */
  const make = () => makeAnsweredRound(test.database, region.id, { practices: 15 });
  const groupsOf = async (roundId: string) => (await groups.list(coordinator, { roundId, limit: 50 })).items;

  it('lets one practice go: CANCEL to it alone, a change to who stays, silence for the rest', async () => {
    const round = await make();
    const board = (await published(round)).board;
    const group = [...board].sort((a, b) => b.members.length - a.members.length)[0];
    const leaver = group?.members.find(({ leader }) => !leader);
    if (!group || !leaver) throw new Error('somebody who does not lead');
    const proposal = await repaired(round, { leave: [leaver.practiceId] });
    expect(proposal).toMatchObject({ kind: 'repair', stale: false });
    expect(proposal.moves).toHaveLength(1);
    expect(proposal.moves[0]?.nl).toContain(leaver.name);
    const preview = await publishing.preview(coordinator, proposal.id);
    expect(preview).toMatchObject({ groups: 1, mails: group.members.length });

    const before = await lastMail();
    clock.pass({ days: 1 });
    await publishing.publish(coordinator, proposal.id, proposal.version);
    const sent = await mails(before);
    const left = sent.filter(({ template }) => template === 'group-left');
    const changed = sent.filter(({ template }) => template === 'group-changed');
    expect(left).toHaveLength(1);
    expect(left[0]).toMatchObject({
      params: { practice: leaver.name, calendar: { method: 'CANCEL', sequence: 1 } },
    });
    expect(changed).toHaveLength(group.members.length - 1);
    expect(sent).toHaveLength(group.members.length);
    for (const { params } of changed)
      expect(params).toMatchObject({
        joined: [],
        left: [leaver.name],
        calendar: { method: 'REQUEST', sequence: 1, uid: left[0]?.params.calendar.uid },
      });
    const view = await groups.get(coordinator, left[0]?.subject_id ?? '');
    expect(view.members.find(({ practiceId }) => practiceId === leaver.practiceId)?.until).toMatch(/^\d{4}-/);
    expect(
      await rows(`select taking_part from round_participant where round_id = $1 and practice_id = $2`, [
        round.id,
        leaver.practiceId,
      ]),
    ).toEqual([{ taking_part: false }]);
  });

  it('seats a late joiner where it moves nobody, and mails its group alone', async () => {
    const round = await make();
    await published(round);
    const late = await makePractice(test.database, region.id, { name: 'Praktijk Laatkomer' });
    const contact = await makeStaff(test.database, region.id, late.id, 'practice-contact');
    const proposal = await repaired(round, { join: [late.id] });
    expect(proposal.moves.map(({ nl }) => nl)).toEqual([
      expect.stringContaining('Praktijk Laatkomer komt in groep'),
    ]);
    const before = await lastMail();
    await publishing.publish(coordinator, proposal.id, proposal.version);
    const sent = await mails(before);
    const home = proposal.board.find(({ members }) =>
      members.some(({ practiceId }) => practiceId === late.id),
    );
    expect(sent.filter(({ template }) => template === 'group-published')).toMatchObject([
      { to_email: contact.email, params: { calendar: { method: 'REQUEST', sequence: 1 } } },
    ]);
    expect(sent.filter(({ template }) => template === 'group-changed')).toHaveLength(
      (home?.members.length ?? 0) - 1,
    );
    expect(sent.every(({ params }) => params.group === `Groep ${home?.number}`)).toBe(true);
  });

  it('puts the practice that goes on in the place of the one that merged into it', async () => {
    const round = await make();
    const { board } = await published(round);
    const gone = board[0]?.members.find(({ leader }) => !leader);
    const heir = await makePractice(test.database, region.id, { name: 'Praktijk Opvolger' });
    if (!gone) throw new Error('somebody who does not lead');
    await rows(`update practice set archived_at = now(), merged_into = $2 where id = $1`, [
      gone.practiceId,
      heir.id,
    ]);
    await test.database.transaction(coordinator, () =>
      facts.publish(coordinator, 'practice.merged', { practiceId: gone.practiceId, intoId: heir.id }),
    );
    const proposal = await repaired(round, { merge: [{ from: gone.practiceId, into: heir.id }] });
    await publishing.publish(coordinator, proposal.id, proposal.version);
    const members = await rows<{ practice_id: string }>(
      `select m.practice_id from group_member m join intervision_group g on g.id = m.group_id where g.round_id = $1 and m.left_at is null`,
      [round.id],
    );
    const ids = members.map(({ practice_id }) => practice_id);
    expect(ids).toHaveLength(15);
    expect(ids).toContain(heir.id);
    expect(ids).not.toContain(gone.practiceId);
  });

  it('ends a group that falls under its smallest size, and raises the sequence once per change', async () => {
    const round = await makeAnsweredRound(test.database, region.id, {
      practices: 9,
      rules: { groupSize: { min: 4, max: 6 } },
      answer: (k) => ({ dates: ['yes', 'yes', 'yes'], ranked: [k % 2, 1 - (k % 2)], canLead: true }),
    });
    const { board } = await published(round);
    expect(board).toHaveLength(2);
    const small = board.find(({ members }) => members.length === 4);
    const leave = (small?.members ?? []).slice(0, 3).map(({ practiceId }) => practiceId);
    const proposal = await repaired(round, { leave });
    expect(proposal.board).toHaveLength(1);
    const before = await lastMail();
    await publishing.publish(coordinator, proposal.id, proposal.version);
    const sent = await mails(before);
    const moved = small?.members.find(({ practiceId }) => !leave.includes(practiceId));
    const cancelled = sent.filter(({ template }) => template === 'group-left');
    expect(cancelled).toHaveLength(4);
    expect(
      cancelled.every(({ params }) => params.calendar.method === 'CANCEL' && params.calendar.sequence === 1),
    ).toBe(true);
    expect(
      sent.filter(({ template }) => template === 'group-published').map(({ params }) => params.practice),
    ).toEqual([moved?.name]);
    expect(sent.filter(({ template }) => template === 'group-changed')).toHaveLength(5);
    expect((await groupsOf(round.id)).map(({ state }) => state).sort()).toEqual(['active', 'ended']);
    const ended = await rows(
      `select 1 from role_assignment r join intervision_group g on g.id = r.scope_id where g.round_id = $1 and r.until is null`,
      [round.id],
    );
    expect(ended).toHaveLength(1);
  });

  it('refuses a repair with nothing to do, of a stranger, or of a round that has no groups', async () => {
    const round = await make();
    const nothing: RepairWish = { join: [], leave: [], merge: [] };
    await expect(forming.repair(coordinator, round.id, nothing)).rejects.toMatchObject({
      code: 'round.not-closed',
    });
    await published(round);
    await expect(forming.repair(coordinator, round.id, nothing)).rejects.toMatchObject({
      code: 'validation.failed',
    });
    await expect(
      forming.repair(stranger, round.id, { ...nothing, leave: [round.practices[0]?.id ?? ''] }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      forming.repair(coordinator, round.id, { ...nothing, join: [region.id] }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('does not change back what somebody changed by hand since the repair was asked for', async () => {
    const round = await make();
    const { board } = await published(round);
    const leaver = board[0]?.members.find(({ leader }) => !leader)?.practiceId ?? '';
    const proposal = await repaired(round, { leave: [leaver] });
    const [changed] = await groupsOf(round.id);
    const next =
      board[0]?.members.find(({ practiceId, leader }) => !leader && practiceId !== leaver)?.practiceId ?? '';
    await groups.change(coordinator, changed?.id ?? '', undefined, { leaderPracticeId: next });
    await rows(`update meeting set location = 'De Linde', start_time = '20:00' where id = $1`, [changed?.id]);
    await expect(
      publishing.publish(coordinator, proposal.id, proposal.version, { evenIfStale: true }),
    ).rejects.toMatchObject({ code: 'proposal.stale' });
    const again = await repaired(round, { leave: [leaver] });
    await publishing.publish(coordinator, again.id, again.version);
    expect(await groups.get(coordinator, changed?.id ?? '')).toMatchObject({
      meetings: [{ id: changed?.id, location: 'De Linde' }],
    });
  });
});
