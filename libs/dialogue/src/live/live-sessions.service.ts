import { Injectable } from '@nestjs/common';
import type {
  FollowUpView,
  LiveAudience,
  ModeratorLiveView,
  OwnLiveView,
  ParticipantLiveView,
  QuestionAnswerView,
  SpecialistLiveView,
} from '#libs/contracts';
import { sessionRoom } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { LiveRooms, newClock } from '#libs/live';
import { allow, Clock, Database, DomainError, Rooms, type Actor } from '#libs/platform';
import { canManageDialogue } from '../dialogue.policy.js';
import type { QuestionBoard } from '../questions/board.queries.js';
import { Session } from '../sessions/session.entity.js';
import { lockSession } from '../sessions/sessions.queries.js';
import { LiveEntry, type Entrant } from './live-entry.service.js';
import { LiveHours } from './live-hours.service.js';
import { followUpsOf, joinedBy, surroundings } from './live.queries.js';
import {
  boardQuestions,
  moderatedView,
  OPENS_BEFORE_MS,
  ownView,
  partsOf,
  publicView,
} from './live.rules.js';

export type AnyLiveView = ParticipantLiveView | SpecialistLiveView | ModeratorLiveView;

/** Opening the room of a session, and what each audience sees when it enters. */
@Injectable()
export class LiveSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly notices: Rooms,
    private readonly rooms: LiveRooms,
    private readonly entry: LiveEntry,
    private readonly hours: LiveHours,
  ) {}

  /**
   * Opens the room by hand, from half an hour before the start; opening an open room changes nothing.
   * @throws not-found · auth.forbidden · session.cancelled · live.ended · live.not-open {startsAt, opensAt} when it is too early
   */
  async open(actor: Actor, sessionId: string): Promise<void> {
    await this.database.transaction(actor, async () => {
      await this.entry.enter(actor, sessionId, 'moderator');
      const session = await lockSession(this.database, sessionId);
      const opensAt = session.startsAt.getTime() - OPENS_BEFORE_MS;
      if (session.state === 'planned' && this.clock.now().getTime() < opensAt) throw this.tooEarly(session);
      await this.openHeld(actor, session);
    });
  }

  /** The same where the session is held already, at any moment: the step of the timeline says when. @returns false when it was open */
  async openHeld(actor: Actor, session: Session): Promise<boolean> {
    allow(canManageDialogue(actor));
    if (session.state === 'cancelled') throw new DomainError('session.cancelled');
    if (session.state === 'ended') throw new DomainError('live.ended');
    if (await this.rooms.find(session.id)) return false;
    const minutes = Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / 60_000);
    const parts = partsOf(await this.hours.board(session.id), minutes);
    const room = await this.rooms.open(actor, {
      id: session.id,
      kind: 'session',
      clock: newClock(parts, { startsAt: session.startsAt, endsAt: session.endsAt }),
    });
    const live = await this.hours.live(session);
    await this.hours.save({ session, room, live, board: { categories: [], loose: [] } });
    session.state = 'live';
    session.version += 1;
    await this.database.repository(Session).save(session);
    this.audit.record(actor, {
      event: 'live.opened',
      action: 'U',
      subjectKind: 'session',
      subjectId: session.id,
      detail: { parts: parts.length },
    });
    await this.notices.announce(sessionRoom(session.id), 'session.changed');
    return true;
  }

  /**
   * The room as this audience sees it now.
   * @throws as LiveEntry.enter · session.cancelled · live.not-open {title, startsAt, endsAt, opensAt, moderator} before it was opened
   */
  async view(actor: Actor, sessionId: string, audience: LiveAudience): Promise<AnyLiveView> {
    return this.database.transaction(actor, async () => {
      const entrant = await this.entry.enter(actor, sessionId, audience);
      const { session } = entrant;
      if (session.state === 'cancelled') throw new DomainError('session.cancelled');
      // first of all: what is read after it may be newer, and a fact that is applied twice changes nothing
      const version = await this.rooms.version(session.id, audience);
      const room = await this.rooms.find(session.id);
      if (!room) throw session.state === 'ended' ? new DomainError('live.ended') : this.tooEarly(session);
      return this.read(entrant, version, room);
    });
  }

  private tooEarly(session: Session): DomainError {
    return new DomainError('live.not-open', {
      title: session.title,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      opensAt: new Date(session.startsAt.getTime() - OPENS_BEFORE_MS).toISOString(),
    });
  }

  private async read(
    { session, audience, practice }: Entrant,
    version: number,
    room: NonNullable<Awaited<ReturnType<LiveRooms['find']>>>,
  ): Promise<AnyLiveView> {
    const live = await this.hours.live(session);
    const board = await this.hours.board(session.id);
    const followUps = await followUpsOf(this.database, session.id);
    const { presence, people } = await this.hours.people(session.id);
    const { department, evaluationAt } = await surroundings(this.database, session.id);
    const snapshot = {
      sessionId: session.id,
      title: session.title,
      department,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      meetingLink: session.meetingLink,
      version,
      clock: this.hours.clockOf(room),
      questionId: live.questionId,
      questions: this.hours.questions({ board, live }),
      presence,
    };
    if (audience === 'moderator') {
      const all = boardQuestions(board);
      return {
        ...snapshot,
        audience,
        specialistSteers: live.specialistSteers,
        followUps: followUps.map(moderatedView),
        answers: answersOf(board),
        mergedFrom: Object.fromEntries(all.map(({ id, mergedFrom }) => [id, mergedFrom])),
        people,
        moderated: session.moderated,
      };
    }
    const shown = followUps.map(publicView).filter((one): one is FollowUpView => one !== null);
    if (audience === 'specialist')
      return {
        ...snapshot,
        audience,
        specialistSteers: live.specialistSteers,
        followUps: shown,
        answers: answersOf(board),
      };
    const own = practice as { id: string; name: string };
    return {
      ...snapshot,
      audience,
      practice: own,
      ownQuestionIds: boardQuestions(board).flatMap(({ id, practiceIds }) =>
        practiceIds.includes(own.id) ? [id] : [],
      ),
      followUps: shown,
      ...(await this.own(session.id, own.id)),
      version,
      moderated: session.moderated,
      evaluationAt: evaluationAt?.toISOString() ?? null,
    };
  }

  /** What a practice asked and joined in the room, for itself alone. Inside the open transaction. */
  async own(sessionId: string, practiceId: string): Promise<OwnLiveView> {
    const version = await this.rooms.version(sessionId, 'participant');
    const followUps = await followUpsOf(this.database, sessionId);
    return {
      version,
      ownFollowUps: followUps.filter((one) => one.practiceId === practiceId).map(ownView),
      joinedIds: await joinedBy(this.database, sessionId, practiceId),
    };
  }
}

function answersOf(board: QuestionBoard): Record<string, QuestionAnswerView> {
  return Object.fromEntries(boardQuestions(board).map(({ id, answer }) => [id, answer]));
}
