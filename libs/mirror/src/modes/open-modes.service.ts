import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import type { OpenModeScope, OpenModeView } from '#libs/contracts';
import { allow, Clock, Database, DomainError, found, isId, type Actor } from '#libs/platform';
import { canManageFigures, canSeeGroupFigures, canSeeNamed } from '../mirror.policy.js';
import { modeView } from './modes.rules.js';
import {
  figureGroup,
  figureGroups,
  newestMode,
  newestModes,
  type FigureGroup,
  type ModeRow,
} from './open-modes.queries.js';
import { covers, localDay, standingOf, type NamedAsk } from './scope.rules.js';

/** An agreement that holds at this moment. */
export interface ActiveMode {
  id: string;
  scope: OpenModeScope;
}

/**
 * Whether figures go by name inside a group (SES-07, MIR-06): asked anew at every request, never remembered. What is in a row is
 * held against the members, the signatures and the day of this moment.
 */
@Injectable()
export class OpenModesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /**
   * The agreement that holds in a group now, or null. Inside the caller's transaction. Says nothing about who may look, or at what:
   * `namedFor` does.
   */
  async activeFor(groupId: string): Promise<ActiveMode | null> {
    const group = await figureGroup(this.database, groupId);
    return group ? this.activeIn(group) : null;
  }

  /** The same for a group that was read already. */
  async activeIn(group: FigureGroup): Promise<ActiveMode | null> {
    const mode = await newestMode(this.database, group.id);
    return mode && this.stands(mode, group) ? { id: mode.id, scope: mode.scope } : null;
  }

  /** Those of these groups in which an agreement holds that lets this reader look along by name. Two queries, however many. */
  async namedAmong(actor: Actor, groupIds: readonly string[]): Promise<Set<string>> {
    if (groupIds.length === 0) return new Set();
    const groups = new Map((await figureGroups(this.database, groupIds)).map((group) => [group.id, group]));
    const modes = await newestModes(this.database, groupIds);
    const named = modes.filter((mode) => {
      const group = groups.get(mode.groupId);
      return group !== undefined && this.stands(mode, group) && canSeeNamed(actor, mode.scope);
    });
    return new Set(named.map(({ groupId }) => groupId));
  }

  /**
   * The agreement under which this reader may see this figure of the group by name, or null: it holds, covers measure and period, and
   * names the reader's role at a member practice as one that looks along. Coordinator, steward, consultant and whoever
   * else has no such role never get one (models/disclosure.md §2.7). Inside the caller's transaction.
   */
  async namedFor(actor: Actor, ask: NamedAsk & { groupId: string }): Promise<ActiveMode | null> {
    const mode = await this.activeFor(ask.groupId);
    return mode && canSeeNamed(actor, mode.scope) && covers(mode.scope, ask) ? mode : null;
  }

  /**
   * Before figures that show others by name go into a file. Call it before any transaction, so that the refusal stays in the log whatever
   * becomes of the request.
   * @param asks what the file would hold by name
   * @throws not-found · open-mode.ended when it does not hold any more · open-mode.export-not-agreed
   */
  async allowExport(actor: Actor, groupId: string, asks: readonly NamedAsk[]): Promise<void> {
    if (this.database.inTransaction) throw new Error('Ask before a transaction: a refusal has to be kept.');
    const refusal = await this.database.transaction(actor, async () => {
      const group = found(await figureGroup(this.database, groupId), 'group');
      allow(canSeeGroupFigures(actor, group), 'not-found', { what: 'group' });
      const mode = await this.activeIn(group);
      const named =
        mode !== null && canSeeNamed(actor, mode.scope) && asks.every((ask) => covers(mode.scope, ask));
      if (named && mode.scope.exportAllowed) return null;
      this.audit.record(actor, {
        event: 'figures.export-refused',
        action: 'R',
        outcome: 'refused',
        subjectKind: 'group',
        subjectId: groupId,
        detail: { openModeId: mode?.id ?? null },
      });
      return named ? ('open-mode.export-not-agreed' as const) : ('open-mode.ended' as const);
    });
    if (refusal) throw new DomainError(refusal);
  }

  /** The newest agreement of a group as this reader sees it, or null. Inside the caller's transaction. */
  async viewIn(actor: Actor, group: FigureGroup): Promise<OpenModeView | null> {
    const mode = await newestMode(this.database, group.id);
    return mode && modeView(actor, mode, group, this.today());
  }

  /** May this reader hear that the figures of the group changed? */
  async mayWatch(actor: Actor, groupId: string): Promise<boolean> {
    return this.database.transaction(actor, async () => {
      const group = await figureGroup(this.database, groupId);
      return group !== null && canSeeGroupFigures(actor, group);
    });
  }

  /** May this reader follow the loading of a data set? */
  async mayWatchDataSet(actor: Actor, dataSetId: string): Promise<boolean> {
    if (!canManageFigures(actor) || !isId(dataSetId)) return false;
    const rows = await this.database.transaction(actor, () =>
      this.database.query(`select 1 from data_set where id = $1`, [dataSetId]),
    );
    return rows.length > 0;
  }

  private stands(mode: ModeRow, group: FigureGroup): boolean {
    const now = { ended: group.ended, members: group.members.map(({ id }) => id) };
    const signed = mode.signatures.map(({ practiceId }) => practiceId);
    return standingOf(mode, now, signed, this.today()).state === 'active';
  }

  private today(): string {
    return localDay(this.clock.now());
  }
}
