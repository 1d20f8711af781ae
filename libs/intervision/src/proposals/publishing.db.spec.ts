import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { ProposalView } from '#libs/contracts';
import type { CalendarEntry } from '#libs/notifications';
import { createLog, Facts, Jobs, Rooms, Secrets, type Actor, type Config } from '#libs/platform';
import {
  injector,
  makeActor,
  makeAnsweredRound,
  makeRegion,
  makeStaff,
  openTestDatabase,
  TurnedClock,
  type AnsweredRound,
  type TestDatabase,
} from '#libs/testing';
import { DirectFormingEngine } from '../forming/forming-engine.service.js';
import { FormingRuns } from '../forming/forming-runs.service.js';
import { FormingService } from '../forming/forming.service.js';
import { loadRoundSource } from '../forming/instance.queries.js';
import { buildInstance } from '../forming/instance.rules.js';
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

describe('publishing groups', () => {
  let test: TestDatabase;
  let jobs: Jobs;
  let facts: Facts;
  let forming: FormingService;
  let proposals: ProposalsService;
  let publishing: PublishingService;
  let runs: FormingRuns;
  let coordinator: Actor;
  let colleague: Actor;
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
    runs = new FormingRuns(database, clock, make(Rooms), audit, new DirectFormingEngine(), log);
    region = await makeRegion(database);
    coordinator = await makeActor(database, region.id, 'region-coordinator');
    colleague = await makeActor(database, region.id, 'region-coordinator');
    stranger = await makeActor(database, (await makeRegion(database)).id, 'region-coordinator');
  });
  afterAll(async () => {
    await jobs.onApplicationShutdown();
    await test.close();
  });

  describe('for the first time', () => {
    let round: AnsweredRound;
    let proposal: ProposalView;
    beforeEach(async () => {
      round = await makeAnsweredRound(test.database, region.id, { practices: 12 });
      proposal = await formed(round);
    });

    it('names who will receive what before anything is sent, and who cannot be reached', async () => {
      const [lonely] = round.practices;
      await rows(`update role_assignment set until = now() where person_id = $1`, [lonely?.contactId]);
      const second = await makeStaff(
        test.database,
        region.id,
        round.practices[1]?.id ?? '',
        'practice-holder',
        { name: 'Houder Twee' },
      );
      const before = await lastMail();
      const preview = await publishing.preview(coordinator, proposal.id);
      expect(preview).toMatchObject({
        groups: proposal.groups,
        practices: 12,
        mails: 12,
        unreachable: [{ practiceId: lonely?.id, name: lonely?.name }],
        warnings: [],
      });
      expect(preview.recipients).toHaveLength(11);
      const both = preview.recipients.find(({ practice }) => practice === round.practices[1]?.name);
      expect(both?.names.sort()).toEqual([`Contact ${round.practices[1]?.name}`, second.name].sort());
      expect(await lastMail()).toBe(before);
    });

    it('makes groups with members, leaders and reasons, and plans one mail per person with the calendar (GRP-13, features 12)', async () => {
      const heard: string[] = [];
      facts.on('round.published', async (_actor, { groupIds }) => void heard.push(...groupIds));
      const before = await lastMail();
      const { groupIds } = await publishing.publish(coordinator, proposal.id, proposal.version);
      expect(heard).toEqual(groupIds);
      expect(groupIds).toHaveLength(proposal.groups);

      const sent = await mails(before);
      expect(sent).toHaveLength(12);
      for (const group of proposal.board) {
        const [row] = await rows<{
          id: string;
          name: string;
          starts_at: Date;
          leader_person_id: string;
          calendar_uid: string;
        }>(
          `select g.*, m.starts_at, m.calendar_uid from intervision_group g join meeting m on m.id = g.id where g.round_id = $1 and g.number = $2`,
          [round.id, group.number],
        );
        expect(row?.name).toBe(`Groep ${group.number}`);
        // February is winter time: 19:30 in Amsterdam is 18:30 UTC
        expect(row?.starts_at.toISOString()).toBe(`${group.date}T18:30:00.000Z`);
        const leader = round.practices.find(({ id }) => id === group.leaderPracticeId);
        expect(row?.leader_person_id).toBe(leader?.contactId);
        expect(
          await rows(
            `select 1 from role_assignment where role = 'discussion-leader' and scope_id = $1 and person_id = $2 and until is null`,
            [row?.id, leader?.contactId],
          ),
        ).toHaveLength(1);
        const own = sent.filter(({ subject_id }) => subject_id === row?.id);
        expect(own).toHaveLength(group.members.length);
        for (const { params, template } of own) {
          expect(template).toBe('group-published');
          expect(params.calendar).toMatchObject({
            method: 'REQUEST',
            uid: row?.calendar_uid,
            sequence: 0,
            timeZone: 'Europe/Amsterdam',
          });
          expect(new Set(params.members)).toEqual(new Set(group.members.map(({ name }) => name)));
          expect(params.why?.nl).toContain(params.practice);
        }
      }
      expect(await proposals.get(coordinator, proposal.id)).toMatchObject({
        state: 'published',
        canUndo: false,
      });
      for (const other of await proposals.list(coordinator, round.id))
        expect(other.state).toBe(other.id === proposal.id ? 'published' : 'superseded');
      expect(await rows(`select state, published_proposal_id from round where id = $1`, [round.id])).toEqual([
        { state: 'published', published_proposal_id: proposal.id },
      ]);
    });

    it('publishes once when two coordinators press the button at the same moment', async () => {
      const list = await proposals.list(coordinator, round.id);
      const other = list.find(({ id }) => id !== proposal.id) ?? list[0];
      const before = await lastMail();
      const outcomes = await Promise.allSettled([
        publishing.publish(coordinator, proposal.id, proposal.version),
        publishing.publish(colleague, proposal.id, proposal.version),
        publishing.publish(colleague, other?.id ?? '', other?.version),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'round.published' });
      expect(await mails(before)).toHaveLength(12);
      const seats = await rows(
        `select m.practice_id from group_member m join intervision_group g on g.id = m.group_id where g.round_id = $1`,
        [round.id],
      );
      expect(seats).toHaveLength(12);
    });

    it('leaves nothing when anything goes wrong on the way', async () => {
      const before = await lastMail();
      const breaking = new Error('a subscriber failed');
      let broken = true;
      facts.on('round.published', async (_actor, { roundId }) => {
        if (broken && roundId === round.id) throw breaking;
      });
      await expect(publishing.publish(coordinator, proposal.id, proposal.version)).rejects.toBe(breaking);
      broken = false;
      expect(await rows(`select 1 from intervision_group where round_id = $1`, [round.id])).toEqual([]);
      expect(await mails(before)).toEqual([]);
      expect(
        await rows(
          `select 1 from role_assignment where role = 'discussion-leader' and scope_id not in (select id from intervision_group)`,
        ),
      ).toEqual([]);
      expect(
        await rows(`select 1 from audit_entry where subject_id = $1 and event = 'round.published'`, [
          round.id,
        ]),
      ).toEqual([]);
      expect(await proposals.get(coordinator, proposal.id)).toMatchObject({
        state: 'ready',
        version: proposal.version,
      });
      await publishing.publish(coordinator, proposal.id, proposal.version);
      expect(await mails(before)).toHaveLength(12);
    });

    it('asks again before it publishes what answers have overtaken', async () => {
      await rows(
        `update round_answer set motivation = 6 - motivation where round_id = $1 and motivation <> 3`,
        [round.id],
      );
      expect((await publishing.preview(coordinator, proposal.id)).warnings).toHaveLength(1);
      await expect(publishing.publish(coordinator, proposal.id, proposal.version)).rejects.toMatchObject({
        code: 'proposal.stale',
      });
      await publishing.publish(coordinator, proposal.id, proposal.version, { evenIfStale: true });
    });

    it('asks again before it leaves a practice without a group', async () => {
      const big = proposal.board.find(({ members }) => members.length > 4);
      const out = big?.members.find(({ leader }) => !leader);
      if (!out) return expect(proposal.board.every(({ members }) => members.length === 4)).toBe(true);
      const left = await proposals.change(coordinator, proposal.id, undefined, {
        kind: 'move',
        practiceId: out.practiceId,
        groupId: null,
      });
      expect((await publishing.preview(coordinator, proposal.id)).warnings[0]?.nl).toContain(out.name);
      await expect(publishing.publish(coordinator, proposal.id, left.version)).rejects.toMatchObject({
        code: 'proposal.incomplete',
      });
      await publishing.publish(coordinator, proposal.id, left.version, { evenIfIncomplete: true });
    });

    it('is for coordinators of the region, and not while the round is open', async () => {
      await expect(publishing.publish(stranger, proposal.id, proposal.version)).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(publishing.preview(stranger, proposal.id)).rejects.toMatchObject({ code: 'not-found' });
      const holder = await makeActor(test.database, region.id, 'practice-holder', {
        scopeId: round.practices[0]?.id,
      });
      await expect(publishing.publish(holder, proposal.id, proposal.version)).rejects.toMatchObject({
        code: 'auth.forbidden',
      });
      await rows(`update round set state = 'open' where id = $1`, [round.id]);
      expect((await publishing.preview(coordinator, proposal.id)).warnings).toHaveLength(1);
      await expect(publishing.publish(coordinator, proposal.id, proposal.version)).rejects.toMatchObject({
        code: 'round.not-closed',
      });
    });

    it('never tells a member another’s motivation or a forbidden pair', async () => {
      const [a, b] = proposal.board.map(({ members }) => members[0]?.practiceId ?? '').sort();
      const reason = 'GEHEIME-REDEN';
      await rows(
        `insert into forbidden_pair (region_id, practice_a, practice_b, reason) values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4)`,
        [region.id, a, b, reason],
      );
      const again = await formed(round);
      const before = await lastMail();
      await publishing.publish(coordinator, again.id, again.version);
      const told = JSON.stringify([
        await mails(before),
        await rows(
          `select why from group_member m join intervision_group g on g.id = m.group_id where round_id = $1`,
          [round.id],
        ),
      ]);
      expect(told).toContain('eerste keus');
      expect(told).not.toContain(reason);
      expect(told).not.toMatch(/motivatie|niet samen/i);
      await rows(`update forbidden_pair set ended_at = now() where reason = $1`, [reason]);
    });

    it('feeds the continuity of next year with the groups of this one (GRP-05)', async () => {
      await publishing.publish(coordinator, proposal.id, proposal.version);
      clock.pass({ days: 300 });
      const next = await makeAnsweredRound(test.database, region.id, { practices: 4 });
      await rows(
        `insert into round_participant (region_id, round_id, practice_id, without_answer) select $1, $2, unnest($3::uuid[]), true`,
        [region.id, next.id, round.practices.map(({ id }) => id)],
      );
      const source = await test.database.transaction(coordinator, () =>
        loadRoundSource(test.database, next.id),
      );
      const pairs = new Set(
        buildInstance(source as NonNullable<typeof source>).history.map(({ members }) => members.join(' ')),
      );
      for (const { members } of proposal.board)
        for (const one of members)
          for (const other of members)
            if (one.practiceId < other.practiceId)
              expect(pairs).toContain(`${one.practiceId} ${other.practiceId}`);
      const together = proposal.board.reduce(
        (sum, { members }) => sum + (members.length * (members.length - 1)) / 2,
        0,
      );
      expect(pairs.size).toBe(together);
    });
  });
});
