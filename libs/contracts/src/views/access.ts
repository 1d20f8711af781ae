import type { Permission } from '../permissions.js';
import type { Role, ScopeKind } from '../roles.js';
import type { Language } from './list.js';

export interface RegionView {
  id: string;
  slug: string;
  name: string;
  /** School-holiday region: candidate dates are flagged by it. */
  holidayRegion: HolidayRegion;
  /** Where answers to mails go: a person, not a machine. */
  replyTo: string | null;
  /** Local time at which evaluations go out, the day after: `09:00`. */
  evaluationTime: string;
  version: number;
}
export type HolidayRegion = 'noord' | 'midden' | 'zuid';

export interface RoleView {
  id: string;
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string | null;
  /** The name of the practice, group or session the role is held over. */
  scopeName: string | null;
  /** Function of a practice employee in the words of the practice, e.g. doktersassistent. */
  jobTitle: string | null;
  /** BIG number: 11 digits, as text. */
  bigNumber: string | null;
  since: string;
  until: string | null;
  /** Who took the role over when it was handed over. */
  handedOverTo: string | null;
}

/** Who is signed in, where, and what the screens may offer. */
export interface MeView {
  person: { id: string; name: string; email: string; language: Language };
  region: RegionView;
  regions: { id: string; slug: string; name: string }[];
  roles: RoleView[];
  permissions: Permission[];
  /** True in the embedded demo region: the mailbox page and demo sign-ins exist. */
  demo: boolean;
  /** Set when the session came from a task link: only that task's page is reachable. */
  task: { kind: TaskKind; href: string } | null;
}
export type TaskKind =
  | 'round-answer'
  | 'group-view'
  /** A practice ranks departments for a year. */
  | 'department-vote'
  /** A department says which dates suit it; the subject is its place in the year. */
  | 'department-dates'
  /** The coordinating specialist passes the dates on. */
  | 'agenda-dates'
  /** A practice and a dialogue session: register, ask, take part, handout. */
  | 'session-practice'
  /** A specialist and a dialogue session: prepare, take part, check the handout. */
  | 'session-specialist'
  /** A practice says which dates of a poll suit it. */
  | 'date-poll'
  /** A practice and a meeting: preparation, agreement, taking part, actions. */
  | 'meeting'
  /** The weekly look at each other's referrals, inside one practice. */
  | 'referral-review';

/** What the link page shows before its button is pressed. Reading it never consumes the link. */
export interface SignInLinkView {
  /** `ready`: this browser asked for the link, the button is enough. `code`: another browser did, type the code. */
  state: 'ready' | 'code' | 'expired';
}
export interface SignedInView {
  /** Path to go to after signing in. */
  href: string;
}
export interface TaskLinkView {
  state: 'ready' | 'expired';
  kind: TaskKind | null;
  title: { nl: string; en: string } | null;
  practice: string | null;
  region: string | null;
  minutes: number | null;
  deadline: string | null;
}
export interface SessionView {
  id: string;
  current: boolean;
  kind: 'full' | 'task';
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  /** Browser and system in a few words, e.g. `Firefox, Windows`. */
  device: string;
}
export interface DemoPersonView {
  id: string;
  name: string;
  role: Role;
  scopeName: string | null;
}
export interface DemoView {
  people: DemoPersonView[];
}
export interface SetupView {
  /** True while the installation has no region. */
  needed: boolean;
  /** True when an SMTP server is configured. */
  mail: boolean;
}
export interface PersonView {
  id: string;
  name: string;
  email: string;
  language: Language;
  archived: boolean;
  roles: RoleView[];
}
