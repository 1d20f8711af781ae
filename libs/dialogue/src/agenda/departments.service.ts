import { Injectable } from '@nestjs/common';
import type { DepartmentView } from '#libs/contracts';
import { PeopleQueries, TaskLinksService } from '#libs/access';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  isId,
  newId,
  permissionsOf,
  type Actor,
} from '#libs/platform';
import { canManageDialogue } from '../dialogue.policy.js';
import { Department } from './department.entity.js';

export interface DepartmentFields {
  name: string;
  hospital?: string | null;
  phone?: string | null;
  phoneHours?: string | null;
  adviceConsult?: string | null;
  agreementUrl?: string | null;
  /** Who answers for it; made when nobody has this address yet, and needs no account. */
  contact?: { name: string; email: string } | null;
}
export interface DepartmentChange extends Partial<DepartmentFields> {
  /** False takes it out of the archive. */
  archived?: boolean;
}

const TEXTS = ['hospital', 'phone', 'phoneHours', 'adviceConsult', 'agreementUrl'] as const;

interface DepartmentRow extends Omit<DepartmentView, 'contact'> {
  contact: { personId: string; name: string; email: string } | null;
}

/** The register of departments (DIA-01, DIA-18, DIA-19). */
@Injectable()
export class DepartmentsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly people: PeopleQueries,
    private readonly links: TaskLinksService,
  ) {}

  /** By name. Who answers for a department is seen by the organiser alone. */
  async list(actor: Actor, options: { archived?: boolean } = {}): Promise<DepartmentView[]> {
    allow(canManageDialogue(actor) || permissionsOf(actor).includes('dialogue.read'));
    const rows = await this.database.transaction(actor, () =>
      this.rows(`($1::boolean or d.archived_at is null)`, options.archived ?? false),
    );
    return canManageDialogue(actor) ? rows : rows.map((row) => ({ ...row, contact: null }));
  }

  /** @throws department.name-taken */
  async create(actor: Actor, fields: DepartmentFields): Promise<DepartmentView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      const id = newId();
      await this.assertFree(actor, fields.name, id);
      const department = this.database.repository(Department).create({
        id,
        regionId: actor.regionId,
        name: fields.name.trim(),
        contactPersonId: await this.contactId(actor, fields.contact ?? null),
        archivedAt: null,
        createdAt: this.clock.now(),
        version: 1,
      });
      for (const field of TEXTS) department[field] = fields[field]?.trim() || null;
      await this.database.repository(Department).insert(department);
      this.note(actor, 'department.created', 'C', id, {});
      return this.one(id);
    });
  }

  /**
   * Changes what is given. Links of a contact who was replaced end at once.
   * @throws conflict.stale · department.name-taken · not-found
   */
  async change(
    actor: Actor,
    id: string,
    change: DepartmentChange,
    version?: number,
  ): Promise<DepartmentView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      const department = await this.lock(id);
      fresh(department, version);
      if (change.archived !== undefined)
        department.archivedAt = change.archived ? (department.archivedAt ?? this.clock.now()) : null;
      if (change.name !== undefined) department.name = change.name.trim();
      if (!department.archivedAt && (change.name !== undefined || change.archived !== undefined))
        await this.assertFree(actor, department.name, id);
      for (const field of TEXTS)
        if (change[field] !== undefined) department[field] = change[field]?.trim() || null;
      if (change.contact !== undefined) {
        const before = department.contactPersonId;
        department.contactPersonId = await this.contactId(actor, change.contact);
        if (before && before !== department.contactPersonId) await this.revoke(id, before);
      }
      department.version += 1;
      await this.database.repository(Department).save(department);
      this.note(actor, 'department.changed', 'U', id, {
        fields: Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field])),
      });
      return this.one(id);
    });
  }

  /** Takes it out of the lists. What it was part of keeps it; a draft of an agenda no longer offers it. */
  async archive(actor: Actor, id: string): Promise<void> {
    allow(canManageDialogue(actor));
    await this.database.transaction(actor, async () => {
      const department = await this.lock(id);
      if (department.archivedAt) return;
      department.archivedAt = this.clock.now();
      department.version += 1;
      await this.database.repository(Department).save(department);
      await this.database.query(
        `delete from dialogue_year_department yd using dialogue_year y
         where y.id = yd.year_id and y.state = 'draft' and yd.department_id = $1`,
        [id],
      );
      this.note(actor, 'department.archived', 'D', id, {});
    });
  }

  private async lock(id: string): Promise<Department> {
    return found(
      isId(id)
        ? await this.database
            .repository(Department)
            .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
        : null,
      'department',
    );
  }

  /** Two at the same moment wait for each other, so that the second hears that the name is taken. */
  private async assertFree(actor: Actor, name: string, id: string): Promise<void> {
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('departments ' || $1, 0))`, [
      actor.regionId,
    ]);
    const rows = await this.database.query(
      `select 1 from department where lower(name) = lower($1) and archived_at is null and id <> $2`,
      [name.trim(), id],
    );
    if (rows.length > 0) throw new DomainError('department.name-taken');
  }

  private async contactId(
    actor: Actor,
    contact: { name: string; email: string } | null,
  ): Promise<string | null> {
    if (!contact) return null;
    const { id, created } = await this.people.upsertPerson(contact.name, contact.email);
    if (created)
      this.audit.record(actor, {
        event: 'person.created',
        action: 'C',
        subjectKind: 'person',
        subjectId: id,
      });
    return id;
  }

  private async revoke(departmentId: string, personId: string): Promise<void> {
    const rows = await this.database.query<{ id: string }>(
      `select id from dialogue_year_department where department_id = $1`,
      [departmentId],
    );
    for (const { id } of rows) await this.links.revoke(id, personId);
  }

  private async one(id: string): Promise<DepartmentView> {
    return found((await this.rows(`d.id = $1`, id))[0], 'department');
  }

  private rows(condition: string, value: unknown): Promise<DepartmentRow[]> {
    return this.database.query<DepartmentRow>(
      `select d.id, d.name, d.hospital, d.phone, d.phone_hours as "phoneHours", d.advice_consult as "adviceConsult",
         d.agreement_url as "agreementUrl", d.archived_at is not null as archived, d.version,
         case when p.id is null then null else jsonb_build_object('personId', p.id, 'name', p.name, 'email', p.email) end as contact
       from department d left join person p on p.id = d.contact_person_id and p.archived_at is null
       where ${condition} order by d.archived_at is not null, lower(d.name), d.id limit 500`,
      [value],
    );
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U' | 'D',
    subjectId: string,
    detail: Record<string, unknown>,
  ): void {
    this.audit.record(actor, { event, action, subjectKind: 'department', subjectId, detail });
  }
}
