import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { QuestionDeskView, QuestionSharePreviewView } from '#libs/contracts';
import { allow, Clock, Database, DomainError, findingIn, newId, type Actor } from '#libs/platform';
import { canManageDialogue, canSeeSession } from '../dialogue.policy.js';
import { Session } from '../sessions/session.entity.js';
import { sessionOf, specialistsOf } from '../sessions/sessions.queries.js';
import { StepActions } from '../sessions/step-actions.service.js';
import { StepsService } from '../sessions/steps.service.js';
import { SpecialistMails } from '../specialist/specialist-mails.service.js';
import { questionBoard, type BoardQuestion } from './board.queries.js';
import { sharingVerdict, shownTextOf, type SharingChoice } from './desk.rules.js';
import { familiesOf, type Family } from './families.rules.js';
import { QuestionDesk } from './question-desk.service.js';
import type { Question } from './question.entity.js';
import { endorsementsOf, ensureDepartmentPart, questionsOf } from './questions.queries.js';

/** How a question stands in a snapshot: what the specialist got, and nothing of who asked. */
const kept = ({ id, text, late, practiceIds }: BoardQuestion) => ({
  id,
  text,
  late,
  practices: practiceIds.length,
});

/** Questions on their way to the specialist: once at the moment of the timeline or before it, and once more for what came late (DIA-08, 21). */
@Injectable()
export class QuestionSharing implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly desk: QuestionDesk,
    private readonly steps: StepsService,
    private readonly actions: StepActions,
    private readonly mails: SpecialistMails,
  ) {}

  onModuleInit(): void {
    this.actions.register('share', (actor, session) => this.share(actor, session));
  }

  /** Exactly who would get what, and what would stay behind. Changes nothing. */
  async preview(actor: Actor, sessionId: string): Promise<QuestionSharePreviewView> {
    return this.database.transaction(actor, async () => {
      allow(canSeeSession(actor, sessionId), 'not-found', { what: 'session' });
      allow(canManageDialogue(actor));
      const session = await sessionOf(this.database, sessionId);
      const families = await this.families(session.id);
      const { go, undecided } = sharingVerdict(heads(families), { confirmed: [], withheld: [] });
      const all = families.filter(({ head }) => go.includes(head) || undecided.includes(head));
      const people = await specialistsOf(this.database, session.id);
      return {
        receivers: people.map(({ name, email }) => ({ name, email })),
        again: session.sharedAt !== null,
        questions: all.length,
        late: all.filter(({ head }) => head.late).length,
        practices: new Set(all.flatMap(({ practiceIds }) => [...practiceIds])).size,
        loose: all.filter(({ head }) => head.categoryId === null).length,
        found: undecided.map((head) => {
          const text = shownTextOf(head);
          return { id: head.id, text, finding: findingIn(head.id, text)! };
        }),
      };
    });
  }

  /**
   * The organiser shares. The timeline's own step is done with it.
   * @param choice what was said of texts in which the guard finds something
   * @throws question.undecided-text {count, questions} when one was not spoken of · session.shared when there is nothing new ·
   *   session.no-specialist · session.ended · session.cancelled
   */
  async shareNow(actor: Actor, sessionId: string, choice: SharingChoice): Promise<QuestionDeskView> {
    return this.desk.change(actor, sessionId, async (session) => {
      if (session.state !== 'planned') throw new DomainError('session.ended');
      const again = session.sharedAt !== null;
      const families = await this.families(session.id);
      const { go, held, undecided } = sharingVerdict(heads(families), choice);
      if (undecided.length > 0)
        throw new DomainError('question.undecided-text', {
          count: undecided.length,
          questions: undecided.map(({ id }) => id),
        });
      if (again && go.length === 0) throw new DomainError('session.shared');
      const mails = await this.send(actor, session, familiesWith(families, go));
      if (!again) await this.steps.done(actor, session, 'share', mails);
      return { event: 'questions.shared', detail: { questions: go.length, held: held.length, mails } };
    });
  }

  /**
   * What the timeline does at its moment: shares what is clean and leaves the rest on the desk. The session is held. When it was shared
   * before, nothing happens a second time.
   * @returns mails planned. @throws session.no-specialist
   */
  async share(actor: Actor, session: Session): Promise<number> {
    if (session.sharedAt !== null) return 0;
    await ensureDepartmentPart(this.database, session);
    const families = await this.families(session.id);
    const { go } = sharingVerdict(heads(families), null);
    return this.send(actor, session, familiesWith(families, go));
  }

  /** Marks them shared, writes down what went out, and tells the specialists. */
  private async send(actor: Actor, session: Session, families: Family<Question>[]): Promise<number> {
    if ((await specialistsOf(this.database, session.id)).length === 0)
      throw new DomainError('session.no-specialist');
    const now = this.clock.now();
    // only what was read once more: a question that is taken out of another later has to pass the guard itself
    const ids = families.map(({ head }) => head.id);
    await this.database.query(
      `update session_question set shared_at = $2, version = version + 1 where id = any($1) and shared_at is null`,
      [ids, now],
    );
    if (session.sharedAt === null) {
      session.sharedAt = now;
      await this.database
        .repository(Session)
        .update({ id: session.id }, { sharedAt: now, version: () => 'version + 1' });
    }
    await this.snapshot(actor, session, new Set(ids), now);
    return this.mails.questions(actor, session);
  }

  private async snapshot(actor: Actor, session: Session, ids: Set<string>, now: Date): Promise<void> {
    const board = await questionBoard(this.database, session.id);
    const went = (questions: BoardQuestion[]) => questions.filter(({ id }) => ids.has(id)).map(kept);
    const content = {
      categories: board.categories.map(({ id, name, kind, minutes, questions }) => ({
        id,
        name,
        kind,
        minutes,
        questions: went(questions),
      })),
      loose: went(board.loose),
    };
    await this.database.query(
      `insert into session_snapshot (id, region_id, session_id, number, content, made_by, made_at)
       values ($1, $2, $3, (select coalesce(max(number), 0) + 1 from session_snapshot where session_id = $3), $4, $5, $6)`,
      [newId(), session.regionId, session.id, JSON.stringify(content), actor.personId, now],
    );
  }

  private async families(sessionId: string): Promise<Family<Question>[]> {
    return familiesOf(
      await questionsOf(this.database, sessionId),
      await endorsementsOf(this.database, sessionId),
    );
  }
}

const heads = (families: Family<Question>[]): Question[] => families.map(({ head }) => head);
const familiesWith = (families: Family<Question>[], go: Question[]): Family<Question>[] =>
  families.filter(({ head }) => go.includes(head));
