import { Injectable } from '@nestjs/common';
import type { KeptReferralView, OwnDataView } from '#libs/contracts';
import { Database, type Actor } from '#libs/platform';
import { ReferralPractice } from './referral-practice.service.js';
import { ownPractices } from './referrals.policy.js';
import { allReferrals } from './referrals.queries.js';

/** What somebody put in and judged, as a file for themselves (AVG art. 15); of the practices where they work. */
@Injectable()
export class KeptReferrals {
  constructor(
    private readonly database: Database,
    private readonly practices: ReferralPractice,
  ) {}

  async ofActor(actor: Actor): Promise<Pick<OwnDataView, 'referrals'>> {
    const all: KeptReferralView[] = [];
    const minutes: OwnDataView['referrals']['minutes'] = [];
    for (const id of ownPractices(actor))
      await this.database.transaction(actor, async () => {
        const [there] = await this.database.query(
          `select 1 from practice where id = $1 and archived_at is null`,
          [id],
        );
        if (!there) return;
        await this.practices.inside(actor, id, async (practice) => {
          const rows = await allReferrals(this.database, id, actor.personId);
          for (const { own, week, kind, specialism, reason, mine } of rows)
            if (own || mine)
              all.push({
                practice: practice.name,
                week,
                own,
                kind,
                specialism,
                // a colleague's referral is the colleague's
                reason: own ? reason : '',
                judgement: mine && { avoidable: mine.avoidable, ground: mine.ground, remark: mine.remark },
              });
          minutes.push(
            ...(await this.database.query<{ practice: string; day: string; minutes: number }>(
              `select $2::text as practice, day::text as day, minutes from referral_time where practice_id = $1 and person_id = $3 order by day desc`,
              [id, practice.name, actor.personId],
            )),
          );
        });
      });
    return { referrals: { reviewed: all, minutes } };
  }

  /** Removes what nobody needs any more (RETENTION.referralMonths). @returns rows that went; a second time none */
  async forget(regionId: string, before: Date): Promise<number> {
    return this.database.transaction({ regionId }, async () => {
      const [row] = await this.database.query<{ n: number }>(`select referral_forget($1) as n`, [before]);
      return row?.n ?? 0;
    });
  }
}
