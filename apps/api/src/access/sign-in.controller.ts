import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignInService, type Visitor as VisitorData } from '#libs/access';
import type { SignedInView, SignInLinkView } from '#libs/contracts';
import { CONFIG, type Config } from '#libs/platform';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { SignInCodeDto, SignInDto, UseLinkDto } from './access.dto.js';
import { browserSecret, letIn, nameBrowser } from './session-cookie.adapter.js';
import { Visitor } from './visitor.decorator.js';

@Controller('api/sign-in')
@Requires('public')
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Asks for a mail. The answer is the same for every address. */
  @Post()
  @HttpCode(202)
  @Rate('sign-in')
  async ask(
    @Body() { email }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Record<string, never>> {
    await this.signIn.ask(email, nameBrowser(request, reply, this.config));
    return {};
  }

  /** The code from the mail, typed on the page that asked for it. */
  @Post('code')
  @HttpCode(200)
  @Rate('sign-in')
  @Returns('SignedInView')
  async useCode(
    @Body() { email, code }: SignInCodeDto,
    @Visitor() visitor: VisitorData,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    const browser = browserSecret(request, this.config);
    return letIn(reply, this.config, await this.signIn.useCode(email, code, browser, visitor));
  }

  /** What the link page shows; mail scanners may look as often as they like. */
  @Get('links/:token')
  @Returns('SignInLinkView')
  look(@Param('token') token: string, @Req() request: FastifyRequest): Promise<SignInLinkView> {
    return this.signIn.look(token, browserSecret(request, this.config));
  }

  /** The button on the link page. */
  @Post('links/:token')
  @HttpCode(200)
  @Rate('sign-in')
  @Returns('SignedInView')
  async useLink(
    @Param('token') token: string,
    @Body() { code }: UseLinkDto,
    @Visitor() visitor: VisitorData,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    const browser = browserSecret(request, this.config);
    return letIn(reply, this.config, await this.signIn.useLink(token, browser, code, visitor));
  }
}
