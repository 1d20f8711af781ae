import { Injectable } from '@nestjs/common';
import type { PracticePerson } from '#libs/access';
import { MailsService, type Addressee } from '#libs/notifications';
import { Database, type Actor } from '#libs/platform';
import type { Session } from '../sessions/session.entity.js';
import { SessionLinks } from '../sessions/session-links.service.js';
import type { Registration } from './registration.entity.js';
import { sessionEntry } from './registrations.rules.js';

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

  /** Another moment or another link: the same entry, changed. */
  async changed(
    actor: Actor,
    mailed: MailedSession,
    practice: PracticeName,
    row: Registration,
    to: Receiver,
  ) {
    await this.invited(actor, mailed, practice, row, to, 'session-changed');
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
    why: 'replaced' | 'excused' | 'cancelled',
    calendar: boolean,
  ): Promise<void> {
    const sequence = calendar ? await this.nextSequence(session) : 0;
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
  ): Promise<void> {
    const { session, department } = mailed;
    row.calendarSequence = await this.nextSequence(session);
    await this.mails.plan(actor, {
      template,
      to,
      subjectId: session.id,
      params: {
        ...(await this.base(actor, mailed, practice, to)),
        practice: practice.name,
        calendar: sessionEntry(session, department, row.calendarSequence),
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

  /**
   * One counter for the whole session, because somebody may leave and come back, for another practice too: whatever a calendar saw last,
   * the next is higher (RFC 5546). The session's row is held by whoever registers.
   */
  private async nextSequence(session: Session): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `update dialogue_session set calendar_sequence = calendar_sequence + 1 where id = $1 returning calendar_sequence as n`,
      [session.id],
    );
    session.calendarSequence = row?.n ?? session.calendarSequence;
    return session.calendarSequence;
  }
}
