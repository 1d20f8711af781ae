import { Injectable } from '@nestjs/common';
import { PeopleQueries, type PracticePerson } from '#libs/access';
import { MailsService, type Addressee } from '#libs/notifications';
import { Database, type Actor } from '#libs/platform';
import type { Session } from '../sessions/session.entity.js';
import { SessionLinks } from '../sessions/session-links.service.js';
import { nextSequence } from '../sessions/sessions.queries.js';
import type { Registration } from './registration.entity.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { sessionEntry } from './registrations.rules.js';

/** Minutes that choosing a colleague takes. */
const CHOOSING = 1;

/** What a mail about a session says of it. */
export interface MailedSession {
  session: Session;
  department: string;
}
interface PracticeName {
  id: string;
  name: string;
}
export type Receiver = Addressee & { personId: string };

export const receiverOf = ({ personId, name, email, language }: PracticePerson): Receiver => ({
  personId,
  name,
  email,
  language,
});

/** Plans the mails to who takes part, inside the open transaction. Each calendar entry has a higher sequence than any before it. */
@Injectable()
export class RegistrationMails {
  constructor(
    private readonly database: Database,
    private readonly mails: MailsService,
    private readonly links: SessionLinks,
    private readonly people: PeopleQueries,
    private readonly queries: RegistrationsQueries,
  ) {}

  /** The session is in somebody's calendar from now on. */
  async registered(
    actor: Actor,
    mailed: MailedSession,
    practice: PracticeName,
    row: Registration,
    to: Receiver,
  ) {
    await this.invited(actor, mailed, practice, row, to, 'session-registered');
  }

  /** The same for who moves up; where that person left the practice, it is asked to choose somebody. */
  async registeredOrChoose(actor: Actor, mailed: MailedSession, practice: PracticeName, row: Registration) {
    const to = await this.queries.goer(practice.id, row.personId);
    if (to) await this.registered(actor, mailed, practice, row, to);
    else await this.choose(actor, mailed, practice);
  }

  /** Another moment or another link: the same entry, changed. */
  async changed(
    actor: Actor,
    mailed: MailedSession,
    practice: PracticeName,
    row: Registration,
    to: Receiver,
    what?: 'link',
  ) {
    await this.invited(actor, mailed, practice, row, to, 'session-changed', what);
  }

  /** Another moment, for who has no place: nothing for the calendar. */
  async movedFor(
    actor: Actor,
    mailed: MailedSession,
    practice: PracticeName,
    to: Receiver,
    audience: 'waiting' | 'invited',
  ) {
    await this.mails.plan(actor, {
      template: 'session-changed',
      to,
      subjectId: mailed.session.id,
      params: {
        ...(await this.base(actor, mailed, practice, to)),
        practice: practice.name,
        calendar: null,
        audience,
      },
    });
  }

  /** Asks whoever mails of the practice go to who goes, now that the one who was registered left. @returns mails */
  async choose(actor: Actor, mailed: MailedSession, practice: PracticeName): Promise<number> {
    const people = (await this.people.addresseesOfPractices([practice.id])).get(practice.id) ?? [];
    for (const person of people) {
      const to = receiverOf(person);
      await this.mails.plan(actor, {
        template: 'session-choose',
        to,
        subjectId: mailed.session.id,
        params: {
          ...(await this.base(actor, mailed, practice, to)),
          practice: practice.name,
          minutes: CHOOSING,
        },
      });
    }
    return people.length;
  }

  /** On the waiting list; nothing for the calendar yet. */
  async waiting(actor: Actor, mailed: MailedSession, practice: PracticeName, place: number, to: Receiver) {
    await this.mails.plan(actor, {
      template: 'session-waiting',
      to,
      subjectId: mailed.session.id,
      params: { ...(await this.base(actor, mailed, practice, to)), practice: practice.name, place },
    });
  }

  /** The only one whose calendar is told that it is off. `calendar` false: it was never in it. */
  async left(
    actor: Actor,
    { session, department }: MailedSession,
    practice: PracticeName,
    to: Receiver,
    why: 'replaced' | 'excused' | 'cancelled' | 'closed' | 'no-staff',
    calendar: boolean,
  ): Promise<void> {
    const sequence = calendar ? await nextSequence(this.database, session) : 0;
    await this.mails.plan(actor, {
      template: 'session-left',
      to,
      subjectId: session.id,
      params: {
        department,
        startsAt: session.startsAt.toISOString(),
        practice: practice.name,
        why,
        calendar: calendar ? sessionEntry(session, department, sequence, 'CANCEL') : null,
      },
    });
  }

  private async invited(
    actor: Actor,
    mailed: MailedSession,
    practice: PracticeName,
    row: Registration,
    to: Receiver,
    template: 'session-registered' | 'session-changed',
    what?: 'link',
  ): Promise<void> {
    const { session, department } = mailed;
    row.calendarSequence = await nextSequence(this.database, session);
    await this.mails.plan(actor, {
      template,
      to,
      subjectId: session.id,
      params: {
        ...(await this.base(actor, mailed, practice, to)),
        practice: practice.name,
        calendar: sessionEntry(session, department, row.calendarSequence),
        ...(what ? { what } : {}),
      },
    });
  }

  /** What every mail about a session carries, with a link of its own. */
  async base(actor: Actor, { session, department }: MailedSession, practice: PracticeName, to: Receiver) {
    return {
      taskLinkId: await this.links.forPractice(actor, session, to.personId, practice.id),
      department,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
    };
  }
}
