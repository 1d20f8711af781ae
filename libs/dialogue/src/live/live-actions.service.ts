import { Injectable } from '@nestjs/common';
import type { LiveAction, LiveQuestionView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import { LiveRooms, stepClock, type ClockStep } from '#libs/live';
import { allow, Clock, Database, DomainError, found, isId, type Actor } from '#libs/platform';
import { canManageDialogue } from '../dialogue.policy.js';
import { Question } from '../questions/question.entity.js';
import { LiveEndings } from './live-endings.service.js';
import { LiveEntry } from './live-entry.service.js';
import { LiveHours, type Hour } from './live-hours.service.js';
import { afterQuestion, nextPart, nextQuestion, type Place } from './live.rules.js';

/** What somebody pressed, with what they saw when they did. */
export interface LiveWish {
  do: LiveAction;
  /** The question that was on; null when none was. */
  questionId?: string | null;
  /** The part that was on. */
  partId?: string | null;
  /** What to show, move up or take back; for `next-item` the part to go to, the next one when left out. */
  targetId?: string;
  /** With `extend`. */
  minutes?: number;
}

/** The specialist can go through the questions where the moderator allows it, and no more. */
const STEERING: readonly LiveAction[] = ['answered', 'park', 'skip', 'show', 'next-item'];

/** The moderator's clicks and keys. Each says what was on when it was pressed, so that a double click or two moderators skip nothing. */
@Injectable()
export class LiveActions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: LiveRooms,
    private readonly entry: LiveEntry,
    private readonly hours: LiveHours,
    private readonly endings: LiveEndings,
  ) {}

  /**
   * @throws not-found · auth.forbidden · session.cancelled · live.not-open · live.ended · live.not-begun for an end before its hour
   * @throws live.moved-on {questionId, partId} when something else is on than the one who pressed saw
   */
  async act(actor: Actor, sessionId: string, wish: LiveWish): Promise<void> {
    await this.database.transaction(actor, async () => {
      const steers = canManageDialogue(actor);
      await this.entry.enter(actor, sessionId, steers ? 'moderator' : 'specialist');
      const held = await this.hours.hold(sessionId);
      if (wish.do === 'end') {
        allow(steers);
        // before its hour a session is cancelled, not ended: ending it sends evaluations
        if (held.room.clock.state === 'waiting' && held.session.startsAt > this.clock.now())
          throw new DomainError('live.not-begun');
        await this.endings.end(actor, held.session, this.clock.now());
        return;
      }
      const hour = await this.hours.hour(held);
      if (!steers) allow(hour.live.specialistSteers && STEERING.includes(wish.do));
      // two moderators who both begin: the second sees that it runs
      if (wish.do === 'start' && hour.room.clock.state !== 'waiting') return;
      this.assertSeen(hour, wish);
      const before = {
        questions: this.hours.questions(hour),
        clock: JSON.stringify(hour.room.clock),
        questionId: hour.live.questionId,
      };
      const steered = hour.live.specialistSteers;
      await this.carryOut(hour, before.questions, wish);
      await this.hours.save(hour);
      await this.hours.tellCourse(hour, before);
      if (steered !== hour.live.specialistSteers) await this.tellSteering(hour);
      this.audit.record(actor, {
        event: 'live.steered',
        action: 'U',
        subjectKind: 'session',
        subjectId: hour.session.id,
        detail: { do: wish.do, questionId: before.questionId, toQuestionId: hour.live.questionId },
      });
    });
  }

  private assertSeen({ live, room }: Hour, { questionId, partId }: LiveWish): void {
    const other =
      (questionId !== undefined && questionId !== live.questionId) ||
      (partId !== undefined && partId !== room.clock.currentId);
    if (other)
      throw new DomainError('live.moved-on', { questionId: live.questionId, partId: room.clock.currentId });
  }

  private async carryOut(hour: Hour, questions: LiveQuestionView[], wish: LiveWish): Promise<void> {
    const { live, room } = hour;
    const { state } = room.clock;
    if (state === 'waiting' && !['start', 'earlier', 'let-steer', 'steer-alone'].includes(wish.do))
      throw new DomainError('live.not-open');
    switch (wish.do) {
      case 'start': {
        this.step(hour, { do: 'start' });
        const first = room.clock.currentId;
        if (first === null) return;
        const question = nextQuestion(questions, first);
        const spoken = !questions.some(({ categoryId }) => categoryId === first);
        if (question || spoken) live.questionId = question?.id ?? null;
        else
          this.moveTo(hour, nextPart(parts(hour, questions), first) ?? { partId: first, questionId: null });
        return;
      }
      case 'answered':
      case 'park':
      case 'skip': {
        const current = live.questionId;
        if (current === null || wish.questionId === undefined)
          throw new DomainError('live.moved-on', { questionId: current });
        if (wish.do === 'skip') live.skipped = [...live.skipped.filter((id) => id !== current), current];
        else await this.decide(hour, current, wish.do === 'answered' ? 'answered-live' : 'parked');
        live.questionId = null;
        this.moveTo(
          hour,
          afterQuestion(parts(hour, this.hours.questions(hour)), room.clock.currentId, current),
        );
        return;
      }
      case 'show':
      case 'reopen': {
        const target = this.target(questions, wish.targetId);
        if (wish.do === 'reopen') await this.decide(hour, target.id, null);
        live.skipped = live.skipped.filter((id) => id !== target.id);
        this.moveTo(hour, { partId: target.categoryId, questionId: target.id });
        return;
      }
      case 'earlier':
        return this.moveUp(hour, this.target(questions, wish.targetId));
      case 'next-item': {
        if (wish.partId === undefined)
          throw new DomainError('live.moved-on', { partId: room.clock.currentId });
        const known = parts(hour, questions);
        if (wish.targetId !== undefined) {
          const part = found(
            known.parts.find(({ id }) => id === wish.targetId),
            'part',
          );
          this.moveTo(hour, { partId: part.id, questionId: nextQuestion(questions, part.id)?.id ?? null });
          return;
        }
        const next = nextPart(known, room.clock.currentId);
        if (next) this.moveTo(hour, next);
        return;
      }
      case 'pause':
      case 'resume':
        return this.step(hour, { do: wish.do });
      case 'extend':
        return this.step(hour, { do: 'extend', ms: (wish.minutes ?? 1) * 60_000 });
      case 'let-steer':
      case 'steer-alone':
        live.specialistSteers = wish.do === 'let-steer';
    }
  }

  private step({ room }: Hour, step: ClockStep): void {
    room.clock = stepClock(room.clock, step, this.clock.now());
  }

  private moveTo(hour: Hour, { partId, questionId }: Place): void {
    const { clock } = hour.room;
    // a question of a part that was not there when the room opened is shown in the time of the part that is on
    if (partId !== null && partId !== clock.currentId && clock.parts.some(({ id }) => id === partId))
      this.step(hour, { do: 'go', partId });
    hour.live.questionId = questionId;
  }

  private target(questions: readonly LiveQuestionView[], id: string | undefined): LiveQuestionView {
    return found(
      questions.find((question) => question.id === id),
      'question',
    );
  }

  /** What became of a question, here and in its row: its asker sees it (feature 40). */
  private async decide(
    hour: Hour,
    questionId: string,
    fate: 'answered-live' | 'parked' | null,
  ): Promise<void> {
    if (!isId(questionId)) return;
    await this.database.query(
      `update session_question set fate = $2, fate_reason = null, fate_at = $3, version = version + 1 where id = $1`,
      [questionId, fate, fate === null ? null : this.clock.now()],
    );
    hour.live.skipped = hour.live.skipped.filter((id) => id !== questionId);
    hour.board = await this.hours.board(hour.session.id);
  }

  /** One place up among the questions of its part that are still to come. */
  private async moveUp(hour: Hour, target: LiveQuestionView): Promise<void> {
    const family = this.hours.questions(hour).filter(({ categoryId }) => categoryId === target.categoryId);
    const place = family.findIndex(({ id }) => id === target.id);
    const above = family.slice(0, place).findLastIndex(({ state }) => state === 'open');
    if (above < 0) return;
    const order = family.map(({ id }) => id).filter((id) => id !== target.id);
    order.splice(above, 0, target.id);
    const rows = this.database.repository(Question);
    for (const [index, id] of order.entries()) await rows.update({ id }, { position: index + 1 });
    hour.board = await this.hours.board(hour.session.id);
  }

  private async tellSteering({ session, live }: Hour): Promise<void> {
    const fact = { type: 'steering' as const, specialistSteers: live.specialistSteers };
    await this.rooms.tell(session.id, 'moderator', fact);
    await this.rooms.tell(session.id, 'specialist', fact);
  }
}

/** The parts of the clock with the questions in them. */
function parts({ room }: Hour, questions: readonly LiveQuestionView[]) {
  return { parts: room.clock.parts, questions };
}
