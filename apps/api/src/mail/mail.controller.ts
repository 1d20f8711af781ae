import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { MailView, Page } from '#libs/contracts';
import { MailboxService } from '#libs/notifications';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { MailQuery } from './mail.dto.js';

@Controller('api/mails')
@Requires('mail.read')
export class MailController {
  constructor(private readonly mailbox: MailboxService) {}

  @Get()
  @Returns('MailView', { page: true })
  list(@By() actor: Actor, @Query() query: MailQuery): Promise<Page<MailView>> {
    return this.mailbox.list(actor, query);
  }

  @Post(':id/retry')
  @HttpCode(204)
  retry(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.mailbox.retry(actor, id);
  }
}
