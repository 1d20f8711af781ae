import { Injectable } from '@nestjs/common';
import { PeopleQueries, type PracticePerson } from '#libs/access';
import { AuditService } from '#libs/audit';
import { referralsRoom, type ReferralField } from '#libs/contracts';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  isId,
  localDay,
  Rooms,
  type Actor,
} from '#libs/platform';
import { arrangesReferrals, knowsReferrals } from './referrals.policy.js';

/** Functions of employees who refer themselves. */
const GP_TITLE = /huisarts|waarnem|hidha|haio|\bgp\b|general practitioner/i;

/** One practice, opened for one transaction. */
export interface OpenPractice {
  id: string;
  name: string;
  people: PracticePerson[];
  /** Who takes part: they refer, look at each other's referrals and are reminded. */
  participants: PracticePerson[];
  mapping: Record<string, ReferralField | null>;
  /** 0 as long as nothing was set. */
  version: number;
  now: Date;
  today: string;
}

/**
 * The only way to the rows of a practice's review: after the policy, the transaction names the practice, and row-level security shows the
 * rows of that one alone until the work is done (REF-07).
 */
@Injectable()
export class ReferralPractice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    private readonly audit: AuditService,
    private readonly people: PeopleQueries,
  ) {}

  /** Runs `work` inside the practice. @throws not-found, also for who may not know of it */
  inside<T>(actor: Actor, practiceId: string, work: (practice: OpenPractice) => Promise<T>): Promise<T> {
    return this.database.transaction(actor, async () => {
      const [row] =
        isId(practiceId) && knowsReferrals(actor, practiceId)
          ? await this.database.query<{ id: string; name: string; was: string | null }>(
              `select id, name, current_setting('app.practice_id', true) as was from practice where id = $1 and archived_at is null`,
              [practiceId],
            )
          : [];
      const { id, name, was } = found(row, 'practice');
      const enter = (to: string): Promise<unknown> =>
        this.database.query(`select set_config('app.practice_id', $1, true)`, [to]);
      await enter(id);
      const people = await this.people.peopleOfPractice(id);
      const [settings] = await this.database.query<{
        participants: string[] | null;
        mapping: Record<string, ReferralField | null>;
        version: number;
      }>(`select participants, mapping, version from referral_settings where practice_id = $1`, [id]);
      const chosen = settings?.participants ?? null;
      const now = this.clock.now();
      const result = await work({
        id,
        name,
        people,
        participants: people.filter((person) => (chosen ? chosen.includes(person.personId) : isGp(person))),
        mapping: settings?.mapping ?? {},
        version: settings?.version ?? 0,
        now,
        today: localDay(now),
      });
      await enter(was ?? '');
      return result;
    });
  }

  /** The same for who arranges things; a task link does not. @throws not-found, auth.task-only */
  arranging<T>(actor: Actor, practiceId: string, work: (practice: OpenPractice) => Promise<T>): Promise<T> {
    return this.inside(actor, practiceId, (practice) => {
      allow(actor.kind === 'system' || arrangesReferrals(actor, practiceId), 'auth.task-only');
      return work(practice);
    });
  }

  /** Open pages of the practice read again. */
  async changed(practice: OpenPractice): Promise<void> {
    await this.rooms.announce(referralsRoom(practice.id), 'referrals.changed');
  }

  /**
   * Notes what was arranged, without numbers or names: whoever reads the region's log can count nobody's referrals. Who noted or judged
   * what stands in the practice's own rows.
   */
  note(actor: Actor, practice: OpenPractice, event: string, action: 'C' | 'U' | 'D' | 'E'): void {
    this.audit.record(actor, {
      event: `referral-review.${event}`,
      action,
      subjectKind: 'practice',
      subjectId: practice.id,
      practiceId: practice.id,
    });
  }

  /** Whether somebody may be in the practice's room. */
  async visible(actor: Actor, practiceId: string): Promise<boolean> {
    try {
      await this.inside(actor, practiceId, () => Promise.resolve());
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}

function isGp(person: PracticePerson): boolean {
  return person.roles.some(
    ({ role, jobTitle }) =>
      role === 'practice-holder' || (role === 'practice-employee' && GP_TITLE.test(jobTitle ?? '')),
  );
}

/** The actor as somebody who takes part. @throws auth.forbidden */
export function participant(actor: Actor, practice: OpenPractice): string {
  const { personId } = actor;
  allow(personId !== null && practice.participants.some((person) => person.personId === personId));
  return personId;
}
