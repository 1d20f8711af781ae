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

/** Mails as rows: planned → queued → sent | failed (architecture §1.5). */
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
  async plan<T extends MailTemplate>(
    actor: Pick<Actor, 'regionId'>,
    mail: { template: T; params: MailParams[T]; to: Addressee; subjectId?: string; dueAt?: Date },
  ): Promise<string> {
    const id = newId();
    const now = this.clock.now();
    const dueAt = mail.dueAt ?? now;
    await this.database.repository(Mail).insert({
      id,
      regionId: actor.regionId,
      template: mail.template,
      params: mail.params as never,
      language: mail.to.language,
      personId: mail.to.personId,
      toName: mail.to.name,
      toEmail: mail.to.email,
      subjectId: mail.subjectId ?? null,
      state: 'planned',
      dueAt,
      attempts: 0,
      messageId: `<${id}@leerkring>`,
      createdAt: now,
    });
    if (dueAt <= now) this.jobs.wake('mail', { regionId: actor.regionId, id });
    return id;
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
