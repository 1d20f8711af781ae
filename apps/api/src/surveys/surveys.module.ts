import { Module } from '@nestjs/common';
import { SurveysModule } from '#libs/surveys';
import { CampaignsController } from './campaigns.controller.js';
import { EvaluationsController } from './evaluations.controller.js';
import { QuestionnairesController } from './questionnaires.controller.js';
import { ResultsController } from './results.controller.js';

@Module({
  imports: [SurveysModule],
  controllers: [QuestionnairesController, CampaignsController, EvaluationsController, ResultsController],
})
export class SurveysApiModule {}
