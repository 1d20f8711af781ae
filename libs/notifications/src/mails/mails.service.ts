import { Injectable } from '@nestjs/common';
import type { Language } from '#libs/contracts';
import { Clock, Database, Jobs, newId, type Actor } from '#libs/platform';
import type { MailParams, MailTemplate } from '../templates/template-params.template.js';
import { Mail } from './mail.entity.js';

export interface Addressee {
  personId: string | null;
  name: string;
  email: string;
  language: Language;
}

export interface PlannedMail<T extends MailTemplate> {
  template: T;
  params: MailParams[T];
  to: Addressee;
  subjectId?: string;
  /** Now when left out. */
  dueAt?: Date;
}

/** Somebody sits in front of a screen until these come. */
const AWAITED: readonly MailTemplate[] = ['sign-in', 'confirmation'];

/** Rows per INSERT. */
const AT_ONCE = 500;

/**
 * Mails as rows: planned → queued → sent | failed (architecture §1.5). Whoever signs in or confirms waits in front of a screen, so that
 * mail is woken by its own id and never stands behind the ones that a region has due.
 */
@Injectable()
export class MailsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Plans one mail inside the open transaction and wakes the queue after its commit when it is due now.
   * @returns the id of the mail row.
   */
  async plan<T extends MailTemplate>(actor: Pick<Actor, 'regionId'>, mail: PlannedMail<T>): Promise<string> {
    const [id] = await this.planAll(actor, [mail]);
    return id as string;
  }

  /**
   * Plans many mails inside the open transaction, a few statements for all of them.
   * @returns the ids of the mail rows, in the same order.
   */
  async planAll<T extends MailTemplate>(
    actor: Pick<Actor, 'regionId'>,
    mails: readonly PlannedMail<T>[],
  ): Promise<string[]> {
    const { regionId } = actor;
    const now = this.clock.now();
    const rows = mails.map((mail) => {
      const id = newId();
      return {
        id,
        regionId,
        template: mail.template,
        params: mail.params as never,
        language: mail.to.language,
        personId: mail.to.personId,
        toName: mail.to.name,
        toEmail: mail.to.email,
        subjectId: mail.subjectId ?? null,
        state: 'planned' as const,
        dueAt: mail.dueAt ?? now,
        attempts: 0,
        messageId: `<${id}@leerkring>`,
        createdAt: now,
      };
    });
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await this.database.repository(Mail).insert(rows.slice(from, from + AT_ONCE));
    for (const { id, template, dueAt } of rows) {
      if (dueAt > now) continue;
      if (AWAITED.includes(template)) this.jobs.wake('mail', { regionId, id });
      else this.jobs.wake('dispatch', { regionId }, { once: true });
    }
    return rows.map(({ id }) => id);
  }

  /** Calls off what was not sent yet, e.g. reminders of a round that closed. Returns how many. */
  async cancel(subjectId: string, templates: MailTemplate[], personId?: string): Promise<number> {
    const rows = await this.database.query<{ id: string }>(
      `update mail set state = 'cancelled' where subject_id = $1 and template = any($2) and state in ('planned', 'failed')
         and ($3::uuid is null or person_id = $3) returning id`,
      [subjectId, templates, personId ?? null],
    );
    return rows.length;
  }
}
