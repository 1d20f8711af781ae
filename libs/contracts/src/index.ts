export { ROLES, ROLE_SCOPE, SCOPE_KINDS, type Role, type ScopeKind } from './roles.js';
export { PERMISSIONS, ROLE_PERMISSIONS, type Permission } from './permissions.js';
export { PROBLEMS, type ProblemCode, type ProblemView } from './problems.js';
export { QUEUES, type JobPayloads, type QueueName, type RowJob } from './jobs.js';
export { type FactName, type Facts } from './facts.js';
export {
  importRoom,
  roundRoom,
  type ClientEvents,
  type ProgressView,
  type RoomFact,
  type RoomFactType,
  type ServerEvents,
} from './rooms.js';
export { RETENTION } from './retention.js';
export type { Language, Page, Words } from './views/list.js';
export type {
  DemoPersonView,
  DemoView,
  HolidayRegion,
  MeView,
  PersonView,
  RegionView,
  RoleView,
  SessionView,
  SetupView,
  SignedInView,
  SignInLinkView,
  TaskKind,
  TaskLinkView,
} from './views/access.js';
export type { KeptAnswerView, KeptImportView, OwnDataView, PracticeDataView } from './views/privacy.js';
export type { AuditEntryView, AuditVerdictView } from './views/audit.js';
export type { MailContentView, MailState, MailView } from './views/mail.js';
export type { ChangeView, HomeView, TaskView, UpcomingView } from './views/home.js';
export {
  PRACTICE_FIELDS,
  type ImportRowView,
  type ImportVerdict,
  type ImportView,
  type PracticeDetailView,
  type PracticeField,
  type PracticeView,
  type StaffView,
} from './views/practices.js';
export {
  ROUND_ASKS,
  type AnswerPageView,
  type DateAnswer,
  type ForbiddenPairView,
  type ParticipantView,
  type RoundAnswerView,
  type RoundAsk,
  type RoundDateView,
  type RoundExplanationKey,
  type RoundKindSlug,
  type RoundKindView,
  type RoundOpenPreviewView,
  type RoundRemindedView,
  type RoundRules,
  type RoundState,
  type RoundSummaryView,
  type RoundView,
  type StayWish,
  type ThemeView,
} from './views/rounds.js';
export type {
  BoardChange,
  BoardGroupView,
  BoardMemberView,
  ConflictCode,
  ConflictView,
  EffectView,
  ExplanationView,
  FormingView,
  ProposalSummaryView,
  ProposalView,
  PublishPreviewView,
  RelaxationView,
  ScoreDeltas,
  ScoresView,
} from './views/proposals.js';
export type { GroupSummaryView, GroupView } from './views/groups.js';
