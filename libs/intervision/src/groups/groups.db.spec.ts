import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TaskKinds } from '#libs/access';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { GroupView, ProposalView } from '#libs/contracts';
import { createLog, Jobs, Rooms, Secrets, systemActor, type Actor, type Config } from '#libs/platform';
import { PracticeHistory } from '#libs/practices';
import {
  injector,
  makeActor,
  makeAnsweredRound,
  makeRegion,
  makeStaff,
  openTestDatabase,
  queriesOf,
  TurnedClock,
  type AnsweredRound,
  type TestDatabase,
} from '#libs/testing';
import { DirectFormingEngine } from '../forming/forming-engine.service.js';
import { FormingRuns } from '../forming/forming-runs.service.js';
import { FormingService } from '../forming/forming.service.js';
import { ProposalsService } from '../proposals/proposals.service.js';
import { PublishingService } from '../proposals/publishing.service.js';
import { AttentionService } from './attention.service.js';
import { GroupTies } from './group-ties.service.js';
import { GroupsService } from './groups.service.js';

describe('published groups', () => {
  let test: TestDatabase;
  let jobs: Jobs;
  let groups: GroupsService;
  let attention: AttentionService;
  let history: PracticeHistory;
  let kinds: TaskKinds;
  let region: { id: string; name: string };
  let coordinator: Actor;
  let stranger: Actor;
  let round: AnsweredRound;
  let board: ProposalView['board'];
  let first: { id: string; members: ProposalView['board'][number]['members']; leaderId: string };
  let second: { id: string; members: ProposalView['board'][number]['members'] };
  const clock = new TurnedClock();

  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction(coordinator, () => test.database.query<Row>(sql, values));
  const practice = (id: string | undefined) => {
    const found = round.practices.find((one) => one.id === id);
    if (!found) throw new Error('a practice of the round');
    return found;
  };
  const contactOf = (practiceId: string | undefined): Actor => ({
    ...systemActor(region.id),
    kind: 'person',
    personId: practice(practiceId).contactId,
    roles: [
      { id: region.id, role: 'practice-contact', scopeKind: 'practice', scopeId: practiceId as string },
    ],
  });
  const linkOf = (practiceId: string | undefined, groupId: string): Actor => ({
    ...contactOf(practiceId),
    kind: 'task',
    roles: [],
    task: { id: region.id, kind: 'group-view', subjectId: groupId, practiceId: practiceId as string },
  });
  const groupRow = async (number: number) =>
    (
      await rows<{ id: string; leader_person_id: string }>(
        `select id, leader_person_id from intervision_group where round_id = $1 and number = $2`,
        [round.id, number],
      )
    )[0];

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
    const audit = new AuditService(
      database,
      clock,
      new CheckpointsService(database, clock, config as Config),
    );
    const make = injector(database, clock, jobs, new Secrets(config), audit);
    groups = make(GroupsService);
    attention = make(AttentionService);
    history = make(PracticeHistory);
    kinds = make(TaskKinds);
    make(GroupTies);
    const forming = make(FormingService);
    const runs = new FormingRuns(database, clock, make(Rooms), audit, new DirectFormingEngine(), log);
    region = await makeRegion(database);
    coordinator = await makeActor(database, region.id, 'region-coordinator');
    stranger = await makeActor(database, (await makeRegion(database)).id, 'region-coordinator');
    round = await makeAnsweredRound(database, region.id, { practices: 12 });
    const started = await forming.start(coordinator, round.id, { seconds: 1 });
    await runs.run(region.id, started.id);
    const proposal = await make(ProposalsService).get(
      coordinator,
      (await forming.latest(coordinator, round.id)).proposalIds[0] as string,
    );
    board = proposal.board;
    await make(PublishingService).publish(coordinator, proposal.id, proposal.version);
    const [one, two] = [await groupRow(1), await groupRow(2)];
    first = { id: one?.id ?? '', members: board[0]?.members ?? [], leaderId: one?.leader_person_id ?? '' };
    second = { id: two?.id ?? '', members: board[1]?.members ?? [] };
  });
  afterAll(async () => {
    await jobs.onApplicationShutdown();
    await test.close();
  });

  it('shows a member the whole page of the group, and why its own practice is there, in one query', async () => {
    const [, mine] = first.members;
    const member = contactOf(mine?.practiceId);
    let view: GroupView | undefined;
    const queries = await queriesOf(
      test.database,
      async () => void (view = await groups.get(member, first.id)),
    );
    expect(queries).toHaveLength(2); // the page, COMMIT
    expect(view).toMatchObject({
      name: 'Groep 1',
      number: 1,
      kind: 'plus-praktijk',
      region: region.name,
      meetings: [
        { id: first.id, state: 'planned', startsAt: `${board[0]?.date}T18:30:00.000Z`, location: null },
      ],
      leader: { practice: first.members[0]?.name, person: `Contact ${first.members[0]?.name}` },
      version: 1,
    });
    expect(view?.members.map(({ name }) => name)).toEqual(first.members.map(({ name }) => name));
    expect(view?.members.filter(({ leads }) => leads)).toHaveLength(1);
    expect(view?.members[1]).toMatchObject({ until: null, contact: `Contact ${mine?.name}` });
    expect(view?.why?.nl).toContain(mine?.name);
    const own = view?.why?.nl ?? '';
    for (const other of first.members.filter(({ practiceId }) => practiceId !== mine?.practiceId))
      expect(own).not.toContain(other.name);
  });

  it.each([
    ['the coordinator', () => coordinator, true],
    ['a member', () => contactOf(first.members[1]?.practiceId), true],
    ['a member with the link from the mail', () => linkOf(first.members[1]?.practiceId, first.id), true],
    ['a practice of another group', () => contactOf(second.members[1]?.practiceId), false],
    ['a link to another group', () => linkOf(second.members[1]?.practiceId, second.id), false],
    [
      'a link to this group over a practice that is no member',
      () => linkOf(second.members[1]?.practiceId, first.id),
      false,
    ],
    ['a coordinator of another region', () => stranger, false],
  ] as const)(
    'is seen by %s: who has nothing to do with it does not learn that it exists',
    async (_who, actor, seen) => {
      if (seen) {
        expect((await groups.get(actor(), first.id)).id).toBe(first.id);
        expect((await groups.calendar(actor(), first.id)).fileName).toBe('groep-1.ics');
      } else {
        await expect(groups.get(actor(), first.id)).rejects.toMatchObject({ code: 'not-found' });
        await expect(groups.calendar(actor(), first.id)).rejects.toMatchObject({ code: 'not-found' });
      }
    },
  );

  it('is seen by the consultant of a member and by who leads it', async () => {
    const consultant = await makeStaff(
      test.database,
      region.id,
      first.members[2]?.practiceId ?? '',
      'practice-consultant',
    );
    expect(await groups.get(consultant, first.id)).toMatchObject({ id: first.id, why: null });
    await expect(groups.get(consultant, second.id)).rejects.toMatchObject({ code: 'not-found' });
    const leader = await makeActor(test.database, region.id, 'discussion-leader', { scopeId: second.id });
    expect(await groups.get(leader, second.id)).toMatchObject({ id: second.id });
    await rows(`update role_assignment set until = now() where person_id = $1`, [leader.personId]);
  });

  it('gives its next meeting as a calendar file, the same entry as in the mail', async () => {
    const { content } = await groups.calendar(contactOf(first.members[1]?.practiceId), first.id);
    expect(content).toContain(`UID:${first.id}@leerkring`);
    expect(content).toContain('SEQUENCE:0');
    expect(content).toContain('BEGIN:VTIMEZONE');
    expect(content).toContain(`DTSTART;TZID=Europe/Amsterdam:${board[0]?.date.replaceAll('-', '')}T193000`);
  });

  it('hands the lead to another member: the role moves with it and keeps its history (XCT-09)', async () => {
    const leader = await makeActor(test.database, region.id, 'discussion-leader', { scopeId: second.id });
    await rows(`update role_assignment set until = now() where person_id = $1`, [leader.personId]);
    const next = second.members.find((member) => !member.leader);
    const changed = await groups.change(leader, second.id, 1, { leaderPracticeId: next?.practiceId });
    expect(changed.leader).toEqual({ practice: next?.name, person: `Contact ${next?.name}` });
    const held = await rows<{ person_id: string; until: Date | null }>(
      `select person_id, until from role_assignment where role = 'discussion-leader' and scope_id = $1 and person_id = any($2::uuid[]) order by since, id`,
      [second.id, round.practices.map(({ contactId }) => contactId)],
    );
    expect(held.map(({ person_id, until }) => [person_id, until === null])).toEqual([
      [practice(second.members[0]?.practiceId).contactId, false],
      [practice(next?.practiceId).contactId, true],
    ]);
    await expect(
      groups.change(coordinator, second.id, 2, { leaderPracticeId: first.members[0]?.practiceId }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      groups.change(contactOf(next?.practiceId), second.id, 2, { leaderPracticeId: next?.practiceId }),
    ).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(
      groups.change(contactOf(first.members[0]?.practiceId), second.id, 2, {
        leaderPracticeId: next?.practiceId,
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('lists what the reader may see, newest round first, with as many statements for one group as for thirty', async () => {
    const member = contactOf(first.members[1]?.practiceId);
    expect((await groups.list(member, { limit: 50 })).items).toMatchObject([
      { id: first.id, mine: true, members: first.members.length },
    ]);
    expect(await groups.list(stranger, { limit: 50 })).toEqual({ items: [], next: null, total: 0 });
    expect(await groups.list(linkOf(first.members[1]?.practiceId, first.id), { limit: 50 })).toMatchObject({
      items: [],
    });
    expect((await groups.list(coordinator, { limit: 50, mine: true })).items).toEqual([]);
    const few = await queriesOf(test.database, () => groups.list(coordinator, { limit: 1 }));
    await rows(
      `insert into intervision_group (id, region_id, round_id, number, name, theme_id, date_id, started_on)
       select uuidv7(), region_id, round_id, 100 + n, 'Groep ' || (100 + n), theme_id, date_id, started_on
       from intervision_group, generate_series(1, 30) n where id = $1`,
      [second.id],
    );
    const many = await queriesOf(test.database, () => groups.list(coordinator, { limit: 100 }));
    expect([few.length, many.length]).toEqual([2, 2]);
    const all = await groups.list(coordinator, { roundId: round.id, limit: 100 });
    expect(all).toMatchObject({ next: null, total: board.length + 30 });
    const seen: number[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await groups.list(coordinator, { limit: 7, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ number }) => number));
      cursor = page.next;
    }
    expect(seen).toEqual(all.items.map(({ number }) => number));
    await expect(groups.list(coordinator, { limit: 5, cursor: 'nonsense' })).rejects.toMatchObject({
      code: 'validation.failed',
    });
    await rows(`update intervision_group set ended_on = started_on where number > 100`);
  });

  it('tells the register which groups a practice belongs to (GRP-13)', async () => {
    const practiceId = first.members[1]?.practiceId ?? '';
    const known = await test.database.transaction(coordinator, () => history.groups(coordinator, practiceId));
    expect(known).toMatchObject([
      { id: first.id, name: 'Groep 1', round: expect.stringMatching(/^Intervisie/), until: null },
    ]);
    expect(await test.database.transaction(stranger, () => history.groups(stranger, practiceId))).toEqual([]);
  });

  it('says what a link in a mail is about, until the practice has left', async () => {
    const practiceId = first.members[3]?.practiceId ?? '';
    const describe = () =>
      test.database.transaction(coordinator, () =>
        kinds.describe(coordinator, 'group-view', {
          personId: practice(practiceId).contactId,
          subjectId: first.id,
          practiceId,
        }),
      );
    expect(await describe()).toMatchObject({
      href: `/intervisie/groepen/${first.id}`,
      title: { nl: expect.stringContaining('Groep 1') },
    });
    await rows(`update group_member set left_at = now() where practice_id = $1`, [practiceId]);
    expect(await describe()).toBeNull();
    await expect(groups.get(linkOf(practiceId, first.id), first.id)).rejects.toMatchObject({
      code: 'not-found',
    });
    await rows(`update group_member set left_at = null where practice_id = $1`, [practiceId]);
  });

  describe('on the home page', () => {
    it('shows members their meeting and news, and never another region’s', async () => {
      const home = await attention.of(contactOf(first.members[1]?.practiceId));
      expect(home.tasks).toEqual([]);
      expect(home.upcoming).toMatchObject([{ kind: 'meeting', href: `/bijeenkomst/${first.id}` }]);
      expect(home.changes).toMatchObject([
        { kind: 'groups-published', href: `/intervisie/groepen/${first.id}` },
      ]);
      const elsewhere = await attention.of(stranger);
      expect(elsewhere).toMatchObject({
        tasks: [{ kind: 'first-practices', href: '/praktijken/inlezen' }],
        upcoming: [],
        changes: [],
      });
    });

    it('asks practices of an open round for their answer, with its deadline and how many answered', async () => {
      const open = await makeAnsweredRound(test.database, region.id, {
        practices: 4,
        state: 'open',
        answer: (k) => (k === 0 ? {} : null),
      });
      const mine = {
        ...contactOf(first.members[1]?.practiceId),
        roles: [
          {
            id: region.id,
            role: 'practice-contact' as const,
            scopeKind: 'practice' as const,
            scopeId: open.practices[1]?.id ?? '',
          },
        ],
      };
      expect((await attention.of(mine)).tasks).toMatchObject([
        {
          kind: 'answer-round',
          minutes: 3,
          deadline: '2026-11-20T16:00:00.000Z',
          sentence: { nl: '1 van 4 praktijken antwoordde al.' },
          href: `/taak/ronde/${open.id}/${open.practices[1]?.id}`,
        },
      ]);
      const home = await attention.of(coordinator);
      expect(home.tasks.find(({ kind }) => kind === 'watch-round')).toMatchObject({
        href: `/intervisie/rondes/${open.id}`,
      });
      expect(home.upcoming.find(({ kind }) => kind === 'answer-deadline')).toMatchObject({
        at: '2026-11-20T16:00:00.000Z',
      });
      expect(home.changes.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['groups-published', 'round-opened']),
      );
    });

    it('asks the coordinator to form a closed round, and to repair groups of which a practice is gone (GRP-16)', async () => {
      const closed = await makeAnsweredRound(test.database, region.id, { practices: 4 });
      const gone = first.members[1];
      await rows(`update practice set archived_at = now() where id = $1`, [gone?.practiceId]);
      const { tasks } = await attention.of(coordinator);
      expect(tasks.find(({ kind }) => kind === 'form-groups')).toMatchObject({
        href: `/intervisie/rondes/${closed.id}/indeling`,
      });
      const repair = tasks.find(({ kind }) => kind === 'repair-groups');
      expect(repair).toMatchObject({ href: `/intervisie/rondes/${round.id}/indeling` });
      expect(repair?.sentence.nl).toContain(gone?.name);
      await rows(`update practice set archived_at = null where id = $1`, [gone?.practiceId]);
      expect((await attention.of(coordinator)).tasks.some(({ kind }) => kind === 'repair-groups')).toBe(
        false,
      );
    });
  });
});
