import { Injectable } from '@nestjs/common';
import type { Language, Page, PersonView, Role, RoleView, ScopeKind } from '#libs/contracts';
import { Clock, Database, newId } from '#libs/platform';
import { addressOf, likePattern, readCursor, writeCursor } from './people.rules.js';

/** Somebody of a practice whom the platform may write to. */
export interface PracticePerson {
  practiceId: string;
  personId: string;
  name: string;
  email: string;
  language: Language;
  roles: { id: string; role: Role; jobTitle: string | null; bigNumber: string | null; since: Date }[];
}

interface RoleRow {
  id: string;
  person_id: string;
  role: Role;
  scope_kind: ScopeKind;
  scope_id: string | null;
  scope_name: string | null;
  job_title: string | null;
  big_number: string | null;
  since: Date;
  until: Date | null;
  handed_over_to: string | null;
}

/**
 * Roles with the names of what they are held over. Practices, groups and sessions are read by table name: their libs stand above
 * this one, and only the name is needed.
 */
const ROLES_SQL = `
  select r.id, r.person_id, r.role, r.scope_kind, r.scope_id, coalesce(practice.name, circle.name, hour.title) as scope_name,
    r.job_title, r.big_number, r.since, r.until, heir_person.name as handed_over_to
  from role_assignment r
    left join practice on r.scope_kind = 'practice' and practice.id = r.scope_id
    left join intervision_group circle on r.scope_kind = 'group' and circle.id = r.scope_id
    left join dialogue_session hour on r.scope_kind = 'session' and hour.id = r.scope_id
    left join role_assignment heir on heir.id = r.handed_over_to
    left join person heir_person on heir_person.id = heir.person_id`;

const roleView = (row: RoleRow): RoleView => ({
  id: row.id,
  role: row.role,
  scopeKind: row.scope_kind,
  scopeId: row.scope_id,
  scopeName: row.scope_name,
  jobTitle: row.job_title,
  bigNumber: row.big_number,
  since: row.since.toISOString(),
  until: row.until?.toISOString() ?? null,
  handedOverTo: row.handed_over_to,
});

/** People as other contexts look them up. Every method runs in the open transaction and sees its region alone. */
@Injectable()
export class PeopleQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Holders, contacts and employees of one practice who hold their role now (ORG-03…05). */
  async peopleOfPractice(practiceId: string): Promise<PracticePerson[]> {
    return (
      (
        await this.peopleOfPractices(
          [practiceId],
          ['practice-holder', 'practice-contact', 'practice-employee'],
        )
      ).get(practiceId) ?? []
    );
  }

  /** Whom mails for a practice go to (ORG-05): its contacts, or its holders when it has no contact. One query. */
  async addresseesOfPractices(practiceIds: string[]): Promise<Map<string, PracticePerson[]>> {
    const people = await this.peopleOfPractices(practiceIds, ['practice-contact', 'practice-holder']);
    for (const [practiceId, persons] of people) {
      const contacts = persons.filter((person) =>
        person.roles.some((held) => held.role === 'practice-contact'),
      );
      if (contacts.length > 0) people.set(practiceId, contacts);
    }
    return people;
  }

  /** The people who hold one of the roles over each of the practices; a practice without any has no entry. One query. */
  async peopleOfPractices(practiceIds: string[], roles: Role[]): Promise<Map<string, PracticePerson[]>> {
    const rows = await this.database.prepared<{
      practice_id: string;
      person_id: string;
      name: string;
      email: string;
      language: Language;
      roles: { id: string; role: Role; job_title: string | null; big_number: string | null; since: string }[];
    }>(
      `select r.scope_id as practice_id, p.id as person_id, p.name, p.email, p.language,
         jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'job_title', r.job_title, 'big_number', r.big_number,
           'since', r.since) order by r.since, r.id) as roles
       from role_assignment r join person p on p.id = r.person_id
       where r.region_id = current_region() and r.scope_kind = 'practice' and r.scope_id = any($1) and r.role = any($2)
         and r.until is null and p.archived_at is null
       group by r.scope_id, p.id order by lower(p.name), p.id`,
      [practiceIds, roles],
    );
    const people = new Map<string, PracticePerson[]>();
    for (const row of rows) {
      const persons = people.get(row.practice_id) ?? [];
      persons.push({
        practiceId: row.practice_id,
        personId: row.person_id,
        name: row.name,
        email: row.email,
        language: row.language,
        roles: row.roles.map((held) => ({
          id: held.id,
          role: held.role,
          jobTitle: held.job_title,
          bigNumber: held.big_number,
          since: new Date(held.since),
        })),
      });
      people.set(row.practice_id, persons);
    }
    return people;
  }

  /**
   * The person with this address, made when there is none. A known person keeps the name they have.
   * @returns the person's id and whether it is new.
   */
  async upsertPerson(
    name: string,
    email: string,
    language: Language = 'nl',
  ): Promise<{ id: string; created: boolean }> {
    const address = addressOf(email);
    const [made] = await this.database.query<{ id: string }>(
      `insert into person (id, email, name, language, created_at) values ($1, $2, $3, $4, $5)
       on conflict (lower(email)) do nothing returning id`,
      [newId(), address, name.trim(), language, this.clock.now()],
    );
    if (made) return { id: made.id, created: true };
    const [known] = await this.database.query<{ id: string }>(
      'select id from person where lower(email) = $1',
      [address],
    );
    if (!known) throw new Error('A person was neither made nor found.');
    await this.database.query(
      'update person set archived_at = null where id = $1 and archived_at is not null',
      [known.id],
    );
    return { id: known.id, created: false };
  }

  /** Roles of these people in the open transaction's region, the ones held now first. */
  async rolesOf(personIds: string[], options: { ended: boolean }): Promise<Map<string, RoleView[]>> {
    const rows = await this.database.query<RoleRow>(
      `${ROLES_SQL} where r.region_id = current_region() and r.person_id = any($1) and ($2 or r.until is null)
       order by r.until is not null, r.since, r.id`,
      [personIds, options.ended],
    );
    const roles = new Map<string, RoleView[]>();
    for (const row of rows) roles.set(row.person_id, [...(roles.get(row.person_id) ?? []), roleView(row)]);
    return roles;
  }

  async role(roleId: string): Promise<RoleView | null> {
    const [row] = await this.database.query<RoleRow>(
      `${ROLES_SQL} where r.region_id = current_region() and r.id = $1`,
      [roleId],
    );
    return row ? roleView(row) : null;
  }

  /** One person who holds or held a role in this region, or null. */
  async person(personId: string): Promise<PersonView | null> {
    const page = await this.page({ personId, limit: 1 });
    return page.items[0] ?? null;
  }

  /** People with a role in this region, past or present, by name. Three queries, however many rows. */
  async page(options: {
    q?: string;
    role?: Role;
    personId?: string;
    cursor?: string;
    limit: number;
  }): Promise<Page<PersonView>> {
    const after = options.cursor ? readCursor(options.cursor) : null;
    const where = `
      (exists (select 1 from role_assignment r where r.region_id = current_region() and r.person_id = p.id
          and ($1::text is null or (r.role = $1 and r.until is null)))
        -- specialists and contacts of departments come in by links and hold no role; read by table name like the names above
        or ($1::text is null or $1 = 'specialist') and exists (select 1 from session_specialist s where s.person_id = p.id)
        or $1::text is null and exists (select 1 from department d where d.contact_person_id = p.id))
      and ($2::text is null or p.name ilike $2 or p.email ilike $2)
      and ($3::uuid is null or p.id = $3)`;
    const values = [
      options.role ?? null,
      options.q?.trim() ? likePattern(options.q) : null,
      options.personId ?? null,
    ];
    const rows = await this.database.query<{
      id: string;
      name: string;
      email: string;
      language: Language;
      archived: boolean;
      sort: string;
    }>(
      `select p.id, p.name, p.email, p.language, p.archived_at is not null as archived, lower(p.name) as sort from person p
       where ${where} and ($4::text is null or (lower(p.name), p.id::text) > ($4, $5)) order by lower(p.name), p.id::text limit $6`,
      [...values, after?.name ?? null, after?.id ?? null, options.limit + 1],
    );
    const [count] = await this.database.query<{ n: number }>(
      `select count(*)::integer as n from person p where ${where}`,
      values,
    );
    const page = rows.slice(0, options.limit);
    const roles = await this.rolesOf(
      page.map((row) => row.id),
      { ended: true },
    );
    const last = page.at(-1);
    return {
      items: page.map(({ sort: _sort, ...row }) => ({ ...row, roles: roles.get(row.id) ?? [] })),
      next: rows.length > options.limit && last ? writeCursor({ name: last.sort, id: last.id }) : null,
      total: count?.n ?? 0,
    };
  }

  /** The ids of the regions in which a person holds a role now. Looks beyond the open region: for policies only. */
  async regionsOf(personId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>('select id from person_regions($1)', [personId]);
    return rows.map((row) => row.id);
  }
}
