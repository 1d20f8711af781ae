import type { Language } from '#libs/contracts';
import { renderCalendar, type CalendarParty } from '../calendar/calendar.template.js';
import { forgottenText, mailText, type MailLinks } from './mail-texts.template.js';
import type { CalendarEntry, MailParams, MailTemplate } from './template-params.template.js';

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
  calendar: { method: 'REQUEST' | 'CANCEL'; content: string } | null;
}

/** Who the mail is from and for, in words. */
export interface MailContext {
  region: string;
  /** Origin of the installation, without a trailing slash. */
  publicUrl: string;
  organiser: CalendarParty;
  to: CalendarParty;
  /** When the mail was planned: DTSTAMP of its calendar file, the same at every attempt. */
  issuedAt: Date;
  links: MailLinks;
}

const escape = (value: string): string =>
  value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Colours of the mail, those of the web theme in light mode: mail programs know no variables. */
const INK = '#26231f';
const GREY = '#5f594f';
const TEAL = '#0e5f5c';
const FONT = `font-family:Inter,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;

/** One mail as HTML with a plain-text twin and, where a meeting is concerned, its calendar file (XCT-03, D8). */
export function renderMail<T extends MailTemplate>(
  template: T,
  language: Language,
  params: MailParams[T],
  context: MailContext,
): RenderedMail {
  const mail =
    Object.keys(params).length > 0
      ? mailText(template, language, params, context.links, context.issuedAt)
      : forgottenText(language);
  // an erased receiver has no place in a calendar file
  const entry = context.to.email ? ((params as { calendar?: CalendarEntry }).calendar ?? null) : null;
  const href = mail.button ? `${context.publicUrl}${mail.button.path}` : null;
  const greeting = language === 'nl' ? `Beste ${context.to.name},` : `Dear ${context.to.name},`;
  const codeLabel = language === 'nl' ? 'Uw code' : 'Your code';
  const sender =
    language === 'nl'
      ? `U krijgt deze mail van ${context.region}. Antwoorden op deze mail komt bij een mens aan.`
      : `You get this mail from ${context.region}. A reply to this mail reaches a person.`;

  const text = [
    greeting,
    '',
    ...mail.lines,
    ...(mail.facts ? ['', ...mail.facts.map(([label, value]) => `${label}: ${value}`)] : []),
    ...(mail.button && href ? ['', `${mail.button.label}:`, href] : []),
    ...(mail.code ? ['', `${codeLabel}: ${mail.code}`] : []),
    ...(mail.note ? ['', mail.note] : []),
    ...(mail.after ? ['', ...mail.after] : []),
    '',
    '-- ',
    sender,
  ].join('\n');

  const p = (line: string, style = ''): string => `<p style="margin:0 0 14px;${style}">${escape(line)}</p>`;
  const facts = mail.facts
    ? `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:6px 0 20px;border-collapse:collapse">${mail.facts
        .map(
          ([label, value]) =>
            `<tr><td style="padding:4px 18px 4px 0;color:${GREY};vertical-align:top;white-space:nowrap">${escape(label)}</td><td style="padding:4px 0;font-weight:600">${escape(value)}</td></tr>`,
        )
        .join('')}</table>`
    : '';
  const button =
    mail.button && href
      ? `<p style="margin:8px 0 16px"><a href="${escape(href)}" style="display:inline-block;background:${TEAL};color:#ffffff;text-decoration:none;font-weight:600;padding:13px 24px;border-radius:6px">${escape(mail.button.label)}</a></p>`
      : '';
  const code = mail.code
    ? `<p style="margin:0 0 16px;color:${GREY}">${codeLabel}<br><span style="font-size:28px;font-weight:650;letter-spacing:.14em;color:${INK}">${mail.code}</span></p>`
    : '';
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(mail.subject)}</title></head>
<body style="margin:0;background:#f8f6f2;${FONT};font-size:16px;line-height:1.5;color:${INK}">
<div style="max-width:560px;margin:0 auto;padding:28px 16px">
<p style="margin:0 0 16px;font-weight:650;color:${TEAL}">${escape(context.region)}</p>
<div style="background:#ffffff;border:1px solid #e6e2da;border-radius:10px;padding:28px">
${p(greeting)}${mail.lines.map((line) => p(line)).join('')}${facts}${button}${code}${mail.note ? p(mail.note, `color:${GREY};font-size:14px`) : ''}${(mail.after ?? []).map((line) => p(line, `color:${GREY};font-size:14px`)).join('')}
</div>
<p style="margin:18px 4px 0;color:${GREY};font-size:13px">${escape(sender)}</p>
</div></body></html>`;

  return {
    subject: mail.subject,
    html,
    text,
    calendar: entry
      ? {
          method: entry.method,
          content: renderCalendar(entry, context.organiser, context.to, context.issuedAt),
        }
      : null,
  };
}
