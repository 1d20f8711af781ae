import { Injectable } from '@nestjs/common';
import type { DateAnswer, Page, ParticipantView, StayWish } from '#libs/contracts';
import { Database } from '#libs/platform';
import { liveAnswer, type AnswerPage } from '../answers/answers.rules.js';

export type ParticipantState = ParticipantView['state'];

interface ParticipantRow {
  practice_id: string;
  name: string;
  agb: string;
  district: string | null;
  state: ParticipantState;
  via: ParticipantView['via'];
  ranked: string[] | null;
  excluded: string[] | null;
  dates: Record<string, DateAnswer> | null;
  motivation: number | null;
  stay: StayWish | null;
  can_lead: boolean | null;
  leader: string | null;
  invited_at: Date | null;
  reminders: number;
  last_reminder_at: Date | null;
  submitted_at: Date | null;
  unreachable: boolean;
}

/** One practice with its answer, for the export. */
export interface AnswerRow extends ParticipantView {
  agb: string;
  excluded: string[];
  dates: Record<string, DateAnswer>;
  stay: StayWish | null;
  leader: string | null;
}

/** Nobody of the practice can be mailed: no contact and no holder. */
const UNREACHABLE = `not exists (select 1 from role_assignment ra join person pe on pe.id = ra.person_id
  where ra.region_id = p.region_id and ra.scope_id = p.practice_id and ra.scope_kind = 'practice' and ra.until is null
    and ra.role in ('practice-contact', 'practice-holder') and pe.archived_at is null and pe.email <> '')`;

const LIST = `
  select p.practice_id, practice.name, practice.agb, practice.district,
    case when not p.taking_part then 'not-taking-part' when a.submitted_at is not null then 'submitted'
      when p.without_answer then 'without-answer' when a.saved_at is not null then 'started' else 'unanswered' end as state,
    a.via, a.ranked, a.excluded, a.dates, a.motivation, a.stay, a.can_lead, coalesce(a.leader_name, leader.name) as leader,
    p.invited_at, p.reminders, p.last_reminder_at, a.submitted_at, ${UNREACHABLE} as unreachable
  from round_participant p join practice on practice.id = p.practice_id
    left join round_answer a on a.round_id = p.round_id and a.practice_id = p.practice_id
    left join person leader on leader.id = a.leader_person_id
  where p.round_id = $1`;

const pattern = (q: string): string => `%${q.trim().replace(/[\\%_]/g, (character) => `\\${character}`)}%`;

const writeCursor = (row: { name: string; practice_id: string }): string =>
  Buffer.from(JSON.stringify([row.name, row.practice_id])).toString('base64url');
function readCursor(cursor: string | undefined): [string, string] | null {
  try {
    const parsed = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString()) as unknown;
    return Array.isArray(parsed) && parsed.length === 2 && parsed.every((part) => typeof part === 'string')
      ? (parsed as [string, string])
      : null;
  } catch {
    return null;
  }
}

/** The practices of a round with their answers. Runs in the open transaction. */
@Injectable()
export class ParticipantsQueries {
  constructor(private readonly database: Database) {}

  /** Practices by name. Two queries, however many rows. */
  async page(
    roundId: string,
    live: AnswerPage,
    options: { state?: ParticipantState; q?: string; cursor?: string; limit: number },
  ): Promise<Page<ParticipantView>> {
    const filter = `($2::text is null or state = $2) and ($3::text is null or name ilike $3 or agb ilike $3)`;
    const values = [roundId, options.state ?? null, options.q?.trim() ? pattern(options.q) : null];
    const after = readCursor(options.cursor);
    const rows = await this.database.query<ParticipantRow>(
      `select * from (${LIST}) list where ${filter} and ($4::text is null or (name, practice_id::text) > ($4, $5))
       order by name, practice_id::text limit $6`,
      [...values, after?.[0] ?? null, after?.[1] ?? null, options.limit + 1],
    );
    const [count] = await this.database.query<{ n: number }>(
      `select count(*)::integer as n from (${LIST}) list where ${filter}`,
      values,
    );
    const page = rows.slice(0, options.limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => participantView(row, live)),
      next: rows.length > options.limit && last ? writeCursor(last) : null,
      total: count?.n ?? 0,
    };
  }

  /** Every practice that takes part, with all of its answer. */
  async answers(roundId: string, live: AnswerPage): Promise<AnswerRow[]> {
    const rows = await this.database.query<ParticipantRow>(
      `select * from (${LIST} and p.taking_part) list order by name, practice_id`,
      [roundId],
    );
    return rows.map((row) => ({
      ...participantView(row, live),
      ...shown(row, live),
      agb: row.agb,
      stay: row.stay,
      leader: row.leader,
    }));
  }

  /** Practices that take part and have neither answered nor been let in without: whom reminders are for. */
  async silent(
    roundId: string,
  ): Promise<{ practiceId: string; name: string; lastReminderAt: Date | null }[]> {
    const rows = await this.database.query<{
      practice_id: string;
      name: string;
      last_reminder_at: Date | null;
    }>(
      `select practice_id, name, last_reminder_at from (${LIST}) list where state in ('unanswered', 'started') order by name, practice_id`,
      [roundId],
    );
    return rows.map((row) => ({
      practiceId: row.practice_id,
      name: row.name,
      lastReminderAt: row.last_reminder_at,
    }));
  }

  /** Practices that take part and got no invitation yet. */
  async uninvited(roundId: string): Promise<{ practiceId: string; name: string }[]> {
    const rows = await this.database.query<{ practice_id: string; name: string }>(
      `select p.practice_id, practice.name from round_participant p join practice on practice.id = p.practice_id
       where p.round_id = $1 and p.taking_part and p.invited_at is null order by practice.name, p.practice_id`,
      [roundId],
    );
    return rows.map((row) => ({ practiceId: row.practice_id, name: row.name }));
  }
}

const shown = (row: ParticipantRow, live: AnswerPage) =>
  liveAnswer({ ranked: row.ranked ?? [], excluded: row.excluded ?? [], dates: row.dates ?? {} }, live);

function participantView(row: ParticipantRow, live: AnswerPage): ParticipantView {
  const { ranked, dates } = shown(row, live);
  return {
    practiceId: row.practice_id,
    name: row.name,
    district: row.district,
    state: row.state,
    via: row.via,
    ranked,
    datesAnswered: Object.keys(dates).length,
    motivation: row.motivation,
    canLead: row.can_lead,
    invited: row.invited_at !== null,
    reminders: row.reminders,
    lastReminderAt: row.last_reminder_at?.toISOString() ?? null,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    unreachable: row.unreachable,
  };
}
