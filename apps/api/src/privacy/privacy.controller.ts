import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ErasingService } from '#libs/access';
import type { OwnDataView, PersonView, PracticeDataView } from '#libs/contracts';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { PrivacyAdapter } from './privacy.adapter.js';

/** Own data, a practice's data, and erasing a person (field 72; AVG art. 15, 17, 20). */
@Controller('api')
export class PrivacyController {
  constructor(
    private readonly privacy: PrivacyAdapter,
    private readonly erasing: ErasingService,
  ) {}

  @Get('me/data')
  @Requires('signed-in')
  @Rate('heavy')
  @Returns('OwnDataView')
  async own(@By() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<OwnDataView> {
    const data = await this.privacy.ofActor(actor);
    return asFile(reply, 'mijn-gegevens', data);
  }

  @Get('practices/:id/data')
  @Requires('signed-in')
  @Rate('heavy')
  @Returns('PracticeDataView')
  async practice(
    @By() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PracticeDataView> {
    const data = await this.privacy.ofPractice(actor, id);
    return asFile(reply, `praktijk-${data.practice.agb}`, data);
  }

  @Post('people/:id/erase')
  @HttpCode(200)
  @Requires('people.manage')
  @Returns('PersonView')
  erase(@By() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PersonView> {
    return this.erasing.erase(actor, id);
  }
}

/** The same JSON, kept by the browser as a file that carries its day. */
function asFile<View extends { madeAt: string }>(reply: FastifyReply, name: string, data: View): View {
  const file = `${name}-${data.madeAt.slice(0, 10)}.json`;
  void reply.header('content-disposition', `attachment; filename="${file}"`);
  return data;
}
