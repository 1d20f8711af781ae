import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import {
  meetingRoom,
  type LeftOutcomeView,
  type MeetingOutcomesView,
  type OutcomeKind,
  type OutcomeStage,
} from '#libs/contracts';
import {
  allow,
  Clock,
  Database,
  DomainError,
  Facts,
  found,
  fresh,
  guardedTexts,
  isId,
  newId,
  Rooms,
  type Actor,
} from '#libs/platform';
import {
  answersFor,
  canManageRounds,
  leadsMeeting,
  practicesAt,
  takesPartIn,
} from '../intervision.policy.js';
import { leadingPractice } from '../live/live.queries.js';
import { meetingFor, type OpenedMeeting } from '../meetings/meeting.queries.js';
import {
  leftOutcome,
  leftOutcomes,
  lockedOutcome,
  outcomesOfMeeting,
  type KeptOutcome,
} from './outcomes.queries.js';
import { askingTimes, practicesNamedIn } from './outcomes.rules.js';

export interface OutcomeWish {
  kind: OutcomeKind;
  /** The sentence that leaves. */
  text: string;
  insightId?: string | null;
  confirmed: boolean;
}
export type OutcomeChange = Pick<Partial<OutcomeWish>, 'kind' | 'text' | 'confirmed'>;

/**
 * Insights on their way out of a group (LOOP-01, BES-04). Who leads picks one and writes the sentence; every practice is asked; what leaves
 * carries where it came from. Before it leaves nobody outside the meeting knows of it (SES-02).
 */
@Injectable()
export class OutcomesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly facts: Facts,
    private readonly rooms: Rooms,
  ) {}

  /** @throws not-found · auth.forbidden for who knows of the meeting but does not belong to it */
  ofMeeting(actor: Actor, meetingId: string): Promise<MeetingOutcomesView> {
    return this.database.transaction(actor, async () => {
      const opened = await meetingFor(this.database, actor, meetingId);
      allow(takesPartIn(actor, opened.place));
      return {
        meetingId: opened.meeting.id,
        mayAsk: await this.leads(actor, opened),
        practices: (await this.practicesOf(opened)).map(({ name }) => name),
        outcomes: await outcomesOfMeeting(this.database, opened.meeting.id, answeringFor(actor, opened)),
      };
    });
  }

  /**
   * Asks every practice of the meeting whether this sentence may leave the group.
   * @throws not-found · auth.forbidden for who does not lead · text.identifiers · outcome.names-practice {names}
   */
  ask(actor: Actor, meetingId: string, wish: OutcomeWish): Promise<MeetingOutcomesView> {
    return this.database.transaction(actor, async () => {
      const opened = await meetingFor(this.database, actor, meetingId);
      allow(await this.leads(actor, opened));
      const practices = await this.practicesOf(opened);
      allow(practices.length > 0);
      const text = this.sentence(wish.text, wish.confirmed, practices);
      const insightId = wish.insightId ?? null;
      if (insightId !== null) await this.assertInsight(insightId, opened.meeting.id);
      const id = newId();
      const now = this.clock.now();
      const { mailAt, answerUntil } = askingTimes(now);
      await this.database.query(
        `insert into outcome (id, region_id, meeting_id, insight_id, kind, text, answer_until, due_at, asked_by, asked_at)
         values ($1, current_region(), $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, opened.meeting.id, insightId, wish.kind, text, answerUntil, mailAt, actor.personId, now],
      );
      await this.database.query(
        `insert into outcome_consent (outcome_id, practice_id, region_id) select $1, unnest($2::uuid[]), current_region()`,
        [id, practices.map((practice) => practice.id)],
      );
      await this.worked(actor, { meetingId: opened.meeting.id });
      return this.ofMeeting(actor, meetingId);
    });
  }

  /**
   * Another sentence or another way: what practices said was about the old one, so everybody is asked again.
   * @throws not-found · auth.forbidden · conflict.stale · outcome.over · text.identifiers · outcome.names-practice
   */
  change(
    actor: Actor,
    outcomeId: string,
    change: OutcomeChange,
    version: number | undefined,
  ): Promise<MeetingOutcomesView> {
    return this.steering(actor, outcomeId, async (outcome, opened) => {
      fresh(outcome, version);
      const practices = await this.practicesOf(opened);
      const text =
        change.text === undefined
          ? outcome.text
          : this.sentence(change.text, change.confirmed ?? false, practices);
      const kind = change.kind ?? outcome.kind;
      if (text === outcome.text && kind === outcome.kind) return;
      const { mailAt, answerUntil } = askingTimes(this.clock.now());
      await this.database.query(
        `update outcome set text = $2, kind = $3, answer_until = $4, due_at = $5, mailed_at = null, version = version + 1 where id = $1`,
        [outcome.id, text, kind, answerUntil, mailAt],
      );
      await this.database.query(
        `update outcome_consent set answer = null, answered_by = null, answered_at = null where outcome_id = $1`,
        [outcome.id],
      );
      await this.worked(actor, outcome);
    });
  }

  /** Takes it back before it left. @throws not-found · auth.forbidden · outcome.over */
  withdraw(actor: Actor, outcomeId: string): Promise<MeetingOutcomesView> {
    return this.steering(actor, outcomeId, async (outcome) => {
      await this.database.query(
        `update outcome set state = 'withdrawn', ended_at = $2, due_at = null where id = $1`,
        [outcome.id, this.clock.now()],
      );
      await this.worked(actor, outcome);
    });
  }

  /** What left the groups of the region. @throws auth.forbidden for who does not run it */
  left(
    actor: Actor,
    wish: { cursor?: string; limit: number },
  ): Promise<{ items: LeftOutcomeView[]; next: string | null; total: number }> {
    return this.database.transaction(actor, () => {
      allow(canManageRounds(actor));
      return leftOutcomes(this.database, wish);
    });
  }

  /**
   * Whoever received it says what became of it, and the group sees that (LOOP-02).
   * @throws auth.forbidden · not-found, also for what did not leave its group · text.identifiers
   */
  became(
    actor: Actor,
    outcomeId: string,
    stage: OutcomeStage,
    words: string | null,
  ): Promise<LeftOutcomeView> {
    return this.database.transaction(actor, async () => {
      allow(canManageRounds(actor));
      const outcome = isId(outcomeId) ? await lockedOutcome(this.database, outcomeId) : null;
      const { id, meetingId } = found(outcome?.state === 'offered' ? outcome : null, 'outcome');
      const said = guardedTexts({ words: words ?? '' }, true).words || null;
      await this.database.query(
        `insert into outcome_step (region_id, outcome_id, stage, words, said_by, at) values (current_region(), $1, $2, $3, $4, $5)`,
        [id, stage, said, actor.personId, this.clock.now()],
      );
      await this.facts.publish(actor, 'outcome.became', { outcomeId: id, meetingId, stage });
      this.audit.record(actor, {
        event: 'outcome.became',
        action: 'U',
        subjectKind: 'outcome',
        subjectId: id,
        detail: { meetingId, stage },
      });
      await this.rooms.announce(meetingRoom(meetingId), 'meeting.changed');
      return found(await leftOutcome(this.database, id), 'outcome');
    });
  }

  /** One that is still being asked, held; for who leads its meeting. */
  private steering(
    actor: Actor,
    outcomeId: string,
    work: (outcome: KeptOutcome, opened: OpenedMeeting) => Promise<void>,
  ): Promise<MeetingOutcomesView> {
    return this.database.transaction(actor, async () => {
      const outcome = found(
        isId(outcomeId) ? await lockedOutcome(this.database, outcomeId) : null,
        'outcome',
      );
      const opened = await meetingFor(this.database, actor, outcome.meetingId);
      // a coordinator knows of the meeting; of what did not leave it, not even that it is there
      allow(takesPartIn(actor, opened.place), 'not-found', { what: 'outcome' });
      allow(await this.leads(actor, opened));
      if (outcome.state !== 'asking') throw new DomainError('outcome.over');
      await work(outcome, opened);
      return this.ofMeeting(actor, outcome.meetingId);
    });
  }

  /** The leader, or whose practice leads this one meeting. */
  private async leads(actor: Actor, { meeting, place }: OpenedMeeting): Promise<boolean> {
    if (leadsMeeting(actor, place)) return true;
    const leading = await leadingPractice(this.database, meeting.id);
    return leading !== null && practicesAt(actor, place).includes(leading);
  }

  private sentence(text: string, confirmed: boolean, practices: readonly { name: string }[]): string {
    const guarded = guardedTexts({ text }, confirmed);
    const names = practicesNamedIn(
      guarded.text,
      practices.map(({ name }) => name),
    );
    if (names.length > 0) throw new DomainError('outcome.names-practice', { names });
    return guarded.text;
  }

  private practicesOf({ place }: OpenedMeeting): Promise<{ id: string; name: string }[]> {
    return this.database.query(
      `select id, name from practice where id = any($1::uuid[]) and archived_at is null order by lower(name), id`,
      [place.practiceIds],
    );
  }

  private async assertInsight(insightId: string, meetingId: string): Promise<void> {
    const [row] = isId(insightId)
      ? await this.database.query(
          `select 1 from meeting_insight where id = $1 and meeting_id = $2 and removed_at is null`,
          [insightId, meetingId],
        )
      : [];
    found(row, 'insight');
  }

  /** Before it left, the region's log knows that somebody worked on the meeting, and not what the group deliberates on (SES-02). */
  private async worked(actor: Actor, { meetingId }: Pick<KeptOutcome, 'meetingId'>): Promise<void> {
    this.audit.record(actor, {
      event: 'meeting.worked-on',
      action: 'U',
      subjectKind: 'meeting',
      subjectId: meetingId,
    });
    await this.rooms.announce(meetingRoom(meetingId), 'meeting.changed');
  }
}

/** Practices of the meeting whose answer this person gives: as holder or contact, or with the link of a mail (ORG-01). */
export function answeringFor(actor: Actor, { place }: OpenedMeeting): string[] {
  const own = practicesAt(actor, place);
  return actor.kind === 'task' ? own : own.filter((id) => answersFor(actor).includes(id));
}
