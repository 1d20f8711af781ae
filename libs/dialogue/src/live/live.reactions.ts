import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LivePresence, LiveRooms } from '#libs/live';
import { Clock } from '#libs/platform';
import { RoomEcho } from '../sessions/room-echo.service.js';
import { StepActions } from '../sessions/step-actions.service.js';
import { graceEnd } from '../sessions/steps.rules.js';
import { LiveAnswers } from './live-answers.service.js';
import { LiveEndings } from './live-endings.service.js';
import { LiveHours } from './live-hours.service.js';
import { LivePeople } from './live-people.service.js';
import { LiveSessions } from './live-sessions.service.js';

/**
 * What the live hour does by itself: it opens and ends with the timeline, says who comes and goes, and shows at once what the desk,
 * registrations and the specialist's own page change.
 */
@Injectable()
export class LiveReactions implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly steps: StepActions,
    private readonly presence: LivePresence,
    private readonly rooms: LiveRooms,
    private readonly sessions: LiveSessions,
    private readonly endings: LiveEndings,
    private readonly people: LivePeople,
    private readonly hours: LiveHours,
    private readonly answers: LiveAnswers,
    private readonly echo: RoomEcho,
  ) {}

  onModuleInit(): void {
    this.steps.register('start', async (actor, session) => {
      if (session.state !== 'ended' && session.state !== 'cancelled')
        await this.sessions.openHeld(actor, session);
      return null;
    });
    this.steps.register('end', async (actor, session) => {
      const room = await this.rooms.find(session.id);
      const runs = room?.clock.state === 'running' || room?.clock.state === 'paused';
      // done late, after nothing worked for a while: it was over when it had to be
      const last = runs ? graceEnd(session) : session.endsAt;
      const endedAt = new Date(Math.min(this.clock.now().getTime(), last.getTime()));
      await this.endings.end(actor, session, endedAt);
      return null;
    });
    this.presence.onChange((_actor, roomId) => this.people.changed(roomId));
    this.echo.onQuestions((sessionId) => this.hours.questionsChanged(sessionId));
    this.echo.onSession((session) => this.hours.sessionChanged(session));
    this.echo.onPeople((sessionId, leftPersonId) => this.people.changed(sessionId, leftPersonId));
    this.echo.onAnswer((sessionId, questionId, answer) => this.answers.tell(sessionId, questionId, answer));
  }
}
