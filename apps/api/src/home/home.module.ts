import { Module } from '@nestjs/common';
import { DialogueModule } from '#libs/dialogue';
import { IntervisionModule } from '#libs/intervision';
import { MirrorModule } from '#libs/mirror';
import { SurveysModule } from '#libs/surveys';
import { HomeController } from './home.controller.js';
import { HomeAdapter } from './home.adapter.js';

@Module({
  imports: [DialogueModule, IntervisionModule, MirrorModule, SurveysModule],
  controllers: [HomeController],
  providers: [HomeAdapter],
})
export class HomeApiModule {}
