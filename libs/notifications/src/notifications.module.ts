import { Global, Module } from '@nestjs/common';
import { MailsService } from './mails/mails.service.js';

@Global()
@Module({ providers: [MailsService], exports: [MailsService] })
export class NotificationsModule {}
