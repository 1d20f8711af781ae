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
        to: (await this.namedInAnAnswer(personId)) ?? { personId },
        role: 'discussion-leader',
        scopeId: groupId,
      });
  }

  /** A colleague whom a practice named in its answer is a person without any role yet: known by address, not by role. */
  private async namedInAnAnswer(personId: string): Promise<{ name: string; email: string } | null> {
    const [named] = await this.database.query<{ name: string; email: string }>(
      `select name, email from person p where id = $1
         and exists (select 1 from round_answer a where a.region_id = current_region() and a.leader_person_id = p.id)
         and not exists (select 1 from role_assignment r where r.region_id = current_region() and r.person_id = p.id)`,
      [personId],
    );
    return named ?? null;
  }
}
