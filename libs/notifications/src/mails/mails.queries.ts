import type { Language } from '#libs/contracts';
import type { Database } from '#libs/platform';
import { HOLDERS } from './lease-holder.service.js';

/** A mail that this worker may send now, and nobody else. */
export interface ClaimedMail {
  id: string;
  template: string;
  params: Record<string, unknown>;
  language: Language;
  toName: string;
  toEmail: string;
  messageId: string;
  /** Ended ones, so without this one. */
  attempts: number;
  createdAt: Date;
}

/** How an attempt ended. */
export type Outcome =
  | { id: string; state: 'sent' }
  | { id: string; state: 'failed'; failure: string }
  | { id: string; state: 'planned'; failure: string; nextAttemptAt: Date };

const DUE = `state in ('planned', 'queued') and coalesce(next_attempt_at, due_at) <= $1 and due_at <= $1`;

/** How many mails of the region are due, counted up to `limit`. */
export async function countDue(database: Database, now: Date, limit: number): Promise<number> {
  const [row] = await database.query<{ due: number }>(
    `select count(*)::int as due from (select 1 from mail where ${DUE} limit $2) as first`,
    [now, limit],
  );
  return row?.due ?? 0;
}

/**
 * Claims due mails in one statement: the longest waiting first, or the one with `id`. A mail whose lease ran out is taken only
 * when whoever held it is gone, see LeaseHolder.
 */
export function claimDue(
  database: Database,
  claim: { now: Date; leaseUntil: Date; holder: number; limit: number; id: string | null },
): Promise<ClaimedMail[]> {
  return database.query<ClaimedMail>(
    `with living as (
       select l.objid::bigint as holder from pg_locks l join pg_database d on d.oid = l.database
       where l.locktype = 'advisory' and l.classid = ${HOLDERS} and l.objsubid = 2 and l.granted and d.datname = current_database()
     ), due as (
       select id from mail
       where ${DUE} ${claim.id === null ? '' : 'and id = $5'} and (holder is null or holder not in (select holder from living))
       order by coalesce(next_attempt_at, due_at) limit $2 for update skip locked
     )
     update mail set state = 'queued', next_attempt_at = $3, holder = $4
     from due where mail.id = due.id
     returning mail.id, template, params, language, to_name as "toName", to_email as "toEmail", message_id as "messageId",
       attempts, created_at as "createdAt"`,
    [claim.now, claim.limit, claim.leaseUntil, claim.holder, ...(claim.id === null ? [] : [claim.id])],
  );
}

/**
 * Writes how attempts ended, all in one statement. What the mail server accepted is sent, whoever holds the row by now; a
 * failure only counts for whoever still holds it.
 */
export async function writeOutcomes(
  database: Database,
  outcomes: readonly Outcome[],
  by: { now: Date; holder: number },
): Promise<void> {
  await database.query(
    `update mail set state = o.state, holder = null, attempts = mail.attempts + 1, failure = o.failure, next_attempt_at = o.next_attempt_at,
       sent_at = case when o.state = 'sent' then $2::timestamptz end
     from unnest($1::uuid[], $4::text[], $5::text[], $6::timestamptz[]) as o (id, state, failure, next_attempt_at)
     where mail.id = o.id and (o.state = 'sent' or (mail.state = 'queued' and mail.holder = $3))`,
    [
      outcomes.map(({ id }) => id),
      by.now,
      by.holder,
      outcomes.map(({ state }) => state),
      outcomes.map((one) => (one.state === 'sent' ? null : one.failure)),
      outcomes.map((one) => (one.state === 'planned' ? one.nextAttemptAt : null)),
    ],
  );
}

/** Gives back mails that were claimed but not begun, as if nobody had taken them. */
export async function giveBack(database: Database, ids: readonly string[], holder: number): Promise<void> {
  await database.query(
    `update mail set state = 'planned', next_attempt_at = null, holder = null
     where id = any($1) and state = 'queued' and holder = $2`,
    [ids, holder],
  );
}
