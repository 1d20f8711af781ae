import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { Answers } from '#libs/contracts';
import {
  createDataSource,
  createLog,
  Database,
  Secrets,
  systemActor,
  type Actor,
  type Config,
} from '#libs/platform';
import {
  injector,
  makeActor,
  makeCampaign,
  makeRegion,
  openTestDatabase,
  TurnedClock,
  type InvitedPerson,
  type TestDatabase,
} from '#libs/testing';
import { BallotKeys } from './ballot-keys.service.js';
import { ClosingService } from './closing.service.js';
import { EvaluationsService } from './evaluations.service.js';

/** Dies before a given statement, COMMIT included: the server ends its connection, as when the machine goes down. */
class DyingDatabase extends Database {
  /** Statements that still succeed. */
  left = Infinity;
  dead = 0;

  constructor(
    source: Database['source'],
    private readonly kill: (pid: number) => Promise<void>,
  ) {
    super(source);
  }

  override transaction<T>(
    actor: { regionId: string },
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return super.transaction(actor, (manager) => {
      const runner = manager.queryRunner!;
      const send = runner.query.bind(runner) as (...parts: unknown[]) => Promise<unknown>;
      const dying = async (...parts: unknown[]): Promise<unknown> => {
        if (this.left-- <= 0) {
          const [row] = (await send('select pg_backend_pid() as pid')) as [{ pid: number }];
          this.dead += 1;
          await this.kill(row.pid);
        }
        return send(...parts);
      };
      runner.query = dying as typeof runner.query;
      return work(manager);
    });
  }
}

describe('closing a campaign', () => {
  let test: TestDatabase;
  let dataDir: string;
  let secrets: Secrets;
  let keys: BallotKeys;
  let closing: ClosingService;
  let evaluations: EvaluationsService;
  let superuser: Client;
  let region: { id: string };
  let actor: Actor;
  const clock = new TurnedClock();
  const config = { secret: 's'.repeat(40), checkpointDir: '/nowhere' } as Config;

  beforeAll(async () => {
    test = await openTestDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'leerkring-closing-'));
    secrets = new Secrets(config);
    const made = services(test.database);
    ({ keys, closing } = made);
    evaluations = made.make(EvaluationsService);
    superuser = new Client({ connectionString: test.superUrl });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await test.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    clock.set('2026-11-09T10:00:00Z');
    region = await makeRegion(test.database);
    actor = systemActor(region.id);
  });

  /** The services over one database, as one process has them. */
  function services(database: Database): {
    keys: BallotKeys;
    closing: ClosingService;
    make: ReturnType<typeof injector>;
  } {
    const made = new BallotKeys(database, clock, { dataDir }, createLog('silent'));
    const audit = new AuditService(database, clock, new CheckpointsService(database, clock, config));
    const make = injector(database, clock, secrets, audit, made);
    return { keys: made, closing: make(ClosingService), make };
  }
  async function campaignOf(
    values: Parameters<typeof makeCampaign>[3] = {},
    answers: (k: number) => Answers | null = () => null,
  ): Promise<{ id: string; invited: InvitedPerson[] }> {
    const campaign = await makeCampaign(test.database, secrets, region.id, values);
    await keys.prepare(actor, campaign.id);
    for (const [k, { token }] of campaign.invited.entries()) {
      const given = answers(k);
      if (given) await evaluations.send(token, given, []);
    }
    return campaign;
  }
  const rows = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await superuser.query(sql, values)).rows as Row[];
  const keyFile = (campaignId: string): string => join(dataDir, 'ballot-keys', `${region.id}.${campaignId}`);
  const partition = async (kind: string, campaignId: string): Promise<boolean> =>
    (
      await rows('select 1 from pg_class where relname = $1', [
        `${kind}_ballot_${campaignId.replaceAll('-', '')}`,
      ])
    ).length === 1;
  const opened = (campaignId: string) =>
    rows<{
      answers: Answers;
      role: string | null;
      theme: string | null;
      person_id: string | null;
      practice_id: string | null;
    }>('select answers, role, theme, person_id, practice_id from opened_ballot where campaign_id = $1', [
      campaignId,
    ]);
  const texts = async (campaignId: string): Promise<string[]> =>
    (
      await rows<{ original: string }>('select original from opened_text where campaign_id = $1 order by 1', [
        campaignId,
      ])
    ).map((row) => row.original);
  const stateOf = async (campaignId: string) =>
    (
      await rows<{ state: string; turnout: unknown; version: number; closed_at: Date | null }>(
        'select state, turnout, version, closed_at from campaign where id = $1',
        [campaignId],
      )
    )[0]!;
  const refused = (work: Promise<unknown>, code: string, details?: object) =>
    expect(work).rejects.toMatchObject({ code, ...(details ? { details } : {}) });
  const gradeOf = (k: number): Answers => ({
    grade: { value: (k % 10) + 1 },
    ...(k % 2 ? { remark: { text: `Opmerking ${k}` } } : {}),
    ...(k % 10 < 6 ? { missed: { options: ['time'] } } : {}),
  });

  it('opens every ballot once, apart from its texts, counts who took part, and leaves nothing of the sealed ones', async () => {
    const { id } = await campaignOf({ invited: 14 }, (k) => (k < 12 ? gradeOf(k) : null));
    expect(statSync(keyFile(id)).mode & 0o777).toBe(0o600);
    expect(await closing.close(actor, id)).toBe('closed');
    const ballots = await opened(id);
    const grades = ballots.map(({ answers }) => (answers.grade as { value: number }).value);
    expect(grades.sort((a, b) => a - b)).toEqual([1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(ballots.filter(({ answers }) => 'remark' in answers)).toEqual([]);
    expect(ballots.filter(({ answers }) => 'missed' in answers)).toHaveLength(8);
    expect(await texts(id)).toEqual([1, 11, 3, 5, 7, 9].map((k) => `Opmerking ${k}`));
    expect(
      new Set(ballots.map(({ person_id, practice_id, role }) => `${person_id} ${practice_id} ${role}`)),
    ).toEqual(new Set(['null null practice-holder']));
    expect(await stateOf(id)).toMatchObject({
      state: 'closed',
      closed_at: new Date('2026-11-09T10:00:00Z'),
      version: 2,
      turnout: {
        whole: { invited: 14, answered: 12, practices: 3 },
        roles: { 'practice-holder': { invited: 14, answered: 12, practices: 3 } },
        themes: {},
      },
    });
    expect([await partition('sealed', id), existsSync(keyFile(id))]).toEqual([false, false]);
    const audited = await rows('select event, detail from audit_entry where subject_id = $1', [id]);
    expect(audited).toEqual([{ event: 'campaign.closed', detail: { invited: 14, ballots: 12 } }]);
    expect(await closing.close(actor, id)).toBe('already');
    expect(await opened(id)).toHaveLength(12);
  });

  it('takes the label of few off their ballots: a role that one person has is a name', async () => {
    const invited = Array.from({ length: 12 }, (_, k) => ({
      role: k === 0 ? ('practice-employee' as const) : ('practice-holder' as const),
      theme: k < 6 ? 'Wondzorg' : 'Slaap',
    }));
    const { id } = await campaignOf({ invited }, gradeOf);
    await closing.close(actor, id);
    const labels = (await opened(id)).map(({ role, theme }) => `${role} ${theme}`).sort();
    expect(labels).toEqual([
      ...Array<string>(6).fill('null Slaap'),
      ...Array<string>(6).fill('null Wondzorg'),
    ]);
    expect((await stateOf(id)).turnout).toMatchObject({
      roles: { 'practice-employee': { answered: 1 }, 'practice-holder': { answered: 11 } },
    });
  });

  it('counts confidential answers that were sent, unlinked, and forgets those that were only kept', async () => {
    const { id, invited } = await campaignOf({ anonymity: 'confidential' }, (k) =>
      k < 8 ? gradeOf(k) : null,
    );
    await evaluations.keep(invited[9]!.token, 'grade', { value: 1 });
    // an answer that was changed after sending leads to no follow-up any more
    await evaluations.keep(invited[0]!.token, 'grade', { value: 10 });
    await closing.close(actor, id);
    const ballots = await opened(id);
    expect(ballots).toHaveLength(8);
    expect(ballots.map(({ answers }) => answers)).toContainEqual({ grade: { value: 10 } });
    expect(ballots.every(({ person_id, practice_id }) => person_id === null && practice_id === null)).toBe(
      true,
    );
    expect(await texts(id)).toHaveLength(4);
    expect(await rows('select 1 from response where campaign_id = $1', [id])).toEqual([]);
    expect(await stateOf(id)).toMatchObject({ turnout: { whole: { invited: 12, answered: 8 } } });
  });

  it('keeps the names where that was promised', async () => {
    const { id, invited } = await campaignOf({ anonymity: 'named', invited: 3 }, gradeOf);
    await closing.close(actor, id);
    const known = new Map(invited.map((one, k) => [one.personId, { ...one, k }]));
    for (const ballot of await opened(id)) {
      const person = known.get(ballot.person_id as string)!;
      expect(ballot).toMatchObject({
        practice_id: person.practiceId,
        role: person.role,
        answers: { grade: gradeOf(person.k).grade },
      });
    }
    const said = await rows('select person_id, original from opened_text where campaign_id = $1', [id]);
    expect(said).toEqual([{ person_id: invited[1]!.personId, original: 'Opmerking 1' }]);
  });

  it('closes a campaign that nobody answered', async () => {
    const { id } = await campaignOf({ invited: 3 });
    expect(await closing.close(actor, id)).toBe('closed');
    expect([await opened(id), await texts(id)]).toEqual([[], []]);
    expect(await stateOf(id)).toMatchObject({
      turnout: { whole: { invited: 3, answered: 0, practices: 0 } },
    });
  });

  it.each(['anonymous', 'confidential'] as const)(
    'closes a %s campaign wholly or not at all, whichever statement it dies before',
    async (anonymity) => {
      const kill = async (pid: number): Promise<void> => {
        await superuser.query('select pg_terminate_backend($1, 2000)', [pid]);
      };
      const source = createDataSource(test.appUrl, 2);
      await source.initialize();
      try {
        const dying = new DyingDatabase(source, kill);
        const { closing: fragile } = services(dying);
        const { id } = await campaignOf({ anonymity }, gradeOf);
        const before = await everythingOf(id);
        let step = 0;
        for (; ; step++) {
          dying.left = step;
          const outcome = await fragile.close(actor, id).catch((error: Error) => error);
          if (outcome === 'closed') break;
          expect(String((outcome as Error).message)).toMatch(/terminat|connection|released/i);
          expect(await everythingOf(id)).toEqual(before);
          expect(existsSync(keyFile(id))).toBe(anonymity === 'anonymous');
        }
        expect(dying.dead).toBe(step);
        expect(step).toBeGreaterThan(10);
        expect([(await opened(id)).length, (await texts(id)).length]).toEqual([12, 6]);
        expect(await partition('sealed', id)).toBe(false);
        expect(existsSync(keyFile(id))).toBe(false);
      } finally {
        await source.destroy();
      }
    },
  );

  /** All that a closing touches. */
  async function everythingOf(id: string): Promise<unknown> {
    return {
      state: await stateOf(id),
      opened: await opened(id),
      texts: await texts(id),
      sealed:
        (await partition('sealed', id)) &&
        (await rows('select sealed from sealed_ballot where campaign_id = $1 order by 1', [id])),
      kept: await rows('select * from response where campaign_id = $1 order by 1', [id]),
      invitations: await rows('select * from invitation where campaign_id = $1 order by 1', [id]),
      audit: await rows('select * from audit_entry where region_id = $1 order by seq', [region.id]),
    };
  }

  it('has the sweep destroy the key when it died after the commit', async () => {
    const { id } = await campaignOf({}, gradeOf);
    const key = readFileSync(keyFile(id));
    await closing.close(actor, id);
    writeFileSync(keyFile(id), key); // as if the process had ended before it came to this
    expect((await keys.tidy()).destroyed).toEqual([`${region.id}.${id}`]);
    expect(existsSync(keyFile(id))).toBe(false);
    expect((await keys.tidy()).destroyed).toEqual([]);
  });

  it('closes once when two do it at the same moment, each in a process of its own', async () => {
    const other = createDataSource(test.appUrl, 2);
    await other.initialize();
    try {
      const { id } = await campaignOf({}, gradeOf);
      const second = services(new Database(other)).closing;
      const outcomes = await Promise.all([
        closing.close(actor, id),
        second.close(actor, id),
        closing.close(actor, id),
      ]);
      expect(outcomes.sort()).toEqual(['already', 'already', 'closed']);
      expect(await opened(id)).toHaveLength(12);
    } finally {
      await other.destroy();
    }
  });

  it('closes many campaigns at the same moment while others are answered', async () => {
    const campaigns = [];
    for (let k = 0; k < 5; k++) campaigns.push(await campaignOf({}, gradeOf));
    const open = await campaignOf({ invited: 30 });
    await Promise.all([
      ...campaigns.map(({ id }) => closing.close(actor, id)),
      ...open.invited.map(({ token }, k) => evaluations.send(token, gradeOf(k), [])),
      campaignOf(), // and made ready
    ]);
    for (const { id } of campaigns) expect(await opened(id)).toHaveLength(12);
    await closing.close(actor, open.id);
    expect(await opened(open.id)).toHaveLength(30);
  });

  it('leaves everything as it is without the key, says which file is missing, and closes when it is back', async () => {
    const { id } = await campaignOf({}, gradeOf);
    const before = await everythingOf(id);
    const key = readFileSync(keyFile(id));
    rmSync(keyFile(id));
    const file = `ballot-keys/${region.id}.${id}`;
    await refused(closing.close(actor, id), 'campaign.keys-missing', {
      campaignId: id,
      file,
      reason: 'no-file',
    });
    expect((await keys.tidy()).missing).toContain(`${region.id}.${id}`);
    writeFileSync(keyFile(id), Buffer.alloc(32, 7));
    await refused(closing.close(actor, id), 'campaign.keys-missing', {
      campaignId: id,
      file,
      reason: 'other-key',
    });
    expect(await everythingOf(id)).toEqual(before);
    writeFileSync(keyFile(id), key);
    expect((await keys.tidy()).missing).not.toContain(`${region.id}.${id}`);
    expect(await closing.close(actor, id)).toBe('closed');
    expect(await opened(id)).toHaveLength(12);
  });

  it('opens nothing when a single ballot does not open', async () => {
    const { id } = await campaignOf({}, gradeOf);
    await superuser.query(
      `update sealed_ballot set sealed = set_byte(sealed, 90, get_byte(sealed, 90) # 1) where ctid = (select min(ctid) from sealed_ballot where campaign_id = $1) and campaign_id = $1`,
      [id],
    );
    const before = await everythingOf(id);
    await refused(closing.close(actor, id), 'campaign.keys-missing', {
      campaignId: id,
      reason: 'unreadable',
    });
    expect(await everythingOf(id)).toEqual(before);
    expect(existsSync(keyFile(id))).toBe(true);
  });

  it('says nothing of the answers when writing them fails', async () => {
    const { id } = await campaignOf({}, gradeOf);
    const partitionName = `opened_ballot_${id.replaceAll('-', '')}`;
    await superuser.query(`alter table ${partitionName} add constraint never check (answers is null)`);
    const error = (await closing.close(actor, id).catch((caught: unknown) => caught)) as Error;
    const said = JSON.stringify({ ...error, message: error.message, stack: error.stack });
    expect(said).toMatch(/never/);
    expect(said).not.toMatch(/grade|"value"/);
    await superuser.query(`alter table ${partitionName} drop constraint never`);
    expect(await closing.close(actor, id)).toBe('closed');
  });

  it('gives up when a backup reads the tables, and does it later', async () => {
    const { id } = await campaignOf({ invited: 5 }, gradeOf);
    const reader = new Client({ connectionString: test.superUrl });
    await reader.connect();
    await reader.query('begin');
    await reader.query('lock table sealed_ballot in access share mode'); // what pg_dump does
    await refused(closing.close(actor, id), 'service.unavailable');
    await reader.query('rollback');
    await reader.end();
    expect(await closing.close(actor, id)).toBe('closed');
    expect(await opened(id)).toHaveLength(5);
  });

  it('joins the transaction that is open: a closing step that fails leaves the campaign running, with its key', async () => {
    const { id } = await campaignOf({}, gradeOf);
    const before = await everythingOf(id);
    const work = test.database.transaction(actor, async () => {
      await closing.close(actor, id);
      throw new Error('the step could not be marked');
    });
    await expect(work).rejects.toThrow('could not be marked');
    expect(await everythingOf(id)).toEqual(before);
    expect(existsSync(keyFile(id))).toBe(true);
  });

  it.each(['draft', 'planned', 'stopped'] as const)('does not close a campaign that is %s', async (state) => {
    const { id } = await campaignOf({ state });
    await refused(closing.close(actor, id), 'campaign.not-running', { state });
  });

  it('throws the answers of a stopped campaign away unread, with the key', async () => {
    for (const anonymity of ['anonymous', 'confidential'] as const) {
      const { id } = await campaignOf({ anonymity }, gradeOf);
      expect(await closing.discard(actor, id)).toBe('stopped');
      expect(await closing.discard(actor, id)).toBe('already');
      expect([
        await partition('sealed', id),
        existsSync(keyFile(id)),
        await opened(id),
        await texts(id),
      ]).toEqual([false, false, [], []]);
      expect(await rows('select 1 from response where campaign_id = $1', [id])).toEqual([]);
      expect(await stateOf(id)).toMatchObject({ state: 'stopped', turnout: null });
      await refused(closing.close(actor, id), 'campaign.not-running');
    }
    const { id } = await campaignOf({}, gradeOf);
    rmSync(keyFile(id)); // also the way out when the key is lost
    expect(await closing.discard(actor, id)).toBe('stopped');
    const { id: closedId } = await campaignOf({}, gradeOf);
    await closing.close(actor, closedId);
    await refused(closing.discard(actor, closedId), 'campaign.not-running', { state: 'closed' });
  });

  it('is for coordinators and the platform, within their region', async () => {
    const { id } = await campaignOf({}, gradeOf);
    const holder = await makeActor(test.database, region.id, 'practice-holder');
    await refused(closing.close(holder, id), 'auth.forbidden');
    await refused(closing.discard(holder, id), 'auth.forbidden');
    await refused(keys.prepare(holder, id), 'auth.forbidden');
    const elsewhere = await makeRegion(test.database);
    const stranger = await makeActor(test.database, elsewhere.id, 'region-coordinator');
    await refused(closing.close(stranger, id), 'not-found');
    await refused(closing.discard(stranger, id), 'not-found');
    await refused(keys.prepare(stranger, id), 'not-found');
    const coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    expect(await closing.close(coordinator, id)).toBe('closed');
  });
});
