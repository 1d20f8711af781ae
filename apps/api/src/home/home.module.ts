import { Module } from '@nestjs/common';
import { IntervisionModule } from '#libs/intervision';
import { MirrorModule } from '#libs/mirror';
import { SurveysModule } from '#libs/surveys';
import { HomeController } from './home.controller.js';
import { HomeAdapter } from './home.adapter.js';

@Module({
  imports: [IntervisionModule, MirrorModule, SurveysModule],
  controllers: [HomeController],
  providers: [HomeAdapter],
})
export class HomeApiModule {}
