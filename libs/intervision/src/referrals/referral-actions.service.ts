import { Injectable } from '@nestjs/common';
import type { ReferralActionState, ReferralActionView } from '#libs/contracts';
import { Database, DomainError, found, fresh, guardedTexts, isId, newId, type Actor } from '#libs/platform';
import { actionReminder } from './moments.rules.js';
import { ReferralPractice, type OpenPractice } from './referral-practice.service.js';
import { actionsOf } from './referrals.queries.js';

export interface ActionWish {
  text: string;
  ownerId: string;
  /** Local date. */
  dueOn: string;
  referralId?: string | null;
  confirmed: boolean;
}
export type ActionChange = Partial<Omit<ActionWish, 'referralId'>> & { state?: ReferralActionState };

/** What the practice is going to do otherwise, each with an owner and a date (REF-09). */
@Injectable()
export class ReferralActions {
  constructor(
    private readonly database: Database,
    private readonly practices: ReferralPractice,
  ) {}

  list(actor: Actor, practiceId: string): Promise<ReferralActionView[]> {
    return this.practices.inside(actor, practiceId, (practice) => this.all(practice));
  }

  /** @throws text.identifiers, referral.person-unknown, not-found for a referral of elsewhere */
  create(actor: Actor, practiceId: string, wish: ActionWish): Promise<ReferralActionView[]> {
    return this.practices.arranging(actor, practiceId, async (practice) => {
      const { text } = guardedTexts({ text: wish.text }, wish.confirmed);
      this.knows(practice, wish.ownerId);
      const referralId = wish.referralId ?? null;
      if (referralId !== null) await this.referral(practice, referralId);
      await this.database.query(
        `insert into referral_action (id, region_id, practice_id, referral_id, text, owner_id, due_on, remind_at, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          newId(),
          actor.regionId,
          practice.id,
          referralId,
          text,
          wish.ownerId,
          wish.dueOn,
          actionReminder(wish.dueOn, practice.now),
          actor.personId,
          practice.now,
        ],
      );
      return this.done(practice);
    });
  }

  /** @throws conflict.stale, text.identifiers, referral.person-unknown */
  change(
    actor: Actor,
    practiceId: string,
    actionId: string,
    change: ActionChange,
    version: number | undefined,
  ): Promise<ReferralActionView[]> {
    return this.practices.arranging(actor, practiceId, async (practice) => {
      const [row] = isId(actionId)
        ? await this.database.query<{ version: number; due: string; state: ReferralActionState }>(
            `select version, due_on::text as due, state from referral_action where id = $1 and practice_id = $2 for update`,
            [actionId, practice.id],
          )
        : [];
      const action = found(row, 'action');
      fresh(action, version);
      if (change.ownerId !== undefined) this.knows(practice, change.ownerId);
      const text =
        change.text === undefined
          ? null
          : guardedTexts({ text: change.text }, change.confirmed ?? false).text;
      const state = change.state ?? action.state;
      const due = change.dueOn ?? action.due;
      await this.database.query(
        `update referral_action set text = coalesce($2, text), owner_id = coalesce($3, owner_id), due_on = $4, state = $5,
           closed_at = case when $5 = 'open' then null else coalesce(closed_at, $6) end, remind_at = $7, version = version + 1 where id = $1`,
        [
          actionId,
          text,
          change.ownerId ?? null,
          due,
          state,
          practice.now,
          state === 'open' ? actionReminder(due, practice.now) : null,
        ],
      );
      return this.done(practice);
    });
  }

  private async done(practice: OpenPractice): Promise<ReferralActionView[]> {
    await this.practices.changed(practice);
    return this.all(practice);
  }

  private all(practice: OpenPractice): Promise<ReferralActionView[]> {
    return actionsOf(this.database, practice.id, practice.today);
  }

  private knows(practice: OpenPractice, personId: string): void {
    if (!practice.people.some((person) => person.personId === personId))
      throw new DomainError('referral.person-unknown');
  }

  private async referral(practice: OpenPractice, id: string): Promise<void> {
    const [row] = isId(id)
      ? await this.database.query(`select 1 from reviewed_referral where id = $1 and practice_id = $2`, [
          id,
          practice.id,
        ])
      : [];
    found(row, 'referral');
  }
}
