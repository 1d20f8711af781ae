import { Inject, Injectable } from '@nestjs/common';
import { In, LessThan, Not } from 'typeorm';
import type { MailContentView, MailState, MailView, Page } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  CONFIG,
  Database,
  DomainError,
  found,
  holds,
  isId,
  Jobs,
  type Actor,
  type Config,
} from '#libs/platform';
import { DeliveryService } from './delivery.service.js';
import { Mail } from './mail.entity.js';

/**
 * Left out of the region's list: mails with a code, and reminders of evaluations, whose receivers are exactly the people who had not
 * answered (models/surveys.md §1).
 */
const NOT_LISTED = ['sign-in', 'confirmation', 'evaluation-reminder'];

/** Looking at mails: the coordinator's list with what failed, and the embedded default's mailbox. */
@Injectable()
export class MailboxService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
    private readonly delivery: DeliveryService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  private view(mail: Mail, region: string): MailView {
    // the subject of a sign-in mail is harmless; its code and link are not part of a list
    const { subject } = this.delivery.render(mail, { name: region, replyTo: null });
    return {
      id: mail.id,
      template: mail.template,
      to: { name: mail.toName, email: mail.toEmail },
      subject,
      state: mail.state,
      dueAt: mail.dueAt.toISOString(),
      sentAt: mail.sentAt?.toISOString() ?? null,
      attempts: mail.attempts,
      failure: mail.failure,
    };
  }

  /** The region's mails, newest first, but for what is not listed. */
  async list(
    actor: Actor,
    options: { state?: MailState; cursor?: string; limit: number },
  ): Promise<Page<MailView>> {
    allow(holds(actor, 'region-coordinator') || holds(actor, 'operator'));
    return this.database.transaction(actor, async () => {
      const region = await this.regionName();
      const repository = this.database.repository(Mail);
      const templates = await this.database.query<{ template: string }>(
        `select distinct template from mail where template <> all($1::text[])`,
        [NOT_LISTED],
      );
      const where = {
        template: In(templates.map((row) => row.template)),
        ...(options.state ? { state: options.state } : {}),
      };
      const [total, mails] = [
        await repository.count({ where }),
        await repository.find({
          where: { ...where, ...(isId(options.cursor) ? { id: LessThan(options.cursor) } : {}) },
          order: { id: 'DESC' },
          take: options.limit + 1,
        }),
      ];
      const page = mails.slice(0, options.limit);
      return {
        items: page.map((mail) => this.view(mail, region)),
        next: mails.length > options.limit ? (page.at(-1)?.id ?? null) : null,
        total,
      };
    });
  }

  /** What was sent to the actor, newest first, sign-in mails included: subjects and times, no links or codes. */
  async ofActor(actor: Actor): Promise<{ subject: string; state: MailState; at: string }[]> {
    return this.database.transaction(actor, async () => {
      const region = await this.regionName();
      const mails = await this.database
        .repository(Mail)
        .find({ where: { personId: actor.personId as string }, order: { id: 'DESC' } });
      return mails.map((mail) => {
        const { subject, state, sentAt, dueAt } = this.view(mail, region);
        return { subject, state, at: sentAt ?? dueAt };
      });
    });
  }

  /** How many mails wait for a person's decision. */
  async failedCount(actor: Actor): Promise<number> {
    return this.database.transaction(actor, () =>
      this.database.repository(Mail).count({ where: { state: 'failed', template: Not(In(NOT_LISTED)) } }),
    );
  }

  /** Sends a failed mail again, from the first attempt. @throws mail.not-failed */
  async retry(actor: Actor, id: string): Promise<void> {
    allow(holds(actor, 'region-coordinator') || holds(actor, 'operator'));
    await this.database.transaction(actor, async () => {
      const repository = this.database.repository(Mail);
      const mail = found(
        await repository.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }),
        'mail',
      );
      allow(mail.state === 'failed', 'mail.not-failed', { state: mail.state });
      await repository.update(id, {
        state: 'planned',
        attempts: 0,
        failure: null,
        nextAttemptAt: null,
        dueAt: this.clock.now(),
      });
      this.audit.record(actor, { event: 'mail.retried', action: 'E', subjectKind: 'mail', subjectId: id });
      this.jobs.wake('mail', { regionId: actor.regionId, id });
    });
  }

  /** The built-in mailbox: every mail of this machine, links included. Exists only where no mail leaves the building. */
  async mailbox(options: { cursor?: string; limit: number }): Promise<Page<MailView>> {
    this.onlyEmbedded();
    const pages = await this.inEveryRegion(async (region) => {
      const mails = await this.database.repository(Mail).find({
        where: isId(options.cursor) ? { id: LessThan(options.cursor) } : {},
        order: { id: 'DESC' },
        take: options.limit + 1,
      });
      return {
        total: await this.database.repository(Mail).count(),
        items: mails.map((mail) => this.view(mail, region.name)),
      };
    });
    const items = pages.flatMap((page) => page.items).sort((a, b) => (a.id < b.id ? 1 : -1));
    const page = items.slice(0, options.limit);
    return {
      items: page,
      next: items.length > options.limit ? (page.at(-1)?.id ?? null) : null,
      total: pages.reduce((sum, one) => sum + one.total, 0),
    };
  }

  /** One whole mail of the built-in mailbox. */
  async content(id: string): Promise<MailContentView> {
    this.onlyEmbedded();
    const hits = await this.inEveryRegion(async (region) => {
      const mail = await this.database.repository(Mail).findOneBy({ id });
      if (!mail) return null;
      const rendered = this.delivery.render(mail, region);
      return {
        ...this.view(mail, region.name),
        html: rendered.html,
        text: rendered.text,
        attachments: rendered.calendar
          ? [
              {
                fileName: rendered.calendar.method === 'CANCEL' ? 'annulering.ics' : 'uitnodiging.ics',
                contentType: 'text/calendar',
                content: rendered.calendar.content,
              },
            ]
          : [],
      };
    });
    return found(
      hits.find((hit) => hit !== null),
      'mail',
    ) as MailContentView;
  }

  private async regionName(): Promise<string> {
    const [region] = await this.database.query<{ name: string }>(
      'select name from region where id = current_region()',
    );
    return region?.name ?? 'Leerkring';
  }

  private onlyEmbedded(): void {
    if (!this.config.embedded || this.config.smtpUrl) throw new DomainError('not-found', { what: 'mailbox' });
  }

  private async inEveryRegion<T>(
    work: (region: { name: string; replyTo: string | null }) => Promise<T>,
  ): Promise<T[]> {
    const regions = await this.database.definer<{ id: string; name: string; replyTo: string | null }>(
      'select id, name, reply_to as "replyTo" from region order by id',
    );
    const results: T[] = [];
    for (const region of regions)
      results.push(await this.database.transaction({ regionId: region.id }, () => work(region)));
    return results;
  }
}
