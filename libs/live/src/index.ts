export {
  clockView,
  newClock,
  stepClock,
  type ClockPart,
  type ClockStep,
  type LiveClock,
} from './clock/clock.rules.js';
export { LiveModule } from './live.module.js';
export { LiveSweeps } from './live.sweeps.js';
export { attendedTime, presentSpans, type AttendedTime, type Presence } from './presence/attended.rules.js';
export { LivePresence, type Attendance, type HereNow, type Stay } from './presence/live-presence.service.js';
export { LiveRelay } from './rooms/live-relay.service.js';
export { LiveRooms, type AudienceFacts, type KindFacts } from './rooms/live-rooms.service.js';
export { LiveRoom } from './rooms/live-room.entity.js';
