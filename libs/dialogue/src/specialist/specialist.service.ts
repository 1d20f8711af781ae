import { Injectable } from '@nestjs/common';
import { sessionRoom, type OwnPartView, type SpecialistView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { Clock, Database, DomainError, guardedTexts, Rooms, type Actor } from '#libs/platform';
import { questionBoard } from '../questions/board.queries.js';
import type { Session } from '../sessions/session.entity.js';
import { minutesBetween, plannedHour, progressOf, shownCategories } from './preparation.rules.js';
import { filesOf } from './session-files.queries.js';
import { contextOf, isShared, preparedSession, sharedOf } from './specialist.queries.js';

/** What is given is changed, the rest stays: several people can write at once. */
export interface OwnPartChange {
  tells?: string;
  misses?: string;
  process?: string;
  offersAgreement?: boolean;
  offersTips?: boolean;
  /** The writer has read what the guard warned of. */
  confirmed?: boolean;
}

const TEXTS = ['tells', 'misses', 'process'] as const;

/** A session as its specialist prepares it (DIA-08, DIA-13). */
@Injectable()
export class SpecialistService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
  ) {}

  /** @throws not-found · auth.forbidden */
  async view(actor: Actor, sessionId: string): Promise<SpecialistView> {
    return this.database.transaction(actor, async () => {
      const session = await preparedSession(this.database, actor, sessionId);
      const context = await contextOf(this.database, session);
      const board = await questionBoard(this.database, session.id);
      const { prepared, questions, practices } = progressOf(sharedOf(board));
      const minutes = minutesBetween(session.startsAt, session.endsAt);
      const parts = plannedHour(board, minutes, isShared);
      return {
        session: {
          id: session.id,
          title: session.title,
          department: context.department,
          region: context.region,
          startsAt: session.startsAt.toISOString(),
          endsAt: session.endsAt.toISOString(),
          state: session.state,
          meetingLink: session.meetingLink,
          sharedAt: session.sharedAt?.toISOString() ?? null,
          practices,
        },
        categories: session.sharedAt ? shownCategories(parts) : [],
        ownPart: await ownPartOf(this.database, session.id),
        files: await filesOf(this.database, session.id),
        prepared,
        questions,
        handout: context.handout,
      };
    });
  }

  /**
   * Changes the fields given, each over what stood there: the last writer of a field wins.
   * @throws text.identifiers · session.cancelled · handout.published
   */
  async changeOwnPart(actor: Actor, sessionId: string, change: OwnPartChange): Promise<OwnPartView> {
    return this.database.transaction(actor, async () => {
      const session = await preparedSession(this.database, actor, sessionId);
      await this.assertOpen(session);
      const { confirmed = false, ...wish } = change;
      const fields = Object.keys(wish).filter((field) => wish[field as keyof typeof wish] !== undefined);
      const given = Object.fromEntries(
        TEXTS.flatMap((field) => (wish[field] === undefined ? [] : [[field, wish[field]]])),
      );
      const texts: Partial<Record<(typeof TEXTS)[number], string>> = guardedTexts(given, confirmed);
      await this.database.query(
        `insert into own_part (session_id, region_id, tells, misses, process, offers_agreement, offers_tips, changed_by, changed_at)
         values ($1, current_region(), coalesce($2::text, ''), coalesce($3::text, ''), coalesce($4::text, ''),
           coalesce($5::boolean, false), coalesce($6::boolean, false), $7, $8)
         on conflict (session_id) do update set tells = coalesce($2::text, own_part.tells),
           misses = coalesce($3::text, own_part.misses), process = coalesce($4::text, own_part.process),
           offers_agreement = coalesce($5::boolean, own_part.offers_agreement),
           offers_tips = coalesce($6::boolean, own_part.offers_tips),
           changed_by = $7, changed_at = $8, version = own_part.version + 1`,
        [
          session.id,
          texts.tells ?? null,
          texts.misses ?? null,
          texts.process ?? null,
          wish.offersAgreement ?? null,
          wish.offersTips ?? null,
          actor.personId,
          this.clock.now(),
        ],
      );
      this.audit.record(actor, {
        event: 'own-part.changed',
        action: 'U',
        subjectKind: 'dialogue-session',
        subjectId: session.id,
        detail: {
          fields,
          offersAgreement: wish.offersAgreement ?? null,
          offersTips: wish.offersTips ?? null,
        },
      });
      await this.rooms.announce(sessionRoom(session.id), 'session.changed');
      return ownPartOf(this.database, session.id);
    });
  }

  /**
   * What is noted for the handout can be changed until the handout is out.
   * @throws session.cancelled · handout.published
   */
  async assertOpen(session: Session): Promise<void> {
    if (session.state === 'cancelled') throw new DomainError('session.cancelled');
    const { handout } = await contextOf(this.database, session);
    if (handout === 'published') throw new DomainError('handout.published');
  }
}

/** What the department wants to tell; empty before anybody wrote. */
export async function ownPartOf(database: Database, sessionId: string): Promise<OwnPartView> {
  const [row] = await database.query<OwnPartView>(
    `select tells, misses, process, offers_agreement as "offersAgreement", offers_tips as "offersTips", version
     from own_part where session_id = $1`,
    [sessionId],
  );
  return row ?? { tells: '', misses: '', process: '', offersAgreement: false, offersTips: false, version: 0 };
}
