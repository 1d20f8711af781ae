import { Injectable } from '@nestjs/common';
import type { DialogueSessionSummaryView, Page, SessionDoorView, SessionHearerView } from '#libs/contracts';
import { renderCalendar } from '#libs/notifications';
import { allow, Clock, Database, DomainError, found, holds, practicesOf, type Actor } from '#libs/platform';
import { canManageDialogue, canSeeSession, isSpecialistOf, practicesFor } from '../dialogue.policy.js';
import { sessionEntry } from '../registrations/registrations.rules.js';
import { hearersOf, sessionSummaries, type SessionScope } from './session-views.queries.js';
import { departmentName, sessionOf } from './sessions.queries.js';

const PRACTICE_ROLES = ['practice-holder', 'practice-contact', 'practice-employee'] as const;

/** Which sessions the actor may see, as a query takes it. */
function scopeOf(actor: Actor): SessionScope {
  const everything =
    canManageDialogue(actor) ||
    (actor.kind !== 'task' &&
      (practicesOf(actor, ...PRACTICE_ROLES).length > 0 ||
        holds(actor, 'coordinating-specialist') ||
        holds(actor, 'practice-consultant')));
  if (everything) return 'all';
  return actor.roles.flatMap(({ role, scopeId }) => (role === 'specialist' && scopeId ? [scopeId] : []));
}

/** Sessions as everybody reads them who may know of them: the list, and the way to one's own pages. */
@Injectable()
export class SessionPages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Sessions that come, soonest first, then those that were. @throws validation.failed for a cursor that we did not write */
  async list(
    actor: Actor,
    query: { cursor?: string; limit: number; when?: 'coming' | 'past' },
  ): Promise<Page<DialogueSessionSummaryView>> {
    const offset = query.cursor === undefined ? 0 : Number(query.cursor);
    if (!Number.isSafeInteger(offset) || offset < 0)
      throw new DomainError('validation.failed', { fields: [{ field: 'cursor', rule: 'cursor' }] });
    const { items, total } = await this.database.transaction(actor, () =>
      sessionSummaries(this.database, {
        scope: scopeOf(actor),
        practiceIds: practicesOf(actor, ...PRACTICE_ROLES),
        organiser: canManageDialogue(actor),
        now: this.clock.now(),
        when: query.when,
        offset,
        limit: query.limit,
      }),
    );
    const next = offset + items.length;
    return { items, next: next < total ? String(next) : null, total };
  }

  /** The session for who is no organiser: which pages of it are theirs. @throws not-found */
  async door(actor: Actor, id: string): Promise<SessionDoorView> {
    return this.database.transaction(actor, async () => {
      await sessionOf(this.database, id);
      allow(canSeeSession(actor, id), 'not-found', { what: 'session' });
      const practiceIds = practicesFor(actor, id);
      const { items } = await sessionSummaries(this.database, {
        scope: [id],
        practiceIds,
        organiser: canManageDialogue(actor),
        now: this.clock.now(),
        offset: 0,
        limit: 1,
      });
      const session = found(items[0], 'session');
      const practices = await this.database.query<SessionDoorView['practices'][number]>(
        `select p.id, p.name, exists (select 1 from session_registration r where r.session_id = $1 and r.practice_id = p.id
             and r.state = 'registered') as registered,
           (select count(*)::int from session_question q where q.session_id = $1 and q.practice_id = p.id and q.state = 'asked') as questions
         from practice p where p.id = any($2) order by lower(p.name), p.id`,
        [id, practiceIds],
      );
      return {
        session,
        practices,
        specialist: isSpecialistOf(actor, id),
        liveOpen: session.state === 'live',
      };
    });
  }

  /** Who gets a mail when the session moves or is cancelled, by name, before it is. */
  async hearers(actor: Actor, id: string): Promise<SessionHearerView[]> {
    allow(canManageDialogue(actor));
    return this.database.transaction(actor, async () =>
      hearersOf(this.database, await sessionOf(this.database, id)),
    );
  }

  /** The session as a calendar file, the same entry as in the mails. The video link is only for who takes part. @throws not-found */
  async calendar(actor: Actor, id: string): Promise<{ fileName: string; content: string }> {
    return this.database.transaction(actor, async () => {
      const session = await sessionOf(this.database, id);
      allow(canSeeSession(actor, id), 'not-found', { what: 'session' });
      const [row] = await this.database.query<{
        region: string;
        replyTo: string | null;
        registered: boolean;
      }>(
        `select region.name as region, region.reply_to as "replyTo", exists (select 1 from session_registration r
           where r.session_id = $1 and r.state = 'registered' and r.practice_id = any($2)) as registered
         from region where region.id = current_region()`,
        [id, practicesFor(actor, id)],
      );
      const { region, replyTo, registered } = found(row, 'region');
      const inside = registered || canManageDialogue(actor) || isSpecialistOf(actor, id);
      const shown = inside ? session : { ...session, meetingLink: null };
      const entry = sessionEntry(
        shown,
        await departmentName(this.database, session.departmentId),
        session.calendarSequence,
        session.state === 'cancelled' ? 'CANCEL' : 'REQUEST',
      );
      const organiser = { name: region, email: replyTo ?? 'noreply@leerkring.invalid' };
      const attendee = actor.email ? { name: actor.name, email: actor.email } : undefined;
      return {
        fileName: `dialoogsessie-${session.date}.ics`,
        content: renderCalendar(entry, organiser, attendee, this.clock.now()),
      };
    });
  }
}
