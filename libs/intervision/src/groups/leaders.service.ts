import { Injectable } from '@nestjs/common';
import { PeopleService } from '#libs/access';
import { Database, type Actor } from '#libs/platform';

/** Keeps the role `discussion-leader` with the person who leads a group: one person per group, the history stays (XCT-09). */
@Injectable()
export class LeadersService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
  ) {}

  /**
   * Gives the lead to a person, or to nobody, inside the open transaction. Whoever led before keeps the role in the history.
   * The caller has decided that the actor may: a discussion leader hands on a role that only coordinators give out.
   */
  async set(actor: Actor, groupId: string, personId: string | null): Promise<void> {
    const onBehalf: Actor = { ...actor, kind: 'system' };
    const held = await this.database.query<{ id: string; person_id: string }>(
      `select id, person_id from role_assignment where role = 'discussion-leader' and scope_id = $1 and until is null`,
      [groupId],
    );
    for (const role of held) if (role.person_id !== personId) await this.people.endRole(onBehalf, role.id);
    if (personId && !held.some((role) => role.person_id === personId))
      await this.people.grantRole(onBehalf, {
        to: { personId },
        role: 'discussion-leader',
        scopeId: groupId,
      });
  }
}
