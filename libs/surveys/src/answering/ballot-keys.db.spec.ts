import {
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLog, Database, newId, Secrets, systemActor, type Actor } from '#libs/platform';
import {
  makeCampaign,
  makeRegion,
  openTestDatabase,
  SMALL_QUESTIONNAIRE,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { BallotKeys } from './ballot-keys.service.js';
import { ballotSize } from './ballot.rules.js';
import { publicKeyOf } from './sealing.rules.js';

describe('the keys of ballots', () => {
  let test: TestDatabase;
  let dataDir: string;
  let folder: string;
  let keys: BallotKeys;
  let region: { id: string };
  let actor: Actor;
  const clock = new TurnedClock();
  const secrets = new Secrets({ secret: 's'.repeat(40) });

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    clock.set(new Date()); // files have the machine's time
    dataDir = mkdtempSync(join(tmpdir(), 'leerkring-keys-'));
    folder = join(dataDir, 'ballot-keys');
    keys = keysOver(test.database);
    region = await makeRegion(test.database);
    actor = systemActor(region.id);
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const keysOver = (database: Database): BallotKeys =>
    new BallotKeys(database, clock, { dataDir }, createLog('silent'));
  const campaignOf = (values: Parameters<typeof makeCampaign>[3] = {}) =>
    makeCampaign(test.database, secrets, region.id, { invited: 3, ...values });
  const nameOf = (id: string): string => `${region.id}.${id}`;
  const inDatabase = async (
    id: string,
  ): Promise<{ key: Buffer | null; size: number | null; ready: boolean }> => {
    const [row] = await test.database.transaction(actor, () =>
      test.database.query<{ key: Buffer | null; size: number | null; ready: boolean }>(
        `select public_key as key, ballot_size as size, to_regclass('opened_ballot_' || replace(id::text, '-', '')) is not null as ready
         from campaign where id = $1`,
        [id],
      ),
    );
    return row!;
  };
  const end = (id: string, state: string) =>
    test.database.transaction(actor, () =>
      test.database.query('update campaign set state = $2 where id = $1', [id, state]),
    );

  it('lie in a file that only its owner reads; the database knows the public half alone', async () => {
    const { id } = await campaignOf();
    await keys.prepare(actor, id);
    const file = join(folder, nameOf(id));
    expect([statSync(file).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700]);
    const privateKey = readFileSync(file);
    const { key, size, ready } = await inDatabase(id);
    expect([privateKey.length, key]).toEqual([32, Buffer.from(publicKeyOf(privateKey))]);
    expect([size, ready]).toEqual([ballotSize(SMALL_QUESTIONNAIRE), true]);
    expect(readdirSync(folder)).toEqual([nameOf(id)]);
    const pair = await keys.pair(region.id, id, key!);
    expect(Buffer.from(pair.privateKey)).toEqual(privateKey);
  });

  it('are made once, however often and by however many at the same moment', async () => {
    const { id } = await campaignOf();
    await Promise.all(Array.from({ length: 6 }, () => keysOver(test.database).prepare(actor, id)));
    const { key } = await inDatabase(id);
    await keys.prepare(actor, id);
    expect((await inDatabase(id)).key).toEqual(key);
    expect(readdirSync(folder)).toEqual([nameOf(id)]);
    await expect(keys.pair(region.id, id, key!)).resolves.toBeDefined();
  });

  it.each(['confidential', 'named'] as const)('are not made where answers are %s', async (anonymity) => {
    const { id } = await campaignOf({ anonymity });
    await keys.prepare(actor, id);
    expect(await inDatabase(id)).toEqual({ key: null, size: ballotSize(SMALL_QUESTIONNAIRE), ready: true });
    expect(existsSync(folder)).toBe(false);
  });

  it('of a launch that was rolled back are taken up by the next, or destroyed by the sweep', async () => {
    const { id } = await campaignOf({ state: 'planned' });
    const launch = (fails: boolean): Promise<unknown> =>
      test.database.transaction(actor, async () => {
        await keys.prepare(actor, id);
        if (fails) throw new Error('no mails today');
      });
    await expect(launch(true)).rejects.toThrow('no mails');
    expect(await inDatabase(id)).toEqual({ key: null, size: null, ready: false });
    const left = readFileSync(join(folder, nameOf(id)));
    await launch(false);
    expect((await inDatabase(id)).key).toEqual(Buffer.from(publicKeyOf(left)));

    const other = (await campaignOf({ state: 'planned' })).id;
    await expect(
      test.database.transaction(actor, async () => {
        await keys.prepare(actor, other);
        throw new Error('no mails today');
      }),
    ).rejects.toThrow('no mails');
    expect((await keys.tidy()).destroyed).toEqual([nameOf(other)]);
    expect(readdirSync(folder)).toEqual([nameOf(id)]);
  });

  it('are left alone by the sweep while their campaign is being launched', async () => {
    const { id } = await campaignOf({ state: 'planned' });
    await test.database.transaction(actor, async () => {
      await keys.prepare(actor, id);
      expect(existsSync(join(folder, nameOf(id)))).toBe(true);
      // another process, with a connection of its own; here the scope of the transaction must not be joined
      const swept = await new Promise<{ destroyed: string[] }>((resolve, reject) => {
        keysOver(new Database(test.database.source)).tidy().then(resolve, reject);
      });
      expect(swept.destroyed).toEqual([]);
    });
    const { key } = await inDatabase(id);
    await expect(keys.pair(region.id, id, key!)).resolves.toBeDefined();
  });

  it('are destroyed when their campaign is over, and not before', async () => {
    const [open, closed, stopped] = [await campaignOf(), await campaignOf(), await campaignOf()];
    for (const { id } of [open, closed, stopped]) await keys.prepare(actor, id);
    await end(closed.id, 'closed');
    await end(stopped.id, 'stopped');
    expect((await keys.tidy()).destroyed.sort()).toEqual([nameOf(closed.id), nameOf(stopped.id)].sort());
    expect(readdirSync(folder)).toEqual([nameOf(open.id)]);
  });

  it('of nobody, and files that were half written, stay for a day; what is not ours stays', async () => {
    const { id } = await campaignOf();
    await keys.prepare(actor, id);
    const strange = [nameOf(newId()), `${newId()}.${newId()}`, 'new-0011223344556677'];
    for (const name of [...strange, 'README', `${nameOf(id)}.bak`]) writeFileSync(join(folder, name), 'x');
    expect((await keys.tidy()).destroyed).toEqual([]);
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), yesterday, yesterday);
    expect((await keys.tidy()).destroyed.sort()).toEqual([...strange].sort());
    expect(readdirSync(folder).sort()).toEqual([nameOf(id), `${nameOf(id)}.bak`, 'README'].sort());
  });

  it('are overwritten before they are removed', async () => {
    const { id } = await campaignOf();
    await keys.prepare(actor, id);
    const file = join(folder, nameOf(id));
    const link = join(dataDir, 'second-name');
    linkSync(file, link); // the same bytes on disk under another name
    const before = readFileSync(link);
    await keys.destroy(region.id, id);
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(link)).toHaveLength(32);
    expect(readFileSync(link).equals(before)).toBe(false);
    await keys.destroy(region.id, id); // twice is once
  });

  it('that a running campaign misses are told to the operator long before it closes', async () => {
    const said: unknown[] = [];
    const log = Object.assign(Object.create(createLog('silent')) as ReturnType<typeof createLog>, {
      error: (...parts: unknown[]) => void said.push(parts),
    });
    const loud = new BallotKeys(test.database, clock, { dataDir }, log);
    const { id } = await campaignOf();
    await loud.prepare(actor, id);
    const file = join(folder, nameOf(id));
    const kept = readFileSync(file);
    expect((await loud.tidy()).missing.filter((name) => name.startsWith(region.id))).toEqual([]);
    rmSync(file);
    for (let k = 0; k < 3; k++) expect((await loud.tidy()).missing).toContain(nameOf(id));
    expect(said.filter((one) => JSON.stringify(one).includes(id))).toEqual([
      [{ file }, 'the key of a running campaign is not there: put the file back'],
    ]);
    writeFileSync(file, kept);
    expect((await loud.tidy()).missing).not.toContain(nameOf(id));
  });
});
