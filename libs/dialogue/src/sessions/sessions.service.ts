import { Injectable } from '@nestjs/common';
import { sessionRoom, type DialogueSessionView } from '#libs/contracts';
import { TaskLinksService } from '#libs/access';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  Database,
  DomainError,
  fresh,
  guardedTexts,
  newId,
  Rooms,
  ZONE,
  type Actor,
} from '#libs/platform';
import { canManageDialogue, canSeeSession } from '../dialogue.policy.js';
import { RoomEcho } from './room-echo.service.js';
import { linksUntil } from './session-links.service.js';
import { SessionMoves } from './session-moves.service.js';
import { sessionView } from './session-views.queries.js';
import { Session } from './session.entity.js';
import { departmentName, lockSession, sessionOf } from './sessions.queries.js';
import { sessionMoments, type SessionTimes } from './session-times.rules.js';
import { StepsService } from './steps.service.js';

/** A session to be made. */
export interface SessionWish extends SessionTimes {
  departmentId: string;
  yearId?: string | null;
  /** `Dialoogsessie <vakgroep>` when left out. */
  title?: string;
  /** The writer has read the warnings about its texts. */
  confirmed?: boolean;
}
/** What the organiser can change about a session that did not begin yet. */
export interface SessionChange extends Partial<SessionTimes> {
  title?: string;
  introduction?: string | null;
  meetingLink?: string | null;
  places?: number | null;
  moderated?: boolean;
  talkOn?: string | null;
  activityId?: string | null;
  accreditedHours?: number | null;
  confirmed?: boolean;
}

/** What screens of an open room show of a session, to compare. */
const roomFacts = ({ title, meetingLink, moderated }: Session): string =>
  JSON.stringify([title, meetingLink, moderated]);

/** Sessions and their facts: made, changed, moved, cancelled. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly steps: StepsService,
    private readonly moves: SessionMoves,
    private readonly links: TaskLinksService,
    private readonly echo: RoomEcho,
  ) {}

  /**
   * Makes a session and plans its timeline; at short notice only what still makes sense. Joins the transaction that is open.
   * @returns its id. @throws session.times-invalid · not-found for a department of another region · text.identifiers
   */
  async create(actor: Actor, wish: SessionWish): Promise<string> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      const now = this.clock.now();
      const department = await departmentName(this.database, wish.departmentId);
      const { title } = guardedTexts(
        { title: wish.title?.trim() || `Dialoogsessie ${department}` },
        wish.confirmed ?? wish.title === undefined,
      );
      const id = newId();
      const session = this.database.repository(Session).create({
        id,
        regionId: actor.regionId,
        yearId: wish.yearId ?? null,
        departmentId: wish.departmentId,
        title,
        date: wish.date,
        startTime: wish.startTime,
        endTime: wish.endTime,
        timeZone: ZONE,
        ...sessionMoments(wish, now),
        state: 'planned',
        introduction: null,
        meetingLink: null,
        places: null,
        moderated: false,
        talkOn: null,
        activityId: null,
        accreditedHours: null,
        sharedAt: null,
        calendarUid: `session-${id}@leerkring`,
        calendarSequence: 0,
        endedAt: null,
        cancelledAt: null,
        createdBy: actor.personId,
        createdAt: now,
        version: 1,
      });
      await this.database.repository(Session).insert(session);
      await this.steps.plan(session);
      this.note(actor, 'session.created', 'C', id, { departmentId: wish.departmentId });
      return id;
    });
  }

  /** As its organiser sees it. @throws not-found · auth.forbidden for who may know of it only */
  async get(actor: Actor, id: string): Promise<DialogueSessionView> {
    return this.database.transaction(actor, async () => {
      const session = await sessionOf(this.database, id);
      allow(canSeeSession(actor, id), 'not-found', { what: 'session' });
      allow(canManageDialogue(actor));
      return sessionView(this.database, session, this.clock.now());
    });
  }

  /**
   * Changes facts, or moves the session: then every step that is still to come moves along, and who comes hears it with the same calendar
   * entry in a higher sequence. Another video link reaches their calendars the same way.
   * @throws conflict.stale · session.ended · session.cancelled · session.times-invalid · text.identifiers
   */
  async change(
    actor: Actor,
    id: string,
    change: SessionChange,
    version?: number,
  ): Promise<DialogueSessionView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      const session = await lockSession(this.database, id);
      fresh(session, version);
      if (session.state === 'cancelled') throw new DomainError('session.cancelled');
      // a door leaves undefined what was not sent
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const {
        date,
        startTime,
        endTime,
        confirmed = false,
        ...facts
      } = Object.fromEntries(given) as SessionChange;
      const times = {
        date: date ?? session.date,
        startTime: startTime ?? session.startTime,
        endTime: endTime ?? session.endTime,
      };
      const moved =
        times.date !== session.date ||
        times.startTime !== session.startTime ||
        times.endTime !== session.endTime;
      const linked = facts.meetingLink !== undefined && (facts.meetingLink || null) !== session.meetingLink;
      if ((moved || linked) && session.state === 'ended') throw new DomainError('session.ended');
      if (moved && session.state === 'live')
        throw new DomainError('session.times-invalid', { reason: 'live' });
      const texts = guardedTexts(
        {
          ...(facts.title === undefined ? {} : { title: facts.title }),
          ...(facts.introduction ? { introduction: facts.introduction } : {}),
        } as Record<'title' | 'introduction', string>,
        confirmed,
      );
      const { accreditedHours, ...rest } = facts;
      const shown = roomFacts(session);
      Object.assign(session, rest, texts);
      for (const field of ['introduction', 'meetingLink', 'activityId'] as const)
        session[field] = session[field]?.trim() || null;
      if (accreditedHours !== undefined)
        session.accreditedHours = accreditedHours === null ? null : accreditedHours.toFixed(2);
      if (moved) Object.assign(session, times, sessionMoments(times, this.clock.now(), session.timeZone));
      if (moved || linked) session.calendarSequence += 1;
      session.version += 1;
      await this.database.repository(Session).save(session);
      if (moved) {
        await this.steps.move(session);
        await this.links.move(id, linksUntil(session));
      }
      const told = moved ? 'changed' : linked ? 'linked' : facts.places === undefined ? null : 'places';
      const mails = told && session.state !== 'ended' ? await this.moves.tell(actor, session, told) : 0;
      await this.rooms.announce(sessionRoom(id), 'session.changed');
      if (roomFacts(session) !== shown) await this.echo.session(session);
      const fields = given.map(([field]) => field).filter((field) => field !== 'confirmed');
      this.note(actor, moved ? 'session.moved' : 'session.changed', 'U', id, { fields, mails });
      return sessionView(this.database, session, this.clock.now());
    });
  }

  /** Does not go on: nothing happens any more, and who comes hears it. @throws conflict.stale · session.ended · session.cancelled */
  async cancel(actor: Actor, id: string, version?: number): Promise<DialogueSessionView> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () => {
      const session = await lockSession(this.database, id);
      fresh(session, version);
      if (session.state === 'cancelled') throw new DomainError('session.cancelled');
      if (session.state === 'ended') throw new DomainError('session.ended');
      session.state = 'cancelled';
      session.cancelledAt = this.clock.now();
      session.calendarSequence += 1;
      session.version += 1;
      await this.database.repository(Session).save(session);
      await this.steps.callOff(id);
      const mails = await this.moves.tell(actor, session, 'cancelled');
      await this.rooms.announce(sessionRoom(id), 'session.changed');
      await this.echo.session(session);
      this.note(actor, 'session.cancelled', 'U', id, { mails });
      return sessionView(this.database, session, this.clock.now());
    });
  }

  /** May hear that a session changed. */
  async mayWatch(actor: Actor, id: string): Promise<boolean> {
    if (!canSeeSession(actor, id)) return false;
    return this.database.transaction(actor, () =>
      sessionOf(this.database, id).then(
        () => true,
        () => false,
      ),
    );
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U',
    subjectId: string,
    detail: Record<string, unknown>,
  ): void {
    this.audit.record(actor, { event, action, subjectKind: 'dialogue-session', subjectId, detail });
  }
}
