import type {
  MeetingFact,
  MeetingInputView,
  MeetingLeaderLiveView,
  MeetingParticipantLiveView,
  StepInputsView,
} from './views/meeting-live.js';

/** Whatever a screen of a live meeting can be showing. */
export type MeetingScreen = MeetingParticipantLiveView | MeetingLeaderLiveView;

/** A meeting's screen after one fact of its own room. Facts replace whole things: one that comes twice changes nothing. */
export function applyMeetingFact<View extends MeetingScreen>(view: View, fact: MeetingFact): View {
  switch (fact.type) {
    case 'clock':
      return { ...view, clock: fact.clock };
    case 'roles':
      return { ...view, roles: fact.roles };
    case 'presence':
      return { ...view, presence: fact.presence };
    case 'people':
      return view.audience === 'leader' ? { ...view, people: fact.people } : view;
    case 'inputs':
      return { ...view, inputs: withInputs(view, fact.inputs) };
    case 'own-input':
      return { ...view, own: withOwn(view, fact.input) };
    case 'reload':
      return view;
  }
}

const withInputs = (view: MeetingScreen, inputs: StepInputsView): StepInputsView[] =>
  view.inputs.map((one) => (one.stepId === inputs.stepId ? inputs : one));

/** In the order of the steps; of one step the practice's own text before the group's. */
function withOwn(view: MeetingScreen, input: MeetingInputView): MeetingInputView[] {
  const rank = ({ stepId, practiceId }: MeetingInputView): number =>
    view.steps.findIndex(({ id }) => id === stepId) * 2 + (practiceId === null ? 1 : 0);
  const others = view.own.filter(
    ({ stepId, practiceId }) => stepId !== input.stepId || practiceId !== input.practiceId,
  );
  return [...others, input].sort((a, b) => rank(a) - rank(b));
}
