import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, Database, Jobs, LOG, Secrets, type Config, type Log } from '#libs/platform';
import { renderMail, type RenderedMail } from '../templates/render-mail.template.js';
import type { MailParams, MailTemplate } from '../templates/template-params.template.js';
import { Mail } from './mail.entity.js';
import { afterFailure, LEASE_SECONDS, type SendFailure } from './mail.rules.js';
import { TransportService } from './transport.service.js';

interface RegionVoice {
  name: string;
  replyTo: string | null;
}

/**
 * Sends mail rows. Claim, send, settle: the row is claimed with a lease in one transaction, the mail server is spoken to
 * outside any, and the outcome is settled in another. Killed in between, the lease runs out and the sweep wakes the row;
 * a repeat then carries the same Message-ID.
 */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly secrets: Secrets,
    private readonly transport: TransportService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Sends one mail if it is due and nobody else has it. Doing it twice does it once. */
  async send(regionId: string, id: string): Promise<void> {
    const claimed = await this.claim(regionId, id);
    if (!claimed) return;
    const { mail, region } = claimed;
    let failure: SendFailure | null = null;
    try {
      await this.transport.deliver(this.render(mail, region), {
        to: { name: mail.toName, email: mail.toEmail },
        fromName: region.name,
        replyTo: region.replyTo,
        messageId: mail.messageId,
      });
    } catch (error) {
      const { responseCode, command, message } = error as SendFailure;
      failure = { message, ...(responseCode ? { responseCode } : {}), ...(command ? { command } : {}) };
    }
    await this.settle(mail, failure);
  }

  private claim(regionId: string, id: string): Promise<{ mail: Mail; region: RegionVoice } | null> {
    return this.database.transaction({ regionId }, async () => {
      const now = this.clock.now();
      const repository = this.database.repository(Mail);
      const mail = await repository.findOne({
        where: { id },
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      if (!mail || !(mail.state === 'planned' || mail.state === 'queued') || mail.dueAt > now) return null;
      if (mail.nextAttemptAt && mail.nextAttemptAt > now) return null;
      mail.state = 'queued';
      mail.attempts += 1;
      mail.nextAttemptAt = new Date(now.getTime() + LEASE_SECONDS * 1000);
      await repository.save(mail);
      const [region] = await this.database.query<{ name: string; reply_to: string | null }>(
        'select name, reply_to from region where id = $1',
        [regionId],
      );
      return { mail, region: { name: region?.name ?? 'Leerkring', replyTo: region?.reply_to ?? null } };
    });
  }

  private async settle(mail: Mail, failure: SendFailure | null): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction({ regionId: mail.regionId }, async () => {
      if (!failure) {
        await this.database
          .repository(Mail)
          .update(mail.id, { state: 'sent', sentAt: now, nextAttemptAt: null, failure: null });
        return;
      }
      const outcome = afterFailure(failure, mail.attempts, now);
      await this.database.repository(Mail).update(mail.id, {
        state: outcome.state,
        failure: failure.message.slice(0, 500),
        nextAttemptAt: outcome.state === 'planned' ? outcome.nextAttemptAt : null,
      });
      this.log.warn(
        { mail: mail.id, attempt: mail.attempts, outcome: outcome.state, reply: failure.responseCode },
        'mail not accepted',
      );
      if (outcome.state === 'planned') {
        const delayMs = outcome.nextAttemptAt.getTime() - now.getTime() + 500;
        this.jobs.wake('mail', { regionId: mail.regionId, id: mail.id }, { delayMs });
      }
    });
  }

  /** The mail as the receiver sees it, links included. Made anew each time; never stored. */
  render(
    mail: Pick<Mail, 'template' | 'language' | 'params' | 'toName' | 'toEmail' | 'createdAt'>,
    region: RegionVoice,
  ): RenderedMail {
    const address = /<([^>]+)>/.exec(this.config.mailFrom)?.[1] ?? this.config.mailFrom;
    return renderMail(mail.template as MailTemplate, mail.language, mail.params as MailParams[MailTemplate], {
      region: region.name,
      publicUrl: this.config.publicUrl,
      organiser: { name: region.name, email: region.replyTo ?? address },
      to: { name: mail.toName, email: mail.toEmail },
      issuedAt: mail.createdAt,
      links: {
        signIn: (signInId) => ({
          path: `/aanmelden/link/${this.secrets.token('sign-in', signInId)}`,
          code: this.secrets.code(signInId),
        }),
        task: (taskLinkId) => `/taak/${this.secrets.token('task-link', taskLinkId)}`,
      },
    });
  }

  /** A mail outside the queue, to prove that the mail server is reachable. @throws with the server's words. */
  async test(to: { name: string; email: string }, language: 'nl' | 'en', region: string): Promise<void> {
    const rendered = this.render(
      {
        template: 'mail-test',
        language,
        params: { region },
        toName: to.name,
        toEmail: to.email,
        createdAt: this.clock.now(),
      },
      { name: region, replyTo: null },
    );
    await this.transport.deliver(rendered, {
      to,
      fromName: region,
      replyTo: null,
      messageId: `<test-${this.clock.now().getTime()}@leerkring>`,
    });
  }

  /**
   * Takes up at once what a killed process was sending, without waiting for its leases; only for whoever knows that no other
   * process is left. A repeat carries the same Message-ID.
   */
  async recover(regionId: string): Promise<void> {
    await this.database.transaction({ regionId }, () =>
      this.database.query(`update mail set state = 'planned', next_attempt_at = null where state = 'queued'`),
    );
    await this.sweep(regionId);
  }

  /** Wakes every mail of a region whose time has come (architecture §1.5): lost wake-ups, run-out leases, planned ones. */
  async sweep(regionId: string): Promise<number> {
    return this.database.transaction({ regionId }, async () => {
      const due = await this.database.query<{ id: string }>(
        `select id from mail where state in ('planned', 'queued') and due_at <= $1 and coalesce(next_attempt_at, due_at) <= $1
         order by due_at limit 500`,
        [this.clock.now()],
      );
      for (const { id } of due) this.jobs.wake('mail', { regionId, id });
      return due.length;
    });
  }
}
