import { Global, Module } from '@nestjs/common';
import { DeliveryService } from './mails/delivery.service.js';
import { MailboxService } from './mails/mailbox.service.js';
import { MailsService } from './mails/mails.service.js';
import { TransportService } from './mails/transport.service.js';

@Global()
@Module({
  providers: [MailsService, DeliveryService, MailboxService, TransportService],
  exports: [MailsService, DeliveryService, MailboxService, TransportService],
})
export class NotificationsModule {}
