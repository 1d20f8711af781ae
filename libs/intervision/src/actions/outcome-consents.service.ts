import { Injectable } from '@nestjs/common';
import { PeopleQueries } from '#libs/access';
import { AuditService } from '#libs/audit';
import { meetingRoom, type OutcomeAnswer, type OutcomeProvenanceView } from '#libs/contracts';
import { MailsService } from '#libs/notifications';
import {
  allow,
  Clock,
  Database,
  DomainError,
  Facts,
  found,
  isId,
  localDay,
  Rooms,
  systemActor,
  type Actor,
} from '#libs/platform';
import { takesPartIn } from '../intervision.policy.js';
import { MeetingLinks } from '../meetings/meeting-links.service.js';
import { Meeting } from '../meetings/meeting.entity.js';
import { AttendanceRecords } from '../meetings/attendance-records.service.js';
import { meetingFor } from '../meetings/meeting.queries.js';
import { consentsOf, lockedOutcome, type KeptOutcome, type NamedConsent } from './outcomes.queries.js';
import { agrees, verdictOf } from './outcomes.rules.js';
import { answeringFor } from './outcomes.service.js';

/** One click. */
const MINUTES = 1;

/**
 * What practices say of an insight that may leave their group. Whoever answers holds the outcome's row, so that nothing leaves while a
 * practice takes its yes back: the last of the two finds what the first did.
 */
@Injectable()
export class OutcomeConsents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly facts: Facts,
    private readonly rooms: Rooms,
    private readonly people: PeopleQueries,
    private readonly links: MeetingLinks,
    private readonly mails: MailsService,
    private readonly attendance: AttendanceRecords,
  ) {}

  /**
   * One practice's word, until it left; null takes it back. When it was the last yes, the insight leaves.
   * @param version of the sentence that was read: a consent is to that text alone
   * @throws not-found · auth.forbidden for another practice · outcome.over · outcome.text-changed
   */
  answer(
    actor: Actor,
    outcomeId: string,
    practiceId: string,
    wish: { answer: OutcomeAnswer | null; version: number },
  ): Promise<void> {
    return this.database.transaction(actor, async () => {
      const outcome = found(
        isId(outcomeId) ? await lockedOutcome(this.database, outcomeId) : null,
        'outcome',
      );
      const opened = await meetingFor(this.database, actor, outcome.meetingId);
      allow(takesPartIn(actor, opened.place), 'not-found', { what: 'outcome' });
      allow(answeringFor(actor, opened).includes(practiceId));
      if (outcome.state !== 'asking') throw new DomainError('outcome.over');
      if (outcome.version !== wish.version) throw new DomainError('outcome.text-changed');
      const [row] = await this.database.query(
        `update outcome_consent set answer = $3, answered_by = $4, answered_at = $5 where outcome_id = $1 and practice_id = $2 returning 1`,
        [outcome.id, practiceId, wish.answer, wish.answer && actor.personId, wish.answer && this.clock.now()],
      );
      // a practice that came to the meeting after it was asked
      allow(row !== undefined);
      // what was said stays in the group: the log knows that somebody was at it, not of what or what they said
      this.audit.record(actor, {
        event: 'meeting.worked-on',
        action: 'U',
        subjectKind: 'meeting',
        subjectId: outcome.meetingId,
      });
      await this.decide(actor, outcome, opened.meeting, false);
      await this.rooms.announce(meetingRoom(outcome.meetingId), 'meeting.changed');
    });
  }

  /** Outcomes of a region that have something due. */
  waiting(actor: Actor): Promise<string[]> {
    return this.database.transaction(actor, async () => {
      const rows = await this.database.query<{ id: string }>(
        `select id from outcome where state = 'asking' and due_at <= $1 order by due_at, id`,
        [this.clock.now()],
      );
      return rows.map(({ id }) => id);
    });
  }

  /** Mails who did not answer yet, or after the deadline decides what happens. Twice is once. */
  async keepTime(regionId: string, outcomeId: string): Promise<'mailed' | 'decided' | 'nothing'> {
    const actor = systemActor(regionId);
    return this.database.transaction(actor, async () => {
      const now = this.clock.now();
      const outcome = await lockedOutcome(this.database, outcomeId);
      if (outcome?.state !== 'asking' || !outcome.dueAt || outcome.dueAt > now) return 'nothing';
      const meeting = await this.database.repository(Meeting).findOneByOrFail({ id: outcome.meetingId });
      if (outcome.answerUntil <= now) {
        await this.decide(actor, outcome, meeting, true);
        await this.rooms.announce(meetingRoom(meeting.id), 'meeting.changed');
        return 'decided';
      }
      await this.database.query(`update outcome set mailed_at = $2, due_at = answer_until where id = $1`, [
        outcome.id,
        now,
      ]);
      await this.mail(actor, outcome, meeting);
      return 'mailed';
    });
  }

  private async decide(actor: Actor, outcome: KeptOutcome, meeting: Meeting, over: boolean): Promise<void> {
    const consents = await consentsOf(this.database, [outcome.id]);
    const present = over ? await this.there(actor, meeting.id, consents) : [];
    const verdict = verdictOf(consents, present, over);
    if (verdict === 'leave') await this.leave(actor, outcome, meeting, consents);
    if (verdict !== 'keep') return;
    await this.database.query(
      `update outcome set state = 'kept', ended_at = $2, due_at = null where id = $1`,
      [outcome.id, this.clock.now()],
    );
  }

  /** Practices that were there; all of them as long as nobody noted who came. */
  private async there(actor: Actor, meetingId: string, consents: readonly NamedConsent[]): Promise<string[]> {
    const attendees = await this.attendance.of(actor, meetingId);
    if (!attendees) return consents.map(({ practiceId }) => practiceId);
    return attendees.flatMap(({ practiceId }) => (practiceId === null ? [] : [practiceId]));
  }

  /** The one place where something leaves a group. What a subscriber throws undoes it. */
  private async leave(
    actor: Actor,
    outcome: KeptOutcome,
    meeting: Meeting,
    consents: readonly NamedConsent[],
  ): Promise<void> {
    const practices = consents.filter(agrees).length;
    const named = consents.filter(({ answer }) => answer === 'named').map(({ practice }) => practice);
    const now = this.clock.now();
    await this.database.query(
      `update outcome set state = 'offered', practices = $2, named = $3, ended_at = $4, due_at = null where id = $1`,
      [outcome.id, practices, named, now],
    );
    const provenance: OutcomeProvenanceView = {
      meetingId: meeting.id,
      meeting: meeting.title,
      group: await this.groupName(meeting),
      heldOn: meeting.date ?? localDay(now),
      practices,
      named,
    };
    await this.facts.publish(actor, 'insight.offered', {
      sourceKind: 'meeting',
      sourceId: meeting.id,
      outcomeId: outcome.id,
      kind: outcome.kind,
      text: outcome.text,
      provenance,
    });
    this.audit.record(actor, {
      event: 'insight.offered',
      action: 'E',
      subjectKind: 'outcome',
      subjectId: outcome.id,
      detail: { meetingId: meeting.id, kind: outcome.kind, practices },
    });
  }

  private async groupName({ groupId }: Meeting): Promise<string | null> {
    if (groupId === null) return null;
    const [row] = await this.database.query<{ name: string }>(
      `select name from intervision_group where id = $1`,
      [groupId],
    );
    return row?.name ?? null;
  }

  /** Says that there is something to answer; the sentence stays behind the door. */
  private async mail(actor: Actor, outcome: KeptOutcome, meeting: Meeting): Promise<void> {
    const open = (await consentsOf(this.database, [outcome.id])).filter(({ answer }) => answer === null);
    const people = await this.people.addresseesOfPractices(open.map(({ practiceId }) => practiceId));
    const group = await this.groupName(meeting);
    for (const { practiceId, practice } of open)
      for (const to of people.get(practiceId) ?? [])
        await this.mails.plan(actor, {
          template: 'outcome-consent',
          params: {
            taskLinkId: await this.links.create(actor, meeting, to.personId, practiceId),
            practice,
            group,
            deadline: outcome.answerUntil.toISOString(),
            minutes: MINUTES,
          },
          to,
          subjectId: meeting.id,
        });
  }
}
