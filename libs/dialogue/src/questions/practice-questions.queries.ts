import { Injectable } from '@nestjs/common';
import type { OwnQuestionView, PracticeQuestionsView } from '#libs/contracts';
import { Clock, Database, findingIn } from '#libs/platform';
import type { Session } from '../sessions/session.entity.js';
import { canBeJoined, familiesOf, type Family } from './families.rules.js';
import { canBeChanged, fateIn, fateOf, type FatedHead } from './fate.rules.js';
import type { Question } from './question.entity.js';
import { answersOf, categoriesOf, endorsementsOf, questionsOf } from './questions.queries.js';

/** What a practice sees of the questions of a session: its own with what became of them, and those of others to join. */
@Injectable()
export class PracticeQuestionsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What one practice sees. Of others: words and numbers, never who. Inside the open transaction, allowed. */
  async of(
    session: Session,
    practiceId: string,
    inboxPath: string | null = null,
  ): Promise<PracticeQuestionsView> {
    const [questions, endorsements, categories, answers, [about]] = await Promise.all([
      questionsOf(this.database, session.id, practiceId),
      endorsementsOf(this.database, session.id),
      categoriesOf(this.database, session.id),
      answersOf(this.database, session.id),
      this.database.query<{ inbox: boolean; published: boolean }>(
        `select exists (select 1 from question_inbox where session_id = $1 and practice_id = $2) as inbox,
           exists (select 1 from handout where session_id = $1 and state = 'published') as published`,
        [session.id, practiceId],
      ),
    ]);
    const families = familiesOf(questions, endorsements);
    const familyOf = new Map(
      families.flatMap((one) => [one.head, ...one.members].map(({ id }) => [id, one])),
    );
    const nameOf = new Map(categories.map(({ id, name }) => [id, name]));
    const now = this.clock.now();
    const own = questions
      .filter((question) => question.practiceId === practiceId)
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1))
      .map((question): OwnQuestionView => {
        const family = familyOf.get(question.id);
        const head = family && family.head !== question ? fatedHead(family) : null;
        const fate = fateIn(session, fateOf(question, head));
        const place = (family?.head ?? question).categoryId;
        return {
          id: question.id,
          text: question.text,
          shownText: question.shownText,
          authorName: question.authorName,
          category: question.state === 'asked' ? (nameOf.get(place ?? '') ?? null) : null,
          late: question.late,
          fate,
          practices: family?.practiceIds.size ?? 1,
          answer: about?.published ? (answers.get((family?.head ?? question).id) ?? null) : null,
          askedAt: (question.askedAt ?? question.createdAt).toISOString(),
          changeable: canBeChanged(question, fate, session, now),
          version: question.version,
        };
      });
    const others = families
      .filter(
        (family) =>
          ((canBeJoined(family) && session.state !== 'cancelled') || family.endorsedBy.has(practiceId)) &&
          !isOwn(family, practiceId),
      )
      .sort((a, b) => b.practiceIds.size - a.practiceIds.size)
      .map((family) => ({
        id: family.head.id,
        text: wordsOf(family.head),
        category: nameOf.get(family.head.categoryId ?? '') ?? null,
        practices: family.practiceIds.size,
        endorsed: family.endorsedBy.has(practiceId),
        fate: family.head.fate ?? (session.state === 'cancelled' ? ('cancelled' as const) : null),
      }));
    return {
      sessionId: session.id,
      practiceId,
      own,
      others,
      inbox: { active: about?.inbox ?? false, path: inboxPath },
    };
  }
}

/** The words for everybody; what the guard finds in them never reaches another practice. */
export function wordsOf({ shownText, text }: Question): string {
  const words = shownText ?? text;
  return findingIn('text', words)?.rewrite ?? words;
}

const fatedHead = (family: Family<Question>): FatedHead => ({
  id: family.head.id,
  text: wordsOf(family.head),
  fate: family.head.fate,
  fateReason: family.head.fateReason,
  practices: family.practiceIds.size,
});

const isOwn = (family: Family<Question>, practiceId: string): boolean =>
  [family.head, ...family.members].some((question) => question.practiceId === practiceId);
