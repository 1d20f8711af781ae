import type { MethodAdviceView, MethodContent, MethodReason, MethodView } from '#libs/contracts';

export const minutesOf = ({ steps }: Pick<MethodContent, 'steps'>): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);

/** What is wrong with a method: where, and which rule it breaks. */
export interface MethodFault {
  /** `fit`, or the id of a step. */
  at: string;
  rule:
    | 'sizes-crossed'
    | 'step-twice'
    | 'nobody-writes-together'
    | 'names-hidden-at-once'
    | 'owner-hidden-at-once'
    | 'notes-are-one-text'
    | 'longer-than-a-day';
}
/** A meeting that takes longer than this is not one evening. */
const MOST_MINUTES = 480;

/** Everything that would not work in a meeting; nothing for a good method. */
export function faultsOf(content: MethodContent): MethodFault[] {
  const { fit, steps } = content;
  const faults: MethodFault[] = [];
  if (fit.practices.min > fit.practices.max) faults.push({ at: 'fit', rule: 'sizes-crossed' });
  if (minutesOf(content) > MOST_MINUTES) faults.push({ at: 'fit', rule: 'longer-than-a-day' });
  for (const [place, step] of steps.entries()) {
    const { id, writes, together, named, hiddenFromOwner } = step;
    if (steps.findIndex((other) => other.id === id) < place) faults.push({ at: id, rule: 'step-twice' });
    if (writes === 'nothing' && (together || hiddenFromOwner))
      faults.push({ at: id, rule: 'nobody-writes-together' });
    // one text of the group is on the big screen while it is written
    if (writes === 'notes' && (together || hiddenFromOwner))
      faults.push({ at: id, rule: 'notes-are-one-text' });
    const perPractice = writes === 'practices' || writes === 'others';
    // what appears at the moment that somebody saves it is not without a name
    if (perPractice && !named && !together) faults.push({ at: id, rule: 'names-hidden-at-once' });
    if (perPractice && hiddenFromOwner && !together) faults.push({ at: id, rule: 'owner-hidden-at-once' });
  }
  return faults;
}

/** What is known of a meeting when a method is chosen for it. */
export interface MeetingFacts {
  /** Meetings that the group held before. */
  metBefore: number;
  practices: number;
  minutesAvailable: number;
  /** Method id → how often the group worked with it. */
  doneBefore: ReadonlyMap<string, number>;
}

/** What speaks for and against a method in a meeting, each with its reason (SES-04, field B6). */
export function adviceFor(method: MethodView, facts: MeetingFacts): MethodAdviceView {
  const { fit, minutes } = method;
  const { metBefore: met, practices, minutesAvailable: available } = facts;
  const reasons: MethodReason[] = [];
  const allowed = met >= fit.metBefore;
  if (!allowed) reasons.push({ code: 'knows-each-other', met, needed: fit.metBefore });
  const { min, max } = fit.practices;
  if (practices < min || practices > max) reasons.push({ code: 'size', practices, min, max });
  if (minutes > available) reasons.push({ code: 'too-long', minutes, available });
  const against = reasons.length;
  const times = facts.doneBefore.get(method.id) ?? 0;
  if (times > 0) reasons.push({ code: 'done-before', times });
  if (reasons.length === 0) reasons.push({ code: 'fits' });
  // steps at two thirds of their time no longer do what they are for
  const hurried = minutes > available * 1.5;
  return {
    methodId: method.id,
    name: method.name,
    when: method.when,
    minutes,
    steps: method.steps.length,
    origin: method.origin,
    advice: !allowed || hurried ? 'not-now' : against > 0 ? 'possible' : 'good',
    allowed,
    reasons,
  };
}

const RANK: Record<MethodAdviceView['advice'], number> = { good: 0, possible: 1, 'not-now': 2 };

/** The best advice first; what the group did least before comes before what it did often; else as they were. */
export function inOrderOfAdvice(
  advice: readonly MethodAdviceView[],
  doneBefore: ReadonlyMap<string, number>,
): MethodAdviceView[] {
  const times = ({ methodId }: MethodAdviceView): number => doneBefore.get(methodId) ?? 0;
  return [...advice].sort((a, b) => RANK[a.advice] - RANK[b.advice] || times(a) - times(b));
}
