import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { MailContentView, MailView, Page } from '#libs/contracts';
import { MailboxService } from '#libs/notifications';
import { PageQuery } from '../http/page-query.dto.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';

/** The built-in mailbox of the embedded default; a real installation answers 404. */
@Controller('api/mailbox')
@Requires('public')
export class MailboxController {
  constructor(private readonly mailbox: MailboxService) {}

  @Get()
  @Returns('MailView', { page: true })
  list(@Query() query: PageQuery): Promise<Page<MailView>> {
    return this.mailbox.mailbox(query);
  }

  @Get(':id')
  @Returns('MailContentView')
  content(@Param('id', ParseUUIDPipe) id: string): Promise<MailContentView> {
    return this.mailbox.content(id);
  }

  /** The mail's own page for a sandboxed frame: inline styles allowed, scripts and everything else not. */
  @Get(':id/html')
  async html(@Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { html } = await this.mailbox.content(id);
    void reply
      .header(
        'content-security-policy',
        `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation`,
      )
      .header('x-frame-options', 'SAMEORIGIN')
      .type('text/html; charset=utf-8')
      .send(html.replace('<head>', '<head><base target="_top">'));
  }
}
