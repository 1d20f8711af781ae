export { ActionsAttention } from './actions/actions-attention.service.js';
export { ActionsExport } from './actions/actions-export.service.js';
export {
  ActionItemsService,
  type ActionItemChange,
  type ActionItemWish,
} from './actions/action-items.service.js';
export type { ActionsWish } from './actions/actions.queries.js';
export { ActionsSweeps } from './actions/actions.sweeps.js';
export { KeptActions } from './actions/kept-actions.service.js';
export { NotesService, type InsightChange } from './actions/notes.service.js';
export { OutcomeConsents } from './actions/outcome-consents.service.js';
export { OutcomesService, type OutcomeChange, type OutcomeWish } from './actions/outcomes.service.js';
export { AgreementAsks } from './agreements/agreement-asks.service.js';
export { AgreementsAttention } from './agreements/agreements-attention.service.js';
export { AgreementsService } from './agreements/agreements.service.js';
export { AgreementsSweeps } from './agreements/agreements.sweeps.js';
export { KeptAgreements } from './agreements/kept-agreements.service.js';
export { MeetingPacks, type PackNoteWish } from './agreements/meeting-packs.service.js';
export { packFileName, packPaper, type PackPaper } from './agreements/pack.template.js';
export { AnswersExportService, type AnswersFile } from './answers/answers-export.service.js';
export { HeldMeetings } from './attendance/held-meetings.service.js';
export { KeptAttendance } from './attendance/kept-attendance.service.js';
export { MandatoryYear } from './attendance/mandatory-year.service.js';
export { MeetingAttendanceService, type AttendanceWish } from './attendance/meeting-attendance.service.js';
export { MeetingPapers } from './attendance/meeting-papers.service.js';
export type { AnswerChange } from './answers/answers.rules.js';
export { AnswersService } from './answers/answers.service.js';
export { KeptAnswers } from './answers/kept-answers.service.js';
export { DirectFormingEngine, FormingEngine } from './forming/forming-engine.service.js';
export { FormingRuns } from './forming/forming-runs.service.js';
export { FormingService, type RepairWish } from './forming/forming.service.js';
export { failedMailTask } from './groups/attention.rules.js';
export { AttentionService, sorted as sortedHome } from './groups/attention.service.js';
export { GroupsService, type GroupChange } from './groups/groups.service.js';
export { IntervisionModule } from './intervision.module.js';
export { IntervisionSweeps } from './intervision.sweeps.js';
export { MeetingLinks } from './meetings/meeting-links.service.js';
export { MeetingPages, type MeetingsFilter } from './meetings/meeting-pages.service.js';
export {
  MeetingsService,
  type ExtraMeetingWish,
  type GroupMeetingWish,
  type MeetingChange,
} from './meetings/meetings.service.js';
export { DatePollAnswers, type DatePollAnswer } from './polls/date-poll-answers.service.js';
export { DatePollOptions } from './polls/date-poll-options.service.js';
export { DatePollPages } from './polls/date-poll-pages.service.js';
export { DatePollsService, type DatePollChange, type DatePollWish } from './polls/date-polls.service.js';
export { KeptPolls } from './polls/kept-polls.service.js';
export { OldPolls } from './polls/old-polls.sweeps.js';
export { PollsAttention } from './polls/polls-attention.service.js';
export { DatePollSweeps } from './polls/polls.sweeps.js';
export type { DateWish, ThemeWish } from './rounds/contents.rules.js';
export { ProposalsService, type PinWish } from './proposals/proposals.service.js';
export { PublishingService, type PublishOptions } from './proposals/publishing.service.js';
export { KeptReferrals } from './referrals/kept-referrals.service.js';
export { ReferralActions, type ActionChange, type ActionWish } from './referrals/referral-actions.service.js';
export { ReferralCourse, type GoalWish } from './referrals/referral-course.service.js';
export { ReferralExport } from './referrals/referral-export.service.js';
export { ReferralLists, type ListMapping, type NewReferral } from './referrals/referral-lists.service.js';
export { ReferralPractice } from './referrals/referral-practice.service.js';
export { ReferralReminders } from './referrals/referral-reminders.service.js';
export {
  ReferralSettings,
  type MomentWish,
  type SettingsWish,
} from './referrals/referral-settings.service.js';
export { ReferralTime } from './referrals/referral-time.service.js';
export {
  ReferralWeeks,
  type JudgementWish,
  type ReferralChange,
} from './referrals/referral-weeks.service.js';
export { ForbiddenPairsService } from './rounds/forbidden-pairs.service.js';
export { ParticipantsService } from './rounds/participants.service.js';
export { RoundContentsService } from './rounds/round-contents.service.js';
export { RoundWindowsService } from './rounds/round-windows.service.js';
export { RoundsService, type RoundChange } from './rounds/rounds.service.js';
export { KeptTexts } from './live/kept-texts.service.js';
export { LiveMeetingActions, type MeetingWish, type RoleWish } from './live/live-actions.service.js';
export { LiveMeetingEntry } from './live/live-entry.service.js';
export { LiveMeetingInputs, type InputWish } from './live/live-inputs.service.js';
export { LiveMeetings } from './live/live-meetings.service.js';
export { LiveMeetingPeople } from './live/live-people.service.js';
export { LiveMeetingSetup, type OpeningWish } from './live/live-setup.service.js';
export { MethodAdvice } from './methods/method-advice.service.js';
export { MethodsService } from './methods/methods.service.js';
