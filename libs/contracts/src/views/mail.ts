export type MailState = 'planned' | 'queued' | 'sent' | 'failed' | 'cancelled';
export interface MailView {
  id: string;
  template: string;
  to: { name: string; email: string };
  subject: string;
  state: MailState;
  dueAt: string;
  sentAt: string | null;
  attempts: number;
  /** Why it failed, in the mail server's words. */
  failure: string | null;
}
/** A whole mail as the receiver sees it; only the embedded demo's mailbox serves it. */
export interface MailContentView extends MailView {
  html: string;
  text: string;
  attachments: { fileName: string; contentType: string; content: string }[];
}
