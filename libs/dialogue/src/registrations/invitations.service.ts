import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PeopleQueries } from '#libs/access';
import { MailsService, type MailParams } from '#libs/notifications';
import { Database, type Actor } from '#libs/platform';
import { questionBoard } from '../questions/board.queries.js';
import type { Session } from '../sessions/session.entity.js';
import { StepActions } from '../sessions/step-actions.service.js';
import { receiverOf, RegistrationMails, type Receiver } from './registration-mails.service.js';
import { RegistrationsQueries } from './registrations.queries.js';

/** Minutes that registering and a first question take (journey D1). */
const MINUTES = 4;

type Mailing = 'session-invitation' | 'session-reminder' | 'session-practical';
interface Letter {
  practice: { id: string; name: string };
  to: Receiver;
  registered: boolean;
  questions: number;
}

/** What the timeline sends to practices: invitation, reminder and the day before (DIA-06). Nobody gets the same one twice. */
@Injectable()
export class InvitationsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
    private readonly plans: MailsService,
    private readonly queries: RegistrationsQueries,
    private readonly mails: RegistrationMails,
    private readonly steps: StepActions,
  ) {}

  onModuleInit(): void {
    this.steps.register('invite', (actor, session) => this.invite(actor, session));
    this.steps.register('remind', (actor, session) => this.remind(actor, session));
    this.steps.register('practical', (actor, session) => this.practical(actor, session));
  }

  /** To every practice in business. @returns mails */
  async invite(actor: Actor, session: Session): Promise<number> {
    const practices = await this.queries.practices();
    const addressees = await this.people.addresseesOfPractices(practices.map(({ id }) => id));
    const letters = practices.flatMap((practice) =>
      (addressees.get(practice.id) ?? []).map((person) => ({
        practice,
        to: receiverOf(person),
        registered: false,
        questions: 0,
      })),
    );
    const until = await this.questionsUntil(session);
    return this.send(actor, session, 'session-invitation', letters, (_letter) => ({
      introduction: session.introduction,
      questionsUntil: until,
      minutes: MINUTES,
    }));
  }

  /** To practices that are not registered, and to who goes for one without questions. Who said no is left alone. @returns mails */
  async remind(actor: Actor, session: Session): Promise<number> {
    const rows = (await this.queries.participants(session.id)).filter(
      ({ registration, questions }) =>
        registration === null || (registration.state !== 'excused' && questions === 0),
    );
    const ids = rows.map(({ practice }) => practice.id);
    const [addressees, staff] = [
      await this.people.addresseesOfPractices(ids),
      await this.queries.staffOf(ids),
    ];
    const letters = rows.flatMap(({ practice, registration, questions }): Letter[] => {
      const people = registration
        ? (staff.get(practice.id) ?? []).filter(({ personId }) => personId === registration.person.id)
        : (addressees.get(practice.id) ?? []);
      return people.map((person) => ({
        practice,
        to: receiverOf(person),
        registered: registration !== null,
        questions,
      }));
    });
    const until = await this.questionsUntil(session);
    return this.send(actor, session, 'session-reminder', letters, ({ registered, questions }) => ({
      questionsUntil: until,
      registered,
      questions,
    }));
  }

  /** The day before, to who comes. @returns mails */
  async practical(actor: Actor, session: Session): Promise<number> {
    const rows = (await this.queries.participants(session.id)).filter(
      ({ registration }) => registration?.state === 'registered',
    );
    const staff = await this.queries.staffOf(rows.map(({ practice }) => practice.id));
    const board = await questionBoard(this.database, session.id);
    const questions = [...board.categories.flatMap((category) => category.questions), ...board.loose].length;
    const letters = rows.flatMap(({ practice, registration }): Letter[] =>
      (staff.get(practice.id) ?? [])
        .filter(({ personId }) => personId === registration?.person.id)
        .map((person) => ({ practice, to: receiverOf(person), registered: true, questions })),
    );
    return this.send(actor, session, 'session-practical', letters, () => ({
      questions,
      meetingLink: session.meetingLink,
    }));
  }

  /** One mail per person and practice that did not get this one yet. */
  private async send(
    actor: Actor,
    session: Session,
    template: Mailing,
    letters: readonly Letter[],
    more: (letter: Letter) => Record<string, unknown>,
  ): Promise<number> {
    const known = await this.database.query<{ key: string }>(
      `select concat(person_id, ' ', params ->> 'practiceId') as key from mail
       where subject_id = $1 and template = $2 and state <> 'cancelled'`,
      [session.id, template],
    );
    const had = new Set(known.map(({ key }) => key));
    const mailed = { session, department: await this.queries.departmentOf(session) };
    const mails = [];
    for (const letter of letters) {
      const { practice, to } = letter;
      if (had.has(`${to.personId} ${practice.id}`)) continue;
      mails.push({
        template,
        to,
        subjectId: session.id,
        params: {
          ...(await this.mails.base(actor, mailed, practice, to)),
          practice: practice.name,
          practiceId: practice.id,
          ...more(letter),
        } as MailParams[Mailing],
      });
    }
    await this.plans.planAll(actor, mails);
    return mails.length;
  }

  /** Until when questions go to the specialist; the session itself where nothing is shared before. */
  private async questionsUntil(session: Session): Promise<string> {
    const { questionsUntil } = await this.queries.surroundings(session);
    return (questionsUntil ?? session.startsAt).toISOString();
  }
}
