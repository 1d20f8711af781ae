export { DialogueAgendaAttention } from './agenda/agenda-attention.service.js';
export { AskingService, type AskWish } from './agenda/asking.service.js';
export {
  DepartmentsService,
  type DepartmentChange,
  type DepartmentFields,
} from './agenda/departments.service.js';
export { PreferencesService, type DatesAnswer } from './agenda/preferences.service.js';
export { VotesService } from './agenda/votes.service.js';
export { YearsService, type YearChange } from './agenda/years.service.js';
export { DialogueModule } from './dialogue.module.js';
export { KeptDialogue } from './kept/kept-dialogue.service.js';
export { OldSessions } from './old-sessions.sweeps.js';
export { RoomEcho } from './sessions/room-echo.service.js';
export { SessionLinks } from './sessions/session-links.service.js';
export {
  SessionMoves,
  type SessionMove,
  type SessionMoveListener,
} from './sessions/session-moves.service.js';
export { SessionsService, type SessionChange, type SessionWish } from './sessions/sessions.service.js';
export { StepActions, type StepAction } from './sessions/step-actions.service.js';
export { StepsService } from './sessions/steps.service.js';
export { AttendancePapers } from './registrations/attendance-papers.service.js';
export { AttendanceReports } from './registrations/attendance-reports.service.js';
export { AttendanceService, type AttendanceChange } from './registrations/attendance.service.js';
export type { NewColleague, RegistrationWish } from './registrations/attendee-choice.service.js';
export { PracticePage } from './registrations/practice-page.service.js';
export { RegistrationsService } from './registrations/registrations.service.js';
export { SessionDecks, type SessionFile } from './deck/session-deck.service.js';
export { AnswersService, type AnswerChange } from './specialist/answers.service.js';
export { InsightOffers } from './specialist/insight-offers.service.js';
export { FILE_LIMITS, SessionFiles, type SessionFileChange } from './specialist/session-files.service.js';
export { SpecialistMails } from './specialist/specialist-mails.service.js';
export { SpecialistService, type OwnPartChange } from './specialist/specialist.service.js';
export { FollowUpsService, type FollowUpWish } from './live/follow-ups.service.js';
export { LiveActions, type LiveWish } from './live/live-actions.service.js';
export { LiveAnswers } from './live/live-answers.service.js';
export { LiveEntry, type Entrant } from './live/live-entry.service.js';
export { LivePeople } from './live/live-people.service.js';
export { LiveSessions, type AnyLiveView } from './live/live-sessions.service.js';
export { PracticeQuestions } from './questions/practice-questions.service.js';
export { QuestionCategories } from './questions/question-categories.service.js';
export { DeskQuestions, type DeskQuestionChange } from './questions/desk-questions.service.js';
export { QuestionDesk } from './questions/question-desk.service.js';
export { QuestionInbox } from './questions/question-inbox.service.js';
export { QuestionSharing } from './questions/question-sharing.service.js';
export { DialogueSweeps } from './dialogue.sweeps.js';
export { DialogueAttention } from './sessions/dialogue-attention.service.js';
export { SessionPages } from './sessions/session-pages.service.js';
export { DialogueSettings, type SettingsChange } from './sessions/settings.service.js';
export { SpecialistsService } from './sessions/specialists.service.js';
export { TimelineService, type SessionStepChange } from './sessions/timeline.service.js';
export { HandoutFiles } from './handouts/handout-files.service.js';
export { HandoutsService } from './handouts/handouts.service.js';
export type { HandoutChange } from './handouts/handout.rules.js';
export { HandoutPublishing } from './handouts/publishing.service.js';
