export { makeLiveSession, type LiveSessionRows, type RegisteredPractice } from './dialogue-live-factories.js';
export { makeAudience } from './audience-factories.js';
export { makeCampaign, SMALL_QUESTIONNAIRE, type InvitedPerson } from './campaign-factories.js';
export { makeDepartment, makeVoters } from './dialogue-agenda-factories.js';
export { makeActor, makePractice, makeRegion } from './factories.js';
export { makeDataSet, type FactoryAtom, type FactoryListed } from './figure-factories.js';
export { makeFullRegion, type FullRegion } from './full-region.js';
export { makeStaff, practiceList, type ListedPractice } from './practices-factories.js';
export { makeGroup } from './group-factories.js';
export { makeAnsweredRound, type AnsweredRound, type GivenAnswer } from './grouping-factories.js';
export { injector } from './injector.js';
export { makeRound } from './intervision-factories.js';
export {
  readPresentation,
  type ReadPresentation,
  type ReadSlide,
  type SlideObject,
} from './pptx-structure.js';
export { processOf, type TestProcess } from './process-of.js';
export { queriesOf } from './query-log.js';
export { refusalOf } from './refusal-of.js';
export { hasRedis, openTestRedis, type TestRedis } from './redis.js';
export { makeMeeting } from './meeting-factories.js';
export { makeLiveMeeting, type LiveMeetingRows } from './meeting-live-factories.js';
export { openTestDatabase, type TestDatabase } from './test-database.js';
export { TurnedClock } from './turned-clock.js';
export { leaveDialogueTraces } from './dialogue-traces.js';
export { makeDialogueSession, type FactorySession } from './dialogue-registration-factories.js';
export { makeSharedSession, type SharedSession } from './dialogue-specialist-factories.js';
