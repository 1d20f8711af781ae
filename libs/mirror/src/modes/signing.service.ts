import { Injectable } from '@nestjs/common';
import { ConfirmationsService } from '#libs/access';
import { AuditService } from '#libs/audit';
import type { OpenModeView } from '#libs/contracts';
import { allow, Clock, Database, DomainError, Facts, found, newId, type Actor } from '#libs/platform';
import { MeasuresService } from '../measures/measures.service.js';
import { canProposeOpenMode, canSeeGroupFigures, canSignFor } from '../mirror.policy.js';
import { AgreementsService, LEAST_MEMBERS } from './agreements.service.js';
import { modeView } from './modes.rules.js';
import { OpenModeSignature } from './open-mode-signature.entity.js';
import { OpenMode } from './open-mode.entity.js';
import {
  figureGroup,
  holdGroup,
  modeById,
  newestMode,
  type FigureGroup,
  type ModeRow,
} from './open-modes.queries.js';
import { localDay, readScope, scopeHash, type ScopeWish } from './scope.rules.js';

/** For which practice, and the hash of what was read. */
export interface SignatureWish {
  practiceId: string;
  scopeHash: string;
}

/** One signature: a code for another practice, proposal or scope is none (models/disclosure.md §2.7). */
const aboutOf = (mode: ModeRow, { practiceId }: SignatureWish): string =>
  `open-mode ${mode.id} ${practiceId} ${mode.scopeHash}`;

/** The beginning of a scope's hash, as pages and mails show it. */
const markOf = (hash: string): string => hash.replace('sha256:', '').slice(0, 12);

/** Agreeing to show figures by name (SES-07, MIR-06; models/disclosure.md §2.7): proposed, signed by every practice, taken back by any one. */
@Injectable()
export class SigningService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly confirmations: ConfirmationsService,
    private readonly agreements: AgreementsService,
    private readonly measures: MeasuresService,
    private readonly facts: Facts,
  ) {}

  /**
   * Proposes a scope to the group's present members. Another scope that was proposed or active ends; the same one goes on.
   * @throws not-found · auth.forbidden · figures.too-few under four practices · validation.failed · measure.not-reviewed ·
   *   open-mode.ends-too-late · open-mode.ended for a group that has ended
   */
  async propose(actor: Actor, groupId: string, wish: ScopeWish): Promise<OpenModeView> {
    return this.database.transaction(actor, async () => {
      await this.visible(actor, groupId);
      await holdGroup(this.database, groupId);
      const group = await this.visible(actor, groupId);
      allow(canProposeOpenMode(actor, group));
      allow(!group.ended, 'open-mode.ended');
      const members = group.members.map(({ id }) => id);
      allow(members.length >= LEAST_MEMBERS, 'figures.too-few', {
        needed: LEAST_MEMBERS,
        members: members.length,
      });
      const scope = readScope(wish, { groupId: group.id, members }, this.today());
      await this.allReviewed(actor, scope.measures);
      const current = await newestMode(this.database, group.id);
      const standing = current && this.agreements.standing(current, group);
      if (current && standing?.state !== 'ended' && current.scopeHash === scopeHash(scope))
        return this.view(actor, current.id, group);
      if (current) await this.agreements.end(actor, current, standing?.because ?? 'scope-changed');
      const id = await this.agreements.add(actor, scope);
      await this.agreements.tell(group);
      return this.view(actor, id, group);
    });
  }

  /**
   * Mails a code for exactly this signature: of this person, for this practice, under the scope that was read.
   * @throws as `sign`, and rate.limited
   */
  async askCode(actor: Actor, openModeId: string, wish: SignatureWish): Promise<void> {
    const { mode, group } = await this.database.transaction(actor, () =>
      this.signable(actor, openModeId, wish),
    );
    const practice = group.members.find(({ id }) => id === wish.practiceId)?.name ?? '';
    const words = { practice, group: group.name, mark: markOf(mode.scopeHash) };
    await this.confirmations.ask(actor, { about: aboutOf(mode, wish), words });
  }

  /**
   * Signs for a practice. The hash of what was read has to come back, with the code that was mailed for exactly this signature. The last
   * signature makes it hold, in the same transaction.
   * @throws not-found · open-mode.not-member · auth.forbidden · auth.confirm-first · auth.code-wrong · open-mode.ended ·
   *   open-mode.scope-changed
   */
  async sign(
    actor: Actor,
    openModeId: string,
    wish: SignatureWish & { code?: string },
  ): Promise<OpenModeView> {
    const asked = await this.database.transaction(actor, () => this.signable(actor, openModeId, wish));
    const already = asked.signed.includes(wish.practiceId);
    const confirmed = already
      ? null
      : await this.confirmations.check(actor, aboutOf(asked.mode, wish), wish.code ?? '');
    return this.database.transaction(actor, async () => {
      // held and looked at again: others sign at the same moment
      const { mode, group, signed } = await this.signable(actor, openModeId, wish);
      if (signed.includes(wish.practiceId)) return this.view(actor, mode.id, group);
      await this.confirmations.use(actor, confirmed);
      await this.database.repository(OpenModeSignature).insert({
        id: newId(),
        regionId: actor.regionId,
        openModeId: mode.id,
        practiceId: wish.practiceId,
        personId: actor.personId,
        scopeHash: wish.scopeHash,
        signedAt: this.clock.now(),
      });
      this.note(actor, 'open-mode.signed', 'C', mode, wish.practiceId);
      const whole = mode.scope.members.every((one) => one === wish.practiceId || signed.includes(one));
      await this.move(mode, whole ? 'active' : mode.state);
      if (whole) {
        this.note(actor, 'open-mode.activated', 'U', mode, null);
        await this.facts.publish(actor, 'open-mode.activated', { openModeId: mode.id, groupId: group.id });
      }
      await this.agreements.tell(group);
      return this.view(actor, mode.id, group);
    });
  }

  /**
   * Takes a practice's signature back: names are gone with the next request of anybody. Others keep theirs, so that signing again makes
   * it hold again. Taking back what was not signed changes nothing.
   * @throws not-found · open-mode.not-member · auth.forbidden
   */
  async withdraw(actor: Actor, openModeId: string, wish: { practiceId: string }): Promise<OpenModeView> {
    return this.database.transaction(actor, async () => {
      const { mode, group } = await this.held(actor, openModeId);
      mayAct(actor, group, wish.practiceId);
      const [gone] = await this.database.query<{ id: string }>(
        `update open_mode_signature set withdrawn_at = $3, withdrawn_by = $4
         where open_mode_id = $1 and practice_id = $2 and withdrawn_at is null returning id`,
        [mode.id, wish.practiceId, this.clock.now(), actor.personId],
      );
      if (gone) {
        this.note(actor, 'open-mode.signature-withdrawn', 'D', mode, wish.practiceId);
        await this.move(mode, mode.state === 'active' ? 'proposed' : mode.state);
        await this.agreements.tell(group);
      }
      return this.view(actor, mode.id, group);
    });
  }

  private async visible(actor: Actor, groupId: string): Promise<FigureGroup> {
    const group = found(await figureGroup(this.database, groupId), 'group');
    allow(canSeeGroupFigures(actor, group), 'not-found', { what: 'group' });
    return group;
  }

  /** The open mode and its group as they are once nobody else changes them. */
  private async held(actor: Actor, openModeId: string): Promise<{ mode: ModeRow; group: FigureGroup }> {
    // the same answer for what is not there and what is another group's
    const { groupId } = found(await modeById(this.database, openModeId), 'group');
    await this.visible(actor, groupId);
    await holdGroup(this.database, groupId);
    const mode = found(await modeById(this.database, openModeId), 'open-mode');
    return { mode, group: await this.visible(actor, groupId) };
  }

  /** @throws measure.not-reviewed with the codes that no reviewed measure has */
  private async allReviewed(actor: Actor, codes: readonly string[]): Promise<void> {
    const known = new Set((await this.measures.reviewed(actor)).map(({ code }) => code));
    const unknown = codes.filter((code) => !known.has(code));
    allow(unknown.length === 0, 'measure.not-reviewed', { measures: unknown });
  }

  /** What is signed, held, with who signed it already; refused where this actor cannot sign this scope for this practice now. */
  private async signable(
    actor: Actor,
    openModeId: string,
    wish: SignatureWish,
  ): Promise<{ mode: ModeRow; group: FigureGroup; signed: string[] }> {
    const { mode, group } = await this.held(actor, openModeId);
    mayAct(actor, group, wish.practiceId);
    const { state, because } = this.agreements.standing(mode, group);
    if (because === 'members-changed' || because === 'scope-changed')
      throw new DomainError('open-mode.scope-changed');
    allow(state !== 'ended', 'open-mode.ended');
    allow(wish.scopeHash === mode.scopeHash, 'open-mode.scope-changed');
    return { mode, group, signed: mode.signatures.map(({ practiceId }) => practiceId) };
  }

  private async move(mode: ModeRow, state: ModeRow['state']): Promise<void> {
    await this.database.repository(OpenMode).update({ id: mode.id }, { state, version: mode.version + 1 });
  }

  private async view(actor: Actor, id: string, group: FigureGroup): Promise<OpenModeView> {
    return modeView(actor, found(await modeById(this.database, id), 'open-mode'), group, this.today());
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U' | 'D',
    mode: ModeRow,
    practiceId: string | null,
  ): void {
    const { id: subjectId, groupId, scopeHash: hash } = mode;
    this.audit.record(actor, {
      event,
      action,
      subjectKind: 'open-mode',
      subjectId,
      practiceId,
      detail: { groupId, scopeHash: hash },
    });
  }

  private today(): string {
    return localDay(this.clock.now());
  }
}

function mayAct(actor: Actor, group: FigureGroup, practiceId: string): void {
  allow(
    group.members.some(({ id }) => id === practiceId),
    'open-mode.not-member',
  );
  allow(canSignFor(actor, practiceId));
}
