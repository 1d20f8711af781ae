import { Injectable } from '@nestjs/common';
import { TaskKinds, TaskLinksService, type PracticePerson } from '#libs/access';
import type { ReferralForm } from '#libs/contracts';
import { MailsService } from '#libs/notifications';
import { Database, daysOn, isId, systemActor, type Actor } from '#libs/platform';
import { isMomentDay, nextReminder } from './moments.rules.js';
import { ReferralPractice, type OpenPractice } from './referral-practice.service.js';

/** A link from a reminder works for a week. */
const LINK_DAYS = 7;
const REVIEW_MINUTES = 10;

/** Reminders of the fixed moment, and of actions on their day (REF-02, 09). Mails say when; never what or how many. */
@Injectable()
export class ReferralReminders {
  constructor(
    private readonly database: Database,
    private readonly practices: ReferralPractice,
    private readonly links: TaskLinksService,
    private readonly mails: MailsService,
    kinds: TaskKinds,
  ) {
    kinds.register('referral-review', async (_actor, { subjectId }) => {
      if (!isId(subjectId)) return null;
      const [practice] = await this.database.query<{ name: string }>(
        `select name from practice where id = $1 and archived_at is null`,
        [subjectId],
      );
      if (!practice) return null;
      return {
        title: {
          nl: `Kijk mee met de verwijzingen van ${practice.name}`,
          en: `Look at the referrals of ${practice.name}`,
        },
        minutes: REVIEW_MINUTES,
        deadline: null,
        href: `/verwijzingen/meekijken/${subjectId}`,
      };
    });
  }

  /** One practice's trouble never keeps another waiting. @returns mails planned. @throws after trying them all */
  async sweep(regionId: string, now: Date): Promise<number> {
    const actor = systemActor(regionId);
    const due = await this.database.transaction(actor, () =>
      this.database.query<{ id: string }>(`select referral_practices_due($1) as id`, [now]),
    );
    const failures: unknown[] = [];
    let mails = 0;
    for (const { id } of due) {
      try {
        mails += await this.remind(actor, id);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some practices could not be reminded.');
    return mails;
  }

  private async remind(actor: Actor, practiceId: string): Promise<number> {
    const [archived] = await this.database.transaction(actor, () =>
      this.database.query(`select 1 from practice where id = $1 and archived_at is not null`, [practiceId]),
    );
    return archived
      ? this.silence(actor, practiceId)
      : this.practices.inside(actor, practiceId, async (practice) => {
          const moments = await this.database.query<{
            form: ReferralForm;
            weekday: number | null;
            time: string;
            fromWeek: string | null;
            remind: boolean;
          }>(
            `select form, weekday, time, from_week::text as "fromWeek", remind from referral_moment
         where practice_id = $1 and remind_at <= $2 for update`,
            [practice.id, practice.now],
          );
          let sent = 0;
          for (const moment of moments) {
            await this.database.query(
              `update referral_moment set remind_at = $3 where practice_id = $1 and form = $2`,
              [practice.id, moment.form, nextReminder(moment, practice.now)],
            );
            // a sweep that comes a day late is no reminder any more
            if (!moment.remind || !isMomentDay(moment, practice.today)) continue;
            for (const person of practice.participants)
              sent += await this.mail(actor, practice, person, { about: 'review', time: moment.time });
          }
          const actions = await this.database.query<{ owner: string }>(
            `update referral_action set remind_at = null where practice_id = $1 and remind_at <= $2 returning owner_id as owner, state`,
            [practice.id, practice.now],
          );
          const owners = new Set(actions.map(({ owner }) => owner));
          for (const person of practice.people)
            if (owners.has(person.personId))
              sent += await this.mail(actor, practice, person, { about: 'action', time: null });
          return sent;
        });
  }

  /** A practice that is no more is reminded of nothing. */
  private silence(actor: Actor, practiceId: string): Promise<number> {
    return this.database.transaction(actor, async () => {
      await this.database.query(`select set_config('app.practice_id', $1, true)`, [practiceId]);
      await this.database.query(`update referral_moment set remind_at = null where practice_id = $1`, [
        practiceId,
      ]);
      await this.database.query(`update referral_action set remind_at = null where practice_id = $1`, [
        practiceId,
      ]);
      await this.database.query(`select set_config('app.practice_id', '', true)`);
      return 0;
    });
  }

  private async mail(
    actor: Actor,
    practice: OpenPractice,
    person: PracticePerson,
    said: { about: 'review' | 'action'; time: string | null },
  ): Promise<number> {
    const taskLinkId =
      said.about === 'action'
        ? null
        : await this.links.create(actor, {
            personId: person.personId,
            kind: 'referral-review',
            subjectId: practice.id,
            practiceId: practice.id,
            until: daysOn(practice.now, LINK_DAYS),
          });
    await this.mails.plan(actor, {
      template: 'referral-review',
      params: { taskLinkId, practice: practice.name, minutes: REVIEW_MINUTES, ...said },
      to: person,
      subjectId: practice.id,
    });
    return 1;
  }
}
