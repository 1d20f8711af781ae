import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makePractice, makeRegion, openTestDatabase, type TestDatabase } from '#libs/testing';

describe('the tenant transaction (architecture §5)', () => {
  let test: TestDatabase;
  let north: { id: string };
  let south: { id: string };

  beforeAll(async () => {
    test = await openTestDatabase();
    north = await makeRegion(test.database);
    south = await makeRegion(test.database);
    await makePractice(test.database, north.id, { name: 'De Noord' });
    await makePractice(test.database, south.id, { name: 'De Zuid' });
  });
  afterAll(() => test.close());

  const namesIn = (regionId: string) =>
    test.database.transaction({ regionId }, () =>
      test.database.query<{ name: string }>('select name from practice'),
    );

  it('shows a region its own rows and nothing else', async () => {
    expect(await namesIn(north.id)).toEqual([{ name: 'De Noord' }]);
    expect(await namesIn(south.id)).toEqual([{ name: 'De Zuid' }]);
  });

  it('shows nothing at all outside a transaction, also on a connection that served a region before', async () => {
    await namesIn(north.id);
    for (let k = 0; k < 20; k++) expect(await test.database.definer('select name from practice')).toEqual([]);
  });

  it('never mixes two regions over 500 concurrent transactions on a pool of ten', async () => {
    const seen = await Promise.all(
      Array.from({ length: 500 }, async (_, k) => {
        const region = k % 2 ? north : south;
        const [row] = await namesIn(region.id);
        return { expected: k % 2 ? 'De Noord' : 'De Zuid', name: row?.name };
      }),
    );
    expect(seen.filter((one) => one.name !== one.expected)).toEqual([]);
  });

  it('never mixes two regions where a plan is kept for all of them, also sent twice before the first answer', async () => {
    const sql = 'select name, $1::integer as k from practice';
    const seen = await Promise.all(
      Array.from({ length: 300 }, async (_, k) => {
        const rows = await test.database.transaction({ regionId: (k % 2 ? north : south).id }, () =>
          Promise.all(
            [k, k + 1].map((one) => test.database.prepared<{ name: string; k: number }>(sql, [one])),
          ),
        );
        return { rows: rows.flat(), expected: k % 2 ? 'De Noord' : 'De Zuid', k };
      }),
    );
    for (const { rows, expected, k } of seen)
      expect(rows).toEqual([
        { name: expected, k },
        { name: expected, k: k + 1 },
      ]);
  });

  it('keeps a connection whole when a statement with a plan of its own is wrong', async () => {
    const wrong = () =>
      test.database.transaction({ regionId: north.id }, () =>
        test.database.prepared('select nothing from practice'),
      );
    for (let k = 0; k < 20; k++) await expect(wrong()).rejects.toThrow(/nothing/);
    expect(await namesIn(north.id)).toEqual([{ name: 'De Noord' }]);
  });

  it('refuses to write a row into another region', async () => {
    await expect(
      test.database.transaction({ regionId: north.id }, () =>
        test.database.query(
          `insert into practice (region_id, agb, name) values ($1, '01999999', 'Indringer')`,
          [south.id],
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('refuses to reach from one region into another inside a transaction', async () => {
    await expect(
      test.database.transaction({ regionId: north.id }, () =>
        test.database.transaction({ regionId: south.id }, async () => 1),
      ),
    ).rejects.toThrow(/another region/);
  });

  it('rolls everything back when the work throws, steps before commit included', async () => {
    await expect(
      test.database.transaction({ regionId: north.id }, async () => {
        await test.database.query(`update practice set name = 'Half'`);
        test.database.beforeCommit(async () => {
          throw new Error('last step failed');
        });
      }),
    ).rejects.toThrow('last step failed');
    expect(await namesIn(north.id)).toEqual([{ name: 'De Noord' }]);
  });

  it('runs steps after commit only when the transaction is really there', async () => {
    const steps: string[] = [];
    await test.database.transaction({ regionId: north.id }, async () => {
      test.database.afterCommit(() => void steps.push('after'));
      steps.push('work');
    });
    await test.database
      .transaction({ regionId: north.id }, async () => {
        test.database.afterCommit(() => void steps.push('never'));
        throw new Error('undone');
      })
      .catch(() => undefined);
    expect(steps).toEqual(['work', 'after']);
  });

  it('keeps savepoints inside the one transaction when TypeORM nests', async () => {
    await test.database.transaction({ regionId: north.id }, async (manager) => {
      await manager
        .transaction(async (inner) => {
          await inner.query(`update practice set town = 'Binnen'`);
          throw new Error('inner');
        })
        .catch(() => undefined);
      await test.database.query(`update practice set district = 'Buiten'`);
    });
    const rows = await test.database.transaction({ regionId: north.id }, () =>
      test.database.query('select town, district from practice'),
    );
    expect(rows).toEqual([{ town: 'Vlierdam', district: 'Buiten' }]);
  });
});
