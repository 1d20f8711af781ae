import { Injectable } from '@nestjs/common';
import type { HomeView } from '#libs/contracts';
import { Clock, Database, type Actor } from '#libs/platform';
import { canManageSurveys } from '../surveys.policy.js';
import { watchedSteps } from './attention.queries.js';
import { comingStep, lateStepTask } from './attention.rules.js';

/** What comes later than this is no news yet. */
const AHEAD_MS = 14 * 86_400_000;
/** The sweep tries every minute; what was due longer ago does not go by itself. */
const STUCK_MS = 3_600_000;

/** What campaigns ask of the organiser and what comes up: their part of the home page. */
@Injectable()
export class CampaignAttention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<Pick<HomeView, 'tasks' | 'upcoming'>> {
    if (!canManageSurveys(actor)) return { tasks: [], upcoming: [] };
    const now = this.clock.now().getTime();
    const steps = await this.database.transaction(actor, () =>
      watchedSteps(this.database, { overdue: new Date(now - STUCK_MS), until: new Date(now + AHEAD_MS) }),
    );
    return {
      tasks: steps.filter(({ state, stuck }) => state === 'late' || stuck).map(lateStepTask),
      upcoming: steps
        .filter(({ state, dueAt }) => state === 'planned' && dueAt.getTime() > now)
        .map(comingStep),
    };
  }
}
