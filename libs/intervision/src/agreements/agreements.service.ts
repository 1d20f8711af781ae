import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import {
  AGREEMENT_POINTS,
  type AgreementHistoryView,
  type GroupAgreementView,
  type Language,
} from '#libs/contracts';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  guardedTexts,
  isId,
  type Actor,
} from '#libs/platform';
import { AgreementAsks } from './agreement-asks.service.js';
import { acceptsFor, belongsTo, knowsOf } from './agreements.policy.js';
import { agreementGroup, membersOf, versionsOf, type AgreementGroup } from './agreements.queries.js';
import { changeOf, tidyPoints } from './agreements.rules.js';
import { startingPoints } from './starting-texts.rules.js';

/**
 * What a group agrees on, in versions; every member practice accepts the present one (SES-01). Read by who is of the group; the coordinator
 * learns whether there is one and how many accepted (SES-02).
 */
@Injectable()
export class AgreementsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly asks: AgreementAsks,
  ) {}

  /** @throws not-found, also for who may not know of the group */
  get(actor: Actor, groupId: string): Promise<GroupAgreementView> {
    return this.database.transaction(actor, async () => {
      const group = await this.known(actor, groupId);
      const view = await this.viewOf(group, actor.language);
      if (belongsTo(actor, group))
        return {
          ...view,
          ownPracticeIds: acceptsFor(actor, group),
          may: { read: true, edit: !group.ended },
        };
      return { ...view, points: [], writtenBy: null, members: [], may: { read: false, edit: false } };
    });
  }

  /**
   * The present agreement, for a screen whose reader was found to belong to the group; inside the open transaction.
   * @throws not-found
   */
  async current(groupId: string, language: Language = 'nl'): Promise<GroupAgreementView> {
    return this.viewOf(found(await agreementGroup(this.database, groupId), 'group'), language);
  }

  /** Every version with what it changed, newest first. @throws not-found · auth.forbidden for who is not of the group */
  history(actor: Actor, groupId: string): Promise<AgreementHistoryView> {
    return this.database.transaction(actor, async () => {
      const group = await this.known(actor, groupId);
      allow(belongsTo(actor, group));
      const versions = await versionsOf(this.database, group.id);
      return {
        groupId: group.id,
        versions: versions.map(({ number, points, because, writtenAt, writtenBy, accepted }, place) => ({
          version: number,
          points,
          because,
          writtenAt: writtenAt.toISOString(),
          writtenBy,
          accepted,
          ...changeOf(versions[place + 1]?.points ?? [], points),
        })),
      };
    });
  }

  /**
   * Writes a new version; whoever writes accepts it for the own practice, the others are asked. The same points again change nothing.
   * @param version the one last seen; 0 where there was none
   * @throws not-found · auth.forbidden · conflict.stale · validation.failed · text.identifiers
   */
  save(
    actor: Actor,
    groupId: string,
    version: number | undefined,
    points: readonly string[],
    confirmed: boolean,
  ): Promise<GroupAgreementView> {
    return this.database.transaction(actor, async () => {
      const group = await this.known(actor, groupId, true);
      allow(belongsTo(actor, group) && !group.ended);
      const [current] = await versionsOf(this.database, group.id, 1);
      fresh({ version: current?.number ?? 0 }, version);
      const kept = guardedPoints(points, confirmed);
      if (current && JSON.stringify(current.points) === JSON.stringify(kept)) return this.get(actor, groupId);
      const own = acceptsFor(actor, group);
      const number = await this.asks.keep(actor, { groupId, points: kept, because: 'edited' }, own);
      this.note(actor, 'agreement.changed', group.id, null, { version: number, points: kept.length });
      return this.get(actor, groupId);
    });
  }

  /**
   * A practice accepts the present version, or takes that back. Twice is once.
   * @param version what was on the screen: nobody accepts what they did not read
   * @throws not-found · auth.forbidden for another practice · conflict.stale {version}
   */
  accept(
    actor: Actor,
    groupId: string,
    practiceId: string,
    version: number,
    accepted: boolean,
  ): Promise<GroupAgreementView> {
    return this.database.transaction(actor, async () => {
      const group = await this.known(actor, groupId, true);
      allow(acceptsFor(actor, group).includes(practiceId));
      const [current] = await versionsOf(this.database, group.id, 1);
      if (current?.number !== version)
        throw new DomainError('conflict.stale', { version: current?.number ?? 0 });
      const changed = accepted
        ? await this.database.query(
            `insert into agreement_acceptance (agreement_id, practice_id, region_id, accepted_by, accepted_at)
             values ($1, $2, current_region(), $3, $4) on conflict (agreement_id, practice_id) do nothing returning 1`,
            [current.id, practiceId, actor.personId, this.clock.now()],
          )
        : await this.database.query(
            `with gone as (delete from agreement_acceptance where agreement_id = $1 and practice_id = $2 returning 1) select 1 from gone`,
            [current.id, practiceId],
          );
      if (changed.length > 0) {
        if (accepted)
          await this.database.query(
            `update agreement_ask set due_at = null where agreement_id = $1 and practice_id = $2 and due_at is not null`,
            [current.id, practiceId],
          );
        const event = accepted ? 'agreement.accepted' : 'agreement.acceptance-withdrawn';
        this.note(actor, event, group.id, practiceId, { version });
        await this.asks.announce(group.id);
      }
      return this.get(actor, groupId);
    });
  }

  private async known(actor: Actor, groupId: string, lock = false): Promise<AgreementGroup> {
    const group = found(isId(groupId) ? await agreementGroup(this.database, groupId, lock) : null, 'group');
    allow(knowsOf(actor, group), 'not-found', { what: 'group' });
    return group;
  }

  private async viewOf(group: AgreementGroup, language: Language): Promise<GroupAgreementView> {
    const [current] = await versionsOf(this.database, group.id, 1);
    const members = await membersOf(this.database, group.id, current?.id ?? null);
    return {
      groupId: group.id,
      group: group.name,
      version: current?.number ?? 0,
      points: current?.points ?? startingPoints(group.kind, language),
      because: current?.because ?? 'edited',
      writtenAt: current?.writtenAt.toISOString() ?? null,
      writtenBy: current?.writtenBy ?? null,
      members,
      accepted: members.filter(({ acceptedAt }) => acceptedAt !== null).length,
      practices: members.length,
      ownPracticeIds: [],
      may: { read: true, edit: false },
    };
  }

  private note(
    actor: Actor,
    event: string,
    groupId: string,
    practiceId: string | null,
    detail: Record<string, unknown>,
  ): void {
    this.audit.record(actor, {
      event,
      action: 'U',
      subjectKind: 'group',
      subjectId: groupId,
      ...(practiceId && { practiceId }),
      detail,
    });
  }
}

/** The points as they may be kept: findings name the place, e.g. `points.2`. @throws validation.failed · text.identifiers */
function guardedPoints(points: readonly string[], confirmed: boolean): string[] {
  const tidy = tidyPoints(points);
  const fits = tidy.every((point) => point.length <= AGREEMENT_POINTS.longest);
  if (tidy.length === 0 || tidy.length > AGREEMENT_POINTS.most || !fits)
    throw new DomainError('validation.failed', { fields: [{ field: 'points', rule: 'length' }] });
  const named = Object.fromEntries(tidy.map((point, place) => [`points.${place}`, point]));
  const kept = guardedTexts(named, confirmed);
  return tidy.map((_, place) => kept[`points.${place}`] as string);
}
