import type { RoundState } from '#libs/contracts';
import { holds, practicesOf, type Actor } from '#libs/platform';

/** Coordinators run rounds; the platform itself closes them and reminds. */
export function canManageRounds(actor: Actor): boolean {
  return actor.kind === 'system' || holds(actor, 'region-coordinator');
}

/** The practices whose answer this actor gives with an account. A practice has one vote, whoever gives it (ORG-01). */
export function answersFor(actor: Actor): string[] {
  return actor.kind === 'task' ? [] : practicesOf(actor, 'practice-holder', 'practice-contact');
}

/** May read and give the answer of this practice in this round: its own people, its task link, the coordinator by phone. */
export function canAnswer(actor: Actor, roundId: string, practiceId: string): boolean {
  if (actor.kind === 'task')
    return (
      actor.task?.kind === 'round-answer' &&
      actor.task.subjectId === roundId &&
      actor.task.practiceId === practiceId
    );
  return canManageRounds(actor) || answersFor(actor).includes(practiceId);
}

/** What practices may know of: rounds that were opened. Whether theirs takes part is decided in SQL. */
export const SHOWN_TO_PRACTICES: RoundState[] = ['open', 'closed', 'published'];

/** How an answer comes in: by the mail's link, by the coordinator on the phone, or signed in. */
export function cameVia(actor: Actor, practiceId: string): 'link' | 'account' | 'phone' {
  if (actor.kind === 'task') return 'link';
  return answersFor(actor).includes(practiceId) ? 'account' : 'phone';
}

/** A meeting with what decides who may do what about it. */
export interface MeetingPlace {
  id: string;
  groupId: string | null;
  organiserPracticeId: string | null;
  /** Practices that are asked to be there now. */
  practiceIds: readonly string[];
}

/** The practices of this actor that are asked to be there; a task link reaches the one meeting that it is about. */
export function practicesAt(actor: Actor, meeting: MeetingPlace): string[] {
  const own =
    actor.kind === 'task'
      ? actor.task?.kind === 'meeting' && actor.task.subjectId === meeting.id && actor.task.practiceId
        ? [actor.task.practiceId]
        : []
      : practicesOf(actor, 'practice-holder', 'practice-contact', 'practice-employee');
  return meeting.practiceIds.filter((id) => own.includes(id));
}

/** The leader of the group; outside a group, who called the practices together. */
export function leadsMeeting(actor: Actor, meeting: MeetingPlace): boolean {
  if (meeting.groupId !== null) return holds(actor, 'discussion-leader', meeting.groupId);
  return meeting.organiserPracticeId !== null && answersFor(actor).includes(meeting.organiserPracticeId);
}

/** What is said stays among who belongs to the meeting (SES-02): also a coordinator does not read it. */
export function takesPartIn(actor: Actor, meeting: MeetingPlace): boolean {
  return leadsMeeting(actor, meeting) || practicesAt(actor, meeting).length > 0;
}

/** Date, place and who was there: the leader and the coordinator. */
export function managesMeeting(actor: Actor, meeting: MeetingPlace): boolean {
  return canManageRounds(actor) || leadsMeeting(actor, meeting);
}

/** That it exists, when and where: also the coordinator and the consultant of one of its practices. */
export function knowsMeeting(actor: Actor, meeting: MeetingPlace): boolean {
  return (
    managesMeeting(actor, meeting) ||
    takesPartIn(actor, meeting) ||
    // a task link counts as no role: it reaches its own meeting, above
    (actor.kind !== 'task' &&
      practicesOf(actor, 'practice-consultant').some((id) => meeting.practiceIds.includes(id)))
  );
}
