import { holds, practicesOf, type Actor } from '#libs/platform';

/** Coordinators run the agenda and the sessions; the platform itself carries out what is due. */
export function canManageDialogue(actor: Actor): boolean {
  return actor.kind === 'system' || holds(actor, 'region-coordinator');
}

/** The practices on whose behalf the actor may register and ask for this session: those of their roles, or the one of their link. */
export function practicesFor(actor: Actor, sessionId: string): string[] {
  if (actor.kind !== 'task')
    return practicesOf(actor, 'practice-holder', 'practice-contact', 'practice-employee');
  const { task } = actor;
  const fits = task?.kind === 'session-practice' && task.subjectId === sessionId && task.practiceId !== null;
  return fits ? [task.practiceId as string] : [];
}

/** May register, ask and look for this practice. */
export function canActForPractice(actor: Actor, sessionId: string, practiceId: string): boolean {
  return practicesFor(actor, sessionId).includes(practiceId);
}

/**
 * The specialist of a session: by personal link, or by a role over it. Who is one at the moment stands in session_specialist; a link of
 * somebody who was removed is revoked.
 */
export function isSpecialistOf(actor: Actor, sessionId: string): boolean {
  if (actor.kind === 'task')
    return actor.task?.kind === 'session-specialist' && actor.task.subjectId === sessionId;
  return holds(actor, 'specialist', sessionId);
}

/** Sees that the session exists: everybody with a practice in the region, its specialist, the coordinators and the coordinating specialist. */
export function canSeeSession(actor: Actor, sessionId: string): boolean {
  return (
    canManageDialogue(actor) ||
    isSpecialistOf(actor, sessionId) ||
    practicesFor(actor, sessionId).length > 0 ||
    (actor.kind !== 'task' &&
      (holds(actor, 'coordinating-specialist') || holds(actor, 'practice-consultant')))
  );
}

/** Votes for a practice: its people, or the link that was mailed to them. */
export function canVote(actor: Actor, yearId: string, practiceId: string): boolean {
  if (canManageDialogue(actor)) return true;
  if (actor.kind !== 'task')
    return practicesOf(actor, 'practice-holder', 'practice-contact').includes(practiceId);
  const { task } = actor;
  return task?.kind === 'department-vote' && task.subjectId === yearId && task.practiceId === practiceId;
}

/** Passes the dates on to the departments (DIA-03). */
export function canPassOn(actor: Actor, yearId: string): boolean {
  if (canManageDialogue(actor)) return true;
  if (actor.kind !== 'task') return holds(actor, 'coordinating-specialist');
  return actor.task?.kind === 'agenda-dates' && actor.task.subjectId === yearId;
}

/** Answers for a department which dates suit. */
export function canAnswerForDepartment(actor: Actor, yearDepartmentId: string): boolean {
  if (canManageDialogue(actor)) return true;
  return (
    actor.kind === 'task' &&
    actor.task?.kind === 'department-dates' &&
    actor.task.subjectId === yearDepartmentId
  );
}
