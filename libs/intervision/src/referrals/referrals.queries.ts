import {
  weekOf,
  type ReferralActionView,
  type ReferralJudgementView,
  type ReferralKind,
  type ReferralMomentView,
  type ReferralTimeView,
  type ReferralWeekState,
  type ReviewedReferralView,
} from '#libs/contracts';
import type { Database } from '#libs/platform';
import type { GoalRow, WeekCount } from './course.rules.js';

interface ReferralRow {
  id: string;
  week: string;
  gpId: string;
  gp: string;
  kind: ReferralKind;
  specialism: string;
  reason: string;
  timeOut: boolean;
  remarkable: boolean | null;
  conclusion: string;
  state: ReferralWeekState;
  judgements: ReferralJudgementView[];
  version: number;
}

const ROWS = `
  select r.id, r.week::text, r.gp_id as "gpId", g.name as gp, r.kind, r.specialism, r.reason, r.time_out as "timeOut", r.remarkable,
    r.conclusion, coalesce(w.state, 'open') as state, r.version,
    coalesce((select jsonb_agg(jsonb_build_object('personId', j.person_id, 'name', p.name, 'avoidable', j.avoidable,
        'otherApproach', j.other_approach, 'ground', j.ground, 'remark', j.remark, 'at', to_jsonb(j.at)) order by j.at, j.person_id)
      from referral_judgement j join person p on p.id = j.person_id where j.referral_id = r.id), '[]') as judgements
  from reviewed_referral r join person g on g.id = r.gp_id
    left join referral_review w on w.practice_id = r.practice_id and w.week = r.week`;

/** What stands out: a colleague saw another way. */
const standsOut = ({ avoidable, otherApproach }: ReferralJudgementView): boolean =>
  avoidable !== 'no' || otherApproach;

/**
 * One referral as this reader may see it: what colleagues judged comes after one's own judgement, or with the meeting (REF-04), and nothing
 * that follows from it comes earlier.
 */
export function referralView(row: ReferralRow, readerId: string | null): ReviewedReferralView {
  const mine = row.judgements.find(({ personId }) => personId === readerId) ?? null;
  const open = mine !== null || row.state !== 'open';
  const others = open ? row.judgements.filter(({ personId }) => personId !== readerId) : null;
  const known = [...(mine ? [mine] : []), ...(others ?? [])];
  const { id, gpId, gp, kind, specialism, reason, timeOut, conclusion, version } = row;
  return {
    id,
    week: weekOf(row.week),
    gpId,
    gp,
    own: gpId === readerId,
    kind,
    specialism,
    reason,
    timeOut,
    remarkable: row.remarkable ?? known.some(standsOut),
    conclusion,
    mine,
    others,
    judged: row.judgements.length,
    version,
  };
}

/** The referrals of one week, colleagues' first: one's own are answered last. */
export async function weekReferrals(
  database: Database,
  practiceId: string,
  monday: string,
  readerId: string | null,
): Promise<ReviewedReferralView[]> {
  const rows = await database.prepared<ReferralRow>(
    `${ROWS} where r.practice_id = $1 and r.week = $2 order by r.gp_id = $3::uuid nulls first, lower(g.name), r.created_at, r.id`,
    [practiceId, monday, readerId],
  );
  return rows.map((row) => referralView(row, readerId));
}

/** Every referral of the practice from a week on, for the log and the export. */
export async function allReferrals(
  database: Database,
  practiceId: string,
  readerId: string | null,
): Promise<ReviewedReferralView[]> {
  const rows = await database.query<ReferralRow>(
    `${ROWS} where r.practice_id = $1 order by r.week desc, lower(g.name), r.created_at, r.id`,
    [practiceId],
  );
  return rows.map((row) => referralView(row, readerId));
}

export async function weekState(
  database: Database,
  practiceId: string,
  monday: string,
): Promise<{ state: ReferralWeekState; version: number }> {
  const [row] = await database.prepared<{ state: ReferralWeekState; version: number }>(
    `select state, version from referral_review where practice_id = $1 and week = $2`,
    [practiceId, monday],
  );
  return row ?? { state: 'open', version: 0 };
}

export async function momentsOf(database: Database, practiceId: string): Promise<ReferralMomentView[]> {
  return database.query<ReferralMomentView>(
    `select form, weekday, time, from_week::text as "fromWeek", remind from referral_moment where practice_id = $1
     order by array_position(array['weekly', 'selected', 'daily'], form)`,
    [practiceId],
  );
}

const ACTIONS = `
  select a.id, a.text, a.owner_id as "ownerId", p.name as owner, a.due_on::text as "dueOn", a.state,
    a.state = 'open' and a.due_on < $2::date as late, r.week::text as week, a.referral_id as "referralId", a.version
  from referral_action a join person p on p.id = a.owner_id left join reviewed_referral r on r.id = a.referral_id`;

/** Actions of the practice: the open ones by date, then the others, newest first. */
export async function actionsOf(
  database: Database,
  practiceId: string,
  today: string,
  only: { open?: boolean; week?: string } = {},
): Promise<ReferralActionView[]> {
  const rows = await database.prepared<ReferralActionView>(
    `${ACTIONS} where a.practice_id = $1 and ($3::boolean is not true or a.state = 'open') and ($4::date is null or r.week = $4)
     order by a.state <> 'open', case when a.state = 'open' then a.due_on end, a.closed_at desc, a.id limit 200`,
    [practiceId, today, only.open ?? false, only.week ?? null],
  );
  return rows.map((row) => ({ ...row, week: row.week && weekOf(row.week) }));
}

/** Hours of this month, and the reader's own of the last five weeks (REF-10). */
export async function timeOf(
  database: Database,
  practiceId: string,
  readerId: string | null,
  today: string,
): Promise<ReferralTimeView> {
  const [sum] = await database.prepared<{ mine: number; practice: number; running: string | null }>(
    `select coalesce(sum(minutes) filter (where person_id = $2), 0)::integer as mine, coalesce(sum(minutes), 0)::integer as practice,
       (select to_jsonb(started_at) #>> '{}' from referral_time where practice_id = $1 and person_id = $2 and started_at is not null) as running
     from referral_time where practice_id = $1 and started_at is null and day >= date_trunc('month', $3::date)::date`,
    [practiceId, readerId, today],
  );
  const entries = await database.prepared<ReferralTimeView['entries'][number]>(
    `select id, day::text as day, minutes, version from referral_time
     where practice_id = $1 and person_id = $2 and started_at is null and day > $3::date - 35 order by day desc, id desc limit 20`,
    [practiceId, readerId, today],
  );
  return {
    runningSince: sum?.running ?? null,
    mineThisMonth: sum?.mine ?? 0,
    practiceThisMonth: sum?.practice ?? 0,
    entries,
  };
}

export function weekCounts(database: Database, practiceId: string): Promise<WeekCount[]> {
  return database.query<WeekCount>(
    `select r.week::text as week, r.gp_id as "gpId", p.name as gp, r.kind, count(*)::integer as count,
       count(*) filter (where r.time_out)::integer as "timeOuts"
     from reviewed_referral r join person p on p.id = r.gp_id where r.practice_id = $1 group by 1, 2, 3, 4`,
    [practiceId],
  );
}

/** What the practice set itself: a goal for its referrals, and a baseline for time-outs. */
export async function goalsOf(
  database: Database,
  practiceId: string,
): Promise<{ referrals: GoalRow | null; timeOuts: GoalRow | null }> {
  const rows = await database.query<GoalRow & { about: 'referrals' | 'time-outs' }>(
    `select about, baseline_from::text as "baselineFrom", baseline_to::text as "baselineTo", coalesce(percent, 0) as percent, version
     from referral_goal where practice_id = $1`,
    [practiceId],
  );
  const of = (about: string): GoalRow | null => {
    const row = rows.find((one) => one.about === about);
    if (!row) return null;
    const { about: _about, ...goal } = row;
    return goal;
  };
  return { referrals: of('referrals'), timeOuts: of('time-outs') };
}
