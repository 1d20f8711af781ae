import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { figuresRoom, type FigureRemarkView, type Page } from '#libs/contracts';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  guardedTexts,
  newId,
  Rooms,
  type Actor,
} from '#libs/platform';
import { MeasuresService } from '../measures/measures.service.js';
import { canManageFigures, canSeeOwnFigures, ownPractices } from '../mirror.policy.js';
import { OpenModesService } from '../modes/open-modes.service.js';
import { FigureRemark } from './figure-remark.entity.js';
import { RemarkMails } from './remark-mails.service.js';
import {
  groupsWith,
  remarkById,
  remarkList,
  remarksOn,
  waitingRemarks,
  type RemarkRow,
} from './remarks.queries.js';
import { readRemarksCursor, remarkView, verdictFits, yearFrom, type RemarkVerdict } from './remarks.rules.js';

/** What a practice says about its own figure. */
export interface RemarkWish {
  practiceId: string;
  measure: string;
  item: string;
  /** First day of the twelve months that the figure is about. */
  from: string;
  kind: FigureRemarkView['kind'];
  text: string;
  /** The writer has read the warnings of the text guard. */
  confirmed?: boolean;
}

/** Comments and disputes of practices on their own figures (MIR-03): they travel with the figure, are answered, and never edited away. */
@Injectable()
export class RemarksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly modes: OpenModesService,
    private readonly measures: MeasuresService,
    private readonly mails: RemarkMails,
  ) {}

  /** Open ones first. Who keeps figures reads those of the whole region, a practice its own. */
  async list(
    actor: Actor,
    options: { state?: FigureRemarkView['state']; cursor?: string; limit: number },
  ): Promise<Page<FigureRemarkView>> {
    const manages = canManageFigures(actor);
    const { state, cursor, limit } = options;
    return this.database.transaction(actor, async () => {
      const { items, total } = await remarkList(this.database, {
        practiceIds: manages ? null : ownPractices(actor),
        state: state ?? null,
        after: cursor === undefined ? null : readRemarksCursor(cursor),
        limit: limit + 1,
      });
      const page = items.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((row) => remarkView(row, { whole: [], manages }, actor)),
        next: items.length > limit && last ? `${last.rank}.${last.id}` : null,
        total,
      };
    });
  }

  /**
   * What practices say of a figure, for who sees that figure. Of other practices only those that share a group with the reader's; without
   * name and words, unless `groupId` names the group and figures go by name there. Inside the caller's transaction.
   * @param ask.practices whose figures are shown
   */
  async forFigure(
    actor: Actor,
    ask: {
      measureCode: string;
      item: string;
      period: { from: string; toExclusive: string };
      practices: readonly string[];
      groupId?: string;
    },
  ): Promise<FigureRemarkView[]> {
    const { measureCode, item, period, practices, groupId } = ask;
    const readers = ownPractices(actor);
    const rows = await remarksOn(this.database, { measureCode, item, ...period }, practices, readers);
    const others = rows.some(({ practiceId }) => !readers.includes(practiceId));
    const named =
      others && groupId !== undefined
        ? await this.modes.namedFor(actor, { groupId, measureCode, period })
        : null;
    const whole = named?.scope.members ?? [];
    return rows.map((row) => remarkView(row, { whole, manages: false }, actor));
  }

  /** How many wait for an answer, for the page of what asks for attention. Inside the caller's transaction. */
  waiting(): Promise<{ waiting: number; disputes: number }> {
    return waitingRemarks(this.database);
  }

  /**
   * Says something about the practice's own figure.
   * @throws not-found for a practice that is not the actor's own · measure.not-reviewed · validation.failed · remark.patient-data
   */
  async add(actor: Actor, wish: RemarkWish): Promise<FigureRemarkView> {
    allow(canSeeOwnFigures(actor, wish.practiceId), 'not-found', { what: 'practice' });
    const period = yearFrom(wish.from);
    const text = this.text('text', wish.text, wish.confirmed);
    return this.database.transaction(actor, async () => {
      const known = await this.measures.reviewed(actor);
      allow(
        known.some(({ code }) => code === wish.measure),
        'measure.not-reviewed',
      );
      const id = newId();
      await this.database.repository(FigureRemark).insert({
        id,
        regionId: actor.regionId,
        practiceId: wish.practiceId,
        measureCode: wish.measure,
        item: wish.item,
        periodFrom: period.from,
        periodTo: period.toExclusive,
        kind: wish.kind,
        text,
        state: 'open',
        authorId: actor.personId,
        createdAt: this.clock.now(),
        version: 1,
      });
      const row = found(await remarkById(this.database, id), 'remark');
      await this.tell(actor, 'remark.added', 'C', row);
      return this.viewFor(actor, row);
    });
  }

  /**
   * Answers a remark, once: with words, and for a dispute with whether it is accepted. Who wrote it hears of it by mail.
   * @throws auth.forbidden · not-found · conflict.stale · remark.closed · validation.failed · remark.patient-data
   */
  async answer(
    actor: Actor,
    id: string,
    version: number | undefined,
    wish: { state: RemarkVerdict; answer: string; confirmed?: boolean },
  ): Promise<FigureRemarkView> {
    allow(canManageFigures(actor));
    const answer = this.text('answer', wish.answer, wish.confirmed);
    return this.database.transaction(actor, async () => {
      const remark = await this.open(id, version, () => true);
      if (!verdictFits(remark.kind, wish.state))
        throw new DomainError('validation.failed', { fields: [{ field: 'state', rule: 'kind' }] });
      await this.database.repository(FigureRemark).update(
        { id },
        {
          state: wish.state,
          answer,
          answeredBy: actor.personId,
          answeredAt: this.clock.now(),
          version: remark.version + 1,
        },
      );
      const row = found(await remarkById(this.database, id), 'remark');
      await this.tell(actor, `remark.${wish.state}`, 'U', row);
      await this.mails.answered(actor, remark, row, wish.state);
      return this.viewFor(actor, row);
    });
  }

  /**
   * Takes a remark back that was not answered yet; it stays on record.
   * @throws not-found for a remark of another practice · conflict.stale · remark.closed
   */
  async withdraw(actor: Actor, id: string, version: number | undefined): Promise<FigureRemarkView> {
    return this.database.transaction(actor, async () => {
      const remark = await this.open(id, version, ({ practiceId }) => canSeeOwnFigures(actor, practiceId));
      await this.database
        .repository(FigureRemark)
        .update({ id }, { state: 'withdrawn', version: remark.version + 1 });
      const row = found(await remarkById(this.database, id), 'remark');
      await this.tell(actor, 'remark.withdrawn', 'U', row);
      return this.viewFor(actor, row);
    });
  }

  /** An open remark that the actor may know of, held. */
  private async open(
    id: string,
    version: number | undefined,
    visible: (remark: FigureRemark) => boolean,
  ): Promise<FigureRemark> {
    found(await remarkById(this.database, id), 'remark');
    const remark = found(
      await this.database
        .repository(FigureRemark)
        .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }),
      'remark',
    );
    allow(visible(remark), 'not-found', { what: 'remark' });
    allow(remark.state === 'open', 'remark.closed');
    fresh(remark, version);
    return remark;
  }

  /** @throws validation.failed when nothing is left of it · remark.patient-data */
  private text(field: string, given: string, confirmed = false): string {
    const text = guardedTexts({ [field]: given }, confirmed, 'remark.patient-data')[field] ?? '';
    if (text === '') throw new DomainError('validation.failed', { fields: [{ field, rule: 'required' }] });
    return text;
  }

  private viewFor(actor: Actor, row: RemarkRow): FigureRemarkView {
    return remarkView(row, { whole: [], manages: canManageFigures(actor) }, actor);
  }

  /** The log gets ids only, never words; pages of the practice's groups fetch again. */
  private async tell(actor: Actor, event: string, action: 'C' | 'U', row: RemarkRow): Promise<void> {
    this.audit.record(actor, {
      event,
      action,
      subjectKind: 'figure-remark',
      subjectId: row.id,
      practiceId: row.practiceId,
      detail: { measure: row.measureCode, kind: row.kind },
    });
    for (const groupId of await groupsWith(this.database, row.practiceId))
      await this.rooms.announce(figuresRoom(groupId), 'figures.changed');
  }
}
