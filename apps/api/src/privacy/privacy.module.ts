import { Module } from '@nestjs/common';
import { DialogueModule } from '#libs/dialogue';
import { IntervisionModule } from '#libs/intervision';
import { MirrorModule } from '#libs/mirror';
import { PrivacyAdapter } from './privacy.adapter.js';
import { PrivacyController } from './privacy.controller.js';

@Module({
  imports: [DialogueModule, IntervisionModule, MirrorModule],
  controllers: [PrivacyController],
  providers: [PrivacyAdapter],
})
export class PrivacyApiModule {}
