import type {
  LiveItemView,
  MeetingInputView,
  MeetingRole,
  MeetingScreen,
  MethodStepView,
  StepInputsView,
} from '#libs/contracts';

export interface StepNow {
  step: MethodStepView;
  /** Place in the method, from 1. */
  number: number;
  of: number;
  first: boolean;
  last: boolean;
  /** The own practice brings the case. */
  isOwner: boolean;
  /** The owner sits outside the circle: listens and says nothing. */
  listens: boolean;
  inputs: StepInputsView | null;
  /** The own practice writes in this step. */
  writes: boolean;
  /** This screen may write the text of the group. */
  writesForGroup: boolean;
  /** What this screen may change; null where nothing was written yet. */
  own: MeetingInputView | null;
  group: MeetingInputView | null;
}

/** The practice that has a role; null when nobody has. */
export const holderOf = (view: Pick<MeetingScreen, 'roles'>, role: MeetingRole): string | null =>
  view.roles.find((one) => one.role === role)?.practiceId ?? null;

/** One step as this screen may know it, whichever is on; null for a step that is not there. */
export function stepAt(view: MeetingScreen, stepId: string | null): StepNow | null {
  const at = view.steps.findIndex(({ id }) => id === stepId);
  const step = view.steps[at];
  if (!step) return null;
  const practiceId = view.practice?.id ?? null;
  const isOwner = practiceId !== null && holderOf(view, 'case') === practiceId;
  const inputs = view.inputs.find((one) => one.stepId === step.id) ?? null;
  const mine = view.own.filter((one) => one.stepId === step.id);
  const notes = practiceId !== null && holderOf(view, 'notes') === practiceId;
  return {
    step,
    number: at + 1,
    of: view.steps.length,
    first: at === 0,
    last: at === view.steps.length - 1,
    isOwner,
    listens: isOwner && step.ownerOutside,
    inputs,
    writes: inputs?.practices.some((one) => one.practiceId === practiceId) ?? false,
    writesForGroup:
      step.writes === 'notes' ? view.audience === 'leader' || notes : view.audience === 'leader' && !!inputs,
    own: mine.find((one) => one.practiceId !== null) ?? null,
    group: mine.find((one) => one.practiceId === null) ?? null,
  };
}
export const stepNow = (view: MeetingScreen): StepNow | null => stepAt(view, view.clock.currentId);

/**
 * What the group talks about in a step that asks no text of the practices: what was written last, by them or by the group, as far as this
 * screen may read it. Null where there is nothing.
 */
export function talkedAbout(view: MeetingScreen, now: StepNow): StepNow | null {
  if (now.step.writes === 'practices' || now.step.writes === 'others') return null;
  const before = view.steps.slice(0, now.number - 1);
  const texts = (id: string) => view.inputs.find(({ stepId }) => stepId === id)?.texts ?? [];
  // nothing older in place of texts that this screen may not read yet; a step in which the group noted nothing is passed over
  const last = before.findLast(
    ({ id, writes }) => writes === 'practices' || writes === 'others' || texts(id).length > 0,
  );
  return last && texts(last.id).length > 0 ? stepAt(view, last.id) : null;
}

/** A method that ends with texts of the practices leaves them on the screen when it is over: no step comes in which they are read. */
export function readAtEnd(view: MeetingScreen): StepNow | null {
  const last = stepAt(view, view.steps.at(-1)?.id ?? null);
  const asks = last?.step.writes === 'practices' || last?.step.writes === 'others';
  return asks && last.inputs && last.inputs.texts.length > 0 ? last : null;
}

export interface Tile {
  practiceId: string;
  practice: string;
  /** `away`: writes in this step, and has no screen in the room. */
  state: 'done' | 'writing' | 'away';
}
/** Who is done and who still writes, in the order of the table. Nothing of what they write. */
export function tilesOf(view: MeetingScreen, inputs: StepInputsView): Tile[] {
  return inputs.practices.map(({ practiceId, done }) => {
    const seat = view.presence.find((one) => one.practiceId === practiceId);
    return {
      practiceId,
      practice: seat?.practice ?? '',
      state: done ? 'done' : seat?.here ? 'writing' : 'away',
    };
  });
}

/** The owner does not write here, and the method has no words of their own for them: the page says it. */
export const onlyReads = ({ step, isOwner, writes }: StepNow): boolean =>
  isOwner && !writes && step.writes === 'others' && step.ownerInstruction === null;

/** Who has the word in a step, as this screen says it. */
export function speakerFor(view: Pick<MeetingScreen, 'audience'>, { step, isOwner }: StepNow) {
  const mine = step.speaks === 'owner' ? isOwner : step.speaks === 'leader' && view.audience === 'leader';
  return mine ? 'you' : step.speaks;
}

/** How the texts of a step stand for this screen; the page has a sentence for each. */
export type TextsState = 'shown' | 'anonymous' | 'hidden' | 'owner-later' | 'room-later' | 'each';
/** @param forRoom one screen that everybody in the room reads, the owner of the case too */
export function textsState({ step, inputs, isOwner }: StepNow, forRoom = false): TextsState {
  if (!step.together) return 'each';
  if (forRoom && step.hiddenFromOwner) return 'room-later';
  if (inputs?.shown) return step.named ? 'shown' : 'anonymous';
  return isOwner && step.hiddenFromOwner ? 'owner-later' : 'hidden';
}

export interface Showing {
  /** Nothing was shown yet in a step whose texts are shown together. */
  open: boolean;
  /** There is something to show. */
  ready: boolean;
  /** Practices that are not done. */
  left: number;
  /** One text without a name: whose it is can be read from who is done. */
  tells: boolean;
}
/** What the leader can show now. */
export function showing({ step, inputs, group }: StepNow): Showing {
  const practices = inputs?.practices ?? [];
  const left = practices.filter(({ done }) => !done).length;
  // who leads and brings the case too shows texts that they read only later
  const open = step.together && inputs !== null && !inputs.revealed;
  const done = practices.length - left;
  return {
    open,
    ready: open && (done > 0 || (group?.text ?? '') !== ''),
    left,
    tells: !step.named && done === 1,
  };
}

/** Whole minutes that a step gets by now, and what was planned. */
export function minutesOf(item: LiveItemView, seconds: number): { minutes: number; planned: number } {
  const whole = (value: number) => Math.max(0, Math.round(value / 60));
  return {
    minutes: whole(item.state === 'done' ? item.spentSeconds : seconds),
    planned: whole(item.plannedSeconds),
  };
}
