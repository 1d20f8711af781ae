import { Module } from '@nestjs/common';
import { BallotKeys } from './answering/ballot-keys.service.js';
import { BallotMixer } from './answering/ballot-mixer.service.js';
import { ClosingService } from './answering/closing.service.js';
import { EvaluationsQueries } from './answering/evaluations.queries.js';
import { EvaluationsService } from './answering/evaluations.service.js';
import { OpenedTextsService } from './results/opened-texts.service.js';
import { ResultsExport } from './results/results-export.service.js';
import { ResultsQueries } from './results/results.queries.js';
import { ResultsService } from './results/results.service.js';
import { CampaignAttention } from './campaigns/campaign-attention.service.js';
import { CampaignControl } from './campaigns/campaign-control.service.js';
import { CampaignsQueries } from './campaigns/campaigns.queries.js';
import { CampaignsService } from './campaigns/campaigns.service.js';
import { InvitationsService } from './campaigns/invitations.service.js';
import { OccasionsService } from './campaigns/occasions.service.js';
import { OldInvitations } from './campaigns/old-invitations.sweeps.js';
import { StepsService } from './campaigns/steps.service.js';
import { QuestionnairesQueries } from './questionnaires/questionnaires.queries.js';
import { QuestionnairesService } from './questionnaires/questionnaires.service.js';
import { SurveysReactions } from './surveys.reactions.js';
import { SurveysSweeps } from './surveys.sweeps.js';

const OPEN = [
  QuestionnairesService,
  CampaignsService,
  CampaignControl,
  CampaignAttention,
  StepsService,
  OldInvitations,
  SurveysSweeps,
  EvaluationsService,
  ClosingService,
  BallotKeys,
  ResultsService,
  ResultsExport,
  OpenedTextsService,
];

/** Questionnaires, campaigns, answering and results. */
@Module({
  providers: [
    ...OPEN,
    QuestionnairesQueries,
    CampaignsQueries,
    InvitationsService,
    OccasionsService,
    SurveysReactions,
    EvaluationsQueries,
    BallotMixer,
    ResultsQueries,
  ],
  exports: OPEN,
})
export class SurveysModule {}
