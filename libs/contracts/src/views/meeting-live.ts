/**
 * The live meeting (SES-03, features 24, 25): how a screen works.
 *
 * Before it is open
 * - `GET /api/meetings/:id/live/setup` → MeetingLiveSetupView: when it may open, methods with their advice, proposed roles, whether this
 *   person may open it. The screen where method and length are chosen.
 * - `GET /api/meetings/:id/live?as=leader|participant` answers 409 `live.not-open` {title, startsAt, opensAt} until then; ask again every
 *   ten seconds, or when `meeting:<id>` says `meeting.changed`. 403 `live.removed`: put out. 403 for `leader`: not the leader; ask as
 *   participant. 410 `live.ended`: the meeting was closed without its room ever having been open.
 * - `POST …/open {methodId, minutes?, roles?}`: whoever leads from half an hour before the start; any member from the start on, when no
 *   leader came ("de bijeenkomst kan altijd beginnen"), or half an hour before where nobody leads the group. That member's practice then
 *   leads this meeting. Roles that are not named are given as proposed. Opening an open room changes nothing. 409 `method.not-yet`
 *   {met, needed} for a method that is not allowed. Then `GET …/live?as=leader`: the clock waits until `start`.
 *
 * While it is on
 * - The snapshot names its `room`; join it over the socket (useLiveRoom(view.room)) and pass every fact to `applyMeetingFact`. Each screen
 *   has the room of its audience and practice: what is hidden from a practice is never sent to its room. `reload` and a gap → read again.
 * - Whoever leads may do all of it on one laptop: nothing waits for another screen.
 * - `POST …/actions {do, stepId, targetId?, minutes?}` (leader): `stepId` is the step that was on when it was pressed, null before `start`;
 *   409 `live.moved-on` {stepId} when another one is: read again. `start`, `next`, `back`, `go` (targetId), `pause`, `resume`,
 *   `extend` (minutes; the other steps pay), `later` (minutes; the meeting ends later), `end` (closes the meeting too).
 * - `PUT …/input/:stepId {text, done, confirmed, for, version?}`: `for: 'practice'` is the own practice's text, `for: 'group'` the text for
 *   the group (a `notes` step: leader or who takes notes; any other step: the leader, for one laptop in the room). Saves itself while
 *   somebody types: send it a second after the last key, and with `done: true` for "klaar". Answers MeetingInputView; its `version` goes
 *   with the next save, 409 `conflict.stale` when a colleague saved in between. 422 `text.identifiers` {findings}: nothing was kept; send
 *   again with `confirmed: true` after warnings. 409 `meeting.input-shown`: texts without names can no longer be changed once shown.
 * - `POST …/show/:stepId` (leader): shows what is done by now. By itself when all who are here are done, two or more of them.
 * - `PUT …/roles {roles}` (leader): `practiceId: null` takes a role away. Who hands on `leader` loses the leader's screen.
 * - `POST …/people/:personId/remove` and `/readmit` (leader).
 *
 * A screen shows `steps` in their order with `clock.items` (same ids: seconds and state), the step `clock.currentId`, the texts of
 * `inputs[stepId]`, its own in `own`, and `readLiveClock(view.clock, Date.now() + offset)` for the time.
 */
import type { Words } from './list.js';
import type { LiveClockView, LivePersonView } from './live.js';
import type { LedMethodStepView, MeetingRole, MethodAdviceView, MethodStepView } from './methods.js';

export type MeetingAudience = 'leader' | 'participant';

export interface MeetingRoleView {
  role: MeetingRole;
  practiceId: string | null;
  practice: string | null;
}
/** A practice of the meeting, and whether somebody of it is in the room. */
export interface MeetingPresenceView {
  practiceId: string;
  practice: string;
  here: boolean;
}
/** What was written in a step, as everybody may read it once it is shown. Its id is not that of whoever wrote it. */
export type ShownTextView = { id: string; text: string } & (
  | { by: 'practice'; practiceId: string; practice: string }
  | { by: 'anonymous' }
  /** Written for the group by who leads or takes notes. */
  | { by: 'group' }
);
/** One step's written input as one screen may know it. A text that is hidden from this screen is not here, in no form. */
export interface StepInputsView {
  stepId: string;
  /** The texts are shown, to this screen. */
  shown: boolean;
  /** They are shown to the group, be it not yet to the owner of the case. */
  revealed: boolean;
  /** Practices that write in this step: done, or still writing. Nothing of what they write. */
  practices: { practiceId: string; done: boolean }[];
  texts: ShownTextView[];
}
/** A text that this screen may change: its own practice's, or the group's (`practiceId` null). */
export interface MeetingInputView {
  stepId: string;
  practiceId: string | null;
  text: string;
  done: boolean;
  /** Shown without a name: it can no longer be changed. */
  fixed: boolean;
  version: number;
}

interface MeetingSnapshot {
  meetingId: string;
  title: string;
  group: string;
  startsAt: string;
  endsAt: string;
  location: string | null;
  meetingLink: string | null;
  /** The room to join: of this audience and this practice. */
  room: string;
  /** Version of that room at which this was read. */
  version: number;
  clock: LiveClockView;
  method: { id: string; name: Words };
  roles: MeetingRoleView[];
  presence: MeetingPresenceView[];
  /** Every step in which is written. */
  inputs: StepInputsView[];
  /** What this screen wrote or may go on writing; a step without one has none yet. */
  own: MeetingInputView[];
}
export interface MeetingParticipantLiveView extends MeetingSnapshot {
  audience: 'participant';
  practice: { id: string; name: string };
  steps: MethodStepView[];
}
export interface MeetingLeaderLiveView extends MeetingSnapshot {
  audience: 'leader';
  /** The leader's own practice, when it is at the table. */
  practice: { id: string; name: string } | null;
  steps: LedMethodStepView[];
  /** Who is, or was put, in the room; to put them out. */
  people: LivePersonView[];
}

/** What can be chosen before the meeting opens. */
export interface MeetingLiveSetupView {
  meetingId: string;
  title: string;
  group: string;
  startsAt: string;
  endsAt: string;
  opensAt: string;
  /** Open already: go to the room. */
  open: boolean;
  /** Over: there is nothing to open. */
  ended: boolean;
  /** This person may open it now. */
  mayOpen: boolean;
  /** This person leads: as leader of the group, or because their practice leads this meeting. */
  leads: boolean;
  /** Minutes of the meeting; the longest length that can be chosen. */
  minutesAvailable: number;
  methods: MethodAdviceView[];
  /** Proposal: each role to who did it least in earlier meetings of the group. */
  roles: MeetingRoleView[];
  practices: { practiceId: string; practice: string }[];
}
/** What a fact tells a meeting's screen: whole replacements of one thing, as in ParticipantFact. */
export type MeetingFact =
  | { type: 'clock'; clock: LiveClockView }
  | { type: 'roles'; roles: MeetingRoleView[] }
  | { type: 'inputs'; inputs: StepInputsView }
  | { type: 'own-input'; input: MeetingInputView }
  | { type: 'presence'; presence: MeetingPresenceView[] }
  /** To leaders alone. */
  | { type: 'people'; people: LivePersonView[] }
  | { type: 'reload' };

export const MEETING_LIVE_ACTIONS = [
  'start',
  'next',
  'back',
  'go',
  'pause',
  'resume',
  'extend',
  'later',
  'end',
] as const;
export type MeetingLiveAction = (typeof MEETING_LIVE_ACTIONS)[number];
