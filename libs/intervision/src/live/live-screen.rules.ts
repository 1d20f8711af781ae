import {
  MEETING_ROLES,
  type LedMethodStepView,
  type MeetingAudience,
  type MeetingFact,
  type MeetingInputView,
  type MeetingRole,
  type MeetingRoleView,
  type ShownTextView,
  type StepInputsView,
} from '#libs/contracts';

/** Whose screen it is. What one practice may not know is decided per seat, and each seat has a room of its own. */
export interface Seat {
  audience: MeetingAudience;
  /** Null: a leader whose practice is not at the table. */
  practiceId: string | null;
}
export interface AtTable {
  practiceId: string;
  practice: string;
}
/** A text as it is kept. */
export interface KeptInput {
  stepId: string;
  /** Null: of the group. */
  practiceId: string | null;
  practice: string | null;
  text: string;
  done: boolean;
  shownId: string;
  version: number;
}
/** Everything that decides what is on a screen besides the clock and who is here. */
export interface MeetingState {
  steps: readonly LedMethodStepView[];
  /** By name. */
  practices: readonly AtTable[];
  /** Practices of which somebody may lead: they have a leader's screen besides. */
  leading: readonly string[];
  roles: ReadonlyMap<MeetingRole, AtTable>;
  /** Steps whose texts are shown; true when to the owner of the case too. */
  shown: ReadonlyMap<string, boolean>;
  inputs: readonly KeptInput[];
}
export interface ScreenParts {
  roles: MeetingRoleView[];
  inputs: StepInputsView[];
  own: MeetingInputView[];
}

/** Every seat at this table: each practice, as leader too where somebody of it may lead, and a leader from elsewhere. */
export function seatsOf({ practices, leading }: Pick<MeetingState, 'practices' | 'leading'>): Seat[] {
  return [
    { audience: 'leader', practiceId: null },
    ...practices.flatMap(({ practiceId }): Seat[] => [
      ...(leading.includes(practiceId) ? [{ audience: 'leader' as const, practiceId }] : []),
      { audience: 'participant', practiceId },
    ]),
  ];
}

/** Practices that write in a step. */
export function writersOf(state: MeetingState, step: LedMethodStepView): AtTable[] {
  const owner = state.roles.get('case')?.practiceId;
  if (step.writes === 'practices') return [...state.practices];
  if (step.writes === 'others') return state.practices.filter(({ practiceId }) => practiceId !== owner);
  return [];
}

/** Who may write the group's text in a step: whoever leads; in a step of notes also who takes them. */
export function writesForGroup(state: MeetingState, step: LedMethodStepView, seat: Seat): boolean {
  if (step.writes === 'nothing') return false;
  if (seat.audience === 'leader') return true;
  const notes = state.roles.get('notes')?.practiceId;
  return step.writes === 'notes' && notes !== undefined && notes === seat.practiceId;
}

/** The texts of a step are there for this seat. */
export function isShown(state: MeetingState, step: LedMethodStepView, seat: Seat): boolean {
  if (!step.together) return true;
  const owner = state.roles.get('case')?.practiceId;
  const isOwner = owner !== undefined && owner === seat.practiceId;
  const shownToOwner = state.shown.get(step.id);
  return step.hiddenFromOwner && isOwner ? shownToOwner === true : shownToOwner !== undefined;
}

/** Shown without a name: a change would tell whose it is. */
export const isFixed = (
  state: Pick<MeetingState, 'shown'>,
  step: LedMethodStepView,
  input: Pick<KeptInput, 'practiceId' | 'done'>,
): boolean =>
  input.practiceId !== null && input.done && step.together && !step.named && state.shown.has(step.id);

function textsOf(state: MeetingState, step: LedMethodStepView): ShownTextView[] {
  const of = state.inputs.filter(({ stepId, text }) => stepId === step.id && text !== '');
  const written = of.filter(({ practiceId, done }) => practiceId !== null && done);
  const group = of.filter(({ practiceId }) => practiceId === null);
  const texts: ShownTextView[] = written.map(({ shownId: id, text, practiceId, practice }) =>
    step.named
      ? { id, text, by: 'practice', practiceId: practiceId as string, practice: practice ?? '' }
      : { id, text, by: 'anonymous' },
  );
  const byName = (a: ShownTextView, b: ShownTextView): number =>
    a.by === 'practice' && b.by === 'practice' ? a.practice.localeCompare(b.practice, 'nl') : 0;
  // by an id that was drawn by lot: neither the order nor the id says who was first
  texts.sort((a, b) => byName(a, b) || (a.id < b.id ? -1 : 1));
  return [...texts, ...group.map(({ shownId: id, text }): ShownTextView => ({ id, text, by: 'group' }))];
}

function inputsOf(state: MeetingState, step: LedMethodStepView, seat: Seat): StepInputsView {
  const shown = isShown(state, step, seat);
  const done = new Set(
    state.inputs.filter((input) => input.stepId === step.id && input.done).map((input) => input.practiceId),
  );
  return {
    stepId: step.id,
    shown,
    revealed: !step.together || state.shown.has(step.id),
    practices: writersOf(state, step).map(({ practiceId }) => ({ practiceId, done: done.has(practiceId) })),
    texts: shown ? textsOf(state, step) : [],
  };
}

function ownOf(state: MeetingState, step: LedMethodStepView, seat: Seat): MeetingInputView[] {
  return state.inputs
    .filter(({ stepId, practiceId }) =>
      stepId !== step.id
        ? false
        : practiceId === null
          ? writesForGroup(state, step, seat)
          : practiceId === seat.practiceId,
    )
    .map((input) => inputView(state, step, input))
    .sort((a, b) => Number(a.practiceId === null) - Number(b.practiceId === null));
}

export function inputView(state: MeetingState, step: LedMethodStepView, input: KeptInput): MeetingInputView {
  const { stepId, practiceId, text, done, version } = input;
  return { stepId, practiceId, text, done, fixed: isFixed(state, step, input), version };
}

export function roleViews({ roles }: Pick<MeetingState, 'roles'>): MeetingRoleView[] {
  return MEETING_ROLES.map((role) => {
    const { practiceId = null, practice = null } = roles.get(role) ?? {};
    return { role, practiceId, practice };
  });
}

/** What this seat sees: nothing that is hidden from it, in no field. */
export function partsFor(state: MeetingState, seat: Seat): ScreenParts {
  const written = state.steps.filter(({ writes }) => writes !== 'nothing');
  return {
    roles: roleViews(state),
    inputs: written.map((step) => inputsOf(state, step, seat)),
    own: written.flatMap((step) => ownOf(state, step, seat)),
  };
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** What has to be told so that a screen with these parts gets those: exactly what changed for it, in the order of the steps. */
export function factsBetween(before: ScreenParts, after: ScreenParts): MeetingFact[] {
  const key = ({ stepId, practiceId }: MeetingInputView): string => `${stepId}/${practiceId}`;
  const there = new Set(after.own.map(key));
  // a text that is no longer this screen's to write: only reading again takes it away
  if (before.own.some((input) => !there.has(key(input)))) return [{ type: 'reload' }];
  const facts: MeetingFact[] = [];
  if (differs(before.roles, after.roles)) facts.push({ type: 'roles', roles: after.roles });
  const was = new Map(before.inputs.map((inputs) => [inputs.stepId, inputs]));
  for (const inputs of after.inputs)
    if (differs(was.get(inputs.stepId), inputs)) facts.push({ type: 'inputs', inputs });
  const had = new Map(before.own.map((input) => [key(input), input]));
  for (const input of after.own)
    if (differs(had.get(key(input)), input)) facts.push({ type: 'own-input', input });
  return facts;
}

/** Two who are done show it to each other; one alone waits for the leader. */
const ENOUGH = 2;

/**
 * All who are here are done, so the texts may be shown by themselves.
 * @param here practices in the room
 */
export function allDone(state: MeetingState, step: LedMethodStepView, here: ReadonlySet<string>): boolean {
  const inputs = new Map(
    state.inputs
      .filter(({ stepId }) => stepId === step.id)
      .map((input) => [input.practiceId, input] as const),
  );
  const writers = writersOf(state, step);
  // who began to write and lost the connection is waited for: the leader decides when that takes too long
  const awaited = writers.filter(({ practiceId }) => here.has(practiceId) || inputs.has(practiceId));
  const done = awaited.filter(({ practiceId }) => inputs.get(practiceId)?.done);
  return done.length === awaited.length && done.length >= ENOUGH;
}

/** A role, and how often a practice had it in earlier meetings of the group. */
export interface RoleTurn {
  role: MeetingRole;
  practiceId: string;
  times: number;
}
/** What matters least comes last: it is left out when there are not enough practices. */
const GIVEN_IN_TURN: readonly MeetingRole[] = ['case', 'notes', 'time', 'observer'];

/**
 * A proposal for who does what: each role to who did it least, then to who did least of anything; nobody twice.
 * @param leaderPracticeId the practice of whoever leads the group, when it is at the table
 * @param led false: nobody leads the group, so the lead rotates too; true with no practice at the table: it is not given
 */
export function proposedRoles(
  practices: readonly AtTable[],
  turns: readonly RoleTurn[],
  leaderPracticeId: string | null,
  led: boolean,
): Map<MeetingRole, AtTable> {
  const proposed = new Map<MeetingRole, AtTable>();
  const times = (practiceId: string, role?: MeetingRole): number =>
    turns
      .filter((turn) => turn.practiceId === practiceId && (role === undefined || turn.role === role))
      .reduce((sum, turn) => sum + turn.times, 0);
  const give = (role: MeetingRole): void => {
    const taken = new Set([...proposed.values()].map(({ practiceId }) => practiceId));
    const [next] = practices
      .filter(({ practiceId }) => !taken.has(practiceId))
      .sort(
        (a, b) =>
          times(a.practiceId, role) - times(b.practiceId, role) ||
          times(a.practiceId) - times(b.practiceId) ||
          a.practice.localeCompare(b.practice, 'nl'),
      );
    if (next) proposed.set(role, next);
  };
  const leader = practices.find(({ practiceId }) => practiceId === leaderPracticeId);
  if (leader) proposed.set('leader', leader);
  else if (!led) give('leader');
  for (const role of GIVEN_IN_TURN) give(role);
  return proposed;
}
