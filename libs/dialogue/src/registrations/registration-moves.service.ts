import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PeopleQueries } from '#libs/access';
import { Database, type Actor } from '#libs/platform';
import { SessionMoves } from '../sessions/session-moves.service.js';
import type { Session } from '../sessions/session.entity.js';
import { Registration } from './registration.entity.js';
import { receiverOf, RegistrationMails, type MailedSession } from './registration-mails.service.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { RegistrationsService } from './registrations.service.js';

/** What becomes of registrations when a session moves, gets other places, or does not go on. */
@Injectable()
export class RegistrationMoves implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
    private readonly queries: RegistrationsQueries,
    private readonly mails: RegistrationMails,
    private readonly registrations: RegistrationsService,
    private readonly moves: SessionMoves,
  ) {}

  onModuleInit(): void {
    this.moves.register(async (actor, session, move) => {
      if (move === 'cancelled') return this.tellCancelled(actor, session);
      let told = 0;
      if (move !== 'places')
        told += await this.tellComing(actor, session, move === 'linked' ? 'link' : undefined);
      told += await this.registrations.fillPlaces(actor, session);
      if (move === 'changed') told += await this.tellWithoutPlace(actor, session);
      return told;
    });
  }

  /**
   * Another moment or another link: everybody who comes gets the same calendar entry, changed. Who works there no longer gets nothing, and
   * the practice chooses somebody else. @returns mails
   */
  private async tellComing(actor: Actor, session: Session, what?: 'link'): Promise<number> {
    const mailed = await this.mailed(session);
    let told = 0;
    for (const { row, practice } of await this.told(session, ['registered'])) {
      const to = await this.queries.goer(practice.id, row.personId);
      if (to) {
        await this.mails.changed(actor, mailed, practice, row, to, what);
        await this.database.repository(Registration).save(row);
        told += 1;
      } else told += await this.mails.choose(actor, mailed, practice);
    }
    return told;
  }

  /** Another moment, for practices that wait, and for those that were invited and did nothing yet. @returns mails */
  private async tellWithoutPlace(actor: Actor, session: Session): Promise<number> {
    const mailed = await this.mailed(session);
    let told = 0;
    for (const { row, practice } of await this.told(session, ['waiting'])) {
      const to = await this.queries.goer(practice.id, row.personId);
      if (to) {
        await this.mails.movedFor(actor, mailed, practice, to, 'waiting');
        told += 1;
      } else told += await this.mails.choose(actor, mailed, practice);
    }
    const invited = await this.queries.invitedWithoutAnswer(session.id);
    const addressees = await this.people.addresseesOfPractices(invited.map(({ id }) => id));
    for (const practice of invited)
      for (const person of addressees.get(practice.id) ?? []) {
        await this.mails.movedFor(actor, mailed, practice, receiverOf(person), 'invited');
        told += 1;
      }
    return told;
  }

  /** The session is off: out of everybody's calendar; who waited hears it too. @returns mails */
  private async tellCancelled(actor: Actor, session: Session): Promise<number> {
    const mailed = await this.mailed(session);
    const told = await this.told(session, ['registered', 'waiting']);
    for (const { row, practice } of told) {
      const to = await this.queries.receiver(row.personId);
      await this.mails.left(actor, mailed, practice, to, 'cancelled', row.state === 'registered');
    }
    return told.length;
  }

  private async mailed(session: Session): Promise<MailedSession> {
    return { session, department: await this.queries.departmentOf(session) };
  }

  /** Registrations of practices in one of these states, in the order in which they came. */
  private async told(session: Session, states: readonly Registration['state'][]) {
    const names = new Map(
      (await this.queries.participants(session.id)).map(({ practice }) => [practice.id, practice]),
    );
    return (await this.queries.rowsOf(session.id))
      .filter(({ state }) => states.includes(state))
      .sort((a, b) => a.askedAt.getTime() - b.askedAt.getTime() || (a.id < b.id ? -1 : 1))
      .map((row) => ({ row, practice: names.get(row.practiceId) ?? { id: row.practiceId, name: '' } }));
  }
}
