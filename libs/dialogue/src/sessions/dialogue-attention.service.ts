import { Injectable } from '@nestjs/common';
import type { HomeView } from '#libs/contracts';
import { Clock, Database, practicesOf, type Actor } from '#libs/platform';
import { canManageDialogue } from '../dialogue.policy.js';
import {
  comingSessions,
  openRegistrations,
  unpublishedHandouts,
  unsortedSessions,
  waitingSteps,
} from './attention.queries.js';
import { comingSession, handoutTask, registerTask, sortTask, stepTask } from './attention.rules.js';

const DAY_MS = 86_400_000;
/** What comes later than this is no news yet. */
const AHEAD_MS = 60 * DAY_MS;
/** Sorting is asked for this long before the questions go to the specialist. */
const SORT_MS = 7 * DAY_MS;
/** The sweep tries every minute; what was due longer ago does not go by itself. */
const STUCK_MS = 3_600_000;

/** What dialogue sessions ask of somebody and what comes up: their part of the home page. */
@Injectable()
export class DialogueAttention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<Pick<HomeView, 'tasks' | 'upcoming'>> {
    const now = this.clock.now();
    const after = (ms: number): Date => new Date(now.getTime() + ms);
    const organises = canManageDialogue(actor);
    const askable = practicesOf(actor, 'practice-holder', 'practice-contact');
    const practiceIds = practicesOf(actor, 'practice-holder', 'practice-contact', 'practice-employee');
    const sessionIds = actor.roles.flatMap(({ role, scopeId }) =>
      role === 'specialist' && scopeId ? [scopeId] : [],
    );
    if (!organises && practiceIds.length === 0 && sessionIds.length === 0) return { tasks: [], upcoming: [] };
    return this.database.transaction(actor, async () => {
      const waiting = organises ? await waitingSteps(this.database, after(-STUCK_MS)) : [];
      const unsorted = organises ? await unsortedSessions(this.database, after(SORT_MS)) : [];
      const handouts = organises ? await unpublishedHandouts(this.database, now) : [];
      const open = askable.length > 0 ? await openRegistrations(this.database, askable, now) : [];
      const ask = { all: organises, practiceIds, sessionIds, now, until: after(AHEAD_MS) };
      const coming = await comingSessions(this.database, ask);
      const role = (session: (typeof coming)[number]) => {
        if (organises) return 'organiser';
        return session.practiceId === null ? 'specialist' : 'participant';
      };
      return {
        tasks: [
          ...waiting.map(stepTask),
          ...open.map((one) => registerTask(one, askable.length > 1)),
          ...unsorted.map(sortTask),
          ...handouts.map(handoutTask),
        ],
        upcoming: coming.map((session) => comingSession(session, role(session))),
      };
    });
  }
}
