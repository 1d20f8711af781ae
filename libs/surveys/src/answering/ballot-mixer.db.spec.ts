import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { Answers } from '#libs/contracts';
import { createLog, Secrets, systemActor, type Actor, type Config } from '#libs/platform';
import {
  injector,
  makeCampaign,
  makeRegion,
  openTestDatabase,
  queriesOf,
  SMALL_QUESTIONNAIRE,
  TurnedClock,
  type InvitedPerson,
  type TestDatabase,
} from '#libs/testing';
import { BUILT_INS } from '../questionnaires/built-in/built-in.rules.js';
import { BallotKeys } from './ballot-keys.service.js';
import { BallotMixer } from './ballot-mixer.service.js';
import { ballotSize, packBallot } from './ballot.rules.js';
import { ClosingService } from './closing.service.js';
import { EvaluationsService } from './evaluations.service.js';
import { seal } from './sealing.rules.js';

describe('opening many ballots', () => {
  let test: TestDatabase;
  let dataDir: string;
  let superuser: Client;
  let secrets: Secrets;
  let keys: BallotKeys;
  let mixer: BallotMixer;
  let closing: ClosingService;
  let evaluations: EvaluationsService;
  let region: { id: string };
  let actor: Actor;

  beforeAll(async () => {
    test = await openTestDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'leerkring-mixing-'));
    superuser = new Client({ connectionString: test.superUrl });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await test.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    const { database } = test;
    const clock = new TurnedClock();
    const config = { secret: 's'.repeat(40), checkpointDir: '/nowhere' } as Config;
    secrets = new Secrets(config);
    keys = new BallotKeys(database, clock, { dataDir }, createLog('silent'));
    const audit = new AuditService(database, clock, new CheckpointsService(database, clock, config));
    const make = injector(database, clock, secrets, audit, keys);
    mixer = make(BallotMixer);
    closing = make(ClosingService);
    evaluations = make(EvaluationsService);
    region = await makeRegion(database);
    actor = systemActor(region.id);
  });

  async function campaignOf(
    values: Parameters<typeof makeCampaign>[3],
  ): Promise<{ id: string; invited: InvitedPerson[] }> {
    const campaign = await makeCampaign(test.database, secrets, region.id, values);
    await keys.prepare(actor, campaign.id);
    return campaign;
  }
  const rows = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await superuser.query(sql, values)).rows as Row[];
  const opened = (campaignId: string) =>
    rows<{ answers: Answers }>('select answers from opened_ballot where campaign_id = $1', [campaignId]);
  const texts = async (campaignId: string): Promise<string[]> =>
    (
      await rows<{ original: string }>('select original from opened_text where campaign_id = $1', [
        campaignId,
      ])
    ).map((row) => row.original);

  it('loses nothing when a campaign is larger than what is shuffled at a time', async () => {
    Object.assign(mixer.limits, { fetched: 3 * ballotSize(SMALL_QUESTIONNAIRE), held: 400 });
    const { id, invited } = await campaignOf({ invited: 20 });
    for (const [k, { token }] of invited.entries())
      await evaluations.send(
        token,
        { grade: { value: (k % 10) + 1 }, ...(k % 2 ? { remark: { text: `Opmerking ${k}` } } : {}) },
        [],
      );
    const statements = await queriesOf(test.database, () => closing.close(actor, id));
    expect(statements.filter((sql) => sql.startsWith('fetch 3'))).toHaveLength(8);
    expect(statements.filter((sql) => sql.startsWith('insert into opened_ballot')).length).toBeGreaterThan(2);
    const grades = (await opened(id)).map(({ answers }) => (answers.grade as { value: number }).value);
    expect(grades.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, k) => Math.floor(k / 2) + 1));
    expect(await texts(id)).toHaveLength(10);
  });

  it('closes two thousand ballots of the largest questionnaire in bounded memory', async () => {
    const largest = BUILT_INS.map((one) => one.content).reduce((a, b) =>
      ballotSize(b) > ballotSize(a) ? b : a,
    );
    const { id } = await campaignOf({ content: largest, invited: 2000 });
    const size = ballotSize(largest);
    const [{ key }] = (await rows<{ key: Buffer }>('select public_key as key from campaign where id = $1', [
      id,
    ])) as [{ key: Buffer }];
    const open = largest.items.filter((item) => item.type === 'text').map((item) => item.key);
    const story = 'Het overleg met de andere praktijken leverde veel op. '.repeat(6);
    for (let from = 0; from < 2000; from += 100) {
      const sealed = Array.from({ length: 100 }, (_, k) => {
        const answers = Object.fromEntries(
          open.map((item) => [item, { text: `${from + k} ${story}`.trim() }]),
        );
        return seal(packBallot({ answers, role: 'practice-employee', theme: null }, size), key).toString(
          'base64',
        );
      });
      await superuser.query(
        `insert into sealed_ballot (region_id, campaign_id, sealed) select $1, $2, decode(s, 'base64') from unnest($3::text[]) as s`,
        [region.id, id, sealed],
      );
    }
    await superuser.query('update invitation set used = true where campaign_id = $1', [id]);
    const statements = await queriesOf(test.database, () => closing.close(actor, id));
    const fetched = statements.flatMap((sql) => /^fetch (\d+) /.exec(sql)?.[1] ?? []).map(Number);
    expect(Math.max(...fetched) * size).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(fetched.length).toBeGreaterThan(9);
    expect(await opened(id)).toHaveLength(2000);
    const written = await texts(id);
    expect(written).toHaveLength(2000 * open.length);
    expect(new Set(written).size).toBe(2000);
  });
});
