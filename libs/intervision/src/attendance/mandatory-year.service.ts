import { Injectable } from '@nestjs/common';
import type { MandatoryYearView } from '#libs/contracts';
import { Clock, Database, localDay, practicesOf, type Actor } from '#libs/platform';
import { canManageRounds } from '../intervision.policy.js';
import { mandatoryRows } from './mandatory.queries.js';
import { mandatoryState } from './mandatory.rules.js';

/** The one meeting a year that every practice has to be at (GRP-03, SES-13). */
@Injectable()
export class MandatoryYear {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Every practice of the region for a coordinator; for others the practices that they belong to or advise.
   * @param year this year when left out
   */
  view(actor: Actor, year?: number): Promise<MandatoryYearView> {
    return this.database.transaction(actor, async () => {
      const now = this.clock.now();
      const which = year ?? Number(localDay(now).slice(0, 4));
      const whole = canManageRounds(actor);
      const own = whole
        ? null
        : practicesOf(
            actor,
            'practice-holder',
            'practice-contact',
            'practice-employee',
            'practice-consultant',
          );
      const rows = await mandatoryRows(this.database, which, own, now);
      return {
        year: which,
        whole,
        practices: rows.map(({ asked, ...row }) => ({ ...row, ...mandatoryState(asked) })),
      };
    });
  }
}
