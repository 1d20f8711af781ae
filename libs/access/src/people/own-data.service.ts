import { Injectable } from '@nestjs/common';
import type { OwnDataView } from '#libs/contracts';
import { allow, Database, found, type Actor } from '#libs/platform';
import { PeopleQueries } from './people.queries.js';
import { Person } from './person.entity.js';

type Doors = Pick<OwnDataView, 'sessions' | 'signIns' | 'taskLinks'>;

/** What this context keeps about the signed-in person (AVG art. 15): who they are, their roles, and how they came in. */
@Injectable()
export class OwnDataService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
  ) {}

  /** No token, code or hash is part of it. @throws auth.task-only: a task link shows one task, never a whole person */
  async of(actor: Actor): Promise<Pick<OwnDataView, 'person' | 'roles'> & Doors> {
    allow(actor.kind === 'person', 'auth.task-only');
    const personId = actor.personId as string;
    return this.database.transaction(actor, async () => {
      const person = found(await this.database.repository(Person).findOneBy({ id: personId }), 'person');
      const roles = await this.people.rolesOf([personId], { ended: true });
      const [row] = await this.database.query<{ doors: Doors }>('select person_doors($1) as doors', [
        personId,
      ]);
      const { id, name, email, language, createdAt } = person;
      return {
        person: { id, name, email, language, since: createdAt.toISOString() },
        roles: roles.get(personId) ?? [],
        ...(row as { doors: Doors }).doors,
      };
    });
  }
}
