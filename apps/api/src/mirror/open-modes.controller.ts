import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { OpenModeView } from '#libs/contracts';
import { SigningService } from '#libs/mirror';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import {
  OpenModeScopeBody,
  SignatureBody,
  SignOpenModeBody,
  WithdrawSignatureBody,
} from './open-modes.dto.js';

/** Agreeing within a group to show figures by name (SES-07, MIR-06). */
@Controller('api')
@Requires('figures.read')
export class OpenModesController {
  constructor(private readonly signing: SigningService) {}

  /** Proposes a scope to the present members; another one that was proposed or held ends with it. */
  @Post('groups/:id/open-mode')
  @HttpCode(200)
  @Returns('OpenModeView')
  propose(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: OpenModeScopeBody,
  ): Promise<OpenModeView> {
    return this.signing.propose(actor, id, body);
  }

  /** Mails a code for exactly this signature to who will sign. */
  @Post('open-modes/:id/code')
  @HttpCode(202)
  async askCode(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: SignatureBody,
  ): Promise<Record<string, never>> {
    await this.signing.askCode(actor, id, body);
    return {};
  }

  /** Signs for one practice; the hash of the scope that was read comes back, with the code that was mailed for it. */
  @Post('open-modes/:id/sign')
  @HttpCode(200)
  @Returns('OpenModeView')
  sign(@By() actor: Actor, @Param('id') id: string, @Body() body: SignOpenModeBody): Promise<OpenModeView> {
    return this.signing.sign(actor, id, body);
  }

  @Post('open-modes/:id/withdraw')
  @HttpCode(200)
  @Returns('OpenModeView')
  withdraw(
    @By() actor: Actor,
    @Param('id') id: string,
    @Body() body: WithdrawSignatureBody,
  ): Promise<OpenModeView> {
    return this.signing.withdraw(actor, id, body);
  }
}
