import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { AuditService, CheckpointsService } from '#libs/audit';
import type { Answers, Role } from '#libs/contracts';
import {
  createDataSource,
  createLog,
  Database,
  Secrets,
  systemActor,
  type Actor,
  type Config,
} from '#libs/platform';
import { BallotKeys, ClosingService, EvaluationsService } from '#libs/surveys';
import {
  injector,
  makeCampaign,
  makePractice,
  makeRegion,
  openTestDatabase,
  TurnedClock,
  type InvitedPerson,
  type TestDatabase,
} from '#libs/testing';
import { packBallot, unpackBallot } from '../../libs/surveys/src/answering/ballot.rules.js';
import { publicKeyOf, seal, shuffled, unseal } from '../../libs/surveys/src/answering/sealing.rules.js';
import { gather, guess, readLog, spearman, type Case, type Guesses, type Party } from './ballot-adversary.js';
import { readWal, type WalTransaction } from './write-ahead-log.js';

/** How ballots travel: as they really do, and in ways that leak, so that the adversary is known to be able to win. */
const LEAKY = ['plain', 'unpadded', 'in order', 'one by one', 'labelled'] as const;
type Variant = 'real' | 'confidential' | (typeof LEAKY)[number];
const SURVEYS: Record<Variant, number> = {
  real: 200,
  confidential: 60,
  plain: 20,
  unpadded: 20,
  'in order': 20,
  'one by one': 20,
  labelled: 20,
};
const ROLES: Role[] = ['practice-holder', 'practice-employee', 'practice-contact'];
const THEMES = ['Wondzorg', 'Slaap', 'Pijn'];
const WORDS =
  'de avond was goed maar wij wilden meer tijd om ervaringen uit te wisselen over samenwerking'.split(' ');

interface Truth {
  campaignId: string;
  variant: Variant;
  /** Invitation → the grade that only this person of the campaign gave. */
  grades: Map<string, number>;
  /** Invitation → the text that only this person wrote. */
  texts: Map<string, string>;
}

describe('ballots after closing, before somebody who has the whole database, its log files and its disk (models/surveys.md)', () => {
  let test: TestDatabase;
  let dataDir: string;
  let superuser: Client;
  let database: Database;
  let actor: Actor;
  let evaluations: EvaluationsService;
  let closing: ClosingService;
  let keys: BallotKeys;
  const practices: string[] = [];
  const truths: Truth[] = [];
  const privateKeys: Buffer[] = [];
  let cases: Map<string, Case>;
  let wal: Map<number, WalTransaction>;
  let serverLog = '';

  beforeAll(async () => {
    test = await openTestDatabase();
    superuser = new Client({ connectionString: test.superUrl });
    await superuser.connect();
    const name = new URL(test.superUrl).pathname.slice(1);
    await superuser.query(`alter database ${name} set log_statement = 'all'`);
    for (const setting of [`log_line_prefix = '%m|%p|'`, `wal_keep_size = '1GB'`])
      await superuser.query(`alter system set ${setting}`);
    await superuser.query('select pg_reload_conf()');
    const source = createDataSource(test.appUrl, 6);
    await source.initialize();
    database = new Database(source);
    dataDir = mkdtempSync(join(tmpdir(), 'leerkring-ballots-'));
    const config = { secret: 's'.repeat(40), checkpointDir: '/nowhere' } as Config;
    const [clock, secrets] = [new TurnedClock(), new Secrets(config)];
    keys = new BallotKeys(database, clock, { dataDir }, createLog('silent'));
    const audit = new AuditService(database, clock, new CheckpointsService(database, clock, config));
    const make = injector(database, clock, secrets, audit, keys);
    [evaluations, closing] = [make(EvaluationsService), make(ClosingService)];
    const region = await makeRegion(database);
    actor = systemActor(region.id);
    for (let k = 0; k < 3; k++) practices.push((await makePractice(database, region.id)).id);

    const show = async (what: string): Promise<string> =>
      Object.values((await superuser.query(`select ${what}`)).rows[0] as Record<string, string>)[0]!;
    const folder = await show(`current_setting('data_directory')`);
    const logFile = join(dirname(folder), 'postgres.log');
    const logFrom = statSync(logFile).size;
    const walFrom = await show('pg_current_wal_insert_lsn()');
    const waiting = (Object.keys(SURVEYS) as Variant[]).flatMap((variant) =>
      Array.from({ length: SURVEYS[variant] }, () => variant),
    );
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        const careless = new Client({ connectionString: test.superUrl });
        await careless.connect();
        for (let next = waiting.pop(); next; next = waiting.pop())
          truths.push(await survey(next, secrets, careless));
        await careless.end();
      }),
    );
    await superuser.query(
      "begin; set local synchronous_commit = on; select pg_logical_emit_message(true, 'end', ''); commit",
    );
    wal = readWal(join(folder, 'pg_wal'), walFrom, await show('pg_current_wal_flush_lsn()'));
    const log = readLog(logFile, logFrom);
    serverLog = log.map(({ text }) => text).join('');
    cases = new Map((await gather(superuser, wal, log)).map((one) => [one.campaignId, one]));
  }, 120_000);
  afterAll(async () => {
    for (const setting of ['log_line_prefix', 'wal_keep_size'])
      await superuser.query(`alter system reset ${setting}`);
    await superuser.query('select pg_reload_conf()');
    await database.source.destroy();
    await superuser.end();
    await test.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** One small survey from first answer to closing; people answer one after the other, which tells the adversary most. */
  async function survey(variant: Variant, secrets: Secrets, careless: Client): Promise<Truth> {
    const people = 5 + randomInt(3);
    const campaign = await makeCampaign(database, secrets, actor.regionId, {
      anonymity: variant === 'confidential' ? 'confidential' : 'anonymous',
      practices,
      invited: Array.from({ length: people }, () => ({
        role: ROLES[randomInt(ROLES.length)]!,
        theme: THEMES[randomInt(THEMES.length)]!,
      })),
    });
    await keys.prepare(actor, campaign.id);
    const keyFile = join(dataDir, 'ballot-keys', `${actor.regionId}.${campaign.id}`);
    if (variant === 'real') privateKeys.push(readFileSync(keyFile));
    const truth: Truth = { campaignId: campaign.id, variant, grades: new Map(), texts: new Map() };
    const grades = shuffled([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const [k, person] of shuffled(campaign.invited).entries()) {
      // Where sizes may tell, they differ enough for a small number of surveys to show it.
      const answers = answersOf(grades[k]!, variant === 'unpadded' ? 40 * (k + 1) : undefined);
      truth.grades.set(person.id, grades[k]!);
      truth.texts.set(person.id, (answers.remark as { text: string }).text);
      await answer(variant, campaign.id, person, answers, careless);
    }
    if (['real', 'confidential', 'unpadded'].includes(variant)) await closing.close(actor, campaign.id);
    else if (variant !== 'plain') await openCarelessly(variant, campaign.id, careless);
    return truth;
  }

  function answersOf(grade: number, length?: number): Answers {
    const letters = Array.from({ length: 12 }, () => String.fromCharCode(97 + randomInt(26))).join('');
    const words = Array.from(
      { length: length ? 100 : 1 + randomInt(30) },
      () => WORDS[randomInt(WORDS.length)],
    );
    const text = `zz${letters} ${words.join(' ')}`.slice(0, length ?? 300).trim();
    const missed = ['time', 'content', 'people'].filter(() => randomInt(2) === 1);
    return {
      grade: { value: grade },
      ...(grade <= 6 && missed.length > 0 ? { missed: { options: missed } } : {}),
      remark: { text },
    };
  }

  async function answer(
    variant: Variant,
    campaignId: string,
    person: InvitedPerson,
    answers: Answers,
    write: Client,
  ): Promise<void> {
    if (variant !== 'plain' && variant !== 'unpadded') {
      expect(await evaluations.send(person.token, answers, [])).toEqual({ outcome: 'received' });
      return;
    }
    await write.query('begin');
    await write.query('update invitation set used = true where id = $1', [person.id]);
    if (variant === 'plain') await insertOpened(write, campaignId, [answers]);
    else {
      const { rows } = await write.query<{ key: Buffer }>(
        'select public_key as key from campaign where id = $1',
        [campaignId],
      );
      const ballot = { answers, role: person.role, theme: person.theme };
      const size = 4 + Buffer.byteLength(JSON.stringify(ballot)); // no padding
      await write.query('insert into sealed_ballot (region_id, campaign_id, sealed) values ($1, $2, $3)', [
        actor.regionId,
        campaignId,
        seal(packBallot(ballot, size), rows[0]!.key),
      ]);
    }
    await write.query('commit');
  }

  async function insertOpened(
    write: Client,
    campaignId: string,
    ballots: Answers[],
    labels: { role: string; theme: string | null }[] = [],
  ): Promise<void> {
    for (const [k, { remark, ...scores }] of ballots.entries()) {
      const where = [actor.regionId, campaignId];
      await write.query(
        'insert into opened_ballot (region_id, campaign_id, answers, role, theme) values ($1, $2, $3, $4, $5)',
        [...where, JSON.stringify(scores), labels[k]?.role ?? null, labels[k]?.theme ?? null],
      );
      await write.query(
        `insert into opened_text (region_id, campaign_id, item, original) values ($1, $2, 'remark', $3)`,
        [...where, (remark as { text: string }).text],
      );
    }
  }

  /** Closings that forget one thing each. */
  async function openCarelessly(variant: Variant, campaignId: string, write: Client): Promise<void> {
    const { rows } = await write.query<{ sealed: Buffer; key: Buffer }>(
      `select s.sealed, c.public_key as key from sealed_ballot s join campaign c on c.id = s.campaign_id where c.id = $1 order by s.ctid`,
      [campaignId],
    );
    const pair = await keys.pair(actor.regionId, campaignId, rows[0]!.key);
    const came = rows.map(({ sealed }) => unpackBallot(unseal(sealed, pair)));
    const ballots = variant === 'labelled' ? shuffled(came) : came;
    if (variant === 'one by one')
      for (const { answers } of ballots) await insertOpened(write, campaignId, [answers]);
    else {
      await write.query('begin');
      await insertOpened(
        write,
        campaignId,
        ballots.map(({ answers }) => answers),
        variant === 'labelled' ? ballots : [],
      );
      await write.query('commit');
    }
    await write.query(`drop table sealed_ballot_${campaignId.replaceAll('-', '')}`);
    await keys.destroy(actor.regionId, campaignId);
  }

  const truthsOf = (variant: Variant): Truth[] => truths.filter((one) => one.variant === variant);
  const gradeOf = (ballot: string, campaignId: string): number =>
    Number(
      JSON.parse(
        `{${cases
          .get(campaignId)!
          .ballots.find(({ id }) => id === ballot)!
          .marks.find((mark) => mark.startsWith('"grade"'))!}}`,
      ).grade.value,
    );
  const textOf = (text: string, campaignId: string): string =>
    cases.get(campaignId)!.texts.find(({ id }) => id === text)!.marks[1]!;

  /** What the adversary wants to know, and how often a way of guessing was right. */
  const AIMS: Record<
    string,
    {
      guesses: (one: Case) => Map<string, Guesses>;
      right: (truth: Truth, from: string, to: string) => boolean;
    }
  > = {
    'whose scores': {
      guesses: ({ invitations, ballots }) => guess(invitations, ballots),
      right: (truth, from, to) => truth.grades.get(from) === gradeOf(to, truth.campaignId),
    },
    'whose text': {
      guesses: ({ invitations, texts }) => guess(invitations, texts),
      right: (truth, from, to) => truth.texts.get(from) === textOf(to, truth.campaignId),
    },
    'which scores with which text': {
      guesses: ({ ballots, texts }) => guess(ballots, texts),
      right: (truth, from, to) => {
        const grade = gradeOf(from, truth.campaignId);
        const person = [...truth.grades].find(([, given]) => given === grade)![0];
        return truth.texts.get(person) === textOf(to, truth.campaignId);
      },
    },
  };
  /** Share of right guesses per way of guessing, and what chance gives. */
  function attack(
    variant: Variant,
    aim: string,
  ): { shares: Map<string, number>; chance: number; noise: number } {
    const right = new Map<string, number>();
    let guessed = 0;
    for (const truth of truthsOf(variant)) {
      const { guesses, right: hit } = AIMS[aim]!;
      const all = guesses(cases.get(truth.campaignId)!);
      guessed += truth.grades.size;
      for (const [way, links] of all) {
        const hits = [...links].filter(([from, to]) => hit(truth, from, to)).length;
        right.set(way, (right.get(way) ?? 0) + hits);
      }
    }
    // by chance one of each survey is right, give or take one
    const surveys = truthsOf(variant).length;
    const shares = new Map([...right].map(([way, hits]) => [way, hits / guessed]));
    return { shares, chance: surveys / guessed, noise: (6 * Math.sqrt(surveys)) / guessed };
  }

  it.each<[Variant, number]>([
    ['real', 200],
    ['confidential', 60],
  ])(
    'leave an adversary who tries every order and every clue no better than chance (%s, %i small surveys)',
    (variant, surveys) => {
      expect(truthsOf(variant)).toHaveLength(surveys);
      for (const aim of Object.keys(AIMS)) {
        const { shares, chance, noise } = attack(variant, aim);
        expect(shares.size).toBeGreaterThan(40);
        const better = [...shares].filter(([, share]) => share > chance + noise);
        expect([aim, better]).toEqual([aim, []]);
        expect(chance + noise).toBeLessThan(variant === 'real' ? 0.25 : 0.32);
      }
    },
  );

  it.each<[Variant, string, string]>([
    ['plain', 'whose scores', 'same transaction'],
    ['plain', 'whose scores', 'found in its log'],
    ['plain', 'whose text', 'found in its WAL'],
    ['plain', 'whose text', 'found in its log'],
    ['plain', 'which scores with which text', 'same transaction'],
    ['unpadded', 'whose text', 'size → size'],
    ['unpadded', 'whose text', 'walSize → size'],
    ['in order', 'whose scores', 'xmin → place'],
    ['in order', 'whose scores', 'committed → place'],
    ['in order', 'whose scores', 'logged → logged'],
    ['in order', 'which scores with which text', 'place → place'],
    ['one by one', 'whose scores', 'xmin → xmin'],
    ['one by one', 'which scores with which text', 'xmin → xmin'],
    ['labelled', 'whose scores', 'same labels'],
  ])('the same adversary wins where ballots travel %s: %s by %s', (variant, aim, way) => {
    const { shares, chance, noise } = attack(variant, aim);
    expect([way, shares.get(way)!]).toEqual([way, expect.any(Number)]);
    expect(shares.get(way)!).toBeGreaterThan(Math.min(0.45, chance + noise));
  });

  it('show no correlation between answering and transaction, place, id or time (Spearman)', () => {
    const ballotsOf = (truth: Truth): [Party, Party][] => {
      const { invitations, ballots } = cases.get(truth.campaignId)!;
      const by = new Map(ballots.map((ballot) => [gradeOf(ballot.id, truth.campaignId), ballot]));
      return invitations.map((one) => [one, by.get(truth.grades.get(one.id)!)!]);
    };
    const correlation = (variant: Variant, s: string, t: string): { mean: number; z: number } => {
      const surveys = truthsOf(variant).map(ballotsOf);
      const each = surveys.map((pairs) => ({
        n: pairs.length,
        rho: spearman(
          pairs.map(([one]) => one.signals[s]!),
          pairs.map(([, ballot]) => ballot.signals[t]!),
        ),
      }));
      // under independence rho has variance 1 / (n - 1)
      const z = each.reduce((sum, { n, rho }) => sum + rho * Math.sqrt(n - 1), 0) / Math.sqrt(each.length);
      return { mean: each.reduce((sum, { rho }) => sum + rho, 0) / each.length, z };
    };
    const answering = ['xmin', 'committed', 'logged', 'place', 'id', 'size', 'walSize'];
    const found = answering.flatMap((s) =>
      ['xmin', 'place', 'id', 'logged', 'size'].map((t) => ({ s, t, ...correlation('real', s, t) })),
    );
    expect(found.filter(({ z }) => Math.abs(z) > 5)).toEqual([]);
    for (const { campaignId } of truthsOf('real')) {
      const { ballots, texts } = cases.get(campaignId)!;
      expect(new Set([...ballots, ...texts].map(({ xmin }) => xmin)).size).toBe(1);
      expect(ballots.every(({ id }) => id[14] === '4')).toBe(true); // random ids, without a time
    }
    expect(correlation('in order', 'xmin', 'place').mean).toBe(1);
    expect(correlation('one by one', 'committed', 'xmin').mean).toBe(1);
  });

  it('stand in the write-ahead log and in the server’s log once, in the transaction of the closing', () => {
    const wrote = new Map<string, Set<number>>();
    for (const [xid, { bodies }] of wal)
      for (const body of bodies)
        for (const word of body.toString('latin1').match(/zz[a-z]{12}/g) ?? [])
          wrote.set(word, (wrote.get(word) ?? new Set()).add(xid));
    const logged = new Map<string, number>();
    for (const word of serverLog.match(/zz[a-z]{12}/g) ?? []) logged.set(word, (logged.get(word) ?? 0) + 1);
    let seen = 0;
    for (const { campaignId, texts } of [...truthsOf('real'), ...truthsOf('confidential')]) {
      const closed = cases.get(campaignId)!.texts[0]!.xmin;
      for (const text of texts.values()) {
        const word = text.slice(0, 14);
        expect([word, [...(wrote.get(word) ?? [])], logged.get(word)]).toEqual([word, [closed], 1]);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(1300);
  });

  it('had keys that never were in the database, its logs or its rows, and that are gone', () => {
    const files = join(dataDir, 'ballot-keys');
    expect(privateKeys).toHaveLength(SURVEYS.real);
    for (const { campaignId } of truthsOf('real'))
      expect(existsSync(join(files, `${actor.regionId}.${campaignId}`))).toBe(false);
    // only the plain ones, which were never closed, still have one
    expect(readdirSync(files)).toHaveLength(SURVEYS.plain);
    const bytes = Buffer.concat([...wal.values()].flatMap(({ bodies }) => bodies));
    const found = (key: Buffer): boolean[] => [bytes.includes(key), serverLog.includes(key.toString('hex'))];
    for (const key of privateKeys.slice(0, 40)) {
      expect(found(key)).toEqual([false, false]);
      expect(found(Buffer.from(publicKeyOf(key)))).toEqual([true, true]); // the search can find
    }
  });
});
