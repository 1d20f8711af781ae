import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { MailsService, type MailParams } from '#libs/notifications';
import { Clock, Database, DomainError, newId, Secrets, type Actor } from '#libs/platform';

/** How long a code works, as that of a sign-in mail (ASVS 6.5.5). */
const MINUTES = 10;
/** After so many wrong tries a new code has to be asked for. */
const MOST_TRIES = 5;
/** At most this many mails to one person in this span. */
const MOST_MAILS = 5;
const SPAN_MINUTES = 15;

/** What is confirmed. */
export interface Confirmed {
  /** Names exactly one act: a code for another one is none. */
  about: string;
  /** What the mail says of it. */
  words: Omit<MailParams['confirmation'], 'confirmationId'>;
}

/**
 * A fresh proof of who somebody is, for one act (step-up, models/security.md #21): six digits that go to their address and come back in
 * the session that asked, within ten minutes, once. Being signed in is not enough, however short it is ago.
 */
@Injectable()
export class ConfirmationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly mails: MailsService,
    private readonly audit: AuditService,
  ) {}

  /** Mails a code for one act; codes that were asked for before end. @throws auth.forbidden without a session · rate.limited */
  async ask(actor: Actor, { about, words }: Confirmed): Promise<void> {
    const { personId, sessionId, name, email, language } = signedIn(actor);
    await this.database.transaction(actor, async () => {
      await this.database.query(`select pg_advisory_xact_lock(hashtextextended('confirmation ' || $1, 0))`, [
        personId,
      ]);
      const now = this.clock.now();
      const [asked] = await this.database.query<{ mails: number; first: Date | null }>(
        `select count(*)::integer as mails, min(created_at) as first from confirmation where person_id = $1 and created_at > $2`,
        [personId, new Date(now.getTime() - SPAN_MINUTES * 60_000)],
      );
      if (asked?.first && asked.mails >= MOST_MAILS)
        throw new DomainError('rate.limited', {
          seconds: Math.ceil((asked.first.getTime() - now.getTime()) / 1000) + SPAN_MINUTES * 60,
        });
      await this.database.query(
        `update confirmation set expires_at = $2 where person_id = $1 and used_at is null and expires_at > $2`,
        [personId, now],
      );
      const id = newId();
      await this.database.query(
        `insert into confirmation (id, region_id, person_id, session_id, about, code_hash, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          actor.regionId,
          personId,
          sessionId,
          about,
          this.secrets.codeHash(this.secrets.code(id)),
          now,
          new Date(now.getTime() + MINUTES * 60_000),
        ],
      );
      await this.mails.plan(actor, {
        template: 'confirmation',
        params: { ...words, confirmationId: id },
        to: { personId, name, email, language },
      });
      this.audit.record(actor, {
        event: 'confirmation.asked',
        action: 'C',
        subjectKind: 'confirmation',
        subjectId: id,
      });
    });
  }

  /**
   * Holds a code against what was asked for. A wrong one counts, so this is not called in a transaction that its refusal would undo.
   * @returns what `use` takes, in the transaction of the act itself
   * @throws auth.confirm-first where nothing (any more) waits for a code, after five wrong ones too · auth.code-wrong
   */
  async check(actor: Actor, about: string, code: string): Promise<string> {
    const { personId, sessionId } = signedIn(actor);
    if (this.database.inTransaction)
      throw new Error('Check before a transaction: a wrong code has to count.');
    const found = await this.database.transaction(actor, async () => {
      const [row] = await this.database.query<{ id: string; right: boolean }>(
        `select id, code_hash = $5 as right from confirmation
         where person_id = $1 and session_id = $2 and about = $3 and used_at is null and expires_at > $4 and attempts < $6
         order by id desc limit 1 for update`,
        [personId, sessionId, about, this.clock.now(), this.secrets.codeHash(code), MOST_TRIES],
      );
      if (row && !row.right)
        await this.database.query(`update confirmation set attempts = attempts + 1 where id = $1`, [row.id]);
      return row;
    });
    if (!found) throw new DomainError('auth.confirm-first', { minutes: MINUTES });
    if (!found.right) throw new DomainError('auth.code-wrong');
    return found.id;
  }

  /** Uses up a code that was right, in the open transaction. @throws auth.confirm-first without one, or when it was used meanwhile */
  async use(actor: Actor, id: string | null): Promise<void> {
    const [used] = await this.database.query<{ id: string }>(
      `update confirmation set used_at = $3 where id = $1 and person_id = $2 and used_at is null and expires_at > $3 returning id`,
      [id, actor.personId, this.clock.now()],
    );
    if (!used) throw new DomainError('auth.confirm-first', { minutes: MINUTES });
    this.audit.record(actor, {
      event: 'confirmation.used',
      action: 'U',
      subjectKind: 'confirmation',
      subjectId: id,
    });
  }

  /** Forgets codes from before the moment; a second time there are none. */
  async forget(regionId: string, before: Date): Promise<void> {
    await this.database.transaction({ regionId }, () =>
      this.database.query(`delete from confirmation where created_at < $1`, [before]),
    );
  }
}

/** @throws auth.forbidden for the system, a task link or a command: none has a session of a person behind it */
function signedIn(actor: Actor): Actor & { personId: string; sessionId: string } {
  if (actor.kind !== 'person' || actor.personId === null || actor.sessionId === null)
    throw new DomainError('auth.forbidden');
  return actor as Actor & { personId: string; sessionId: string };
}
