import { Injectable } from '@nestjs/common';
import type {
  Page,
  QuestionnaireContent,
  QuestionnaireSummaryView,
  QuestionnaireView,
  Words,
} from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, Clock, Database, DomainError, found, fresh, newId, type Actor } from '#libs/platform';
import { canManageSurveys, canReview } from '../surveys.policy.js';
import { readContent } from './content.rules.js';
import { Questionnaire } from './questionnaire.entity.js';
import { problemsOf } from './questionnaire.rules.js';
import { QuestionnaireVersion } from './questionnaire-version.entity.js';
import { QuestionnairesQueries } from './questionnaires.queries.js';

/** What the first draft of an empty questionnaire has, beside its title. */
const EMPTY: Omit<QuestionnaireContent, 'title'> = {
  introduction: { nl: '', en: '' },
  thanks: { nl: '', en: '' },
  minutes: 1,
  items: [],
};

/** Questionnaires: those that come with Leerkring, and a region's own, written by one person and reviewed by another. */
@Injectable()
export class QuestionnairesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly questionnaires: QuestionnairesQueries,
  ) {}

  async list(
    actor: Actor,
    options: { cursor?: string; limit: number },
  ): Promise<Page<QuestionnaireSummaryView>> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, () => this.questionnaires.page(actor.regionId, options));
  }

  async get(actor: Actor, questionnaireId: string): Promise<QuestionnaireView> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, () => this.questionnaires.view(questionnaireId));
  }

  /** A questionnaire of the region's own: a copy of another, its draft before its reviewed version, or an empty one. */
  async create(actor: Actor, wish: { from?: string; title: Words }): Promise<QuestionnaireView> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const source =
        wish.from === undefined
          ? null
          : found(
              (await this.questionnaires.draft((await this.questionnaires.lock(wish.from)).id)) ??
                (await this.questionnaires.reviewed(wish.from)),
              'questionnaire',
            );
      const id = newId();
      await this.database.repository(Questionnaire).insert({
        id,
        regionId: actor.regionId,
        key: `own-${id.slice(-12)}`,
        origin: 'own',
        createdAt: this.clock.now(),
        version: 1,
      });
      await this.addDraft(actor, id, 1, { ...(source?.content ?? EMPTY), title: wish.title });
      this.note(actor, 'questionnaire.created', 'C', id, source ? { from: wish.from } : {});
      return this.questionnaires.view(id);
    });
  }

  /**
   * Saves the draft; makes one when the last version was reviewed. It may be incomplete: `problems` says what is missing.
   * @throws validation.failed · conflict.stale · questionnaire.built-in · questionnaire.archived
   */
  async saveDraft(
    actor: Actor,
    questionnaireId: string,
    wish: { content: unknown },
    version?: number,
  ): Promise<QuestionnaireView> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const questionnaire = await this.own(questionnaireId);
      const content = readContent(wish.content);
      const draft = await this.questionnaires.draft(questionnaireId);
      if (draft) {
        fresh(draft, version);
        draft.content = content;
        draft.authorId = actor.personId;
        draft.version += 1;
        await this.database.repository(QuestionnaireVersion).save(draft);
      } else {
        // who still sees a draft that is gone would write over what was reviewed meanwhile
        if (version !== undefined) fresh({ version: 0 }, version);
        await this.addDraft(actor, questionnaireId, await this.nextNumber(questionnaireId), content);
      }
      await this.touch(questionnaire);
      this.note(actor, 'questionnaire.draft-saved', 'U', questionnaireId, { items: content.items.length });
      return this.questionnaires.view(questionnaireId);
    });
  }

  /** Takes the draft away; a questionnaire that was never reviewed goes with it. @throws not-found without a draft */
  async discardDraft(actor: Actor, questionnaireId: string): Promise<void> {
    allow(canManageSurveys(actor));
    await this.database.transaction(actor, async () => {
      const questionnaire = await this.own(questionnaireId);
      const draft = found(await this.questionnaires.draft(questionnaireId), 'draft');
      const now = this.clock.now();
      await this.database
        .repository(QuestionnaireVersion)
        .update({ id: draft.id }, { archivedAt: now, version: draft.version + 1 });
      if (!(await this.questionnaires.reviewed(questionnaireId))) questionnaire.archivedAt = now;
      await this.touch(questionnaire);
      this.note(actor, 'questionnaire.draft-discarded', 'D', questionnaireId, { number: draft.number });
    });
  }

  /**
   * Makes the draft the version that new campaigns take. Campaigns that have an older one keep it.
   * @throws not-found without a draft · conflict.stale · questionnaire.invalid with what is missing ·
   *   questionnaire.own-review for who wrote it, where somebody else could
   */
  async review(actor: Actor, questionnaireId: string, version?: number): Promise<QuestionnaireView> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const questionnaire = await this.own(questionnaireId);
      const draft = found(await this.questionnaires.draft(questionnaireId), 'draft');
      fresh(draft, version);
      const problems = problemsOf(draft.content);
      if (problems.length > 0) throw new DomainError('questionnaire.invalid', { problems });
      allow(canReview(actor, draft, await this.questionnaires.coordinators()), 'questionnaire.own-review');
      await this.database.repository(QuestionnaireVersion).update(
        { id: draft.id },
        {
          state: 'reviewed',
          reviewerId: actor.personId,
          reviewedAt: this.clock.now(),
          version: draft.version + 1,
        },
      );
      await this.touch(questionnaire);
      this.note(actor, 'questionnaire.reviewed', 'U', questionnaireId, { number: draft.number });
      return this.questionnaires.view(questionnaireId);
    });
  }

  /**
   * Takes the questionnaire out of the choice for new campaigns. What was launched with it goes on.
   * @throws questionnaire.built-in · questionnaire.archived · questionnaire.in-use by a campaign that was not launched yet
   */
  async archive(actor: Actor, questionnaireId: string, version?: number): Promise<QuestionnaireView> {
    allow(canManageSurveys(actor));
    return this.database.transaction(actor, async () => {
      const questionnaire = await this.own(questionnaireId);
      fresh(questionnaire, version);
      allow(!(await this.questionnaires.inUse(questionnaireId)), 'questionnaire.in-use');
      questionnaire.archivedAt = this.clock.now();
      await this.touch(questionnaire);
      this.note(actor, 'questionnaire.archived', 'U', questionnaireId, {});
      return this.questionnaires.view(questionnaireId);
    });
  }

  /** One of the region's own that may change, held. */
  private async own(questionnaireId: string): Promise<Questionnaire> {
    const questionnaire = await this.questionnaires.lock(questionnaireId);
    if (questionnaire.origin === 'built-in') throw new DomainError('questionnaire.built-in');
    if (questionnaire.archivedAt) throw new DomainError('questionnaire.archived');
    return questionnaire;
  }

  private async nextNumber(questionnaireId: string): Promise<number> {
    const [row] = await this.database.query<{ number: number }>(
      `select coalesce(max(number), 0) + 1 as number from questionnaire_version where questionnaire_id = $1`,
      [questionnaireId],
    );
    return row?.number ?? 1;
  }

  private async addDraft(
    actor: Actor,
    questionnaireId: string,
    number: number,
    content: QuestionnaireContent,
  ): Promise<void> {
    await this.database.repository(QuestionnaireVersion).insert({
      id: newId(),
      regionId: actor.regionId,
      questionnaireId,
      number,
      state: 'draft',
      content: content as never,
      authorId: actor.personId,
      createdAt: this.clock.now(),
      version: 1,
    });
  }

  private async touch(questionnaire: Questionnaire): Promise<void> {
    questionnaire.version += 1;
    await this.database.repository(Questionnaire).save(questionnaire);
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U' | 'D',
    subjectId: string,
    detail: Record<string, unknown>,
  ): void {
    this.audit.record(actor, { event, action, subjectKind: 'questionnaire', subjectId, detail });
  }
}
