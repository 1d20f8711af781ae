import type {
  LiveClockView,
  LiveQuestionView,
  ModeratorFact,
  ModeratorLiveView,
  OwnLiveView,
  ParticipantFact,
  ParticipantLiveView,
  SpecialistFact,
  SpecialistLiveView,
} from './views/live.js';

/** Whatever a screen of the live hour can be showing. */
export type LiveScreen = ParticipantLiveView | SpecialistLiveView | ModeratorLiveView;
export type LiveFactContent = ParticipantFact | SpecialistFact | ModeratorFact;

interface Dated {
  id: string;
  askedAt: string;
}

/** Replaces the one with this id, or adds it; in the order in which they were asked. */
function replaced<One extends Dated>(list: readonly One[], one: One): One[] {
  const others = list.filter(({ id }) => id !== one.id);
  return [...others, one].sort((a, b) =>
    a.askedAt === b.askedAt ? (a.id < b.id ? -1 : 1) : a.askedAt < b.askedAt ? -1 : 1,
  );
}

/** The questions in the order of the hour: by part, then by place in it. */
function ordered(questions: readonly LiveQuestionView[], clock: LiveClockView): LiveQuestionView[] {
  const parts = clock.items.map(({ id }) => id);
  const rank = ({ categoryId }: LiveQuestionView) => {
    const place = parts.indexOf(categoryId);
    return place < 0 ? parts.length : place;
  };
  return [...questions].sort((a, b) => rank(a) - rank(b) || a.position - b.position);
}

function shared<View extends LiveScreen>(view: View, fact: LiveFactContent): View | null {
  switch (fact.type) {
    case 'clock':
      return { ...view, clock: fact.clock, questionId: fact.questionId };
    case 'question':
      return {
        ...view,
        questions: ordered(
          view.questions.map((one) => (one.id === fact.question.id ? fact.question : one)),
          view.clock,
        ),
      };
    default:
      return null;
  }
}

/** A participant's screen after one fact. Facts replace whole things: one that comes twice changes nothing. */
export function applyToParticipant(view: ParticipantLiveView, fact: ParticipantFact): ParticipantLiveView {
  const known = shared(view, fact);
  if (known) return known;
  const ownIs = (id: string, state: ParticipantLiveView['ownFollowUps'][number]['state']) =>
    view.ownFollowUps.map((one) => (one.id === id ? { ...one, state } : one));
  switch (fact.type) {
    case 'follow-up':
      return {
        ...view,
        followUps: replaced(view.followUps, fact.followUp),
        ownFollowUps: ownIs(fact.followUp.id, fact.followUp.state),
      };
    case 'follow-up-gone':
      return { ...view, followUps: view.followUps.filter(({ id }) => id !== fact.id) };
    case 'follow-up-state':
      return { ...view, ownFollowUps: ownIs(fact.id, fact.state) };
    case 'presence':
      return { ...view, presence: fact.presence };
    default:
      return view;
  }
}

/** The specialist's screen after one fact. */
export function applyToSpecialist(view: SpecialistLiveView, fact: SpecialistFact): SpecialistLiveView {
  const known = shared(view, fact);
  if (known) return known;
  switch (fact.type) {
    case 'follow-up':
      return { ...view, followUps: replaced(view.followUps, fact.followUp) };
    case 'follow-up-gone':
      return { ...view, followUps: view.followUps.filter(({ id }) => id !== fact.id) };
    case 'presence':
      return { ...view, presence: fact.presence };
    case 'answer':
      return { ...view, answers: { ...view.answers, [fact.questionId]: fact.answer } };
    case 'steering':
      return { ...view, specialistSteers: fact.specialistSteers };
    default:
      return view;
  }
}

/** The moderator's screen after one fact. */
export function applyToModerator(view: ModeratorLiveView, fact: ModeratorFact): ModeratorLiveView {
  const known = shared(view, fact);
  if (known) return known;
  switch (fact.type) {
    case 'follow-up':
      return { ...view, followUps: replaced(view.followUps, fact.followUp) };
    case 'presence':
      return { ...view, presence: fact.presence, people: fact.people };
    case 'answer':
      return { ...view, answers: { ...view.answers, [fact.questionId]: fact.answer } };
    case 'steering':
      return { ...view, specialistSteers: fact.specialistSteers };
    default:
      return view;
  }
}

/** Any screen after one fact of its own room. */
export function applyFact(view: LiveScreen, fact: LiveFactContent): LiveScreen {
  if (view.audience === 'participant') return applyToParticipant(view, fact as ParticipantFact);
  if (view.audience === 'specialist') return applyToSpecialist(view, fact as SpecialistFact);
  return applyToModerator(view, fact as ModeratorFact);
}

/**
 * A participant's screen after the answer to something it asked or joined. Facts may have overtaken that answer: then what they said stands.
 * @returns null when only reading the room again can tell what became of something new
 */
export function applyOwn(view: ParticipantLiveView, own: OwnLiveView): ParticipantLiveView | null {
  if (own.version >= view.version)
    return { ...view, ownFollowUps: own.ownFollowUps, joinedIds: own.joinedIds };
  const shown = new Map(view.followUps.map(({ id, state }) => [id, state]));
  const known = new Map(view.ownFollowUps.map(({ id, state }) => [id, state]));
  if (own.ownFollowUps.some(({ id }) => !shown.has(id) && !known.has(id))) return null;
  return {
    ...view,
    ownFollowUps: own.ownFollowUps.map((one) => ({
      ...one,
      state: shown.get(one.id) ?? known.get(one.id) ?? one.state,
    })),
    joinedIds: own.joinedIds,
  };
}
