import { Module } from '@nestjs/common';
import { MailboxController } from './mailbox.controller.js';
import { MailController } from './mail.controller.js';

@Module({ controllers: [MailController, MailboxController] })
export class MailApiModule {}
