import { Global, Module } from '@nestjs/common';
import { DeliveryService } from './mails/delivery.service.js';
import { LeaseHolder } from './mails/lease-holder.service.js';
import { MailboxService } from './mails/mailbox.service.js';
import { MailsService } from './mails/mails.service.js';
import { OldMails } from './mails/old-mails.sweeps.js';
import { TransportService } from './mails/transport.service.js';

@Global()
@Module({
  providers: [MailsService, LeaseHolder, DeliveryService, MailboxService, OldMails, TransportService],
  exports: [MailsService, DeliveryService, MailboxService, OldMails, TransportService],
})
export class NotificationsModule {}
