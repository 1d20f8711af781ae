import { Injectable } from '@nestjs/common';
import type { LiveClockView, LivePersonView, LivePresenceView, LiveQuestionView } from '#libs/contracts';
import { clockView, LivePresence, LiveRooms, stepClock, type LiveRoom } from '#libs/live';
import { Clock, Database, DomainError } from '#libs/platform';
import { questionBoard, type QuestionBoard } from '../questions/board.queries.js';
import type { Session } from '../sessions/session.entity.js';
import { lockSession } from '../sessions/sessions.queries.js';
import { invited, registeredPractices } from './live.queries.js';
import { rearrangedClock } from './live-parts.rules.js';
import {
  boardQuestions,
  changedQuestions,
  liveQuestions,
  moderatedView,
  partsOf,
  publicView,
  type KnownFollowUp,
} from './live.rules.js';
import { SessionLive } from './session-live.entity.js';

/** A session whose room is held until the transaction ends. */
export interface HeldRoom {
  session: Session;
  room: LiveRoom;
}
/** Everything that decides what is on. */
export interface Hour extends HeldRoom {
  live: SessionLive;
  board: QuestionBoard;
}

/**
 * What is on in a room, and telling each audience exactly what changed in it. Every method runs in the open transaction. Locks are taken
 * in one order, the session before its room, so that no two wait for each other.
 */
@Injectable()
export class LiveHours {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: LiveRooms,
    private readonly presence: LivePresence,
  ) {}

  /** @throws not-found · session.cancelled · live.not-open · live.ended */
  async hold(sessionId: string): Promise<HeldRoom> {
    const session = await lockSession(this.database, sessionId);
    if (session.state === 'cancelled') throw new DomainError('session.cancelled');
    if (session.state === 'ended') throw new DomainError('live.ended');
    return { session, room: await this.rooms.lock(session.id) };
  }

  async hour({ session, room }: HeldRoom): Promise<Hour> {
    return { session, room, live: await this.live(session), board: await this.board(session.id) };
  }

  board(sessionId: string): Promise<QuestionBoard> {
    return questionBoard(this.database, sessionId);
  }

  /** Where the hour is; for a room that was just made, at its beginning. */
  async live(session: Session): Promise<SessionLive> {
    const known = await this.database.repository(SessionLive).findOneBy({ sessionId: session.id });
    return (
      known ??
      this.database.repository(SessionLive).create({
        sessionId: session.id,
        regionId: session.regionId,
        questionId: null,
        skipped: [],
        specialistSteers: false,
        version: 0,
      })
    );
  }

  questions({ board, live }: Pick<Hour, 'board' | 'live'>): LiveQuestionView[] {
    return liveQuestions(board, live);
  }

  clockOf(room: LiveRoom): LiveClockView {
    return clockView(room.clock, this.clock.now());
  }

  async save({ live, room }: Hour): Promise<void> {
    live.version += 1;
    await this.database.repository(SessionLive).save(live);
    await this.rooms.save(room);
  }

  /** Tells all audiences which questions read otherwise, and the clock when it, or the question that is on, is another. */
  async tellCourse(
    hour: Hour,
    before: { questions: LiveQuestionView[]; clock: string; questionId: string | null },
  ): Promise<void> {
    const facts: ({ type: 'question'; question: LiveQuestionView } | ReturnType<LiveHours['clockFact']>)[] =
      changedQuestions(before.questions, this.questions(hour)).map((question) => ({
        type: 'question',
        question,
      }));
    if (before.clock !== JSON.stringify(hour.room.clock) || before.questionId !== hour.live.questionId)
      facts.push(this.clockFact(hour));
    for (const fact of facts) {
      await this.rooms.tell(hour.session.id, 'moderator', fact);
      await this.rooms.tell(hour.session.id, 'participant', fact);
      await this.rooms.tell(hour.session.id, 'specialist', fact);
    }
  }

  /**
   * The desk changed questions while the room is open: new parts get their time, what is not there any more is not on, and every screen
   * reads again. Inside the open transaction.
   */
  async questionsChanged(sessionId: string): Promise<void> {
    if ((await this.rooms.find(sessionId))?.kind !== 'session') return;
    const session = await lockSession(this.database, sessionId);
    const room = await this.rooms.lock(sessionId);
    if (room.endedAt === null) {
      const hour = await this.hour({ session, room });
      const there = new Set(boardQuestions(hour.board).map(({ id }) => id));
      hour.live.skipped = hour.live.skipped.filter((id) => there.has(id));
      if (hour.live.questionId !== null && !there.has(hour.live.questionId))
        hour.live.questionId = await this.mergedInto(hour.live.questionId, there);
      const minutes = Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / 60_000);
      room.clock = rearrangedClock(room.clock, partsOf(hour.board, minutes), this.clock.now());
      await this.save(hour);
    }
    await this.reload(sessionId);
  }

  /** Another link, title or way of moderating: every screen reads again. Cancelled: the clock ends too. Inside the open transaction. */
  async sessionChanged(session: Session): Promise<void> {
    if ((await this.rooms.find(session.id))?.kind !== 'session') return;
    const room = await this.rooms.lock(session.id);
    if (session.state === 'cancelled' && room.endedAt === null) {
      room.endedAt = this.clock.now();
      room.clock = stepClock(room.clock, { do: 'end' }, room.endedAt);
      await this.rooms.save(room);
    }
    await this.reload(session.id);
  }

  private async reload(sessionId: string): Promise<void> {
    for (const audience of ['moderator', 'participant', 'specialist'] as const)
      await this.rooms.tell(sessionId, audience, { type: 'reload' });
  }

  /** Where the question went that was on; null when it is not asked here any more. */
  private async mergedInto(questionId: string, there: ReadonlySet<string>): Promise<string | null> {
    const [row] = await this.database.query<{ into: string | null }>(
      `select merged_into as into from session_question where id = $1`,
      [questionId],
    );
    return row?.into && there.has(row.into) ? row.into : null;
  }

  private clockFact({ room, live }: Hour) {
    return { type: 'clock' as const, clock: this.clockOf(room), questionId: live.questionId };
  }

  /** @param before null for one that was just asked */
  async tellFollowUp(sessionId: string, before: KnownFollowUp | null, now: KnownFollowUp): Promise<void> {
    await this.rooms.tell(sessionId, 'moderator', { type: 'follow-up', followUp: moderatedView(now) });
    const was = before && publicView(before);
    const followUp = publicView(now);
    if (followUp) {
      await this.rooms.tell(sessionId, 'participant', { type: 'follow-up', followUp });
      await this.rooms.tell(sessionId, 'specialist', { type: 'follow-up', followUp });
      return;
    }
    if (was) {
      await this.rooms.tell(sessionId, 'participant', { type: 'follow-up-gone', id: now.id });
      await this.rooms.tell(sessionId, 'specialist', { type: 'follow-up-gone', id: now.id });
    }
    if (before && before.state !== now.state)
      await this.rooms.tell(sessionId, 'participant', {
        type: 'follow-up-state',
        id: now.id,
        state: now.state,
      });
  }

  /** Who is here, of who may be; with names for the moderator alone. */
  async people(sessionId: string): Promise<{ presence: LivePresenceView; people: LivePersonView[] }> {
    const here = await this.presence.here(sessionId);
    const removed = new Set(await this.presence.removed(sessionId));
    const known = await invited(this.database, sessionId);
    const present = new Set(
      here.filter(({ audience }) => audience !== 'moderator').map(({ personId }) => personId),
    );
    const practices = new Set(
      here.flatMap(({ audience, practiceId }) =>
        audience === 'participant' && practiceId ? [practiceId] : [],
      ),
    );
    const people = known.map((person) => ({
      ...person,
      here: present.has(person.personId) && !removed.has(person.personId),
      removed: removed.has(person.personId),
    }));
    return {
      presence: {
        practices: practices.size,
        registered: await registeredPractices(this.database, sessionId),
        specialists: people.filter(({ practice, here: isHere }) => practice === null && isHere).length,
      },
      people,
    };
  }

  async tellPresence(sessionId: string): Promise<void> {
    const { presence, people } = await this.people(sessionId);
    await this.rooms.tell(sessionId, 'moderator', { type: 'presence', presence, people });
    await this.rooms.tell(sessionId, 'participant', { type: 'presence', presence });
    await this.rooms.tell(sessionId, 'specialist', { type: 'presence', presence });
  }
}
