import { Injectable } from '@nestjs/common';
import { TaskLinksService } from '#libs/access';
import { AuditService } from '#libs/audit';
import {
  roundRoom,
  type RoundOpenPreviewView,
  type RoundRemindedView,
  type RoundView,
} from '#libs/contracts';
import { MailsService } from '#libs/notifications';
import { allow, Clock, Database, DomainError, Facts, found, fresh, Rooms, type Actor } from '#libs/platform';
import { canManageRounds } from '../intervision.policy.js';
import { InvitationsService } from './invitations.service.js';
import { Round } from './round.entity.js';
import { RoundsQueries } from './rounds.queries.js';
import { asksForTime, assertAhead, dueReminders, moment } from './rounds.rules.js';

/** When practices can answer: opening, reminding, closing, opening again. */
@Injectable()
export class RoundWindowsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly facts: Facts,
    private readonly mails: MailsService,
    private readonly taskLinks: TaskLinksService,
    private readonly invitations: InvitationsService,
    private readonly rounds: RoundsQueries,
  ) {}

  /** Exactly who will get a mail, for the confirmation. */
  async openPreview(actor: Actor, roundId: string): Promise<RoundOpenPreviewView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      found((await this.rounds.visible(actor, roundId)) || null, 'round');
      return this.invitations.preview(roundId);
    });
  }

  /**
   * Opens a draft for answers and invites its practices.
   * @throws round.not-draft · round.no-themes · round.no-dates · round.no-participants · round.window-invalid
   */
  async open(
    actor: Actor,
    roundId: string,
    wish: { answerUntil: string },
    version?: number,
  ): Promise<RoundView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const round = await this.rounds.lock(roundId, 'write');
      fresh(round, version);
      found(round.state === 'archived' ? null : round, 'round');
      if (round.state !== 'draft') throw new DomainError('round.not-draft');
      const now = this.clock.now();
      const until = moment(wish.answerUntil);
      assertAhead(until, now);
      const { themes, dates } = await this.rounds.contents(roundId);
      if (!themes.some((theme) => !theme.archivedAt)) throw new DomainError('round.no-themes');
      if (!dates.some((date) => !date.archivedAt)) throw new DomainError('round.no-dates');
      const { participants } = await this.rounds.view(actor, roundId);
      if (participants < 2) throw new DomainError('round.no-participants', { participants, lowest: 2 });
      Object.assign(round, { state: 'open', answerFrom: now, answerUntil: until, remindedDays: [] });
      const sent = await this.invitations.inviteNew(actor, round);
      await this.facts.publish(actor, 'round.opened', { roundId });
      return this.save(actor, round, 'round.opened', { ...sent, answerUntil: until.toISOString() });
    });
  }

  /** Ends answering before the deadline. @throws round.not-open */
  async close(actor: Actor, roundId: string, version?: number): Promise<RoundView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const round = await this.rounds.lock(roundId, 'write');
      fresh(round, version);
      assertOpen(round);
      return this.shut(actor, round);
    });
  }

  /**
   * Lets practices answer again; the links they have work until the new deadline.
   * @throws round.not-closed · round.published · round.window-invalid
   */
  async reopen(
    actor: Actor,
    roundId: string,
    wish: { answerUntil: string },
    version?: number,
  ): Promise<RoundView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const round = await this.rounds.lock(roundId, 'write');
      fresh(round, version);
      found(round.state === 'archived' ? null : round, 'round');
      if (round.state === 'published') throw new DomainError('round.published');
      if (round.state !== 'closed') throw new DomainError('round.not-closed');
      const now = this.clock.now();
      const until = moment(wish.answerUntil);
      assertAhead(until, now);
      Object.assign(round, { state: 'open', answerFrom: now, answerUntil: until, remindedDays: [] });
      await this.taskLinks.move(roundId, until);
      const sent = await this.invitations.inviteNew(actor, round);
      return this.save(actor, round, 'round.reopened', { ...sent, answerUntil: until.toISOString() });
    });
  }

  /** Reminds now, only who has not submitted. @throws round.not-open */
  async remind(actor: Actor, roundId: string): Promise<RoundRemindedView> {
    allow(canManageRounds(actor));
    return this.database.transaction(actor, async () => {
      const round = await this.rounds.lock(roundId, 'write');
      assertOpen(round);
      if (!round.answerUntil || this.clock.now() >= round.answerUntil)
        throw new DomainError('round.not-open');
      const sent = await this.invitations.remind(actor, round);
      this.note(actor, 'round.reminded', roundId, { ...sent });
      await this.rooms.announce(roundRoom(roundId), 'round.changed');
      return sent;
    });
  }

  /**
   * What the clock asks of one open round: close at the deadline, else remind. Safe to call at any time and by several
   * workers at once: the row is locked, and what was done is in the row.
   */
  async keepTime(actor: Actor, roundId: string): Promise<'closed' | 'reminded' | 'nothing'> {
    return this.database.transaction(actor, async () => {
      const now = this.clock.now();
      // looked at first without a lock: most of the time there is nothing to do and answers need not wait
      if (!asksForTime(await this.rounds.one(roundId), now)) return 'nothing';
      const round = await this.rounds.lock(roundId, 'write');
      if (!asksForTime(round, now)) return 'nothing';
      if (round.answerUntil && now >= round.answerUntil) {
        await this.shut(actor, round);
        return 'closed';
      }
      const due = dueReminders(round, now);
      const sent = await this.invitations.remind(actor, round);
      await this.database
        .repository(Round)
        .update({ id: roundId }, { remindedDays: [...round.remindedDays, ...due] });
      this.note(actor, 'round.reminded', roundId, { ...sent, daysBefore: due });
      await this.rooms.announce(roundRoom(roundId), 'round.changed');
      return 'reminded';
    });
  }

  private async shut(actor: Actor, round: Round): Promise<RoundView> {
    round.state = 'closed';
    await this.mails.cancel(round.id, ['round-invitation', 'round-reminder']);
    return this.save(actor, round, 'round.closed', {});
  }

  private async save(
    actor: Actor,
    round: Round,
    event: string,
    detail: Record<string, unknown>,
  ): Promise<RoundView> {
    round.version += 1;
    await this.database.repository(Round).save(round);
    this.note(actor, event, round.id, detail);
    await this.rooms.announce(roundRoom(round.id), 'round.changed');
    return this.rounds.view(actor, round.id);
  }

  private note(actor: Actor, event: string, subjectId: string, detail: Record<string, unknown>): void {
    this.audit.record(actor, { event, action: 'U', subjectKind: 'round', subjectId, detail });
  }
}

function assertOpen(round: Round): void {
  found(round.state === 'archived' ? null : round, 'round');
  if (round.state === 'published') throw new DomainError('round.published');
  if (round.state !== 'open') throw new DomainError('round.not-open', { state: round.state });
}
