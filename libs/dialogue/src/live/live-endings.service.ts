import { Injectable } from '@nestjs/common';
import { sessionRoom } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { LiveRooms, stepClock } from '#libs/live';
import { Clock, Database, Facts, Rooms, type Actor } from '#libs/platform';
import { AttendanceService } from '../registrations/attendance.service.js';
import { Session } from '../sessions/session.entity.js';
import { FollowUp } from './follow-up.entity.js';
import { LiveHours } from './live-hours.service.js';
import { followUpsOf, surroundings } from './live.queries.js';
import { boardQuestions, fateAtEnd } from './live.rules.js';

/** The end of a session, once: every question gets its fate, and the others hear who was there. */
@Injectable()
export class LiveEndings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly facts: Facts,
    private readonly notices: Rooms,
    private readonly rooms: LiveRooms,
    private readonly hours: LiveHours,
    private readonly attendance: AttendanceService,
  ) {}

  /**
   * Ends a session that is held, also one whose room nobody opened. Inside the open transaction.
   * @param endedAt when it was over
   * @returns false when it was over already
   */
  async end(actor: Actor, session: Session, endedAt: Date): Promise<boolean> {
    if (session.state === 'ended' || session.state === 'cancelled') return false;
    const room = (await this.rooms.find(session.id)) && (await this.rooms.lock(session.id));
    const live = await this.hours.live(session);
    const board = await this.hours.board(session.id);
    const before = {
      questions: this.hours.questions({ board, live }),
      clock: JSON.stringify(room?.clock),
      questionId: live.questionId,
    };
    const open = boardQuestions(board).filter(({ fate }) => fate === null);
    for (const question of open)
      await this.database.query(
        `update session_question set fate = $2, fate_at = $3, version = version + 1 where id = $1`,
        [question.id, fateAtEnd(question), this.clock.now()],
      );
    await this.parkFollowUps(session, room !== null);
    if (room) {
      room.clock = stepClock(room.clock, { do: 'end' }, endedAt);
      room.endedAt = endedAt;
      Object.assign(live, { questionId: null, skipped: [] });
      const hour = { session, room, live, board: await this.hours.board(session.id) };
      await this.hours.save(hour);
      await this.hours.tellCourse(hour, before);
    }
    Object.assign(session, { state: 'ended', endedAt, version: session.version + 1 });
    await this.database.repository(Session).save(session);
    await this.tell(actor, session, endedAt, open.length);
    return true;
  }

  /** What was not answered goes to the handout (DIA-10): nothing is just gone. */
  private async parkFollowUps(session: Session, told: boolean): Promise<void> {
    for (const before of await followUpsOf(this.database, session.id)) {
      if (!['new', 'shown', 'asking'].includes(before.state)) continue;
      await this.database.repository(FollowUp).update({ id: before.id }, { state: 'parked' });
      if (told) await this.hours.tellFollowUp(session.id, before, { ...before, state: 'parked' });
    }
  }

  private async tell(actor: Actor, session: Session, endedAt: Date, open: number): Promise<void> {
    const attendees = await this.attendance.attendees(session.id);
    const { department } = await surroundings(this.database, session.id);
    await this.facts.publish(actor, 'session.ended', {
      sessionId: session.id,
      title: session.title,
      department,
      endedAt: endedAt.toISOString(),
      attendees,
    });
    this.audit.record(actor, {
      event: 'session.ended',
      action: 'U',
      subjectKind: 'session',
      subjectId: session.id,
      detail: { attendees: attendees.length, questionsLeft: open },
    });
    await this.notices.announce(sessionRoom(session.id), 'session.changed');
  }
}
