import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SMTPPoolOptions, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '#libs/platform';
import type { CalendarParty } from '../calendar/calendar.template.js';
import type { RenderedMail } from '../templates/render-mail.template.js';

export interface Envelope {
  to: CalendarParty;
  fromName: string;
  replyTo: string | null;
  messageId: string;
}

/** Connections to the mail server that a process keeps open and uses at once. */
export const CONNECTIONS = 5;

/** The way out: SMTP, or nowhere in the embedded default, where the mailbox page shows the rows. */
@Injectable()
export class TransportService implements OnApplicationShutdown {
  private readonly smtp: Transporter | null;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'smtpUrl' | 'mailFrom'>) {
    this.smtp = config.smtpUrl
      ? createTransport({
          url: config.smtpUrl,
          pool: true,
          maxConnections: CONNECTIONS,
          connectionTimeout: 15_000,
          greetingTimeout: 15_000,
          socketTimeout: 30_000,
          disableFileAccess: true,
          disableUrlAccess: true,
        } as SMTPPoolOptions)
      : null;
  }

  get leavesTheBuilding(): boolean {
    return this.smtp !== null;
  }

  /**
   * Hands one mail to the mail server, once: nothing is tried again here after a byte of the mail was sent.
   * @param withinMs after this time the connection is cut, however slowly the server still answers.
   * @throws with nodemailer's `responseCode` and `command` when it is not accepted.
   */
  async deliver(mail: RenderedMail, envelope: Envelope, withinMs: number): Promise<void> {
    if (!this.smtp) return;
    const address = /<([^>]+)>/.exec(this.config.mailFrom)?.[1] ?? this.config.mailFrom;
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), withinMs);
    const message = {
      signal: limit.signal,
      messageId: envelope.messageId,
      from: { name: envelope.fromName, address },
      to: { name: envelope.to.name, address: envelope.to.email },
      ...(envelope.replyTo ? { replyTo: envelope.replyTo } : {}),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...(mail.calendar
        ? {
            icalEvent: {
              method: mail.calendar.method,
              filename: mail.calendar.method === 'CANCEL' ? 'annulering.ics' : 'uitnodiging.ics',
              content: mail.calendar.content,
            },
          }
        : {}),
    };
    try {
      await this.smtp.sendMail(message);
    } catch (error) {
      throw limit.signal.aborted ? new Error('The mail server took too long.') : error;
    } finally {
      clearTimeout(timer);
    }
  }

  onApplicationShutdown(): void {
    this.smtp?.close();
  }
}
