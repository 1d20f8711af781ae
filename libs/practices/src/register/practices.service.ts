import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import type { Page, PracticeDetailView, PracticeView } from '#libs/contracts';
import {
  allow,
  Clock,
  Database,
  DomainError,
  Facts,
  found,
  fresh,
  isId,
  newId,
  Rooms,
  type Actor,
} from '#libs/platform';
import { canManagePractices, canSeeFormerStaff, canSeePractice, listedFor } from '../practices.policy.js';
import { staffView, StaffQueries } from '../staff/staff.queries.js';
import { PracticeHistory } from './practice-history.service.js';
import { Practice } from './practice.entity.js';
import { changedFields, normalisedPractice, type PracticeInput } from './practice.rules.js';
import { PracticesQueries, type PracticeFilter } from './practices.queries.js';

/** The register of practices (ORG-01, 15, 17, 18, 22; PRG-01; GRP-16). */
@Injectable()
export class PracticesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly facts: Facts,
    private readonly rooms: Rooms,
    private readonly queries: PracticesQueries,
    private readonly staff: StaffQueries,
    private readonly history: PracticeHistory,
  ) {}

  /** One page of the practices that the actor may see. @throws auth.forbidden for who sees no lists at all */
  async list(
    actor: Actor,
    filter: PracticeFilter,
    options: { cursor?: string; limit: number },
  ): Promise<Page<PracticeView>> {
    const listed = this.listed(actor);
    return this.database.transaction(actor, () => this.queries.page(listed, filter, options));
  }

  /** The districts to filter by. */
  async districts(actor: Actor): Promise<string[]> {
    const listed = this.listed(actor);
    return this.database.transaction(actor, () => this.queries.districts(listed));
  }

  /** One practice with its people and its groups. @throws not-found, also for who may not know that it exists */
  async get(actor: Actor, id: string): Promise<PracticeDetailView> {
    found(isId(id) && canSeePractice(actor, id) ? id : null, 'practice');
    return this.database.transaction(actor, () => this.detail(actor, id));
  }

  /** Adds a practice by hand. @throws practice.agb-taken, validation.failed */
  async create(
    actor: Actor,
    input: PracticeInput & { agb: string; name: string },
  ): Promise<PracticeDetailView> {
    allow(canManagePractices(actor));
    const values = normalisedPractice(input);
    return this.writing(() =>
      this.database.transaction(actor, async () => {
        const id = newId();
        await this.database.repository(Practice).insert({
          solo: false,
          ...values,
          id,
          regionId: actor.regionId,
          createdAt: this.clock.now(),
        });
        this.note(actor, 'practice.created', 'C', id, { fields: Object.keys(values) });
        return this.detail(actor, id);
      }),
    );
  }

  /** Changes fields of a practice; null clears one. @throws conflict.stale, practice.archived, practice.agb-taken */
  async update(
    actor: Actor,
    id: string,
    version: number | undefined,
    input: PracticeInput,
  ): Promise<PracticeDetailView> {
    allow(canManagePractices(actor));
    const values = normalisedPractice(input);
    return this.writing(() =>
      this.database.transaction(actor, async () => {
        const practice = await this.lock(id);
        fresh(practice, version);
        allow(practice.archivedAt === null, 'practice.archived');
        const fields = changedFields(practice, values);
        if (fields.length > 0) {
          Object.assign(practice, values);
          await this.database.repository(Practice).save(practice);
          this.note(actor, 'practice.updated', 'U', id, { fields });
        }
        return this.detail(actor, id);
      }),
    );
  }

  /** Takes a practice out of the lists; its history stays. Closing it twice is closing it once. */
  async archive(actor: Actor, id: string, version: number | undefined): Promise<PracticeDetailView> {
    allow(canManagePractices(actor));
    return this.database.transaction(actor, async () => {
      const practice = await this.lock(id);
      fresh(practice, version);
      if (practice.archivedAt === null) {
        practice.archivedAt = this.clock.now();
        await this.database.repository(Practice).save(practice);
        this.note(actor, 'practice.archived', 'U', id);
        await this.facts.publish(actor, 'practice.archived', { practiceId: id });
      }
      return this.detail(actor, id);
    });
  }

  /** Puts a closed practice back; one that had been merged stands on its own again, without the people that moved. */
  async restore(actor: Actor, id: string, version: number | undefined): Promise<PracticeDetailView> {
    allow(canManagePractices(actor));
    return this.database.transaction(actor, async () => {
      const practice = await this.lock(id);
      fresh(practice, version);
      if (practice.archivedAt !== null) {
        Object.assign(practice, { archivedAt: null, mergedInto: null });
        await this.database.repository(Practice).save(practice);
        this.note(actor, 'practice.restored', 'U', id);
      }
      return this.detail(actor, id);
    });
  }

  /**
   * Merges a practice into another (GRP-16): its people get their roles there, the practice itself is closed and keeps its
   * history and where it went. Other contexts hear `practice.merged` in the same transaction.
   * @throws practice.merge-itself, practice.archived when one of both is closed, conflict.stale
   * @returns the practice that goes on
   */
  async merge(
    actor: Actor,
    id: string,
    intoId: string,
    version: number | undefined,
  ): Promise<PracticeDetailView> {
    allow(canManagePractices(actor));
    allow(id !== intoId, 'practice.merge-itself');
    return this.database.transaction(actor, async () => {
      // always in the order of the ids, so that two merges in opposite directions wait for each other
      const locked = new Map<string, Practice>();
      for (const one of [id, intoId].sort()) locked.set(one, await this.lock(one));
      const [from, into] = [locked.get(id) as Practice, locked.get(intoId) as Practice];
      fresh(from, version);
      allow(from.archivedAt === null && into.archivedAt === null, 'practice.archived');
      const people = (await this.staff.ofPractice(id)).filter((row) => row.until === null);
      await this.staff.grant(
        actor,
        people.map(({ personId, role, jobTitle, bigNumber }) => ({
          practiceId: intoId,
          personId,
          role,
          jobTitle,
          bigNumber,
        })),
      );
      await this.staff.end(
        actor,
        people.map((row) => ({ id: row.id, handedOverTo: null })),
      );
      Object.assign(from, { archivedAt: this.clock.now(), mergedInto: intoId });
      into.namedHolder ??= from.namedHolder;
      into.namedContact ??= from.namedContact;
      await this.database.repository(Practice).save([from, into]);
      this.note(actor, 'practice.merged', 'U', id, { intoId, roles: people.length });
      await this.facts.publish(actor, 'practice.merged', { practiceId: id, intoId });
      for (const personId of new Set(people.map((row) => row.personId))) await this.rooms.recheck(personId);
      return this.detail(actor, intoId);
    });
  }

  private listed(actor: Actor): 'all' | string[] {
    const listed = listedFor(actor);
    allow(listed === 'all' || listed.length > 0);
    return listed;
  }

  private async lock(id: string): Promise<Practice> {
    const practice = isId(id)
      ? await this.database
          .repository(Practice)
          // rows that refer to it can still be made: who registers for a session holds that first
          .findOne({ where: { id }, lock: { mode: 'for_no_key_update' } })
      : null;
    return found(practice, 'practice');
  }

  private async detail(actor: Actor, id: string): Promise<PracticeDetailView> {
    const view = found(await this.queries.view(id), 'practice');
    const rows = await this.staff.ofPractice(id);
    const former = canSeeFormerStaff(actor, id) ? rows.filter((row) => row.until !== null) : [];
    return {
      ...view,
      staff: rows.filter((row) => row.until === null).map((row) => staffView(row, view.name)),
      formerStaff: former.map((row) => staffView(row, view.name)),
      groups: await this.history.groups(actor, id),
    };
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U',
    id: string,
    detail: Record<string, unknown> = {},
  ): void {
    this.audit.record(actor, {
      event,
      action,
      subjectKind: 'practice',
      subjectId: id,
      practiceId: id,
      detail,
    });
  }

  /** Two people who register the same AGB code at once: the unique index decides, and the second hears why. */
  private async writing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { code, constraint } = ((error as { driverError?: object }).driverError ?? {}) as {
        code?: string;
        constraint?: string;
      };
      if (code === '23505' && constraint === 'practice_agb') throw new DomainError('practice.agb-taken');
      throw error;
    }
  }
}
