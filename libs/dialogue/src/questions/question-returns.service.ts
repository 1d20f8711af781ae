import { Injectable } from '@nestjs/common';
import { PeopleQueries } from '#libs/access';
import { MailsService } from '#libs/notifications';
import { Clock, Database, type Actor } from '#libs/platform';
import { receiverOf, RegistrationMails } from '../registrations/registration-mails.service.js';
import type { Session } from '../sessions/session.entity.js';
import { departmentName } from '../sessions/sessions.queries.js';
import { takesQuestions } from './fate.rules.js';
import type { Question } from './question.entity.js';
import { questionsOf } from './questions.queries.js';

/** So long the organiser can take it back before anybody hears of it. */
const UNDO_MS = 5 * 60_000;
/** Reading why, and asking in other words, in minutes. */
const MINUTES = 2;

/** Tells who asked a question that it came back (feature 40). Everything inside the open transaction. */
@Injectable()
export class QuestionReturns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PeopleQueries,
    private readonly mails: MailsService,
    private readonly letters: RegistrationMails,
  ) {}

  /**
   * To each asker of a question and of what was merged into it, once per practice; to whom mails of the practice go where its asker is no
   * longer there, or was a colleague without account. Once asking is over there is nothing to ask anew, and no mail.
   * @returns mails planned
   */
  async tell(actor: Actor, session: Session, head: Question): Promise<number> {
    const now = this.clock.now();
    if (!takesQuestions(session, now)) return 0;
    const asked = (await questionsOf(this.database, session.id)).filter(
      ({ id, mergedInto, practiceId }) => practiceId !== null && (id === head.id || mergedInto === head.id),
    );
    const practices = await this.database.query<{ id: string; name: string }>(
      'select id, name from practice where id = any($1) and archived_at is null order by id',
      [asked.map(({ practiceId }) => practiceId)],
    );
    const ids = practices.map(({ id }) => id);
    const staff = await this.people.peopleOfPractices(ids, [
      'practice-holder',
      'practice-contact',
      'practice-employee',
    ]);
    const addressees = await this.people.addresseesOfPractices(ids);
    const mailed = { session, department: await departmentName(this.database, session.departmentId) };
    const plans = [];
    for (const practice of practices) {
      const authors = new Set(
        asked.filter(({ practiceId }) => practiceId === practice.id).map(({ authorId }) => authorId),
      );
      const askers = (staff.get(practice.id) ?? []).filter(({ personId }) => authors.has(personId));
      for (const person of askers.length > 0 ? askers : (addressees.get(practice.id) ?? [])) {
        const to = receiverOf(person);
        plans.push({
          template: 'question-returned' as const,
          to,
          subjectId: head.id,
          dueAt: new Date(now.getTime() + UNDO_MS),
          params: {
            ...(await this.letters.base(actor, mailed, practice, to)),
            practice: practice.name,
            minutes: MINUTES,
          },
        });
      }
    }
    await this.mails.planAll(actor, plans);
    return plans.length;
  }

  /** It is no longer sent back: who has not heard of it need not. */
  async callOff(questionId: string): Promise<void> {
    await this.mails.cancel(questionId, ['question-returned']);
  }
}
