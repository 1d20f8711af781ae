import { Module } from '@nestjs/common';
import { MeetingsModule } from './meetings/meetings.module.js';
import { PollsModule } from './polls/polls.module.js';
import { AgreementsModule } from './agreements/agreements.module.js';
import { MethodsModule } from './methods/methods.module.js';
import { MeetingLiveModule } from './live/meeting-live.module.js';
import { ActionsModule } from './actions/actions.module.js';
import { MeetingAttendanceModule } from './attendance/meeting-attendance.module.js';
import { ReferralsModule } from './referrals/referrals.module.js';
import { AnswerTask } from './answers/answer-task.service.js';
import { AnswersExportService } from './answers/answers-export.service.js';
import { AnswersQueries } from './answers/answers.queries.js';
import { AnswersService } from './answers/answers.service.js';
import { KeptAnswers } from './answers/kept-answers.service.js';
import { FormingEngine } from './forming/forming-engine.service.js';
import { FormingRuns } from './forming/forming-runs.service.js';
import { FormingService } from './forming/forming.service.js';
import { SourceChanges } from './forming/source-changes.service.js';
import { AttentionService } from './groups/attention.service.js';
import { GroupMails } from './groups/group-mails.service.js';
import { GroupTies } from './groups/group-ties.service.js';
import { GroupWriter } from './groups/group-writer.service.js';
import { GroupReactions } from './groups/group.reactions.js';
import { GroupsService } from './groups/groups.service.js';
import { LeadersService } from './groups/leaders.service.js';
import { IntervisionReactions } from './intervision.reactions.js';
import { IntervisionSweeps } from './intervision.sweeps.js';
import { ProposalsService } from './proposals/proposals.service.js';
import { PublishingService } from './proposals/publishing.service.js';
import { ForbiddenPairsService } from './rounds/forbidden-pairs.service.js';
import { InvitationsService } from './rounds/invitations.service.js';
import { ParticipantsQueries } from './rounds/participants.queries.js';
import { ParticipantsService } from './rounds/participants.service.js';
import { RoundContentsService } from './rounds/round-contents.service.js';
import { RoundWindowsService } from './rounds/round-windows.service.js';
import { RoundsQueries } from './rounds/rounds.queries.js';
import { RoundsService } from './rounds/rounds.service.js';

const PARTS = [
  MeetingsModule,
  PollsModule,
  AgreementsModule,
  MethodsModule,
  MeetingLiveModule,
  ActionsModule,
  MeetingAttendanceModule,
  ReferralsModule,
];

@Module({
  imports: PARTS,
  providers: [
    RoundsQueries,
    ParticipantsQueries,
    AnswersQueries,
    RoundsService,
    RoundContentsService,
    ParticipantsService,
    InvitationsService,
    RoundWindowsService,
    ForbiddenPairsService,
    AnswersService,
    AnswersExportService,
    KeptAnswers,
    AnswerTask,
    FormingEngine,
    FormingService,
    FormingRuns,
    SourceChanges,
    ProposalsService,
    PublishingService,
    GroupsService,
    GroupMails,
    GroupWriter,
    GroupTies,
    GroupReactions,
    LeadersService,
    AttentionService,
    IntervisionReactions,
    IntervisionSweeps,
  ],
  exports: [
    ...PARTS,
    RoundsService,
    RoundContentsService,
    ParticipantsService,
    RoundWindowsService,
    ForbiddenPairsService,
    AnswersService,
    AnswersExportService,
    KeptAnswers,
    FormingService,
    FormingRuns,
    ProposalsService,
    PublishingService,
    GroupsService,
    AttentionService,
    IntervisionSweeps,
  ],
})
export class IntervisionModule {}
