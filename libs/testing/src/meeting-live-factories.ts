import { newId, systemActor, type Actor, type Database } from '#libs/platform';
import { makeActor, makePractice } from './factories.js';
import { makeGroup } from './group-factories.js';
import { makeMeeting } from './meeting-factories.js';

export interface LiveMeetingRows {
  id: string;
  groupId: string;
  startsAt: Date;
  endsAt: Date;
  /** At the table, each with somebody who takes part; the leader's own first. */
  practices: { id: string; name: string; person: Actor & { personId: string } }[];
  /** Leads the group, and belongs to the first practice. */
  leader: Actor & { personId: string };
}

/** A group with its leader, and a meeting that can be opened. */
export async function makeLiveMeeting(
  database: Database,
  regionId: string,
  wish: { practices: number; startsAt: string; minutes?: number; led?: boolean },
): Promise<LiveMeetingRows> {
  const startsAt = new Date(wish.startsAt);
  const endsAt = new Date(startsAt.getTime() + (wish.minutes ?? 90) * 60_000);
  const practices: LiveMeetingRows['practices'] = [];
  for (let k = 0; k < wish.practices; k++) {
    const { id, name } = await makePractice(database, regionId, { name: `Praktijk ${'ABCDEFGHIJ'[k]}` });
    practices.push({
      id,
      name,
      person: await makeActor(database, regionId, 'practice-holder', { scopeId: id }),
    });
  }
  const group = await makeGroup(database, regionId, {
    practices: practices.map(({ id }) => id),
    leaderPracticeId: practices[0]?.id,
  });
  const [first] = practices;
  if (!first) throw new Error('A live meeting needs a practice.');
  const leader = await makeActor(database, regionId, 'discussion-leader', {
    scopeId: wish.led === false ? newId() : group.id,
  });
  leader.roles.push(await roleAt(database, regionId, leader.personId, first.id));
  const id = await makeMeeting(database, regionId, {
    groupId: group.id,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  });
  return { id, groupId: group.id, startsAt, endsAt, practices, leader };
}

async function roleAt(
  database: Database,
  regionId: string,
  personId: string,
  practiceId: string,
): Promise<Actor['roles'][number]> {
  const role = {
    id: newId(),
    role: 'practice-holder' as const,
    scopeKind: 'practice' as const,
    scopeId: practiceId,
  };
  await database.transaction(systemActor(regionId), () =>
    database.query(
      `insert into role_assignment (id, region_id, person_id, role, scope_kind, scope_id) values ($1, $2, $3, $4, $5, $6)`,
      [role.id, regionId, personId, role.role, role.scopeKind, role.scopeId],
    ),
  );
  return role;
}
