import { Injectable } from '@nestjs/common';
import type {
  HolidayRegion,
  Page,
  RoundDateView,
  RoundKindSlug,
  RoundState,
  RoundSummaryView,
  RoundView,
  ThemeView,
} from '#libs/contracts';
import { Database, found, isId, type Actor } from '#libs/platform';
import { dateFlags, schoolHolidaysKnownUntil } from '#libs/practices';
import type { AnswerPage } from '../answers/answers.rules.js';
import { answersFor, canManageRounds, SHOWN_TO_PRACTICES } from '../intervision.policy.js';
import { RoundDate } from './round-date.entity.js';
import { RoundParticipant } from './round-participant.entity.js';
import { RoundTheme } from './round-theme.entity.js';
import { Round } from './round.entity.js';
import { roundKind } from './round-kinds.rules.js';

interface Counts {
  participants: number;
  answered: number;
  groups: number;
}
interface SummaryRow extends Counts {
  id: string;
  kind: RoundKindSlug;
  name: string;
  state: RoundState;
  answer_until: Date | null;
  version: number;
}

const COUNTS = `
  (select count(*)::integer from round_participant p where p.round_id = r.id and p.taking_part) as participants,
  (select count(*)::integer from round_participant p join round_answer a on a.round_id = p.round_id and a.practice_id = p.practice_id
   where p.round_id = r.id and p.taking_part and a.submitted_at is not null) as answered,
  (select count(*)::integer from intervision_group g where g.round_id = r.id) as groups`;

/** Everything for the coordinator; for a practice the opened rounds it takes part in. `$1` all, `$2` practices, `$3` states. */
const VISIBLE = `r.state <> 'archived' and ($1::boolean or (r.state = any($3) and exists (select 1 from round_participant p
  where p.round_id = r.id and p.practice_id = any($2::uuid[]) and p.taking_part)))`;

/** Rounds as they are looked up. Every method runs in the open transaction and sees its region alone. */
@Injectable()
export class RoundsQueries {
  constructor(private readonly database: Database) {}

  private scope(actor: Actor): unknown[] {
    const practices =
      actor.kind === 'task' && actor.task?.practiceId ? [actor.task.practiceId] : answersFor(actor);
    return [canManageRounds(actor), practices, SHOWN_TO_PRACTICES];
  }

  /** The rounds this actor may know of, the newest first. Two queries, however many rows. */
  async page(
    actor: Actor,
    options: { state?: RoundState; cursor?: string; limit: number },
  ): Promise<Page<RoundSummaryView>> {
    const filter = `${VISIBLE} and ($4::text is null or r.state = $4)`;
    const values = [...this.scope(actor), options.state ?? null];
    const rows = await this.database.query<SummaryRow>(
      `select r.id, r.kind, r.name, r.state, r.answer_until, r.version, ${COUNTS} from round r
       where ${filter} and ($5::uuid is null or r.id < $5) order by r.id desc limit $6`,
      [...values, isId(options.cursor) ? options.cursor : null, options.limit + 1],
    );
    const [count] = await this.database.query<{ n: number }>(
      `select count(*)::integer as n from round r where ${filter}`,
      values,
    );
    const page = rows.slice(0, options.limit);
    return {
      items: page.map((row) => ({
        id: row.id,
        kind: row.kind,
        name: row.name,
        state: row.state,
        answerUntil: row.answer_until?.toISOString() ?? null,
        participants: row.participants,
        answered: row.answered,
        groups: row.groups,
        version: row.version,
      })),
      next: rows.length > options.limit ? (page.at(-1)?.id ?? null) : null,
      total: count?.n ?? 0,
    };
  }

  /**
   * The round's row, held until the transaction ends: `write` by who changes it, `read` by answers, which wait for a closing
   * round but not for each other. @throws not-found
   */
  async lock(roundId: string, mode: 'read' | 'write'): Promise<Round> {
    return found(
      isId(roundId)
        ? await this.database.repository(Round).findOne({
            where: { id: roundId },
            lock: { mode: mode === 'write' ? 'pessimistic_write' : 'pessimistic_read' },
          })
        : null,
      'round',
    );
  }

  /** @throws not-found */
  async one(roundId: string): Promise<Round> {
    return found(
      isId(roundId) ? await this.database.repository(Round).findOneBy({ id: roundId }) : null,
      'round',
    );
  }

  /** The round when this practice takes part in it, else null. */
  async ofPractice(roundId: string, practiceId: string): Promise<Round | null> {
    const round = await this.database.repository(Round).findOneBy({ id: roundId });
    const takesPart = await this.database
      .repository(RoundParticipant)
      .existsBy({ roundId, practiceId, takingPart: true });
    return takesPart ? round : null;
  }

  /** True when the actor may know that this round exists. */
  async visible(actor: Actor, roundId: string): Promise<boolean> {
    if (!isId(roundId)) return false;
    if (actor.kind === 'task' && actor.task?.subjectId !== roundId) return false;
    const rows = await this.database.query(`select 1 from round r where ${VISIBLE} and r.id = $4`, [
      ...this.scope(actor),
      roundId,
    ]);
    return rows.length > 0;
  }

  /** One round with its page. Archived themes and dates are for who manages the round. */
  async view(actor: Actor, roundId: string): Promise<RoundView> {
    const round = await this.one(roundId);
    const [counts] = await this.database.prepared<Counts & { holiday_region: HolidayRegion }>(
      `select ${COUNTS}, region.holiday_region from round r join region on region.id = r.region_id where r.id = $1`,
      [roundId],
    );
    const { themes, dates } = await this.contents(roundId);
    const region = (counts as { holiday_region: HolidayRegion }).holiday_region;
    const all = canManageRounds(actor);
    return {
      id: round.id,
      kind: round.kind,
      name: round.name,
      state: round.state,
      introduction: round.introduction,
      answerFrom: round.answerFrom?.toISOString() ?? null,
      answerUntil: round.answerUntil?.toISOString() ?? null,
      participants: counts?.participants ?? 0,
      answered: counts?.answered ?? 0,
      groups: counts?.groups ?? 0,
      asks: round.asks,
      rules: round.rules,
      themes: themes.filter((theme) => all || !theme.archivedAt).map(themeView),
      dates: dates.filter((date) => all || !date.archivedAt).map((date) => dateView(date, region)),
      publishedAt: round.publishedAt?.toISOString() ?? null,
      publishedProposalId: all ? round.publishedProposalId : null,
      scopeRule: roundKind(round.kind).scopeRule,
      reminderDays: round.reminderDays,
      holidaysKnownUntil: schoolHolidaysKnownUntil(region),
      version: round.version,
    };
  }

  /** Themes in the coordinator's order, dates in calendar order; archived ones included. */
  async contents(roundId: string): Promise<{ themes: RoundTheme[]; dates: RoundDate[] }> {
    const themes = await this.database
      .repository(RoundTheme)
      .find({ where: { roundId }, order: { position: 'ASC', id: 'ASC' } });
    const dates = await this.database
      .repository(RoundDate)
      .find({ where: { roundId }, order: { date: 'ASC', startTime: 'ASC', id: 'ASC' } });
    return { themes, dates };
  }

  /** The ids that answers can name, and whether they are on the page now. */
  async answerPage(roundId: string): Promise<AnswerPage> {
    const { themes, dates } = await this.contents(roundId);
    return answerPageOf(themes, dates);
  }
}

export const answerPageOf = (themes: RoundTheme[], dates: RoundDate[]): AnswerPage => ({
  themes: themes.map(({ id, archivedAt }) => ({ id, archived: archivedAt !== null })),
  dates: dates.map(({ id, archivedAt }) => ({ id, archived: archivedAt !== null })),
});

const themeView = (theme: RoundTheme): ThemeView => ({
  id: theme.id,
  shortName: theme.shortName,
  name: theme.name,
  description: theme.description,
  maxGroups: theme.maxGroups,
  archived: theme.archivedAt !== null,
});

const dateView = (date: RoundDate, region: HolidayRegion): RoundDateView => ({
  id: date.id,
  date: date.date,
  startTime: date.startTime,
  endTime: date.endTime,
  maxGroups: date.maxGroups,
  archived: date.archivedAt !== null,
  flags: dateFlags(date.date, region),
});
