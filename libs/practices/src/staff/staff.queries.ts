import { Injectable } from '@nestjs/common';
import type { Role, StaffView } from '#libs/contracts';
import { Clock, Database, newId, type Actor } from '#libs/platform';

export type StaffRole = Extract<Role, 'practice-holder' | 'practice-contact' | 'practice-employee'>;
export const STAFF_ROLES = ['practice-holder', 'practice-contact', 'practice-employee'] as const;

/** One role that somebody holds or held at a practice. */
export interface StaffRow {
  id: string;
  practiceId: string;
  personId: string;
  name: string;
  email: string;
  role: Role;
  jobTitle: string | null;
  bigNumber: string | null;
  since: Date;
  until: Date | null;
  handedOverTo: string | null;
}

/** Somebody who is to hold a role at a practice from now on. */
export interface StaffGrant {
  practiceId: string;
  role: Role;
  personId: string;
  jobTitle?: string | null;
  bigNumber?: string | null;
}

const ROWS = `select r.id, r.scope_id as "practiceId", r.person_id as "personId", e.name, e.email, r.role, r.job_title as "jobTitle",
    r.big_number as "bigNumber", r.since, r.until, t.name as "handedOverTo"
  from role_assignment r join person e on e.id = r.person_id
  left join role_assignment h on h.id = r.handed_over_to left join person t on t.id = h.person_id
  where r.scope_kind = 'practice'`;

/** An address as it is kept and compared. */
export const addressKey = (email: string): string => email.trim().toLowerCase();

/**
 * Roles at practices, many at a time and inside the open transaction: an import of a whole region asks as few queries as one
 * person who joins. Roles are ended and handed over, never deleted.
 */
@Injectable()
export class StaffQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Everybody who works or worked at the practice: present ones first, then the last to leave. */
  ofPractice(practiceId: string): Promise<StaffRow[]> {
    return this.database.query<StaffRow>(
      `${ROWS} and r.scope_id = $1
       order by r.until desc nulls first, array_position(array['practice-holder', 'practice-contact', 'practice-employee'], r.role), e.name, r.id`,
      [practiceId],
    );
  }

  /** The present holders and contact persons of every practice of the region, the longest-standing first. */
  listed(locked: boolean): Promise<StaffRow[]> {
    return this.database.query<StaffRow>(
      `${ROWS} and r.until is null and r.role in ('practice-holder', 'practice-contact') order by r.since, r.id ${locked ? 'for update of r' : ''}`,
    );
  }

  /** Locks one present role of a practice. */
  async lock(practiceId: string, roleId: string): Promise<StaffRow | null> {
    const [row] = await this.database.query<StaffRow>(
      `${ROWS} and r.id = $1 and r.scope_id = $2 and r.until is null for update of r`,
      [roleId, practiceId],
    );
    return row ?? null;
  }

  /**
   * The ids of the people with these addresses, by `addressKey`; who is not known yet is made, who was archived is back. The
   * name of a known person stays: it may be somebody of another region too.
   */
  async people(
    wanted: readonly { email: string; name: string }[],
  ): Promise<Map<string, { id: string; name: string }>> {
    if (wanted.length === 0) return new Map();
    const once = new Map(wanted.map((one) => [addressKey(one.email), one]));
    const rows = await this.database.query<{ id: string; email: string; name: string }>(
      `insert into person (id, email, name)
       select x.id, x.email, x.name from jsonb_to_recordset($1::jsonb) as x(id uuid, email text, name text) order by x.email
       on conflict (lower(email)) do update set archived_at = null returning id, email, name`,
      [JSON.stringify([...once].map(([email, { name }]) => ({ id: newId(), email, name })))],
    );
    return new Map(rows.map((row) => [addressKey(row.email), { id: row.id, name: row.name }]));
  }

  /**
   * Those of the people whom a list of this region may rename: they hold nothing in another region and no role over the
   * region itself.
   */
  async renamable(personIds: readonly string[]): Promise<Set<string>> {
    if (personIds.length === 0) return new Set();
    const rows = await this.database.query<{ id: string }>(
      `select x.id from unnest($1::uuid[]) as x(id)
       where not exists (select 1 from role_assignment r where r.person_id = x.id and r.scope_kind = 'region' and r.until is null)
         and not exists (select 1 from person_regions(x.id) g where g.id <> current_region())`,
      [[...new Set(personIds)]],
    );
    return new Set(rows.map((row) => row.id));
  }

  async rename(names: ReadonlyMap<string, string>): Promise<void> {
    if (names.size === 0) return;
    await this.database.query(
      `update person e set name = x.name from jsonb_to_recordset($1::jsonb) as x(id uuid, name text) where e.id = x.id`,
      [JSON.stringify([...names].map(([id, name]) => ({ id, name })))],
    );
  }

  /** Gives the roles; one that the person already holds stays as it is. @returns the ids of all of them, new or not. */
  async grant(actor: Actor, grants: readonly StaffGrant[]): Promise<{ id: string; fresh: boolean }[]> {
    if (grants.length === 0) return [];
    const rows = grants.map((grant) => ({
      id: newId(),
      person: grant.personId,
      role: grant.role,
      practice: grant.practiceId,
      title: grant.jobTitle ?? null,
      big: grant.bigNumber ?? null,
    }));
    const stored = await this.database.query<{ id: string; person: string; role: string; practice: string }>(
      `insert into role_assignment (id, region_id, person_id, role, scope_kind, scope_id, job_title, big_number, since, granted_by)
       select x.id, current_region(), x.person, x.role, 'practice', x.practice, x.title, x.big, $2, $3
       from jsonb_to_recordset($1::jsonb) as x(id uuid, person uuid, role text, practice uuid, title text, big text)
       on conflict (region_id, person_id, role, scope_id) where until is null do update set until = null
       returning id, person_id as person, role, scope_id as practice`,
      [JSON.stringify(uniqueGrants(rows)), this.clock.now(), actor.personId],
    );
    const byKey = new Map(stored.map((row) => [grantKey(row), row.id]));
    return rows.map((row) => {
      const id = byKey.get(grantKey(row)) as string;
      return { id, fresh: id === row.id };
    });
  }

  /** Ends present roles; `handedOverTo` names the role that takes the place of one. */
  async end(actor: Actor, ended: readonly { id: string; handedOverTo: string | null }[]): Promise<void> {
    if (ended.length === 0) return;
    await this.database.query(
      `update role_assignment r set until = $2, ended_by = $3, handed_over_to = x.successor
       from jsonb_to_recordset($1::jsonb) as x(id uuid, successor uuid) where r.id = x.id and r.until is null`,
      [
        JSON.stringify(ended.map((one) => ({ id: one.id, successor: one.handedOverTo }))),
        this.clock.now(),
        actor.personId,
      ],
    );
  }
}

const grantKey = (row: { person: string; role: string; practice: string }): string =>
  `${row.practice} ${row.role} ${row.person}`;

function uniqueGrants<Row extends { person: string; role: string; practice: string }>(
  rows: readonly Row[],
): Row[] {
  const first = new Map<string, Row>();
  for (const row of rows) if (!first.has(grantKey(row))) first.set(grantKey(row), row);
  return [...first.values()];
}

/** One role as the practice's page shows it. */
export function staffView(row: StaffRow, practiceName: string): StaffView {
  return {
    personId: row.personId,
    name: row.name,
    email: row.email,
    role: {
      id: row.id,
      role: row.role,
      scopeKind: 'practice',
      scopeId: row.practiceId,
      scopeName: practiceName,
      jobTitle: row.jobTitle,
      bigNumber: row.bigNumber,
      since: row.since.toISOString(),
      until: row.until?.toISOString() ?? null,
      handedOverTo: row.handedOverTo,
    },
  };
}
