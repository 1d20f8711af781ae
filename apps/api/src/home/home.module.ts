import { Module } from '@nestjs/common';
import { IntervisionModule } from '#libs/intervision';
import { SurveysModule } from '#libs/surveys';
import { HomeController } from './home.controller.js';
import { HomeAdapter } from './home.adapter.js';

@Module({
  imports: [IntervisionModule, SurveysModule],
  controllers: [HomeController],
  providers: [HomeAdapter],
})
export class HomeApiModule {}
