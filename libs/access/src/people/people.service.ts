import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { Language, Page, PersonView, Role, RoleView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  Database,
  DomainError,
  Facts,
  found,
  isId,
  newId,
  Rooms,
  type Actor,
} from '#libs/platform';
import { canChangePerson, canManagePeople, canManageRole } from '../access.policy.js';
import { PeopleQueries } from './people.queries.js';
import { addressOf, scopeOf } from './people.rules.js';
import { Person } from './person.entity.js';
import { RoleAssignment } from './role-assignment.entity.js';

/** Who gets a role: somebody the region knows already, or a name and an address (an address that exists is that person). */
export type RoleTaker = { personId: string } | { name: string; email: string; language?: Language };

/** A role to give out. */
export interface RoleGrant {
  to: RoleTaker;
  role: Role;
  /** The practice or group it is held over; absent for a role over the region. */
  scopeId?: string | null;
  jobTitle?: string | null;
  /** 11 digits, as text. */
  bigNumber?: string | null;
}

const UNIQUE_VIOLATION = '23505';

/** People and their roles in one region (ORG-01…09, XCT-09). A change of rights counts from the next request on. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    private readonly audit: AuditService,
    private readonly people: PeopleQueries,
    private readonly facts: Facts,
  ) {}

  /** People with a role in the region, past or present. `role` narrows to who holds that role now. */
  async list(
    actor: Actor,
    options: { q?: string; role?: Role; cursor?: string; limit: number },
  ): Promise<Page<PersonView>> {
    allow(canManagePeople(actor));
    return this.database.transaction(actor, () => this.people.page(options));
  }

  async get(actor: Actor, personId: string): Promise<PersonView> {
    allow(canManagePeople(actor));
    return this.database.transaction(actor, async () => found(await this.people.person(personId), 'person'));
  }

  /** A person with a first role here. An address that is known already is the same person, who keeps their name. */
  async create(
    actor: Actor,
    values: { name: string; email: string; language?: Language } & Omit<RoleGrant, 'to'>,
  ): Promise<PersonView> {
    return this.database.transaction(actor, async () => {
      allow(canManagePeople(actor));
      const { name, email, language, ...grant } = values;
      const { personId } = await this.grant(actor, { ...grant, to: { name, email, language } });
      return found(await this.people.person(personId), 'person');
    });
  }

  /**
   * Changes name, address or language. A new address ends every session and open link of the person.
   * @throws auth.forbidden for somebody who also holds a role in another region; conflict.duplicate for a taken address.
   */
  async change(
    actor: Actor,
    personId: string,
    values: { name?: string; email?: string; language?: Language },
  ): Promise<PersonView> {
    const work = this.database.transaction(actor, async () => {
      allow(canManagePeople(actor));
      found(await this.people.person(personId), 'person');
      const persons = this.database.repository(Person);
      const person = found(
        await persons.findOne({ where: { id: personId }, lock: { mode: 'pessimistic_write' } }),
        'person',
      );
      allow(canChangePerson(actor, { regions: await this.people.regionsOf(personId) }));
      const email = values.email === undefined ? person.email : addressOf(values.email);
      const moved = email !== person.email;
      Object.assign(person, {
        email,
        name: values.name?.trim() ?? person.name,
        language: values.language ?? person.language,
      });
      await persons.save(person);
      if (moved) await this.database.query('select session_revoke_all($1, $2)', [personId, this.clock.now()]);
      await this.rooms.recheck(personId);
      this.audit.record(actor, {
        event: 'person.changed',
        action: 'U',
        subjectKind: 'person',
        subjectId: personId,
        detail: { fields: Object.keys(values) },
      });
      return found(await this.people.person(personId), 'person');
    });
    return work.catch((error: { code?: string; driverError?: { code?: string } }) => {
      if ((error.driverError?.code ?? error.code) === UNIQUE_VIOLATION)
        throw new DomainError('conflict.duplicate', { field: 'email' });
      throw error;
    });
  }

  /**
   * Gives somebody a role.
   * @throws role.scope-missing, role.already-held, or not-found for a person, practice or group of another region.
   */
  async grantRole(actor: Actor, grant: RoleGrant): Promise<RoleView> {
    return this.database.transaction(actor, async () => {
      const { roleId } = await this.grant(actor, grant);
      return found(await this.people.role(roleId), 'role');
    });
  }

  /** Ends a role; it stays in the history. @throws region.last-coordinator when nobody could manage the region any more. */
  async endRole(actor: Actor, roleId: string): Promise<void> {
    await this.database.transaction(actor, async () => {
      const role = await this.lockOpenRole(actor, roleId);
      if (role.role === 'region-coordinator') await this.keepOneCoordinator(roleId);
      await this.end(actor, role, null);
      this.audit.record(actor, this.entry('role.ended', 'D', role, {}));
    });
  }

  /**
   * Moves a role to somebody else and keeps the history of both (XCT-09).
   * @param all with every other place where the person holds that role, as far as the actor may manage it: a consultant who leaves has
   * many practices. Where the other holds the role already, theirs stays.
   * @returns the role of who takes it over.
   */
  async handOver(actor: Actor, roleId: string, to: RoleTaker, all = false): Promise<RoleView> {
    return this.database.transaction(actor, async () => {
      const role = await this.lockOpenRole(actor, roleId);
      const taken = await this.move(actor, role, to, all);
      if (all) for (const one of await this.sameElsewhere(actor, role)) await this.move(actor, one, to, true);
      return found(await this.people.role(taken), 'role');
    });
  }

  /** @returns the id of the role as the other has it now. */
  private async move(actor: Actor, role: RoleAssignment, to: RoleTaker, mayHold: boolean): Promise<string> {
    const { role: name, scopeId, jobTitle } = role;
    const taken = await this.grant(actor, { to, role: name, scopeId, jobTitle }, mayHold);
    allow(taken.roleId !== role.id, 'role.already-held', { role: name });
    await this.end(actor, role, taken.roleId);
    this.audit.record(
      actor,
      this.entry('role.handed-over', 'U', role, { toRoleId: taken.roleId, toPersonId: taken.personId }),
    );
    return taken.roleId;
  }

  /** The other places where the holder of a role holds the same one now. */
  private async sameElsewhere(
    actor: Actor,
    { id, personId, role }: RoleAssignment,
  ): Promise<RoleAssignment[]> {
    const roles = await this.database.repository(RoleAssignment).find({
      where: { regionId: actor.regionId, personId, role, until: IsNull(), id: Not(id) },
      lock: { mode: 'pessimistic_write' },
    });
    return roles.filter((one) => canManageRole(actor, one));
  }

  /** @param mayHold whoever holds the role already keeps the one they have. */
  private async grant(
    actor: Actor,
    grant: RoleGrant,
    mayHold = false,
  ): Promise<{ roleId: string; personId: string }> {
    const scope = scopeOf(grant.role, grant.scopeId);
    allow(canManageRole(actor, { role: grant.role, scopeId: scope.id }));
    if (grant.bigNumber && !/^[0-9]{11}$/.test(grant.bigNumber))
      throw new DomainError('validation.failed', { fields: [{ field: 'bigNumber', rule: 'bigNumber' }] });
    if (scope.id) await this.existing(scope.kind, scope.id);
    const personId = await this.taker(actor, grant.to);
    const roleId = newId();
    const [made] = await this.database.query<{ id: string }>(
      `insert into role_assignment (id, region_id, person_id, role, scope_kind, scope_id, job_title, big_number, since, granted_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (region_id, person_id, role, scope_id) where until is null do nothing returning id`,
      [
        roleId,
        actor.regionId,
        personId,
        grant.role,
        scope.kind,
        scope.id,
        grant.jobTitle?.trim() || null,
        grant.bigNumber ?? null,
        this.clock.now(),
        actor.personId,
      ],
    );
    if (!made && mayHold) {
      const [held] = await this.database.query<{ id: string }>(
        `select id from role_assignment
         where person_id = $1 and role = $2 and scope_id is not distinct from $3 and until is null`,
        [personId, grant.role, scope.id],
      );
      if (held) return { roleId: held.id, personId };
    }
    allow(made !== undefined, 'role.already-held', { role: grant.role });
    await this.rooms.recheck(personId);
    const role = { id: roleId, personId, role: grant.role, scopeKind: scope.kind, scopeId: scope.id };
    this.audit.record(actor, this.entry('role.granted', 'C', role, {}));
    return { roleId, personId };
  }

  /** The person who gets a role. By id only somebody the actor may know: of this region, or of the holder's own practice. */
  private async taker(actor: Actor, to: RoleTaker): Promise<string> {
    if ('personId' in to) {
      const person = found(isId(to.personId) ? await this.people.person(to.personId) : null, 'person');
      const known =
        canManagePeople(actor) ||
        person.roles.some((held) => held.until === null && canManageRole(actor, held));
      return found(known && !person.archived ? person.id : null, 'person');
    }
    const { id, created } = await this.people.upsertPerson(to.name, to.email, to.language);
    if (created)
      this.audit.record(actor, {
        event: 'person.created',
        action: 'C',
        subjectKind: 'person',
        subjectId: id,
      });
    return id;
  }

  /** A practice, group or session of this region; row-level security hides those of others. */
  private async existing(kind: string, id: string): Promise<void> {
    const table = { practice: 'practice', group: 'intervision_group', session: 'dialogue_session' }[kind];
    const rows =
      table && isId(id) ? await this.database.query(`select 1 from ${table} where id = $1`, [id]) : [];
    found(rows[0], kind);
  }

  /**
   * The role, held still until the end of the transaction. Endings in one region wait for each other, so that two
   * coordinators cannot end each other's role at the same moment.
   */
  private async lockOpenRole(actor: Actor, roleId: string): Promise<RoleAssignment> {
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended('roles ' || $1, 0))`, [
      actor.regionId,
    ]);
    const role = await this.database.repository(RoleAssignment).findOne({
      where: { id: roleId, regionId: actor.regionId },
      lock: { mode: 'pessimistic_write' },
    });
    // who may not manage a role has no business knowing that it exists
    return found(role && role.until === null && canManageRole(actor, role) ? role : null, 'role');
  }

  private async keepOneCoordinator(exceptId: string): Promise<void> {
    const others = await this.database.query(
      `select 1 from role_assignment where region_id = current_region() and role = 'region-coordinator' and until is null
       and id <> $1 limit 1`,
      [exceptId],
    );
    allow(others.length > 0, 'region.last-coordinator');
  }

  private async end(actor: Actor, role: RoleAssignment, handedOverTo: string | null): Promise<void> {
    await this.database
      .repository(RoleAssignment)
      .update(role.id, { until: this.clock.now(), endedBy: actor.personId, handedOverTo });
    await this.rooms.recheck(role.personId);
    const { personId, role: name, scopeKind, scopeId } = role;
    await this.facts.publish(actor, 'role.ended', { personId, role: name, scopeKind, scopeId });
  }

  private entry(
    event: string,
    action: 'C' | 'U' | 'D',
    role: Pick<RoleAssignment, 'id' | 'personId' | 'role' | 'scopeKind' | 'scopeId'>,
    detail: Record<string, unknown>,
  ) {
    return {
      event,
      action,
      subjectKind: 'person',
      subjectId: role.personId,
      practiceId: role.scopeKind === 'practice' ? role.scopeId : null,
      detail: { roleId: role.id, role: role.role, scopeId: role.scopeId, ...detail },
    };
  }
}
