import { Injectable } from '@nestjs/common';
import type { ReferralTimeView } from '#libs/contracts';
import { Database, found, fresh, isId, localDay, newId, type Actor } from '#libs/platform';
import { participant, ReferralPractice, type OpenPractice } from './referral-practice.service.js';
import { timeOf } from './referrals.queries.js';

/** A clock that somebody forgot counts no longer than this, in minutes. */
export const LONGEST_STAY = 120;

/** Minutes that a review costs, counted so that they can be protected (REF-10). Each keeps their own. */
@Injectable()
export class ReferralTime {
  constructor(
    private readonly database: Database,
    private readonly practices: ReferralPractice,
  ) {}

  /** Starts the reader's clock; one that runs already goes on. */
  start(actor: Actor, practiceId: string): Promise<ReferralTimeView> {
    return this.practices.inside(actor, practiceId, async (practice) => {
      await this.database.query(
        `insert into referral_time (id, region_id, practice_id, person_id, day, started_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (practice_id, person_id) where started_at is not null do nothing`,
        [newId(), actor.regionId, practice.id, participant(actor, practice), practice.today, practice.now],
      );
      return this.view(actor, practice);
    });
  }

  /** Stops it: whole minutes, at least one. Nothing happens when none runs. */
  stop(actor: Actor, practiceId: string): Promise<ReferralTimeView> {
    return this.practices.inside(actor, practiceId, async (practice) => {
      const [row] = await this.database.query<{ id: string; startedAt: Date }>(
        `select id, started_at as "startedAt" from referral_time where practice_id = $1 and person_id = $2 and started_at is not null for update`,
        [practice.id, participant(actor, practice)],
      );
      if (row) {
        const minutes = Math.round((practice.now.getTime() - row.startedAt.getTime()) / 60_000);
        await this.database.query(
          `update referral_time set started_at = null, day = $2, minutes = $3, version = version + 1 where id = $1`,
          [row.id, localDay(row.startedAt), Math.min(LONGEST_STAY, Math.max(1, minutes))],
        );
        await this.practices.changed(practice);
      }
      return this.view(actor, practice);
    });
  }

  /** Minutes that no clock ran for, of today. */
  add(actor: Actor, practiceId: string, minutes: number): Promise<ReferralTimeView> {
    return this.practices.inside(actor, practiceId, async (practice) => {
      await this.database.query(
        `insert into referral_time (id, region_id, practice_id, person_id, day, minutes) values ($1, $2, $3, $4, $5, $6)`,
        [newId(), actor.regionId, practice.id, participant(actor, practice), practice.today, minutes],
      );
      await this.practices.changed(practice);
      return this.view(actor, practice);
    });
  }

  /** Puts one's own minutes right; zero takes them away. @throws conflict.stale */
  set(
    actor: Actor,
    practiceId: string,
    timeId: string,
    minutes: number,
    version: number | undefined,
  ): Promise<ReferralTimeView> {
    return this.practices.inside(actor, practiceId, async (practice) => {
      const [row] = isId(timeId)
        ? await this.database.query<{ version: number }>(
            `select version from referral_time where id = $1 and person_id = $2 and started_at is null for update`,
            [timeId, actor.personId],
          )
        : [];
      fresh(found(row, 'time'), version);
      await (minutes === 0
        ? this.database.query(`delete from referral_time where id = $1`, [timeId])
        : this.database.query(`update referral_time set minutes = $2, version = version + 1 where id = $1`, [
            timeId,
            minutes,
          ]));
      await this.practices.changed(practice);
      return this.view(actor, practice);
    });
  }

  private view(actor: Actor, practice: OpenPractice): Promise<ReferralTimeView> {
    return timeOf(this.database, practice.id, actor.personId, practice.today);
  }
}
