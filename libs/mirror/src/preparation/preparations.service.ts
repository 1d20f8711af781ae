import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { figuresRoom, type GroupPreparationView, type OwnFigureView } from '#libs/contracts';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  guardedTexts,
  Rooms,
  type Actor,
} from '#libs/platform';
import { OwnFiguresService } from '../figures/own-figures.service.js';
import { MeasuresService } from '../measures/measures.service.js';
import { canPrepare, canSeeGroupFigures, ownPractices } from '../mirror.policy.js';
import { LEAST_MEMBERS } from '../modes/agreements.service.js';
import { figureGroup, holdGroup, type FigureGroup } from '../modes/open-modes.queries.js';
import { OpenModesService } from '../modes/open-modes.service.js';
import { GroupPreparation } from './group-preparation.entity.js';

/** More figures leave no time to talk (MIR-05). */
const MOST_FIGURES = 4;

/** What a group puts ready for its meeting. */
export interface PreparationWish {
  story: string;
  question: string;
  figures: { measure: string; item: string }[];
  /** The writer has read the warnings of the text guard. */
  confirmed?: boolean;
}

/** The page with which a group prepares its meeting: first the story, then the question, then a few figures (MIR-05, SES-05). */
@Injectable()
export class PreparationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly modes: OpenModesService,
    private readonly measures: MeasuresService,
    private readonly figures: OwnFiguresService,
  ) {}

  /**
   * The page for one reader: every figure from the reader's own practice, with the group beside it as far as it may be shown.
   * @param practiceId for who belongs to several members; else the first by name. Somebody of no member sees no figures.
   * @throws not-found for who is not of the group
   */
  async get(actor: Actor, groupId: string, practiceId?: string): Promise<GroupPreparationView> {
    const page = await this.database.transaction(actor, async () => {
      const group = await this.visible(actor, groupId);
      const kept = await this.kept(groupId);
      const mode = await this.modes.activeIn(group);
      const openMode = await this.modes.viewIn(actor, group);
      return { group, kept, mode, openMode };
    });
    const { group, kept, mode, openMode } = page;
    const reader = readerPractice(actor, group, practiceId);
    const figures: GroupPreparationView['figures'] = [];
    for (const { measure, item } of kept?.figures ?? [])
      figures.push({
        measure,
        item,
        view: reader ? await this.figure(actor, reader, group, measure, item) : null,
      });
    return {
      groupId: group.id,
      group: group.name,
      mode: mode ? 'open' : group.members.length >= LEAST_MEMBERS ? 'pseudonymous' : 'none',
      story: kept?.story ?? '',
      question: kept?.question ?? '',
      figures,
      openMode,
      mayPrepare: !group.ended && canPrepare(actor, group),
      version: kept?.version ?? 0,
    };
  }

  /**
   * Saves the whole page.
   * @param version the one last seen; 0 where nothing was saved yet
   * @throws not-found · auth.forbidden · conflict.stale · validation.failed · measure.not-reviewed · remark.patient-data
   */
  async save(
    actor: Actor,
    groupId: string,
    version: number | undefined,
    wish: PreparationWish,
  ): Promise<GroupPreparationView> {
    const { figures } = wish;
    const names = figures.map(({ measure, item }) => JSON.stringify([measure, item]));
    if (figures.length > MOST_FIGURES || new Set(names).size < names.length)
      throw new DomainError('validation.failed', { fields: [{ field: 'figures', rule: 'length' }] });
    const { story, question } = guardedTexts(
      { story: wish.story, question: wish.question },
      wish.confirmed ?? false,
      'remark.patient-data',
    );
    await this.database.transaction(actor, async () => {
      const group = await this.visible(actor, groupId);
      allow(!group.ended && canPrepare(actor, group));
      await holdGroup(this.database, groupId);
      const before = await this.kept(groupId);
      fresh({ version: before?.version ?? 0 }, version);
      const added = figures.filter(
        ({ measure, item }) => !before?.figures.some((one) => one.measure === measure && one.item === item),
      );
      await this.allReviewed(actor, added);
      await this.database.repository(GroupPreparation).save({
        groupId,
        regionId: actor.regionId,
        story,
        question,
        figures: figures.map(({ measure, item }) => ({ measure, item })),
        changedBy: actor.personId,
        changedAt: this.clock.now(),
        version: (before?.version ?? 0) + 1,
      });
      this.audit.record(actor, {
        event: 'group-preparation.saved',
        action: before ? 'U' : 'C',
        subjectKind: 'group',
        subjectId: groupId,
        detail: { figures: figures.length },
      });
      await this.rooms.announce(figuresRoom(groupId), 'figures.changed');
    });
    return this.get(actor, groupId);
  }

  private async visible(actor: Actor, groupId: string): Promise<FigureGroup> {
    const group = found(await figureGroup(this.database, groupId), 'group');
    allow(canSeeGroupFigures(actor, group), 'not-found', { what: 'group' });
    return group;
  }

  private kept(groupId: string): Promise<GroupPreparation | null> {
    return this.database.repository(GroupPreparation).findOneBy({ groupId });
  }

  /** A figure that is not there (yet, or any more) leaves its place on the page. */
  private async figure(
    actor: Actor,
    practiceId: string,
    group: FigureGroup,
    measure: string,
    item: string,
  ): Promise<OwnFigureView | null> {
    try {
      return await this.figures.figure(actor, { practiceId, measure, item, groupId: group.id });
    } catch (error) {
      if (error instanceof DomainError && ABSENT.includes(error.code)) return null;
      throw error;
    }
  }

  private async allReviewed(actor: Actor, figures: readonly { measure: string }[]): Promise<void> {
    if (figures.length === 0) return;
    const known = new Set((await this.measures.reviewed(actor)).map(({ code }) => code));
    const unknown = figures.map(({ measure }) => measure).filter((code) => !known.has(code));
    allow(unknown.length === 0, 'measure.not-reviewed', { measures: unknown });
  }
}

/** What a figure that cannot be shown answers. */
const ABSENT: string[] = ['figures.none', 'not-found', 'measure.not-reviewed'];

/** The member practice from which the reader looks. @throws not-found for a practice that is not the reader's own member */
function readerPractice(actor: Actor, group: FigureGroup, wished: string | undefined): string | null {
  const own = ownPractices(actor);
  const mine = group.members.map(({ id }) => id).filter((id) => own.includes(id));
  if (wished === undefined) return mine[0] ?? null;
  return found(
    mine.find((id) => id === wished),
    'practice',
  );
}
