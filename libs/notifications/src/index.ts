export { renderCalendar, type CalendarParty } from './calendar/calendar.template.js';
export { DeliveryService } from './mails/delivery.service.js';
export { MailboxService } from './mails/mailbox.service.js';
export { MailsService, type Addressee } from './mails/mails.service.js';
export { OldMails } from './mails/old-mails.sweeps.js';
export { TransportService } from './mails/transport.service.js';
export { NotificationsModule } from './notifications.module.js';
export { dateTimeWords, dateWords, listWords } from './templates/words.template.js';
export type { CalendarEntry, MailParams, MailTemplate } from './templates/template-params.template.js';
