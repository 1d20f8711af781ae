import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Facts as FactPayloads, Role } from '#libs/contracts';
import { Facts, newId } from '#libs/platform';
import {
  makeActor,
  makeMeeting,
  makePractice,
  makeRegion,
  makeRound,
  openTestDatabase,
  processOf,
  TurnedClock,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { IntervisionSweeps } from '../intervision.sweeps.js';

type Closed = FactPayloads['meeting.closed'];

describe('a meeting that is over', () => {
  let test: TestDatabase;
  let services: TestProcess['services'];
  let close: TestProcess['close'];
  let sweeps: IntervisionSweeps;
  let region: { id: string };
  let round: { id: string; themes: string[]; dates: string[] };
  let told: Closed[] = [];
  let failing: string | null = null;
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    ({ services, close } = processOf(test, clock));
    services(Facts).on('meeting.closed', async (_actor, fact) => {
      if (fact.groupId === failing) throw new Error('no room for this one');
      told.push(fact);
    });
    sweeps = services(IntervisionSweeps);
  });
  afterAll(async () => {
    await close();
    await test.close();
  });
  beforeEach(async () => {
    clock.set('2027-02-09T12:00:00Z');
    told = [];
    failing = null;
    region = await makeRegion(test.database);
    round = await makeRound(test.database, region.id, { state: 'published', name: 'Intervisie 2027' });
  });

  const inRegion = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId: region.id }, () => test.database.query<Row>(sql, values));
  let number = 0;
  async function group(
    endsAt: string,
    members: { practiceId: string; left?: boolean }[],
    more: { leader?: { personId: string; practiceId: string }; cancelled?: boolean } = {},
  ): Promise<string> {
    const id = newId();
    await inRegion(
      `insert into intervision_group (id, region_id, round_id, number, name, theme_id, date_id, leader_practice_id, leader_person_id, started_on)
       values ($1, $2, $3, $4, 'Groep', $5, $6, $7, $8, '2027-01-01')`,
      [
        id,
        region.id,
        round.id,
        ++number,
        round.themes[0],
        round.dates[0],
        more.leader?.practiceId ?? null,
        more.leader?.personId ?? null,
      ],
    );
    for (const { practiceId, left } of members)
      await inRegion(
        `insert into group_member (region_id, group_id, practice_id, joined_at, left_at) values ($1, $2, $3, '2027-01-01', $4)`,
        [region.id, id, practiceId, left ? '2027-01-15' : null],
      );
    const startsAt = new Date(Date.parse(endsAt) - 5_400_000).toISOString();
    await makeMeeting(test.database, region.id, { id, groupId: id, startsAt, endsAt });
    if (more.cancelled) await inRegion(`update meeting set state = 'cancelled' where id = $1`, [id]);
    return id;
  }
  const person = (role: Role, practiceId: string) =>
    makeActor(test.database, region.id, role, { scopeId: practiceId });

  it('is told once, with who was asked to be there (SUR-15)', async () => {
    const named = (name: string) => makePractice(test.database, region.id, { name });
    const [linde, kade, weg] = [await named('De Linde'), await named('De Kade'), await named('Weg')];
    const holder = await person('practice-holder', linde.id);
    await inRegion(
      `insert into role_assignment (region_id, person_id, role, scope_kind, scope_id) values ($1, $2, 'practice-contact', 'practice', $3)`,
      [region.id, holder.personId, linde.id],
    );
    const contact = await person('practice-contact', kade.id);
    const leader = await person('practice-employee', kade.id);
    await person('practice-holder', weg.id);
    const id = await group(
      '2027-02-09T20:00:00Z',
      [{ practiceId: linde.id }, { practiceId: kade.id }, { practiceId: weg.id, left: true }],
      { leader: { personId: leader.personId, practiceId: kade.id } },
    );
    await group('2027-02-17T20:00:00Z', [{ practiceId: weg.id }]);

    expect(await sweeps.sweep(region.id)).toMatchObject({ ended: 0 });
    clock.set('2027-02-09T21:59:59Z');
    expect(await sweeps.sweep(region.id)).toMatchObject({ ended: 0 });
    clock.set('2027-02-09T22:00:00Z');
    expect(await sweeps.sweep(region.id)).toMatchObject({ ended: 1 });
    expect(told).toEqual([
      {
        meetingId: id,
        groupId: id,
        roundId: round.id,
        round: 'Intervisie 2027',
        theme: 'Thema nummer 1',
        endedAt: '2027-02-09T20:00:00.000Z',
        lastEndsAt: '2027-02-17T20:00:00.000Z',
        attendees: [
          { personId: contact.personId, practiceId: kade.id, role: 'practice-contact' },
          { personId: holder.personId, practiceId: linde.id, role: 'practice-holder' },
          { personId: leader.personId, practiceId: kade.id, role: 'discussion-leader' },
        ],
      },
    ]);
    const again = await Promise.all([1, 2, 3].map(() => sweeps.sweep(region.id)));
    expect(again.map(({ ended }) => ended)).toEqual([0, 0, 0]);
    clock.set('2027-02-20T20:00:00Z');
    expect(await sweeps.sweep(region.id)).toMatchObject({ ended: 1 });
    expect(told).toHaveLength(2);
  });

  it('is told once by workers that sweep at the same moment', async () => {
    for (let k = 0; k < 5; k++) await group('2027-02-09T09:30:00Z', []);
    const results = await Promise.all([1, 2, 3, 4].map(() => sweeps.sweep(region.id)));
    expect(results.reduce((sum, { ended }) => sum + ended, 0)).toBe(5);
    expect(new Set(told.map(({ groupId }) => groupId)).size).toBe(5);
  });

  it('is not told of a group that was taken apart', async () => {
    await group('2027-02-09T09:30:00Z', [], { cancelled: true });
    expect(await sweeps.sweep(region.id)).toMatchObject({ ended: 0 });
  });

  it('waits when the others cannot hear it, without keeping another meeting waiting', async () => {
    failing = await group('2027-02-09T09:00:00Z', []);
    const other = await group('2027-02-09T09:30:00Z', []);
    await expect(sweeps.sweep(region.id)).rejects.toThrow('Some rounds or meetings could not be swept.');
    expect(told.map(({ groupId }) => groupId)).toEqual([other]);
    const first = failing;
    failing = null;
    expect(await sweeps.sweep(region.id)).toMatchObject({ ended: 1 });
    expect(told.map(({ groupId }) => groupId)).toEqual([other, first]);
  });
});
