import type { Actor } from '#libs/platform';
import {
  answersFor,
  canManageRounds,
  managesMeeting,
  practicesAt,
  type MeetingPlace,
} from '../intervision.policy.js';

/** The practices of this actor that are asked; a task link reaches the one practice of the one poll that it is about. */
export function practicesAsked(actor: Actor, pollId: string, place: MeetingPlace): string[] {
  if (actor.kind !== 'task' || actor.task?.kind !== 'date-poll') return practicesAt(actor, place);
  const { subjectId, practiceId } = actor.task;
  return subjectId === pollId ? place.practiceIds.filter((id) => id === practiceId) : [];
}

/** Who answered what stays inside the group, with its leader and the coordinator. */
export function seesPoll(actor: Actor, pollId: string, place: MeetingPlace): boolean {
  return managesMeeting(actor, place) || practicesAsked(actor, pollId, place).length > 0;
}

/** Practices whose answer this actor gives: their own, by the link of the mail, and the coordinator by phone (ORG-01). */
export function answersInPoll(actor: Actor, pollId: string, place: MeetingPlace): string[] {
  if (actor.kind === 'task')
    return actor.task?.kind === 'date-poll' ? practicesAsked(actor, pollId, place) : [];
  if (canManageRounds(actor)) return [...place.practiceIds];
  const own = answersFor(actor);
  return place.practiceIds.filter((id) => own.includes(id));
}
