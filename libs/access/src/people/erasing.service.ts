import { Injectable } from '@nestjs/common';
import type { PersonView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, Clock, Database, found, Rooms, systemActor, type Actor } from '#libs/platform';
import { canManagePeople } from '../access.policy.js';
import { PeopleQueries } from './people.queries.js';

/**
 * Erases people (AVG art. 17): name, address, job titles, BIG numbers, sessions, links, and their name wherever it was typed.
 * Ids stay, so that the audit log stays whole and still says that one and the same somebody did things.
 */
@Injectable()
export class ErasingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    private readonly audit: AuditService,
    private readonly people: PeopleQueries,
  ) {}

  /**
   * Erases one person in every region; cannot be undone. Erasing twice is erasing once.
   * @throws not-found, or person.still-active while any region has an open role of this person.
   */
  async erase(actor: Actor, personId: string): Promise<PersonView> {
    allow(canManagePeople(actor));
    return this.database.transaction(actor, async () => {
      const person = found(await this.people.person(personId), 'person');
      if (person.archived) return person;
      allow(await this.gone(actor, personId, 'infinity', 'request'), 'person.still-active');
      return found(await this.people.person(personId), 'person');
    });
  }

  /** Erases who has had no role since `before` (RETENTION.personMonths). @returns how many. Doing it twice does it once. */
  async forgetIdle(regionId: string, before: Date): Promise<number> {
    const actor = systemActor(regionId);
    const idle = await this.database.transaction(actor, () =>
      this.database.query<{ person: string }>('select person from people_idle($1) where here', [before]),
    );
    let erased = 0;
    // one transaction each: a person somebody is giving a role just now keeps nobody else waiting
    for (const { person } of idle)
      if (await this.database.transaction(actor, () => this.gone(actor, person, before, 'retention')))
        erased += 1;
    return erased;
  }

  private async gone(
    actor: Actor,
    personId: string,
    before: Date | 'infinity',
    reason: 'request' | 'retention',
  ): Promise<boolean> {
    const [row] = await this.database.query<{ done: boolean }>('select person_erase($1, $2, $3) as done', [
      personId,
      this.clock.now(),
      before,
    ]);
    if (!row?.done) return false;
    await this.rooms.recheck(personId);
    this.audit.record(actor, {
      event: 'person.erased',
      action: 'D',
      subjectKind: 'person',
      subjectId: personId,
      detail: { reason },
    });
    return true;
  }
}
