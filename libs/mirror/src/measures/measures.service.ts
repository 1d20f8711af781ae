import { Injectable } from '@nestjs/common';
import type { MeasureContent, MeasureDefinitionView, MeasureView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, Clock, Database, DomainError, found, fresh, newId, type Actor } from '#libs/platform';
import { canManageFigures } from '../mirror.policy.js';
import { draftNumber, measureProblems, readMeasureContent, validCode } from './measure-content.rules.js';
import { MeasureVersion } from './measure-version.entity.js';
import { Measure } from './measure.entity.js';
import { MeasuresQueries, type ReviewedMeasure } from './measures.queries.js';

/** A definition is looked at again within this time. */
const REVIEW_MONTHS = 12;

/** Measures as reviewed data (MIR-02): those that come with Leerkring, and a region's own, written by one and reviewed by another. */
@Injectable()
export class MeasuresService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly measures: MeasuresQueries,
  ) {}

  /** The definitions that figures are computed with now; seeds what comes with Leerkring. One query after the first time. */
  async reviewed(actor: Pick<Actor, 'regionId'>): Promise<ReviewedMeasure[]> {
    return this.database.transaction(actor, () => this.measures.reviewed(actor.regionId));
  }

  /** Every measure; drafts only for who writes them. @param archived those that were put away instead, for who can bring them back */
  async list(actor: Actor, archived = false): Promise<MeasureView[]> {
    if (archived) allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      await this.measures.reviewed(actor.regionId);
      return this.measures.views({ drafts: canManageFigures(actor), archived });
    });
  }

  /**
   * A reviewed version, also of a measure that was put away: old figures and their cards keep their definition (MIR-02).
   * @param number as on a card; the one that counts now when left out
   * @throws not-found
   */
  async definition(actor: Actor, code: string, number?: string): Promise<MeasureDefinitionView> {
    found(validCode(code) ? code : null, 'measure');
    return this.database.transaction(actor, async () => {
      await this.measures.reviewed(actor.regionId);
      return found(await this.measures.definition(code, number), 'measure');
    });
  }

  /** Put away or not. @throws not-found */
  async get(actor: Actor, code: string): Promise<MeasureView> {
    found(validCode(code) ? code : null, 'measure');
    return this.database.transaction(actor, async () => {
      await this.measures.reviewed(actor.regionId);
      const [view] = await this.measures.views({ code, drafts: canManageFigures(actor) });
      return found(view, 'measure');
    });
  }

  /**
   * A measure of the region's own, as a draft: a copy of another under a new code, or with the given content.
   * @throws measure.invalid for a code that is taken or malformed · validation.failed · not-found without a source
   */
  async create(actor: Actor, wish: { code: string; from?: string; content?: unknown }): Promise<MeasureView> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      const known = await this.measures.reviewed(actor.regionId);
      if (!validCode(wish.code)) throw new DomainError('measure.invalid', { problems: ['code-invalid'] });
      const content =
        wish.content === undefined
          ? found(
              known.find(({ code }) => code === wish.from),
              'measure',
            ).content
          : readMeasureContent(wish.content);
      const id = await this.measures.claim(actor.regionId, wish.code);
      if (id === null) throw new DomainError('measure.invalid', { problems: ['code-taken'] });
      await this.addDraft(actor, id, '1.0.0', content);
      this.note(actor, 'measure.created', 'C', id, { code: wish.code });
      return this.view(id);
    });
  }

  /**
   * Saves the draft; makes one when the last version was reviewed. It may be incomplete until it is reviewed.
   * @throws validation.failed · conflict.stale · measure.built-in · not-found
   */
  async saveDraft(
    actor: Actor,
    measureId: string,
    wish: { content: unknown },
    version?: number,
  ): Promise<MeasureView> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      const measure = await this.own(measureId);
      const content = readMeasureContent(wish.content);
      const draft = await this.measures.draft(measureId);
      const number = draftNumber(await this.measures.latest(measureId), content);
      if (draft) {
        fresh(draft, version);
        await this.database.repository(MeasureVersion).update(
          { id: draft.id },
          {
            content: content as never,
            number,
            authorId: actor.personId,
            version: draft.version + 1,
          },
        );
      } else {
        // who still sees a draft that was reviewed meanwhile would begin another
        if (version !== undefined) fresh({ version: 0 }, version);
        await this.addDraft(actor, measureId, number, content);
      }
      await this.touch(measure);
      this.note(actor, 'measure.draft-saved', 'U', measureId, { number });
      return this.view(measureId);
    });
  }

  /**
   * Makes the draft the definition that figures are computed with. Never by who wrote it, without exception.
   * @throws measure.invalid with what is missing · measure.own-review · measure.built-in · conflict.stale · not-found
   */
  async review(actor: Actor, measureId: string, version?: number): Promise<MeasureView> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      const measure = await this.own(measureId);
      const draft = found(await this.measures.draft(measureId), 'draft');
      fresh(draft, version);
      const problems = measureProblems(draft.content);
      if (problems.length > 0) throw new DomainError('measure.invalid', { problems });
      allow(draft.authorId !== null && draft.authorId !== actor.personId, 'measure.own-review');
      const now = this.clock.now();
      const reviewBy = new Date(now);
      reviewBy.setUTCMonth(reviewBy.getUTCMonth() + REVIEW_MONTHS);
      await this.database.repository(MeasureVersion).update(
        { id: draft.id },
        {
          state: 'reviewed',
          reviewerId: actor.personId,
          reviewedAt: now,
          reviewBy: reviewBy.toISOString().slice(0, 10),
          version: draft.version + 1,
        },
      );
      await this.touch(measure);
      this.note(actor, 'measure.reviewed', 'U', measureId, { number: draft.number });
      return this.view(measureId);
    });
  }

  /**
   * Throws the draft away. What was reviewed stays what it is; of a measure that never was, nothing is left.
   * @throws measure.built-in · conflict.stale · not-found without a draft
   */
  async discardDraft(actor: Actor, measureId: string, version?: number): Promise<void> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      const measure = await this.own(measureId);
      const draft = found(await this.measures.draft(measureId), 'draft');
      fresh(draft, version);
      await this.database
        .repository(MeasureVersion)
        .update({ id: draft.id }, { archivedAt: this.clock.now(), version: draft.version + 1 });
      await this.touch(measure);
      this.note(actor, 'measure.draft-discarded', 'D', measureId, { number: draft.number });
    });
  }

  /**
   * Puts a reviewed measure away: it cannot be chosen and no new figures are made of it. Figures and cards that are there keep their
   * definition.
   * @throws measure.built-in · measure.not-reviewed for one that is a draft only · conflict.stale · not-found
   */
  async archive(actor: Actor, measureId: string, version?: number): Promise<MeasureView> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      const measure = await this.own(measureId);
      fresh(measure, version);
      allow((await this.measures.latest(measureId)) !== null, 'measure.not-reviewed');
      await this.touch(measure, { archivedAt: this.clock.now() });
      this.note(actor, 'measure.archived', 'U', measureId, { code: measure.code });
      return this.view(measureId);
    });
  }

  /** Brings a measure back that was put away, as it was. @throws measure.built-in · conflict.stale · not-found for one that is in use */
  async restore(actor: Actor, measureId: string, version?: number): Promise<MeasureView> {
    allow(canManageFigures(actor));
    return this.database.transaction(actor, async () => {
      const measure = await this.own(measureId, { archived: true });
      fresh(measure, version);
      await this.touch(measure, { archivedAt: null });
      this.note(actor, 'measure.restored', 'U', measureId, { code: measure.code });
      return this.view(measureId);
    });
  }

  /** One of the region's own, held. */
  private async own(measureId: string, which?: { archived: boolean }): Promise<Measure> {
    const measure = await this.measures.lock(measureId, which);
    if (measure.origin === 'built-in') throw new DomainError('measure.built-in');
    return measure;
  }

  private async view(measureId: string): Promise<MeasureView> {
    const [view] = await this.measures.views({ id: measureId, drafts: true });
    return found(view, 'measure');
  }

  private async addDraft(
    actor: Actor,
    measureId: string,
    number: string,
    content: MeasureContent,
  ): Promise<void> {
    await this.database.repository(MeasureVersion).insert({
      id: newId(),
      regionId: actor.regionId,
      measureId,
      number,
      state: 'draft',
      content: content as never,
      authorId: actor.personId,
      createdAt: this.clock.now(),
      version: 1,
    });
  }

  private async touch(measure: Measure, change: Partial<Pick<Measure, 'archivedAt'>> = {}): Promise<void> {
    await this.database
      .repository(Measure)
      .update({ id: measure.id }, { ...change, version: measure.version + 1 });
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U' | 'D',
    subjectId: string,
    detail: Record<string, unknown>,
  ): void {
    this.audit.record(actor, { event, action, subjectKind: 'measure', subjectId, detail });
  }
}
