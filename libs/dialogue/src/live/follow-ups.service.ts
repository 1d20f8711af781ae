import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import type { FollowUpState, FollowUpStep, OwnLiveView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { allow, Clock, Database, DomainError, found, guardedTexts, isId, type Actor } from '#libs/platform';
import { canManageDialogue } from '../dialogue.policy.js';
import { FollowUp } from './follow-up.entity.js';
import { LiveEntry } from './live-entry.service.js';
import { LiveHours } from './live-hours.service.js';
import { LiveSessions } from './live-sessions.service.js';
import { followUpsOf } from './live.queries.js';
import { MOST_FOLLOW_UPS, publicView, type KnownFollowUp } from './live.rules.js';

export interface FollowUpWish {
  /** Made by the client: sent again after a lost answer, it stays one question. */
  clientId: string;
  text: string;
  /** Show the name of the practice to the other participants. */
  named: boolean;
  /** The asker has read the guard's warnings. */
  confirmed: boolean;
}
const OPEN: readonly FollowUpState[] = ['new', 'shown', 'asking'];

/** Deepening questions from the room: asked for a practice, joined by others, handled by the moderator (DIA-10). */
@Injectable()
export class FollowUpsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly entry: LiveEntry,
    private readonly hours: LiveHours,
    private readonly sessions: LiveSessions,
  ) {}

  /**
   * @throws as LiveEntry.enter · text.identifiers · live.not-open before the start · live.ended · question.too-many {most}
   */
  async ask(actor: Actor, sessionId: string, wish: FollowUpWish): Promise<OwnLiveView> {
    return this.database.transaction(actor, async () => {
      const practice = await this.practiceOf(actor, sessionId);
      const { text } = guardedTexts({ text: wish.text }, wish.confirmed);
      if (text === '')
        throw new DomainError('validation.failed', { fields: [{ field: 'text', rule: 'empty' }] });
      const { session, room } = await this.hours.hold(sessionId);
      const id = v5(`${practice}:${wish.clientId}`, session.id);
      const own = (await followUpsOf(this.database, session.id)).filter(
        ({ practiceId }) => practiceId === practice,
      );
      if (!own.some((one) => one.id === id)) {
        if (room.clock.state === 'waiting') throw new DomainError('live.not-open');
        if (own.filter(({ state }) => OPEN.includes(state)).length >= MOST_FOLLOW_UPS)
          throw new DomainError('question.too-many', { most: MOST_FOLLOW_UPS });
        await this.database.repository(FollowUp).insert({
          id,
          regionId: actor.regionId,
          sessionId: session.id,
          questionId: (await this.hours.live(session)).questionId,
          practiceId: practice,
          personId: actor.personId as string,
          text,
          named: wish.named,
          state: session.moderated ? 'new' : 'shown',
          shown: !session.moderated,
          note: '',
          askedAt: this.clock.now(),
          version: 1,
        });
        await this.hours.tellFollowUp(session.id, null, await this.known(session.id, id));
        this.note(actor, 'follow-up.asked', 'C', id, { sessionId: session.id }, practice);
      }
      return this.sessions.own(session.id, practice);
    });
  }

  /** Joins with "wij ook", or takes that back: once per practice, however often it is pressed. One's own asks already. */
  async join(actor: Actor, sessionId: string, followUpId: string, joins: boolean): Promise<OwnLiveView> {
    return this.database.transaction(actor, async () => {
      const practice = await this.practiceOf(actor, sessionId);
      const { session } = await this.hours.hold(sessionId);
      const before = await this.known(session.id, followUpId);
      // what others may not read is not there for them
      found(publicView(before) ? before : null, 'follow-up');
      if (before.practiceId !== practice) {
        const changed = joins
          ? await this.database.query(
              `insert into follow_up_endorsement (follow_up_id, practice_id, region_id, given_by) values ($1, $2, $3, $4)
               on conflict do nothing returning 1`,
              [before.id, practice, actor.regionId, actor.personId],
            )
          : await this.database.query(
              `delete from follow_up_endorsement where follow_up_id = $1 and practice_id = $2 returning 1`,
              [before.id, practice],
            );
        if (changed.length > 0) {
          await this.hours.tellFollowUp(session.id, before, await this.known(session.id, before.id));
          const event = joins ? 'follow-up.joined' : 'follow-up.left';
          this.note(actor, event, 'U', before.id, { sessionId: session.id }, practice);
        }
      }
      return this.sessions.own(session.id, practice);
    });
  }

  /** The asker takes it back. */
  async takeBack(actor: Actor, sessionId: string, followUpId: string): Promise<OwnLiveView> {
    return this.database.transaction(actor, async () => {
      const practice = await this.practiceOf(actor, sessionId);
      const { session } = await this.hours.hold(sessionId);
      const before = await this.known(session.id, followUpId);
      found(before.practiceId === practice ? before : null, 'follow-up');
      if (OPEN.includes(before.state)) {
        await this.setState(session.id, before, 'withdrawn');
        this.note(actor, 'follow-up.taken-back', 'U', before.id, { sessionId: session.id }, practice);
      }
      return this.sessions.own(session.id, practice);
    });
  }

  /**
   * The moderator shows, hides (`new`), has it asked now, ticks off, parks or takes out; and notes what was answered. One at a time is
   * being asked: another one that was goes back to the list.
   * @throws text.identifiers on the note · question.withdrawn for one that its asker took back
   */
  async handle(
    actor: Actor,
    sessionId: string,
    followUpId: string,
    change: { state?: FollowUpStep; note?: string; confirmed: boolean },
  ): Promise<void> {
    await this.database.transaction(actor, async () => {
      await this.entry.enter(actor, sessionId, 'moderator');
      allow(canManageDialogue(actor));
      const texts = change.note === undefined ? null : guardedTexts({ note: change.note }, change.confirmed);
      const { session } = await this.hours.hold(sessionId);
      const before = await this.known(session.id, followUpId);
      if (before.state === 'withdrawn') throw new DomainError('question.withdrawn');
      if (change.state === 'asking')
        for (const other of await followUpsOf(this.database, session.id))
          if (other.state === 'asking' && other.id !== before.id)
            await this.setState(session.id, other, 'shown');
      if (texts && texts.note !== before.note) {
        await this.database.repository(FollowUp).update({ id: before.id }, { note: texts.note });
        if (change.state === undefined || change.state === before.state)
          await this.hours.tellFollowUp(session.id, before, { ...before, note: texts.note });
      }
      if (change.state !== undefined && change.state !== before.state)
        await this.setState(session.id, before, change.state);
      this.note(actor, 'follow-up.handled', 'U', before.id, {
        sessionId: session.id,
        fields: Object.keys(change).filter((field) => field !== 'confirmed'),
        ...(change.state ? { state: change.state } : {}),
      });
    });
  }

  private async setState(sessionId: string, before: KnownFollowUp, state: FollowUpState): Promise<void> {
    const shown = state === 'shown' || state === 'asking' ? true : state === 'new' ? false : before.shown;
    await this.database.query(
      `update follow_up_question set state = $2, shown = $3, version = version + 1 where id = $1`,
      [before.id, state, shown],
    );
    await this.hours.tellFollowUp(sessionId, before, await this.known(sessionId, before.id));
  }

  private async known(sessionId: string, followUpId: string): Promise<KnownFollowUp> {
    const [row] = isId(followUpId) ? await followUpsOf(this.database, sessionId, followUpId) : [];
    return found(row, 'follow-up');
  }

  private async practiceOf(actor: Actor, sessionId: string): Promise<string> {
    const { practice } = await this.entry.enter(actor, sessionId, 'participant');
    return found(practice, 'practice').id;
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U',
    subjectId: string,
    detail: Record<string, unknown>,
    practiceId: string | null = null,
  ): void {
    this.audit.record(actor, { event, action, subjectKind: 'follow-up', subjectId, practiceId, detail });
  }
}
