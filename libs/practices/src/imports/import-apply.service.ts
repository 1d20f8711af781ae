import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { Clock, Database, Facts, newId, Rooms, type Actor } from '#libs/platform';
import { waveName } from '../register/practice.rules.js';
import { LISTED_PEOPLE, type ListedPerson } from '../staff/listed-people.rules.js';
import { addressKey, StaffQueries } from '../staff/staff.queries.js';
import { incumbentKey, renamedTo, type Compared } from './import-comparison.service.js';
import type { PracticeValues } from './practice-fields.rules.js';
import type { ImportPlan, PlannedChange } from './practice-plan.rules.js';

/** How many practices an import touched. */
export interface AppliedCounts {
  created: number;
  updated: number;
  archived: number;
}

type Written = Exclude<PlannedChange, { kind: 'archive' }> & { practiceId: string };

/** Somebody a row names for a role: a person when there is an address, else a name only. */
interface Named {
  practiceId: string;
  who: ListedPerson;
  email: string | null;
  name: string | null;
}

const COLUMNS = `agb text, name text, street text, postcode text, town text, district text, list_size integer, start_quarter text,
  start_wave text, consultant text, motivation integer`;

/** Writes a planned import into the register: a fixed number of queries, inside the caller's transaction. */
@Injectable()
export class ImportApply {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly facts: Facts,
    private readonly rooms: Rooms,
    private readonly staff: StaffQueries,
  ) {}

  async write(actor: Actor, plan: ImportPlan, compared: Compared): Promise<AppliedCounts> {
    const written = plan.changes
      .filter((change) => change.kind !== 'archive')
      .map((change): Written => (change.kind === 'create' ? { ...change, practiceId: newId() } : change));
    const created = written.filter((change) => change.kind === 'create');
    const updated = written.filter((change) => change.kind === 'update');
    const archived = plan.changes
      .filter((change) => change.kind === 'archive')
      .map((change) => change.practiceId);
    await this.insert(created.map((change) => record(change.practiceId, change.values)));
    await this.update(updated.map((change) => record(change.practiceId, change.set)));
    const values = new Map(compared.comparison.rows.map((row) => [row.row, row.values]));
    await this.people(
      actor,
      written.flatMap((change) => named(change, values.get(change.row))),
      compared,
    );
    await this.archive(actor, archived);
    for (const { practiceId, values: given } of created)
      this.note(actor, 'practice.created', 'C', practiceId, given);
    for (const { practiceId, set } of updated) this.note(actor, 'practice.updated', 'U', practiceId, set);
    return { created: created.length, updated: updated.length, archived: archived.length };
  }

  private async insert(records: object[]): Promise<void> {
    if (records.length === 0) return;
    await this.database.query(
      `insert into practice (id, region_id, agb, name, street, postcode, town, district, list_size, start_quarter, start_wave,
         consultant, motivation, created_at)
       select x.id, current_region(), x.agb, x.name, x.street, x.postcode, x.town, x.district, x.list_size, x.start_quarter,
         x.start_wave, x.consultant, x.motivation, $2 from jsonb_to_recordset($1::jsonb) as x(id uuid, ${COLUMNS})`,
      [JSON.stringify(records), this.clock.now()],
    );
  }

  /** An empty cell never wipes what is stored, so a missing value keeps the old one. */
  private async update(records: object[]): Promise<void> {
    if (records.length === 0) return;
    await this.database.query(
      `update practice p set agb = coalesce(x.agb, p.agb), name = coalesce(x.name, p.name), street = coalesce(x.street, p.street),
         postcode = coalesce(x.postcode, p.postcode), town = coalesce(x.town, p.town), district = coalesce(x.district, p.district),
         list_size = coalesce(x.list_size, p.list_size), start_quarter = coalesce(x.start_quarter, p.start_quarter),
         start_wave = coalesce(x.start_wave, p.start_wave), consultant = coalesce(x.consultant, p.consultant),
         motivation = coalesce(x.motivation, p.motivation), version = p.version + 1
       from jsonb_to_recordset($1::jsonb) as x(id uuid, ${COLUMNS}) where p.id = x.id`,
      [JSON.stringify(records)],
    );
  }

  /** Who disappeared from the list and was answered `no` to staying: out of the lists, history and people kept. */
  private async archive(actor: Actor, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.query(
      'update practice set archived_at = $2, version = version + 1 where id = any($1::uuid[]) and archived_at is null',
      [ids, this.clock.now()],
    );
    for (const practiceId of ids) {
      this.note(actor, 'practice.archived', 'U', practiceId, {});
      await this.facts.publish(actor, 'practice.archived', { practiceId });
    }
  }

  /** Holders and contact persons: made or found by address, renamed, and the role handed over from who held it. */
  private async people(actor: Actor, people: Named[], compared: Compared): Promise<void> {
    await this.keepNames(people.filter((one) => one.email === null));
    const addressed = people.filter((one) => one.email !== null) as (Named & { email: string })[];
    if (addressed.length === 0) return;
    const known = await this.staff.people(
      addressed.map((one) => ({ email: one.email, name: one.name ?? addressKey(one.email) })),
    );
    await this.rename(known, compared.names);
    const grants = addressed.map((one) => ({
      practiceId: one.practiceId,
      role: one.who.role,
      personId: (known.get(addressKey(one.email)) as { id: string }).id,
    }));
    const granted = await this.staff.grant(actor, grants);
    const ended: { id: string; handedOverTo: string | null; personId: string }[] = [];
    grants.forEach((grant, index) => {
      const before = compared.incumbents.get(incumbentKey(grant.practiceId, grant.role));
      const role = granted[index];
      if (!role) return;
      const handsOver = before !== undefined && before.personId !== grant.personId;
      if (handsOver) ended.push({ id: before.roleId, handedOverTo: role.id, personId: before.personId });
      if (!handsOver && !role.fresh) return;
      const detail = { role: grant.role, scopeId: grant.practiceId, source: 'import' };
      this.audit.record(actor, {
        event: handsOver ? 'role.handed-over' : 'role.granted',
        action: handsOver ? 'U' : 'C',
        subjectKind: 'person',
        subjectId: handsOver ? before.personId : grant.personId,
        practiceId: grant.practiceId,
        detail: handsOver
          ? { ...detail, roleId: before.roleId, toRoleId: role.id, toPersonId: grant.personId }
          : { ...detail, roleId: role.id },
      });
    });
    await this.staff.end(actor, ended);
    const touched = new Set([...grants, ...ended].map((one) => one.personId));
    for (const personId of touched) await this.rooms.recheck(personId);
  }

  private async rename(
    known: Map<string, { id: string; name: string }>,
    names: Compared['names'],
  ): Promise<void> {
    const wanted = new Map<string, string>();
    for (const [email, person] of known) {
      const name = renamedTo({ name: person.name, email }, names);
      if (name !== null) wanted.set(person.id, name);
    }
    const may = await this.staff.renamable([...wanted.keys()]);
    await this.staff.rename(new Map([...wanted].filter(([id]) => may.has(id))));
  }

  /** Names without an address: nobody can sign in under them, so they are only noted at the practice. */
  private async keepNames(people: Named[]): Promise<void> {
    if (people.length === 0) return;
    const byPractice = new Map<
      string,
      { id: string; namedHolder: string | null; namedContact: string | null }
    >();
    for (const { practiceId, who, name } of people) {
      const row = byPractice.get(practiceId) ?? { id: practiceId, namedHolder: null, namedContact: null };
      row[who.named] = name;
      byPractice.set(practiceId, row);
    }
    await this.database.query(
      `update practice p set named_holder = coalesce(x."namedHolder", p.named_holder), named_contact = coalesce(x."namedContact", p.named_contact)
       from jsonb_to_recordset($1::jsonb) as x(id uuid, "namedHolder" text, "namedContact" text) where p.id = x.id`,
      [JSON.stringify([...byPractice.values()])],
    );
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U',
    practiceId: string,
    values: Partial<PracticeValues>,
  ): void {
    const fields = Object.entries(values).flatMap(([field, value]) => (value === null ? [] : [field]));
    this.audit.record(actor, {
      event,
      action,
      subjectKind: 'practice',
      subjectId: practiceId,
      practiceId,
      detail: { source: 'import', ...(fields.length > 0 ? { fields } : {}) },
    });
  }
}

function record(id: string, values: Partial<PracticeValues>): object {
  return {
    id,
    agb: values.agb ?? null,
    name: values.name ?? null,
    street: values.street ?? null,
    postcode: values.postcode ?? null,
    town: values.town ?? null,
    district: values.district ?? null,
    list_size: values.listSize ?? null,
    start_quarter: values.startQuarter ?? null,
    start_wave: waveName(values.startWave ?? null),
    consultant: values.consultant ?? null,
    motivation: values.motivation ?? null,
  };
}

/** The people of a row whose name or address is written by this change. */
function named(change: Written, row: PracticeValues | undefined): Named[] {
  const set: Partial<PracticeValues> = change.kind === 'create' ? change.values : change.set;
  const given = row ?? set;
  return LISTED_PEOPLE.flatMap((who) => {
    if ((set[who.name] ?? null) === null && (set[who.email] ?? null) === null) return [];
    return [
      { practiceId: change.practiceId, who, email: given[who.email] ?? null, name: given[who.name] ?? null },
    ];
  });
}
