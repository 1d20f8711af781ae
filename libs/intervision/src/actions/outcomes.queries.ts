import type { LeftOutcomeView, OutcomeKind, OutcomeStage, OutcomeState, OutcomeView } from '#libs/contracts';
import { localDay, type Database } from '#libs/platform';
import { agrees, chainOf, type Consent } from './outcomes.rules.js';

/** An outcome as it is kept. */
export interface KeptOutcome {
  id: string;
  meetingId: string;
  insightId: string | null;
  kind: OutcomeKind;
  text: string;
  state: OutcomeState;
  answerUntil: Date;
  mailedAt: Date | null;
  dueAt: Date | null;
  practices: number | null;
  named: string[] | null;
  endedAt: Date | null;
  askedAt: Date;
  insightAt: Date | null;
  version: number;
}
export interface NamedConsent extends Consent {
  outcomeId: string;
  practice: string;
}
interface KeptStep {
  outcomeId: string;
  stage: OutcomeStage;
  words: string | null;
  at: Date;
}

const COLUMNS = `o.id, o.meeting_id as "meetingId", o.insight_id as "insightId", o.kind, o.text, o.state, o.answer_until as "answerUntil",
   o.mailed_at as "mailedAt", o.due_at as "dueAt", o.practices, o.named, o.ended_at as "endedAt", o.asked_at as "askedAt",
   i.written_at as "insightAt", o.version`;
const FROM = `from outcome o left join meeting_insight i on i.id = o.insight_id`;

/** One outcome, held until the transaction ends. */
export async function lockedOutcome(database: Database, id: string): Promise<KeptOutcome | null> {
  const [row] = await database.query<KeptOutcome>(
    `select ${COLUMNS} ${FROM} where o.id = $1 for update of o`,
    [id],
  );
  return row ?? null;
}

export async function consentsOf(database: Database, ids: readonly string[]): Promise<NamedConsent[]> {
  return database.query<NamedConsent>(
    `select c.outcome_id as "outcomeId", c.practice_id as "practiceId", p.name as practice, c.answer
     from outcome_consent c join practice p on p.id = c.practice_id where c.outcome_id = any($1::uuid[]) order by lower(p.name), p.id`,
    [ids],
  );
}

async function stepsOf(database: Database, ids: readonly string[]): Promise<KeptStep[]> {
  return database.query<KeptStep>(
    `select outcome_id as "outcomeId", stage, words, at from outcome_step where outcome_id = any($1::uuid[]) order by at, id`,
    [ids],
  );
}

/** Outcomes of a meeting, as who belongs to it may see them: how many agreed, and what the reader's own practices said. */
export async function outcomesOfMeeting(
  database: Database,
  meetingId: string,
  answering: readonly string[],
): Promise<OutcomeView[]> {
  const rows = await database.query<KeptOutcome>(
    `select ${COLUMNS} ${FROM} where o.meeting_id = $1 order by o.id`,
    [meetingId],
  );
  const ids = rows.map(({ id }) => id);
  const [consents, steps] = [await consentsOf(database, ids), await stepsOf(database, ids)];
  return rows.map((row): OutcomeView => {
    const asked = consents.filter(({ outcomeId }) => outcomeId === row.id);
    return {
      id: row.id,
      kind: row.kind,
      text: row.text,
      insightId: row.insightId,
      state: row.state,
      answerUntil: row.answerUntil.toISOString(),
      practices: asked.length,
      yes: row.state === 'offered' ? (row.practices ?? 0) : asked.filter(agrees).length,
      blocked: row.state === 'asking' && asked.some(({ answer }) => answer === 'no'),
      own: asked
        .filter(({ practiceId }) => answering.includes(practiceId))
        .map(({ practiceId, practice, answer }) => ({ practiceId, practice, answer })),
      named: row.named ?? [],
      chain: chainOf(
        row,
        steps.filter(({ outcomeId }) => outcomeId === row.id),
      ),
      version: row.version,
    };
  });
}

interface LeftRow {
  id: string;
  kind: OutcomeKind;
  text: string;
  offeredAt: Date;
  askedAt: Date;
  insightAt: Date | null;
  meetingId: string;
  meeting: string;
  group: string | null;
  date: string | null;
  practices: number;
  named: string[];
}
const LEFT = `select o.id, o.kind, o.text, o.ended_at as "offeredAt", o.asked_at as "askedAt", i.written_at as "insightAt", m.id as "meetingId",
   m.title as meeting, g.name as "group", m.date::text as date, o.practices, o.named
   ${FROM} join meeting m on m.id = o.meeting_id left join intervision_group g on g.id = m.group_id where o.state = 'offered'`;

async function leftViews(database: Database, rows: readonly LeftRow[]): Promise<LeftOutcomeView[]> {
  const steps = await stepsOf(
    database,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    offeredAt: row.offeredAt.toISOString(),
    provenance: {
      meetingId: row.meetingId,
      meeting: row.meeting,
      group: row.group,
      heldOn: row.date ?? localDay(row.askedAt),
      practices: row.practices,
      named: row.named,
    },
    // when it was thought of and asked is the group's
    chain: chainOf(
      { state: 'offered', insightAt: null, askedAt: row.askedAt, endedAt: row.offeredAt },
      steps.filter(({ outcomeId }) => outcomeId === row.id),
    ).filter(({ stage }) => stage !== 'asked'),
  }));
}

/** What left groups of the region, the newest first. */
export async function leftOutcomes(
  database: Database,
  wish: { cursor?: string; limit: number },
): Promise<{ items: LeftOutcomeView[]; next: string | null; total: number }> {
  const [, at = null, id = null] = /^([0-9TZ:.-]{20,30})~([0-9a-f-]{36})$/.exec(wish.cursor ?? '') ?? [];
  const good = at !== null && !Number.isNaN(Date.parse(at));
  const rows = await database.query<LeftRow>(
    `${LEFT} and ($1::timestamptz is null or (o.ended_at, o.id) < ($1, $2::uuid)) order by o.ended_at desc, o.id desc limit $3`,
    [good ? at : null, good ? id : null, wish.limit + 1],
  );
  const [count] = await database.query<{ n: number }>(
    `select count(*)::int as n from outcome where state = 'offered'`,
  );
  const items = await leftViews(database, rows.slice(0, wish.limit));
  const last = items.at(-1);
  return {
    items,
    next: rows.length > wish.limit && last ? `${last.offeredAt}~${last.id}` : null,
    total: count?.n ?? 0,
  };
}

/** One that left, or null. */
export async function leftOutcome(database: Database, id: string): Promise<LeftOutcomeView | null> {
  const rows = await database.query<LeftRow>(`${LEFT} and o.id = $1`, [id]);
  return (await leftViews(database, rows))[0] ?? null;
}
