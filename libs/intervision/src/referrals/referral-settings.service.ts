import { Injectable } from '@nestjs/common';
import { mondayOf, type ReferralForm, type ReferralSettingsView } from '#libs/contracts';
import { Database, DomainError, fresh, type Actor } from '#libs/platform';
import { nextReminder } from './moments.rules.js';
import { ReferralPractice, type OpenPractice } from './referral-practice.service.js';
import { momentsOf } from './referrals.queries.js';

export interface MomentWish {
  form: ReferralForm;
  weekday: number | null;
  time: string;
  /** ISO week from which three weeks are counted; this week when left out. */
  fromWeek?: string | null;
  remind: boolean;
}
export interface SettingsWish {
  moments?: MomentWish[];
  participants?: string[];
}

/** The rhythm of a practice (REF-01, 02) and who takes part. */
@Injectable()
export class ReferralSettings {
  constructor(
    private readonly database: Database,
    private readonly practices: ReferralPractice,
  ) {}

  get(actor: Actor, practiceId: string): Promise<ReferralSettingsView> {
    return this.practices.inside(actor, practiceId, (practice) => this.view(practice));
  }

  /** @throws conflict.stale, referral.person-unknown for somebody who does not work there, referral.week-unknown */
  set(
    actor: Actor,
    practiceId: string,
    wish: SettingsWish,
    version: number | undefined,
  ): Promise<ReferralSettingsView> {
    return this.practices.arranging(actor, practiceId, async (practice) => {
      await this.lock(actor, practice);
      const [{ version: current } = { version: 1 }] = await this.database.query<{ version: number }>(
        `select version from referral_settings where practice_id = $1 for update`,
        [practice.id],
      );
      // who has seen no settings yet has seen version 0
      if (version !== 0 || current !== 1) fresh({ version: current }, version);
      if (wish.moments) await this.setMoments(actor, practice, wish.moments);
      if (wish.participants) await this.setParticipants(practice, wish.participants);
      await this.database.query(`update referral_settings set version = version + 1 where practice_id = $1`, [
        practice.id,
      ]);
      this.practices.note(actor, practice, 'arranged', 'U');
      await this.practices.changed(practice);
      return this.practices.inside(actor, practiceId, (again) => this.view(again));
    });
  }

  /** The row of settings, made when there is none. */
  async lock(actor: Actor, practice: OpenPractice): Promise<void> {
    await this.database.query(
      `insert into referral_settings (practice_id, region_id) values ($1, $2) on conflict do nothing`,
      [practice.id, actor.regionId],
    );
  }

  private async setMoments(actor: Actor, practice: OpenPractice, moments: MomentWish[]): Promise<void> {
    await this.database.query(`delete from referral_moment where practice_id = $1`, [practice.id]);
    for (const { form, weekday, time, fromWeek, remind } of moments) {
      const monday = fromWeek ? mondayOf(fromWeek) : null;
      if (fromWeek && !monday) throw new DomainError('referral.week-unknown');
      const moment = {
        form,
        weekday: form === 'daily' ? null : (weekday ?? 2),
        fromWeek: form === 'selected' ? monday : null,
        remind,
      };
      await this.database.query(
        `insert into referral_moment (practice_id, form, region_id, weekday, time, from_week, remind, remind_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (practice_id, form) do nothing`,
        [
          practice.id,
          form,
          actor.regionId,
          moment.weekday,
          time,
          moment.fromWeek,
          remind,
          nextReminder(moment, practice.now),
        ],
      );
    }
  }

  private async setParticipants(practice: OpenPractice, personIds: string[]): Promise<void> {
    const here = new Set(practice.people.map(({ personId }) => personId));
    if (personIds.some((id) => !here.has(id))) throw new DomainError('referral.person-unknown');
    await this.database.query(`update referral_settings set participants = $2 where practice_id = $1`, [
      practice.id,
      [...new Set(personIds)],
    ]);
  }

  private async view(practice: OpenPractice): Promise<ReferralSettingsView> {
    const takes = new Set(practice.participants.map(({ personId }) => personId));
    return {
      practiceId: practice.id,
      practice: practice.name,
      moments: await momentsOf(this.database, practice.id),
      people: practice.people.map(({ personId, name }) => ({
        personId,
        name,
        takesPart: takes.has(personId),
      })),
      version: practice.version,
    };
  }
}
