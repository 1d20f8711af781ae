import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock, CONFIG, Database, Jobs, LOG, newId, Secrets, type Config, type Log } from '#libs/platform';
import { renderMail, type RenderedMail } from '../templates/render-mail.template.js';
import type { MailParams, MailTemplate } from '../templates/template-params.template.js';
import { LeaseHolder } from './lease-holder.service.js';
import type { Mail } from './mail.entity.js';
import { afterFailure, spansOf, TURN_MAILS, type SendFailure } from './mail.rules.js';
import { claimDue, countDue, giveBack, type ClaimedMail, type Outcome } from './mails.queries.js';
import { Outcomes } from './outcomes.service.js';
import { CONNECTIONS, TransportService } from './transport.service.js';

interface RegionVoice {
  name: string;
  replyTo: string | null;
}

/**
 * Sends mail rows, a turn at a time. Claim, send, settle: due rows of one region are claimed with a lease in one statement,
 * the mail server is spoken to outside any transaction over a few connections at once, and each outcome is written when it is
 * known. Killed in between, the lease runs out and the sweep wakes the region; a repeat then carries the same Message-ID.
 */
@Injectable()
export class DeliveryService implements BeforeApplicationShutdown {
  private readonly turns = new Set<Promise<void>>();
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly secrets: Secrets,
    private readonly transport: TransportService,
    private readonly holder: LeaseHolder,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Sends one mail if it is due and nobody else has it. Doing it twice does it once. */
  send(regionId: string, id: string): Promise<void> {
    return this.tracked(this.turn(regionId, id));
  }

  /** Sends what a region has due, at most a turn of it; the rest gets a turn of its own behind those of other regions. */
  dispatch(regionId: string): Promise<void> {
    return this.tracked(this.turn(regionId, null));
  }

  private async tracked(turn: Promise<void>): Promise<void> {
    this.turns.add(turn);
    try {
      await turn;
    } finally {
      this.turns.delete(turn);
    }
  }

  private async turn(regionId: string, id: string | null): Promise<void> {
    if (this.stopping) return;
    const { leaseMs, turnMs, deliveryMs } = spansOf(this.config.mailLeaseSeconds);
    const until = performance.now() + turnMs; // not the clock, which may jump
    const holder = await this.holder.number();
    const { mails, region } = await this.claim(regionId, id, holder, leaseMs);
    if (mails.length === TURN_MAILS) this.jobs.wake('dispatch', { regionId }, { once: true });
    const outcomes = new Outcomes(this.database, this.log, { regionId, holder, now: () => this.clock.now() });
    const retries = new Map<number, number>();
    let begun = 0;
    const lane = async (): Promise<void> => {
      while (
        begun < mails.length &&
        performance.now() < until &&
        !this.stopping &&
        this.holder.holds(holder)
      ) {
        const mail = mails[begun++] as ClaimedMail;
        const outcome = this.outcomeOf(mail, await this.attempt(mail, region, deliveryMs));
        if (outcome.state === 'planned') retries.set(mail.attempts, outcome.nextAttemptAt.getTime());
        await outcomes.note(outcome);
      }
    };
    const ended = await Promise.allSettled(Array.from({ length: Math.min(CONNECTIONS, mails.length) }, lane));
    const left = mails.slice(begun).map((mail) => mail.id);
    if (left.length > 0) {
      await this.database.transaction({ regionId }, () => giveBack(this.database, left, holder));
      this.jobs.wake('dispatch', { regionId }, { once: true });
    }
    for (const at of retries.values()) {
      const delayMs = Math.max(0, at - this.clock.now().getTime()) + 500;
      this.jobs.wake('dispatch', { regionId }, { delayMs });
    }
    for (const lane of ended) if (lane.status === 'rejected') throw lane.reason;
  }

  private claim(
    regionId: string,
    id: string | null,
    holder: number,
    leaseMs: number,
  ): Promise<{ mails: ClaimedMail[]; region: RegionVoice }> {
    return this.database.transaction({ regionId }, async () => {
      const now = this.clock.now();
      const leaseUntil = new Date(now.getTime() + leaseMs);
      const [mails, [region]] = await Promise.all([
        claimDue(this.database, { now, leaseUntil, holder, limit: id === null ? TURN_MAILS : 1, id }),
        this.database.query<RegionVoice>(
          'select name, reply_to as "replyTo" from region where id = current_region()',
        ),
      ]);
      return { mails, region: region ?? { name: 'Leerkring', replyTo: null } };
    });
  }

  /** @returns what the mail server or the way to it said, null when it accepted the mail. */
  private async attempt(
    mail: ClaimedMail,
    region: RegionVoice,
    deliveryMs: number,
  ): Promise<SendFailure | null> {
    try {
      await this.transport.deliver(
        this.render(mail, region),
        {
          to: { name: mail.toName, email: mail.toEmail },
          fromName: region.name,
          replyTo: region.replyTo,
          messageId: mail.messageId,
        },
        deliveryMs,
      );
      return null;
    } catch (error) {
      const { responseCode, command, message } = error as SendFailure;
      return { message, ...(responseCode ? { responseCode } : {}), ...(command ? { command } : {}) };
    }
  }

  private outcomeOf(mail: ClaimedMail, failure: SendFailure | null): Outcome {
    const { id } = mail;
    if (!failure) return { id, state: 'sent' };
    const attempts = mail.attempts + 1;
    const outcome = afterFailure(failure, attempts, this.clock.now());
    this.log.warn(
      { mail: id, attempt: attempts, outcome: outcome.state, reply: failure.responseCode },
      'mail not accepted',
    );
    return { id, failure: failure.message.slice(0, 500), ...outcome };
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
        confirmation: (confirmationId) => this.secrets.code(confirmationId),
        task: (taskLinkId) => `/taak/${this.secrets.token('task-link', taskLinkId)}`,
        evaluation: (invitationId) => `/evaluatie/${this.secrets.token('evaluation', invitationId)}`,
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
    await this.transport.deliver(
      rendered,
      { to, fromName: region, replyTo: null, messageId: `<test-${newId()}@leerkring>` },
      spansOf(this.config.mailLeaseSeconds).deliveryMs,
    );
  }

  /**
   * Takes up at once what a killed process was sending, without waiting for its leases; only for whoever knows that no other
   * process is left. A repeat carries the same Message-ID.
   */
  async recover(regionId: string): Promise<void> {
    await this.database.transaction({ regionId }, () =>
      this.database.query(
        `update mail set state = 'planned', next_attempt_at = null, holder = null where state = 'queued'`,
      ),
    );
    await this.sweep(regionId);
  }

  /**
   * Wakes a region that has mails whose time has come (architecture §1.5): lost wake-ups, run-out leases, planned ones.
   * @returns how many are due, counted up to one turn.
   */
  async sweep(regionId: string): Promise<number> {
    return this.database.transaction({ regionId }, async () => {
      const due = await countDue(this.database, this.clock.now(), TURN_MAILS);
      if (due > 0) this.jobs.wake('dispatch', { regionId }, { once: true });
      return due;
    });
  }

  /** Finishes the mails that are being handed over and gives back the others. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.allSettled(this.turns);
    await this.holder.release();
  }
}
