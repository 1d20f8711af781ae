import { Inject, Injectable } from '@nestjs/common';
import type { Language, MeView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, CONFIG, Database, permissionsOf, type Actor, type Config } from '#libs/platform';
import { RegionsService } from '../regions/regions.service.js';
import { TaskLinksService } from '../task-links/task-links.service.js';
import { PeopleQueries } from './people.queries.js';
import { Person } from './person.entity.js';

/** The signed-in person: who, where, with which roles, and what the screens may offer. */
@Injectable()
export class MeService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly people: PeopleQueries,
    private readonly regions: RegionsService,
    private readonly links: TaskLinksService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'demo' | 'embedded'>,
  ) {}

  async view(actor: Actor): Promise<MeView> {
    const personId = actor.personId as string;
    return this.database.transaction(actor, async () => {
      const region = await this.regions.current(actor);
      const full = actor.kind === 'person';
      const regions = full
        ? await this.database.query<{ id: string; slug: string; name: string }>(
            'select id, slug, name from person_regions($1)',
            [personId],
          )
        : [{ id: region.id, slug: region.slug, name: region.name }];
      return {
        person: { id: personId, name: actor.name, email: actor.email, language: actor.language },
        region,
        regions,
        // a task session is nobody's whole self: it shows no roles and offers one page
        roles: full ? ((await this.people.rolesOf([personId], { ended: false })).get(personId) ?? []) : [],
        permissions: permissionsOf(actor),
        demo: this.config.demo && this.config.embedded,
        task: actor.task ? { kind: actor.task.kind, href: await this.links.hrefOf(actor) } : null,
      };
    });
  }

  /** Changes one's own name or language. */
  async change(actor: Actor, values: { name?: string; language?: Language }): Promise<MeView> {
    const personId = actor.personId as string;
    return this.database.transaction(actor, async () => {
      allow(actor.kind === 'person', 'auth.task-only');
      const name = values.name?.trim() ?? actor.name;
      const language = values.language ?? actor.language;
      await this.database.repository(Person).update(personId, { name, language });
      this.audit.record(actor, {
        event: 'person.changed',
        action: 'U',
        subjectKind: 'person',
        subjectId: personId,
        detail: { fields: Object.keys(values) },
      });
      return this.view({ ...actor, name, language });
    });
  }
}
