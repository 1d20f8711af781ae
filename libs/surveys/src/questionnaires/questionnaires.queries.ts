import { Injectable } from '@nestjs/common';
import type {
  Page,
  QuestionnaireSummaryView,
  QuestionnaireVersionView,
  QuestionnaireView,
} from '#libs/contracts';
import { Clock, Database, DomainError, found, isId, newId } from '#libs/platform';
import { BUILT_INS } from './built-in/built-in.rules.js';
import { Questionnaire } from './questionnaire.entity.js';
import { problemsOf } from './questionnaire.rules.js';
import { QuestionnaireVersion } from './questionnaire-version.entity.js';

type SummaryRow = Omit<QuestionnaireSummaryView, 'reviewedVersion'> & {
  reviewed_id: string | null;
  reviewed_number: number | null;
};

/** The latest reviewed version, and the draft if there is one. What was never reviewed shows its draft. */
const SUMMARY = `
  select q.id, q.key, q.origin, v.content->'title' as title, (v.content->>'minutes')::integer as minutes,
    jsonb_array_length(v.content->'items') as items, r.id as reviewed_id, r.number as reviewed_number, d.id is not null as "hasDraft",
    q.archived_at is not null as archived
  from questionnaire q
    left join lateral (select o.id, o.number, o.content from questionnaire_version o where o.questionnaire_id = q.id and o.state = 'reviewed'
      order by o.number desc limit 1) r on true
    left join questionnaire_version d on d.questionnaire_id = q.id and d.state = 'draft' and d.archived_at is null
    join questionnaire_version v on v.id = coalesce(r.id, d.id)`;

/** Built-in ones in the order of their list, then own ones by title. */
const ORDER = `q.origin, case when q.origin = 'built-in' then coalesce(array_position($1::text[], q.key), 1000) end, lower(v.content->'title'->>'nl'), q.id`;

/** Questionnaires as they are looked up. Every method runs in the open transaction and sees its region alone. */
@Injectable()
export class QuestionnairesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Copies what comes with Leerkring into the region where it is missing, so that a campaign keeps its version when the data change.
   * One query when nothing is missing; two regions' workers at once make it once.
   */
  async ensureBuiltIns(regionId: string): Promise<void> {
    const there = await this.database.query<{ key: string; number: number }>(
      `select q.key, v.number from questionnaire q join questionnaire_version v on v.questionnaire_id = q.id where q.origin = 'built-in'`,
    );
    const known = new Set(there.map(({ key, number }) => `${key} ${number}`));
    for (const one of BUILT_INS.filter(({ key, number }) => !known.has(`${key} ${number}`))) {
      await this.database.query(
        `insert into questionnaire (id, region_id, key, origin, created_at) values ($1, $2, $3, 'built-in', $4)
         on conflict (region_id, key) do nothing`,
        [newId(), regionId, one.key, this.clock.now()],
      );
      await this.database.query(
        `insert into questionnaire_version (id, region_id, questionnaire_id, number, state, content, reviewed_at, created_at)
         select $1, $2, q.id, $4, 'reviewed', $5, $6, $7 from questionnaire q where q.key = $3
         on conflict (questionnaire_id, number) do nothing`,
        [
          newId(),
          regionId,
          one.key,
          one.number,
          JSON.stringify(one.content),
          `${one.reviewedOn}T00:00:00Z`,
          this.clock.now(),
        ],
      );
    }
  }

  /** Every questionnaire that is not archived, or is and was reviewed. Three queries, however many rows. */
  async page(
    regionId: string,
    options: { cursor?: string; limit: number },
  ): Promise<Page<QuestionnaireSummaryView>> {
    await this.ensureBuiltIns(regionId);
    const from = Math.max(0, Math.trunc(Number(options.cursor ?? 0)) || 0);
    const rows = await this.database.query<SummaryRow>(
      `${SUMMARY} order by q.archived_at is not null, ${ORDER} limit $2 offset $3`,
      [BUILT_INS.map(({ key }) => key), options.limit + 1, from],
    );
    const [count] = await this.database.query<{ n: number }>(
      `select count(*)::integer as n from questionnaire q
       where exists (select 1 from questionnaire_version v where v.questionnaire_id = q.id and v.archived_at is null)`,
    );
    return {
      items: rows.slice(0, options.limit).map(summaryView),
      next: rows.length > options.limit ? String(from + options.limit) : null,
      total: count?.n ?? 0,
    };
  }

  /** @throws not-found */
  async view(questionnaireId: string): Promise<QuestionnaireView> {
    const [row] = isId(questionnaireId)
      ? await this.database.query<SummaryRow>(`${SUMMARY} where q.id = $1`, [questionnaireId])
      : [];
    const summary = found(row, 'questionnaire');
    const versions = await this.database.query<
      QuestionnaireVersion & { author: string | null; reviewer: string | null }
    >(
      `select v.id, v.number, v.state, v.content, v.reviewed_at as "reviewedAt", v.version, a.name as author, b.name as reviewer
       from questionnaire_version v left join person a on a.id = v.author_id left join person b on b.id = v.reviewer_id
       where v.questionnaire_id = $1 and v.archived_at is null and (v.state = 'draft' or v.id = $2) order by v.number`,
      [questionnaireId, summary.reviewed_id],
    );
    const draft = versions.find(({ state }) => state === 'draft');
    const reviewed = versions.find(({ state }) => state === 'reviewed');
    const questionnaire = await this.database
      .repository(Questionnaire)
      .findOneByOrFail({ id: questionnaireId });
    return {
      ...summaryView(summary),
      version: questionnaire.version,
      draft: draft ? versionView(draft) : null,
      reviewed: reviewed ? versionView(reviewed) : null,
      problems: draft ? problemsOf(draft.content) : [],
    };
  }

  /** The questionnaire's row, held until the transaction ends. @throws not-found */
  async lock(questionnaireId: string): Promise<Questionnaire> {
    return found(
      isId(questionnaireId)
        ? await this.database
            .repository(Questionnaire)
            .findOne({ where: { id: questionnaireId }, lock: { mode: 'pessimistic_write' } })
        : null,
      'questionnaire',
    );
  }

  /** The draft that is being written, or null. */
  async draft(questionnaireId: string): Promise<QuestionnaireVersion | null> {
    const drafts = await this.database
      .repository(QuestionnaireVersion)
      .findBy({ questionnaireId, state: 'draft' });
    return drafts.find(({ archivedAt }) => archivedAt === null) ?? null;
  }

  /** The latest reviewed version, or null. */
  async reviewed(questionnaireId: string): Promise<QuestionnaireVersion | null> {
    return this.database
      .repository(QuestionnaireVersion)
      .findOne({ where: { questionnaireId, state: 'reviewed' }, order: { number: 'DESC' } });
  }

  /**
   * The version that a new campaign takes.
   * @throws not-found · questionnaire.archived · questionnaire.not-reviewed
   */
  async usable(questionnaireId: string): Promise<QuestionnaireVersion> {
    const questionnaire = found(
      isId(questionnaireId)
        ? await this.database.repository(Questionnaire).findOneBy({ id: questionnaireId })
        : null,
      'questionnaire',
    );
    if (questionnaire.archivedAt) throw new DomainError('questionnaire.archived');
    const version = await this.reviewed(questionnaireId);
    if (!version) throw new DomainError('questionnaire.not-reviewed');
    return version;
  }

  /** The latest version of one that comes with Leerkring, copied into the region when it is not there yet. */
  async builtIn(regionId: string, key: string): Promise<QuestionnaireVersion> {
    await this.ensureBuiltIns(regionId);
    const questionnaire = await this.database
      .repository(Questionnaire)
      .findOneByOrFail({ key, origin: 'built-in' });
    return found(await this.reviewed(questionnaire.id), 'questionnaire');
  }

  /** True while a campaign that was not launched yet is made with it. */
  async inUse(questionnaireId: string): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from campaign c join questionnaire_version v on v.id = c.questionnaire_version_id
       where v.questionnaire_id = $1 and c.state = 'draft' and c.archived_at is null limit 1`,
      [questionnaireId],
    );
    return rows.length > 0;
  }

  /** How many coordinators the region has now. */
  async coordinators(): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `select count(distinct r.person_id)::integer as n from role_assignment r join person p on p.id = r.person_id
       where r.role = 'region-coordinator' and r.until is null and p.archived_at is null`,
    );
    return row?.n ?? 0;
  }
}

const summaryView = (row: SummaryRow): QuestionnaireSummaryView => ({
  id: row.id,
  key: row.key,
  origin: row.origin,
  title: row.title,
  minutes: row.minutes,
  items: row.items,
  reviewedVersion:
    row.reviewed_id === null ? null : { id: row.reviewed_id, number: row.reviewed_number as number },
  hasDraft: row.hasDraft,
  archived: row.archived,
});

const versionView = (
  version: QuestionnaireVersion & { author: string | null; reviewer: string | null },
): QuestionnaireVersionView => ({
  id: version.id,
  number: version.number,
  state: version.state,
  author: version.author,
  reviewer: version.reviewer,
  reviewedAt: version.reviewedAt?.toISOString() ?? null,
  content: version.content,
  version: version.version,
});
