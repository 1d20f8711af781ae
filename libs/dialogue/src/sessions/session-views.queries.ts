import type { DialogueSessionSummaryView, DialogueSessionView, SessionStepView } from '#libs/contracts';
import type { Database } from '#libs/platform';
import type { Session } from './session.entity.js';
import { departmentName, specialistsOf, stepsOf } from './sessions.queries.js';
import { stepWords } from './step-words.rules.js';
import { canDoNow, inTurn, OWN_MOMENTS, type KnownStep } from './steps.rules.js';

/** How far the handout of session `s` is, as SQL. */
const HANDOUT = `coalesce((select h.state from handout h where h.session_id = s.id), 'none')`;
/** Questions of session `s` that stay, merged ones counted once, as SQL. */
const QUESTIONS = `(select count(*)::int from session_question q where q.session_id = s.id and q.state = 'asked'
  and q.merged_into is null and q.fate is distinct from 'sent-back')`;

/** As it went and will go: what was done ahead of its moment stands where it was done. */
const inOrder = <Step extends KnownStep>(steps: readonly Step[]): Step[] =>
  [...steps].sort((a, b) =>
    inTurn({ ...a, dueAt: a.doneAt ?? a.dueAt }, { ...b, dueAt: b.doneAt ?? b.dueAt }),
  );

/** A session as its organiser sees it. Inside the open transaction. */
export async function sessionView(
  database: Database,
  session: Session,
  now: Date,
): Promise<DialogueSessionView> {
  const [counts] = await database.query<
    DialogueSessionView['counts'] & { handout: DialogueSessionView['handout'] }
  >(
    `select (select count(*)::int from practice where archived_at is null) as practices,
       (select count(*)::int from session_registration r where r.session_id = s.id and r.state = 'registered') as registered,
       (select count(*)::int from session_registration r where r.session_id = s.id and r.state = 'waiting') as waiting,
       (select count(*)::int from session_registration r where r.session_id = s.id and r.state = 'excused') as excused,
       ${QUESTIONS} as questions,
       (select count(distinct q.practice_id)::int from session_question q where q.session_id = s.id and q.state = 'asked') as asking,
       ${HANDOUT} as handout
     from dialogue_session s where s.id = $1`,
    [session.id],
  );
  const { handout, ...numbers } = counts as NonNullable<typeof counts>;
  const specialists = await specialistsOf(database, session.id);
  const steps = await stepsOf(database, session.id);
  const view = (step: (typeof steps)[number]): SessionStepView => ({
    id: step.id,
    kind: step.kind,
    dueAt: step.dueAt.toISOString(),
    ownMoment: step.ownMoment,
    state: step.state,
    doneAt: step.doneAt?.toISOString() ?? null,
    count: step.count,
    sentence: stepWords(step, { session, specialists: specialists.length }),
    doNow: canDoNow(step, session, steps, now),
    movable: step.state !== 'done' && session.state !== 'cancelled' && !OWN_MOMENTS.includes(step.kind),
    version: step.version,
  });
  return {
    id: session.id,
    title: session.title,
    departmentId: session.departmentId,
    department: await departmentName(database, session.departmentId),
    date: session.date,
    startTime: session.startTime,
    endTime: session.endTime,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    state: session.state,
    introduction: session.introduction,
    meetingLink: session.meetingLink,
    places: session.places,
    moderated: session.moderated,
    talkOn: session.talkOn,
    activityId: session.activityId,
    accreditedHours: session.accreditedHours === null ? null : Number(session.accreditedHours),
    sharedAt: session.sharedAt?.toISOString() ?? null,
    specialists: specialists.map(({ personId, name, email }) => ({ personId, name, email })),
    steps: inOrder(steps).map(view),
    counts: numbers,
    handout,
    version: session.version,
  };
}

/** Which sessions a reader may see: all of the region, or those of these ids. */
export type SessionScope = 'all' | string[];
type SummaryRow = Omit<DialogueSessionSummaryView, 'startsAt' | 'endsAt' | 'own' | 'next'> & {
  startsAt: Date;
  endsAt: Date;
  ownRegistered: boolean;
  ownQuestions: number;
  nextKind: SessionStepView['kind'] | null;
  nextAt: Date | null;
  late: number;
};

/**
 * Sessions with their counts; what comes first, soonest first, then what was, latest first. One query.
 * @param practiceIds practices of the reader; empty for who has none
 * @param organiser says what comes next and what waits
 */
export async function sessionSummaries(
  database: Database,
  ask: {
    scope: SessionScope;
    practiceIds: string[];
    organiser: boolean;
    now: Date;
    when?: 'coming' | 'past';
    offset: number;
    limit: number;
    id?: string;
  },
): Promise<{ items: DialogueSessionSummaryView[]; total: number }> {
  const where = `($1::uuid[] is null or s.id = any($1)) and ($2::uuid is null or s.id = $2)
    and ($3::text is null or (s.ends_at >= $4 and s.state <> 'ended') = ($3 = 'coming'))`;
  const values = [ask.scope === 'all' ? null : ask.scope, ask.id ?? null, ask.when ?? null, ask.now];
  const rows = await database.query<SummaryRow>(
    `select s.id, s.title, d.name as department, s.starts_at as "startsAt", s.ends_at as "endsAt", s.state,
       (select count(*)::int from session_registration r where r.session_id = s.id and r.state = 'registered') as registered,
       ${QUESTIONS} as questions, ${HANDOUT} as handout,
       exists (select 1 from session_registration r where r.session_id = s.id and r.state = 'registered'
         and r.practice_id = any($5)) as "ownRegistered",
       (select count(*)::int from session_question q where q.session_id = s.id and q.state = 'asked'
         and q.practice_id = any($5)) as "ownQuestions",
       n.kind as "nextKind", n.due_at as "nextAt",
       (select count(*)::int from session_step t where t.session_id = s.id and t.state = 'late') as late
     from dialogue_session s join department d on d.id = s.department_id
       left join lateral (select t.kind, t.due_at from session_step t where t.session_id = s.id and t.state = 'planned'
         order by t.due_at limit 1) n on true
     where ${where}
     order by (s.ends_at >= $4 and s.state <> 'ended') desc,
       case when s.ends_at >= $4 and s.state <> 'ended' then s.starts_at end, s.starts_at desc, s.id
     offset $6 limit $7`,
    [...values, ask.practiceIds, ask.offset, ask.limit],
  );
  const [count] = await database.query<{ n: number }>(
    `select count(*)::int as n from dialogue_session s where ${where}`,
    values,
  );
  const items = rows.map(
    ({
      ownRegistered,
      ownQuestions,
      nextKind,
      nextAt,
      late,
      startsAt,
      endsAt,
      ...row
    }): DialogueSessionSummaryView => ({
      ...row,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      own: ask.practiceIds.length > 0 ? { registered: ownRegistered, questions: ownQuestions } : null,
      next: ask.organiser && nextKind && nextAt ? { kind: nextKind, dueAt: nextAt.toISOString() } : null,
      late: ask.organiser ? late : 0,
    }),
  );
  return { items, total: count?.n ?? 0 };
}

/** Who hears it when a session moves or does not go on: whoever registered or waits, and the specialists that have their questions. */
export async function hearersOf(
  database: Database,
  session: Session,
): Promise<{ name: string; practice: string | null; specialist: boolean }[]> {
  const people = await database.query<{ name: string; practice: string | null }>(
    `select p.name, c.name as practice from session_registration r join person p on p.id = r.person_id
       join practice c on c.id = r.practice_id
     where r.session_id = $1 and r.state in ('registered', 'waiting') order by lower(c.name), c.id`,
    [session.id],
  );
  const specialists = session.sharedAt ? await specialistsOf(database, session.id) : [];
  return [
    ...people.map((one) => ({ ...one, specialist: false })),
    ...specialists.map(({ name }) => ({ name, practice: null, specialist: true })),
  ];
}
