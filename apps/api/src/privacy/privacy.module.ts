import { Module } from '@nestjs/common';
import { IntervisionModule } from '#libs/intervision';
import { PrivacyAdapter } from './privacy.adapter.js';
import { PrivacyController } from './privacy.controller.js';

@Module({ imports: [IntervisionModule], controllers: [PrivacyController], providers: [PrivacyAdapter] })
export class PrivacyApiModule {}
