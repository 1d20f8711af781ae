import { Injectable } from '@nestjs/common';
import {
  mondayOf,
  weekOf,
  type ReferralAvoidable,
  type ReferralGround,
  type ReferralKind,
  type ReferralWeekState,
  type ReferralWeekView,
} from '#libs/contracts';
import { allow, Database, DomainError, found, fresh, guardedTexts, isId, type Actor } from '#libs/platform';
import { LONGEST_REASON, LONGEST_SPECIALISM } from './list-rows.rules.js';
import { participant, ReferralPractice, type OpenPractice } from './referral-practice.service.js';
import { actionsOf, timeOf, weekReferrals, weekState } from './referrals.queries.js';

export interface JudgementWish {
  avoidable: ReferralAvoidable;
  otherApproach: boolean;
  ground: ReferralGround | null;
  remark: string;
  confirmed: boolean;
}
export interface ReferralChange {
  gpId?: string;
  kind?: ReferralKind;
  specialism?: string;
  reason?: string;
  timeOut?: boolean;
  /** Null: by what colleagues judge. */
  remarkable?: boolean | null;
  conclusion?: string;
  confirmed?: boolean;
}

/** The week's referrals as the people of the practice look at them: one by one, then together (REF-04, 05). */
@Injectable()
export class ReferralWeeks {
  constructor(
    private readonly database: Database,
    private readonly practices: ReferralPractice,
  ) {}

  get(actor: Actor, practiceId: string, week: string): Promise<ReferralWeekView> {
    return this.practices.inside(actor, practiceId, (practice) =>
      this.view(actor, practice, mondayFor(practice, week)),
    );
  }

  /**
   * What somebody thinks of a referral, of a colleague's or of their own; as often as they like, the last one counts.
   * @throws auth.forbidden for who does not take part, text.identifiers
   */
  judge(
    actor: Actor,
    practiceId: string,
    referralId: string,
    wish: JudgementWish,
  ): Promise<ReferralWeekView> {
    return this.practices.inside(actor, practiceId, async (practice) => {
      const { monday } = await this.locked(practice, referralId);
      const personId = participant(actor, practice);
      const { remark } = guardedTexts({ remark: wish.remark }, wish.confirmed);
      await this.database.query(
        `insert into referral_judgement (referral_id, person_id, region_id, practice_id, avoidable, other_approach, ground, remark, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (referral_id, person_id) do update set avoidable = excluded.avoidable, other_approach = excluded.other_approach,
           ground = excluded.ground, remark = excluded.remark, at = excluded.at`,
        [
          referralId,
          personId,
          actor.regionId,
          practice.id,
          wish.avoidable,
          wish.otherApproach,
          wish.ground,
          remark,
          practice.now,
        ],
      );
      await this.practices.changed(practice);
      return this.view(actor, practice, monday);
    });
  }

  /** Takes one's own judgement back. */
  unjudge(actor: Actor, practiceId: string, referralId: string): Promise<ReferralWeekView> {
    return this.practices.inside(actor, practiceId, async (practice) => {
      const { monday } = await this.locked(practice, referralId);
      const personId = participant(actor, practice);
      await this.database.query(`delete from referral_judgement where referral_id = $1 and person_id = $2`, [
        referralId,
        personId,
      ]);
      await this.practices.changed(practice);
      return this.view(actor, practice, monday);
    });
  }

  /** Puts right what was put in, and notes what the meeting concluded. @throws conflict.stale, text.identifiers */
  change(
    actor: Actor,
    practiceId: string,
    referralId: string,
    change: ReferralChange,
    version: number | undefined,
  ): Promise<ReferralWeekView> {
    return this.practices.arranging(actor, practiceId, async (practice) => {
      const row = await this.locked(practice, referralId);
      fresh(row, version);
      const { confirmed = false, gpId = null, kind = null, timeOut = null } = change;
      if (gpId !== null && !practice.people.some(({ personId }) => personId === gpId))
        throw new DomainError('referral.person-unknown');
      const { specialism, reason, conclusion } = change;
      const texts = guardedTexts(
        {
          ...(specialism !== undefined && { specialism: specialism.slice(0, LONGEST_SPECIALISM) }),
          ...(reason !== undefined && { reason: reason.slice(0, LONGEST_REASON) }),
          ...(conclusion !== undefined && { conclusion }),
        } as Record<'specialism' | 'reason' | 'conclusion', string>,
        confirmed,
      );
      await this.database.query(
        `update reviewed_referral set gp_id = coalesce($2, gp_id), kind = coalesce($3, kind), time_out = coalesce($4, time_out),
           specialism = coalesce($5, specialism), reason = coalesce($6, reason), conclusion = coalesce($7, conclusion),
           remarkable = case when $8 then $9::boolean else remarkable end, version = version + 1 where id = $1`,
        [
          referralId,
          gpId,
          kind,
          timeOut,
          texts.specialism ?? null,
          texts.reason ?? null,
          texts.conclusion ?? null,
          change.remarkable !== undefined,
          change.remarkable ?? null,
        ],
      );
      await this.practices.changed(practice);
      return this.view(actor, practice, row.monday);
    });
  }

  /** @throws conflict.stale */
  remove(actor: Actor, practiceId: string, referralId: string, version: number | undefined): Promise<void> {
    return this.practices.arranging(actor, practiceId, async (practice) => {
      fresh(await this.locked(practice, referralId), version);
      await this.database.query(`delete from reviewed_referral where id = $1`, [referralId]);
      await this.practices.changed(practice);
    });
  }

  /** The practice goes through them together, is done, or opens the week again. @throws conflict.stale */
  move(
    actor: Actor,
    practiceId: string,
    week: string,
    state: ReferralWeekState,
    version: number | undefined,
  ): Promise<ReferralWeekView> {
    return this.practices.arranging(actor, practiceId, async (practice) => {
      const monday = mondayFor(practice, week);
      await this.database.query(
        `insert into referral_review (practice_id, week, region_id, version) values ($1, $2, $3, 0) on conflict do nothing`,
        [practice.id, monday, actor.regionId],
      );
      const [row] = await this.database.query<{ version: number; state: ReferralWeekState }>(
        `select version, state from referral_review where practice_id = $1 and week = $2 for update`,
        [practice.id, monday],
      );
      const current = found(row, 'week');
      fresh(current, version);
      if (current.state !== state) {
        await this.database.query(
          `update referral_review set state = $3, done_at = $4, version = version + 1 where practice_id = $1 and week = $2`,
          [practice.id, monday, state, state === 'done' ? practice.now : null],
        );
        this.practices.note(actor, practice, `week-${state}`, 'U');
        await this.practices.changed(practice);
      }
      return this.view(actor, practice, monday);
    });
  }

  private async locked(
    practice: OpenPractice,
    referralId: string,
  ): Promise<{ monday: string; version: number }> {
    const [row] = isId(referralId)
      ? await this.database.query<{ monday: string; version: number }>(
          `select week::text as monday, version from reviewed_referral where id = $1 and practice_id = $2 for update`,
          [referralId, practice.id],
        )
      : [];
    return found(row, 'referral');
  }

  private async view(actor: Actor, practice: OpenPractice, monday: string): Promise<ReferralWeekView> {
    const { personId } = actor;
    const takesPart = practice.participants.some((person) => person.personId === personId);
    return {
      practiceId: practice.id,
      practice: practice.name,
      week: weekOf(monday),
      from: monday,
      to: sunday(monday),
      ...(await weekState(this.database, practice.id, monday)),
      takesPart,
      people: practice.participants.map(({ personId: id, name }) => ({ personId: id, name })),
      referrals: await weekReferrals(this.database, practice.id, monday, personId),
      actions: await actionsOf(this.database, practice.id, practice.today, { week: monday }),
      time: await timeOf(this.database, practice.id, personId, practice.today),
    };
  }
}

export const sunday = (monday: string): string =>
  new Date(Date.parse(`${monday}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10);

/** The Monday of a week that has begun. */
function mondayFor(practice: OpenPractice, week: string): string {
  const monday = mondayOf(week);
  allow(monday !== null && monday <= practice.today, 'not-found', { what: 'week' });
  return monday;
}
