import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Actor } from '#libs/platform';
import { SessionMoves } from '../sessions/session-moves.service.js';
import type { Session } from '../sessions/session.entity.js';
import { Registration } from './registration.entity.js';
import { RegistrationMails, type MailedSession, type Receiver } from './registration-mails.service.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { RegistrationsService } from './registrations.service.js';

/** What becomes of registrations when a session moves, gets other places, or does not go on. */
@Injectable()
export class RegistrationMoves implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly queries: RegistrationsQueries,
    private readonly mails: RegistrationMails,
    private readonly registrations: RegistrationsService,
    private readonly moves: SessionMoves,
  ) {}

  onModuleInit(): void {
    this.moves.register(async (actor, session, move) => {
      if (move === 'cancelled') return this.tellCancelled(actor, session);
      const told = move === 'changed' ? await this.tellChanged(actor, session) : 0;
      return told + (await this.registrations.fillPlaces(actor, session));
    });
  }

  /** Another moment or another link: everybody who comes gets the same calendar entry, changed. @returns mails */
  private async tellChanged(actor: Actor, session: Session): Promise<number> {
    return this.tellComing(actor, session, async (mailed, practice, row, to) => {
      await this.mails.changed(actor, mailed, practice, row, to);
      await this.database.repository(Registration).save(row);
    });
  }

  /** The session is off: out of everybody's calendar; who waited hears it too. @returns mails */
  private async tellCancelled(actor: Actor, session: Session): Promise<number> {
    return this.tellComing(actor, session, (mailed, practice, row, to) =>
      this.mails.left(actor, mailed, practice, to, 'cancelled', row.state === 'registered'),
    );
  }

  private async tellComing(
    actor: Actor,
    session: Session,
    tell: (
      mailed: MailedSession,
      practice: { id: string; name: string },
      row: Registration,
      to: Receiver,
    ) => Promise<void>,
  ): Promise<number> {
    const mailed = { session, department: await this.queries.departmentOf(session) };
    const rows = (await this.queries.rowsOf(session.id)).filter(({ state }) => state !== 'excused');
    const names = new Map(
      (await this.queries.participants(session.id)).map(({ practice }) => [practice.id, practice]),
    );
    const cancelled = session.state === 'cancelled';
    const told = rows.filter(({ state }) => cancelled || state === 'registered');
    for (const row of told) {
      const practice = names.get(row.practiceId) ?? { id: row.practiceId, name: '' };
      await tell(mailed, practice, row, await this.queries.receiver(row.personId));
    }
    return told.length;
  }
}
