import { findingIn } from '#libs/platform';
import type { Question } from './question.entity.js';

/** What merging looks at. */
export type MergedQuestion = Pick<Question, 'id' | 'practiceId' | 'state' | 'mergedInto'>;
export interface GivenEndorsement {
  questionId: string;
  practiceId: string;
}
/** A question that stays, with those put together in it. */
export interface Family<Q> {
  head: Q;
  members: Q[];
  /** Practices behind it: asker, merged askers and "wij ook", each once (DIA-17). */
  practiceIds: Set<string>;
  /** Practices that said "wij ook". */
  endorsedBy: Set<string>;
}

/**
 * Questions put together with those that they were merged into, in the order of `questions`. What is proposed or withdrawn is in none.
 * An endorsement belongs to the question that it was given to, and so survives merging and taking apart.
 */
export function familiesOf<Q extends MergedQuestion>(
  questions: readonly Q[],
  endorsements: readonly GivenEndorsement[],
): Family<Q>[] {
  const asked = questions.filter(({ state }) => state === 'asked');
  const families = new Map<string, Family<Q>>();
  for (const head of asked)
    if (head.mergedInto === null)
      families.set(head.id, { head, members: [], practiceIds: new Set(), endorsedBy: new Set() });
  const familyOf = new Map<string, Family<Q>>();
  for (const question of asked) {
    const family = families.get(question.mergedInto ?? question.id);
    if (!family) continue;
    if (question.mergedInto !== null) family.members.push(question);
    if (question.practiceId !== null) family.practiceIds.add(question.practiceId);
    familyOf.set(question.id, family);
  }
  for (const { questionId, practiceId } of endorsements) {
    const family = familyOf.get(questionId);
    family?.practiceIds.add(practiceId);
    family?.endorsedBy.add(practiceId);
  }
  return [...families.values()];
}

/**
 * Who goes where when `question` is put together with `into`: the question and everything merged into it, flat under one head.
 * @returns the head that stays and the ids that point to it from now on; null when there is nothing to merge: one and the same question,
 *   already together, or one that is not on the desk.
 */
export function mergePlan(
  question: MergedQuestion & Pick<Question, 'sharedAt' | 'fate'>,
  into: MergedQuestion & Pick<Question, 'sharedAt' | 'fate'>,
  all: readonly MergedQuestion[],
): { head: string; members: string[] } | null {
  const heads = [question, into].map((one) => one.mergedInto ?? one.id) as [string, string];
  const onDesk = [question, into].every(({ state, fate }) => state === 'asked' && fate !== 'sent-back');
  if (!onDesk || heads[0] === heads[1] || question.mergedInto !== null) return null;
  // what the specialist has stays the head: a late one joins it, not the other way round
  const turned = question.sharedAt !== null && into.sharedAt === null && into.mergedInto === null;
  const [goes, stays] = turned ? [heads[1], heads[0]] : heads;
  const along = all.filter(({ mergedInto }) => mergedInto === goes).map(({ id }) => id);
  return { head: stays, members: [goes, ...along] };
}

/** Who becomes the head when a head leaves: the one that was asked first. Null when it stood alone. */
export function nextHead<Q extends Pick<Question, 'id' | 'mergedInto' | 'askedAt' | 'state'>>(
  leaving: Pick<Question, 'id'>,
  all: readonly Q[],
): Q | null {
  const members = all.filter(({ mergedInto, state }) => mergedInto === leaving.id && state === 'asked');
  const asked = (one: Q): number => one.askedAt?.getTime() ?? 0;
  return [...members].sort((a, b) => asked(a) - asked(b) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

/** Open questions whose words pass the guard can be joined by other practices. */
export const canBeJoined = ({ head }: Family<Pick<Question, 'text' | 'shownText' | 'fate'>>): boolean =>
  head.fate === null && findingIn('text', head.shownText ?? head.text) === null;
