/**
 * Every problem the platform can report: code → HTTP status. The api writes them as `application/problem+json`
 * (RFC 9457) with the code, the details and the request id; the web client has one sentence per code in each language.
 */
export const PROBLEMS = {
  'auth.required': 401,
  'auth.forbidden': 403,
  'auth.origin': 403,
  'auth.link-invalid': 410,
  'auth.code-needed': 409,
  'auth.code-wrong': 422,
  'auth.task-only': 403,
  'not-found': 404,
  'validation.failed': 422,
  'conflict.stale': 409,
  'conflict.duplicate': 409,
  'rate.limited': 429,
  'upload.too-large': 413,
  'upload.unreadable': 422,
  'upload.empty': 422,
  'setup.code-wrong': 422,
  'setup.done': 409,
  'setup.mail-failed': 422,
  'region.last-coordinator': 409,
  'role.scope-missing': 422,
  'role.already-held': 409,
  'person.still-active': 409,
  'practice.agb-taken': 409,
  'practice.merge-itself': 422,
  'practice.archived': 409,
  'import.not-mapped': 422,
  'import.undecided': 409,
  'import.applied': 409,
  'import.stale': 409,
  'round.not-open': 409,
  'round.not-draft': 409,
  'round.not-closed': 409,
  'round.published': 409,
  'round.no-themes': 422,
  'round.no-dates': 422,
  'round.no-participants': 422,
  'round.window-invalid': 422,
  'round.weights-invalid': 422,
  'round.size-invalid': 422,
  'round.not-participant': 409,
  'answer.closed': 409,
  'answer.theme-unknown': 422,
  'answer.date-unknown': 422,
  'answer.leader-unknown': 422,
  'forming.busy': 409,
  'forming.none': 404,
  'proposal.hard-rule': 422,
  'proposal.stale': 409,
  'proposal.incomplete': 409,
  'proposal.nothing-to-undo': 409,
  'group.size-out-of-range': 422,
  'questionnaire.not-reviewed': 409,
  'questionnaire.invalid': 422,
  'questionnaire.own-review': 409,
  'questionnaire.in-use': 409,
  'questionnaire.built-in': 409,
  'questionnaire.archived': 409,
  'campaign.not-draft': 409,
  'campaign.launched': 409,
  'campaign.not-running': 409,
  'campaign.not-closed': 409,
  'campaign.nobody': 422,
  'campaign.level-untrue': 422,
  'campaign.times-invalid': 422,
  'campaign.keys-missing': 503,
  'step.done': 409,
  'step.needed': 409,
  'evaluation.closed': 410,
  'evaluation.answer-invalid': 422,
  'text.identifiers': 422,
  'analysis.impossible': 422,
  'mail.not-failed': 409,
  'service.unavailable': 503,
  internal: 500,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** The body of every error response. */
export interface ProblemView {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  /** Values that the sentence of this code needs, e.g. `{size: 7, min: 4, max: 6}`. */
  details: Record<string, unknown>;
  requestId: string;
}
