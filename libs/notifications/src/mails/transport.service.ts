import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '#libs/platform';
import type { CalendarParty } from '../calendar/calendar.template.js';
import type { RenderedMail } from '../templates/render-mail.template.js';

export interface Envelope {
  to: CalendarParty;
  fromName: string;
  replyTo: string | null;
  messageId: string;
}

/** The way out: SMTP, or nowhere in the embedded default, where the mailbox page shows the rows. */
@Injectable()
export class TransportService implements OnApplicationShutdown {
  private readonly smtp: Transporter | null;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'smtpUrl' | 'mailFrom'>) {
    this.smtp = config.smtpUrl
      ? createTransport(config.smtpUrl, {
          connectionTimeout: 15_000,
          greetingTimeout: 15_000,
          socketTimeout: 30_000,
          disableFileAccess: true,
          disableUrlAccess: true,
        } as never)
      : null;
  }

  get leavesTheBuilding(): boolean {
    return this.smtp !== null;
  }

  /** Hands one mail to the mail server. @throws with nodemailer's `responseCode` and `command` when it is not accepted. */
  async deliver(mail: RenderedMail, envelope: Envelope): Promise<void> {
    if (!this.smtp) return;
    const address = /<([^>]+)>/.exec(this.config.mailFrom)?.[1] ?? this.config.mailFrom;
    await this.smtp.sendMail({
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
    });
  }

  onApplicationShutdown(): void {
    this.smtp?.close();
  }
}
