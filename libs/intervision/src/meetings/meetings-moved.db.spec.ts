import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { loadMigrations } from '#libs/platform';
import {
  makeGroup,
  makeMeeting,
  makePractice,
  makeRegion,
  openTestDatabase,
  type TestDatabase,
} from '#libs/testing';

describe('the meeting that every group had, moved out of the group', () => {
  let test: TestDatabase;
  let owner: DataSource;
  let region: { id: string };

  beforeAll(async () => {
    test = await openTestDatabase();
    owner = await new DataSource({
      type: 'postgres',
      url: test.ownerUrl,
      migrations: await loadMigrations(join(process.cwd(), 'migrations')),
      migrationsTableName: 'migration',
      migrationsTransactionMode: 'each',
      installExtensions: false,
    }).initialize();
    region = await makeRegion(test.database);
  });
  afterAll(async () => {
    await owner.destroy();
    await test.close();
  });

  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId: region.id }, () => test.database.query<Row>(sql, values));
  const applied = async (): Promise<number> =>
    Number(
      (await owner.query<{ n: string }[]>(`select count(*) as n from migration where name > 'A'`))[0]?.n,
    );
  const hasMeetings = async (): Promise<boolean> =>
    (await owner.query<{ has: boolean }[]>(`select to_regclass('meeting') is not null as has`))[0]?.has ??
    false;
  const meetingRows = () =>
    rows(`select id, group_id, circle, title, state, to_char(date, 'YYYY-MM-DD') as date, start_time, end_time, starts_at, ends_at, location,
      calendar_uid, calendar_sequence, closed_at from meeting order by id`);

  it('goes back into the group and out again without losing its moment, place or calendar entry', async () => {
    const practices = [
      await makePractice(test.database, region.id),
      await makePractice(test.database, region.id),
    ];
    const ids = practices.map(({ id }) => id);
    const coming = await makeGroup(test.database, region.id, { practices: ids });
    const past = await makeGroup(test.database, region.id, { practices: ids });
    const ended = await makeGroup(test.database, region.id, { practices: ids });
    await rows(`update meeting set location = 'De Linde', calendar_sequence = 4, title = 'Thema nummer 1'`);
    await rows(`update meeting set state = 'closed', closed_at = '2027-02-09T22:00:00Z' where id = $1`, [
      past.id,
    ]);
    await rows(`update meeting set state = 'cancelled' where id = $1`, [ended.id]);
    await rows(`update intervision_group set ended_on = '2027-01-05' where id = $1`, [ended.id]);
    // one left before the meeting of its group, one after it
    await rows(`update group_member set left_at = '2027-01-05' where group_id = $1 and practice_id = $2`, [
      coming.id,
      ids[0],
    ]);
    await rows(`update group_member set left_at = '2027-03-05' where group_id = $1 and practice_id = $2`, [
      past.id,
      ids[0],
    ]);
    await makeMeeting(test.database, region.id, { practices: ids });
    const first = [coming, past, ended].map(({ id }) => id);
    const before = (await meetingRows()).filter((row) => first.includes((row as { id: string }).id));
    const all = await applied();

    while (await hasMeetings()) await owner.undoLastMigration({ transaction: 'each' });
    expect(
      await rows(
        `select to_char(date, 'YYYY-MM-DD') as date, start_time, location, calendar_sequence, ended_told_at from intervision_group where id = $1`,
        [past.id],
      ),
    ).toEqual([
      {
        date: '2027-02-09',
        start_time: '19:30',
        location: 'De Linde',
        calendar_sequence: 4,
        ended_told_at: new Date('2027-02-09T22:00:00Z'),
      },
    ]);
    await owner.runMigrations({ transaction: 'each' });

    expect(await applied()).toBe(all);
    expect(await meetingRows()).toEqual(before);
    const present = await rows<{ meeting_id: string; practice_id: string }>(
      `select meeting_id, practice_id from meeting_practice where left_at is null`,
    );
    const at = (groupId: string) =>
      present.filter(({ meeting_id }) => meeting_id === groupId).map(({ practice_id }) => practice_id);
    expect(at(coming.id)).toEqual([ids[1]]);
    expect(at(past.id).sort()).toEqual([...ids].sort());
  });
});
