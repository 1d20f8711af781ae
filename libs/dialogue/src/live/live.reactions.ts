import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LivePresence } from '#libs/live';
import { Clock } from '#libs/platform';
import { StepActions } from '../sessions/step-actions.service.js';
import { LiveEndings } from './live-endings.service.js';
import { LivePeople } from './live-people.service.js';
import { LiveSessions } from './live-sessions.service.js';

/** What the live hour does by itself: it opens and ends with the timeline, and says who comes and goes. */
@Injectable()
export class LiveReactions implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly steps: StepActions,
    private readonly presence: LivePresence,
    private readonly sessions: LiveSessions,
    private readonly endings: LiveEndings,
    private readonly people: LivePeople,
  ) {}

  onModuleInit(): void {
    this.steps.register('start', async (actor, session) => {
      if (session.state !== 'ended' && session.state !== 'cancelled')
        await this.sessions.openHeld(actor, session);
      return null;
    });
    this.steps.register('end', async (actor, session) => {
      // done late, after nothing ran for a while: it was over when it was planned to be
      const endedAt = new Date(Math.min(this.clock.now().getTime(), session.endsAt.getTime()));
      await this.endings.end(actor, session, endedAt);
      return null;
    });
    this.presence.onChange((_actor, roomId) => this.people.changed(roomId));
  }
}
