import { Injectable } from '@nestjs/common';
import type { QuestionDeskView } from '#libs/contracts';
import { Database, DomainError, found, fresh, guardedTexts, newId, type Actor } from '#libs/platform';
import { QuestionCategory } from './question-category.entity.js';
import { QuestionDesk } from './question-desk.service.js';
import { Question } from './question.entity.js';
import { categoriesOf, categoryOf, questionsOf, saveQuestion } from './questions.queries.js';

/** More parts than an hour can hold. */
const MOST_CATEGORIES = 24;

/** The parts of the hour: made, named, timed and put in order by the organiser. */
@Injectable()
export class QuestionCategories {
  constructor(
    private readonly database: Database,
    private readonly desk: QuestionDesk,
  ) {}

  /**
   * A new category, before the department's own part when that comes last, with the questions that are given.
   * @throws text.identifiers · question.too-many {most} · not-found
   */
  async create(
    actor: Actor,
    sessionId: string,
    wish: { name: string; minutes: number | null; questionIds: string[]; confirmed: boolean },
  ): Promise<QuestionDeskView> {
    return this.desk.change(actor, sessionId, async (session) => {
      const { name } = guardedTexts({ name: wish.name }, wish.confirmed);
      const known = await categoriesOf(this.database, session.id);
      if (known.length >= MOST_CATEGORIES)
        throw new DomainError('question.too-many', { most: MOST_CATEGORIES });
      const id = newId();
      await this.database.repository(QuestionCategory).insert({
        id,
        regionId: session.regionId,
        sessionId: session.id,
        name,
        kind: 'questions',
        position: known.length,
        minutes: wish.minutes,
        version: 1,
      });
      if (known.at(-1)?.kind === 'department')
        await this.place([...known.slice(0, -1).map((one) => one.id), id, known.at(-1)!.id]);
      const questions = (await questionsOf(this.database, session.id)).filter(
        ({ mergedInto }) => mergedInto === null,
      );
      for (const [position, questionId] of wish.questionIds.entries()) {
        const question = found(
          questions.find((one) => one.id === questionId),
          'question',
        );
        await saveQuestion(this.database, Object.assign(question, { categoryId: id, position }));
      }
      return { event: 'question-category.created', detail: { category: id, questions: wish.questionIds } };
    });
  }

  /** @throws conflict.stale · text.identifiers */
  async edit(
    actor: Actor,
    sessionId: string,
    categoryId: string,
    wish: { name?: string; minutes?: number | null; confirmed?: boolean },
    version?: number,
  ): Promise<QuestionDeskView> {
    return this.desk.change(actor, sessionId, async (session) => {
      const category = await categoryOf(this.database, session.id, categoryId);
      fresh(category, version);
      if (wish.name !== undefined)
        category.name = guardedTexts({ name: wish.name }, wish.confirmed ?? false).name;
      if (wish.minutes !== undefined) category.minutes = wish.minutes;
      category.version += 1;
      await this.database.repository(QuestionCategory).save(category, { reload: false });
      const fields = (['name', 'minutes'] as const).filter((field) => wish[field] !== undefined);
      return { event: 'question-category.changed', detail: { category: categoryId, fields } };
    });
  }

  /** Its questions are in no category then. @throws category.needed for the department's own part · conflict.stale */
  async remove(
    actor: Actor,
    sessionId: string,
    categoryId: string,
    version?: number,
  ): Promise<QuestionDeskView> {
    return this.desk.change(actor, sessionId, async (session) => {
      const category = await categoryOf(this.database, session.id, categoryId);
      fresh(category, version);
      if (category.kind === 'department') throw new DomainError('category.needed');
      await this.database
        .repository(Question)
        .update({ sessionId: session.id, categoryId }, { categoryId: null, version: () => 'version + 1' });
      await this.database.repository(QuestionCategory).delete({ id: categoryId });
      return { event: 'question-category.removed', detail: { category: categoryId } };
    });
  }

  /** All categories in their new order; one that is not named comes after those that are. @throws not-found */
  async order(actor: Actor, sessionId: string, categoryIds: string[]): Promise<QuestionDeskView> {
    return this.desk.change(actor, sessionId, async (session) => {
      const known = (await categoriesOf(this.database, session.id)).map(({ id }) => id);
      for (const id of categoryIds) found(known.includes(id) ? id : null, 'category');
      await this.place([...categoryIds, ...known.filter((id) => !categoryIds.includes(id))]);
      return { event: 'question-categories.ordered', detail: { categories: categoryIds } };
    });
  }

  private async place(ids: string[]): Promise<void> {
    await this.database.query(
      `update question_category c set position = o.place - 1 from unnest($1::uuid[]) with ordinality as o(id, place) where c.id = o.id`,
      [ids],
    );
  }
}
