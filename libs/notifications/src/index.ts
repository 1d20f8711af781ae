export { MailsService, type Addressee } from './mails/mails.service.js';
export { NotificationsModule } from './notifications.module.js';
export type { CalendarEntry, MailParams, MailTemplate } from './templates/template-params.template.js';
