import { Inject, Injectable } from '@nestjs/common';
import { ROLES, type DemoPersonView, type DemoView } from '#libs/contracts';
import { CONFIG, Database, found, isId, type Config } from '#libs/platform';
import { PeopleQueries } from '../people/people.queries.js';
import { SessionsService, type Entrance, type Visitor } from '../sessions/sessions.service.js';

/**
 * Who can be chosen on the sign-in page of the demo: everybody whose address ends with this. The seeder gives it to a
 * handful of people, one or two per role; all others of the demo region have addresses at another domain.
 */
export const DEMO_DOMAIN = '@demo.leerkring.example';

/** Signing in without mail, in the embedded demo region only. Anywhere else these doors do not exist. */
@Injectable()
export class DemoService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'demo' | 'embedded'>,
  ) {}

  /** One line per person, in the order of the role list. @throws not-found outside the embedded demo. */
  async view(): Promise<DemoView> {
    this.onlyInDemo();
    const regions = await this.database.definer<{ id: string }>('select id from region order by id');
    const found: DemoPersonView[] = [];
    for (const { id: regionId } of regions) {
      const page = await this.database.transaction({ regionId }, () =>
        this.people.page({ q: DEMO_DOMAIN, limit: 50 }),
      );
      for (const person of page.items) {
        const first = person.roles.find((held) => held.until === null);
        if (!first || person.archived || !person.email.endsWith(DEMO_DOMAIN)) continue;
        if (found.some((one) => one.id === person.id)) continue;
        found.push({ id: person.id, name: person.name, role: first.role, scopeName: first.scopeName });
      }
    }
    const rank = (person: DemoPersonView): number => ROLES.indexOf(person.role);
    return { people: found.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'nl')) };
  }

  /** @throws not-found for anybody who is not on the list. */
  async signIn(personId: string, visitor: Visitor): Promise<Entrance> {
    this.onlyInDemo();
    const { people } = await this.view();
    found(isId(personId) ? people.find((person) => person.id === personId) : null, 'person');
    return found(await this.sessions.enter(personId, 'demo', visitor), 'person');
  }

  private onlyInDemo(): void {
    found(this.config.demo && this.config.embedded ? true : null, 'demo');
  }
}
