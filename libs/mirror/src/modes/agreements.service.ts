import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { figuresRoom, type OpenModeScope } from '#libs/contracts';
import { Clock, Database, found, newId, Rooms, type Actor } from '#libs/platform';
import { OpenMode } from './open-mode.entity.js';
import {
  figureGroup,
  holdGroup,
  leaversOf,
  modesOfPractice,
  modesOfRound,
  newestMode,
  passedModes,
  peopleOf,
  type FigureGroup,
  type ModeRow,
} from './open-modes.queries.js';
import { localDay, scopeHash, standingOf, type EndReason, type Standing } from './scope.rules.js';

/** Fewer practices are not compared at all. */
export const LEAST_MEMBERS = 4;

/** Begins and ends agreements, for who proposes one and when groups, practices or the calendar change. */
@Injectable()
export class AgreementsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
  ) {}

  /**
   * After a publication of groups: where the members are others, what was agreed ends and is proposed anew to those who are there now.
   * Sockets of practices that left are held against their rights again.
   */
  async roundPublished(actor: Actor, roundId: string): Promise<void> {
    for (const { groupId } of await modesOfRound(this.database, roundId)) await this.mend(actor, groupId);
    const left = await leaversOf(this.database, roundId);
    for (const personId of await peopleOf(this.database, left)) await this.rooms.recheck(personId);
  }

  /** A practice that closed or merged has nobody left who could take a signature back: what it signed ends. */
  async practiceClosed(actor: Actor, practiceId: string): Promise<void> {
    for (const { groupId } of await modesOfPractice(this.database, practiceId))
      await this.mend(actor, groupId, 'practice-closed');
  }

  /** Ends what has passed its last day, so that open pages hear of it. Called by the sweep. @returns how many. */
  async endPassed(actor: Actor): Promise<number> {
    return this.database.transaction(actor, async () => {
      const passed = await passedModes(this.database, this.today());
      for (const { groupId } of passed) await this.mend(actor, groupId);
      return passed.length;
    });
  }

  /** How an agreement stands today, whatever its row says. */
  standing(mode: ModeRow, group: FigureGroup): Standing {
    const now = { ended: group.ended, members: group.members.map(({ id }) => id) };
    const signed = mode.signatures.map(({ practiceId }) => practiceId);
    return standingOf(mode, now, signed, this.today());
  }

  /** A new proposal, inside the open transaction in which the group is held. @returns its id. */
  async add(actor: Actor, scope: OpenModeScope): Promise<string> {
    const id = newId();
    const hash = scopeHash(scope);
    await this.database.repository(OpenMode).insert({
      id,
      regionId: actor.regionId,
      groupId: scope.groupId,
      state: 'proposed',
      scope: scope as never,
      scopeHash: hash,
      endsOn: scope.endsOn,
      proposedBy: actor.personId,
      createdAt: this.clock.now(),
      version: 1,
    });
    const { groupId, ...agreed } = scope;
    this.audit.record(actor, {
      event: 'open-mode.proposed',
      action: 'C',
      subjectKind: 'open-mode',
      subjectId: id,
      detail: { groupId, scopeHash: hash, ...agreed },
    });
    return id;
  }

  /** Ends an agreement for good, inside the open transaction in which the group is held. Ended twice is ended once. */
  async end(actor: Actor, mode: ModeRow, because: EndReason): Promise<void> {
    if (mode.state === 'ended') return;
    await this.database
      .repository(OpenMode)
      .update(
        { id: mode.id },
        { state: 'ended', endedAt: this.clock.now(), endedBecause: because, version: mode.version + 1 },
      );
    this.audit.record(actor, {
      event: 'open-mode.ended',
      action: 'U',
      subjectKind: 'open-mode',
      subjectId: mode.id,
      detail: { groupId: mode.groupId, because, was: mode.state },
    });
  }

  /** Open pages fetch again, and sockets of everybody concerned are held against their rights again. */
  async tell(group: FigureGroup, alsoOf: readonly string[] = []): Promise<void> {
    await this.rooms.announce(figuresRoom(group.id), 'figures.changed');
    const practices = [...new Set([...group.members.map(({ id }) => id), ...alsoOf])];
    for (const personId of await peopleOf(this.database, practices)) await this.rooms.recheck(personId);
  }

  /** Brings a row in line with how it stands. */
  private async mend(actor: Actor, groupId: string, reason?: EndReason): Promise<void> {
    await holdGroup(this.database, groupId);
    const group = found(await figureGroup(this.database, groupId), 'group');
    const mode = await newestMode(this.database, groupId);
    if (!mode || mode.state === 'ended') return;
    const because = reason ?? this.standing(mode, group).because;
    if (because === null) return;
    await this.end(actor, mode, because);
    if (because === 'members-changed' && group.members.length >= LEAST_MEMBERS)
      await this.add(actor, { ...mode.scope, members: group.members.map(({ id }) => id).sort() });
    await this.tell(group, mode.scope.members);
  }

  private today(): string {
    return localDay(this.clock.now());
  }
}
