import { Injectable } from '@nestjs/common';
import { agendaRoom, sessionRoom } from '#libs/contracts';
import { TaskLinksService } from '#libs/access';
import { AuditService } from '#libs/audit';
import { Clock, Database, Facts, found, Rooms, type Actor } from '#libs/platform';
import { RegistrationMails } from './registrations/registration-mails.service.js';
import { Registration } from './registrations/registration.entity.js';
import { RegistrationsQueries } from './registrations/registrations.queries.js';
import { RegistrationsService } from './registrations/registrations.service.js';
import { RoomEcho } from './sessions/room-echo.service.js';
import type { Session } from './sessions/session.entity.js';
import { lockSession } from './sessions/sessions.queries.js';

/** Everything that is a row of one practice and can simply go with it; what both have stays where it is, as history. */
const MOVING = [
  `update session_attendance a set practice_id = $2 where practice_id = $1 and not exists (select 1 from session_attendance o
     where o.session_id = a.session_id and o.practice_id = $2 and o.person_id = a.person_id)`,
  `update live_presence set practice_id = $2 where practice_id = $1`,
  `update session_question set practice_id = $2 where practice_id = $1`,
  `update follow_up_question set practice_id = $2 where practice_id = $1`,
  `delete from question_inbox i where practice_id = $1 and exists (select 1 from question_inbox o
     where o.session_id = i.session_id and o.practice_id = $2)`,
  `update question_inbox set practice_id = $2 where practice_id = $1`,
];
/** "Wij ook" of both is once "wij ook", and nobody joins a question of their own. */
const ENDORSING = [
  ['question_endorsement', 'question_id', 'session_question'],
  ['follow_up_endorsement', 'follow_up_id', 'follow_up_question'],
].flatMap(([table, key, question]) => [
  `insert into ${table} (${key}, practice_id, region_id, given_by, given_at)
     select ${key}, $2, region_id, given_by, given_at from ${table} where practice_id = $1 on conflict do nothing`,
  `delete from ${table} e where practice_id = $1 or (practice_id = $2 and exists (select 1 from ${question} q
     where q.id = e.${key} and q.practice_id = $2))`,
]);
/** A place counts more than a line, and a line more than nothing. */
const WEIGHT = { registered: 2, waiting: 1, excused: 0 } as const;

/**
 * What the agenda and the sessions do when two practices become one (GRP-16), when one closes, and when somebody leaves one. Runs inside
 * the publisher's transaction.
 */
@Injectable()
export class DialogueReactions {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly echo: RoomEcho,
    private readonly queries: RegistrationsQueries,
    private readonly registrations: RegistrationsService,
    private readonly mails: RegistrationMails,
    private readonly links: TaskLinksService,
    private readonly clock: Clock,
    facts: Facts,
  ) {
    facts.on('practice.merged', (actor, { practiceId, intoId }) => this.merge(actor, practiceId, intoId));
    facts.on('practice.archived', (actor, { practiceId }) => this.close(actor, practiceId));
    facts.on('role.ended', async (actor, { personId, scopeKind, scopeId }) => {
      if (scopeKind === 'practice' && scopeId) await this.leave(actor, personId, scopeId);
    });
  }

  /** A practice that closed does not come any more: its place is for who waits, and nothing comes in through its inbox. */
  private async close(actor: Actor, practiceId: string): Promise<void> {
    const open = await this.sessionsOf(practiceId);
    for (const id of open) {
      const session = await lockSession(this.database, id);
      const rows = this.database.repository(Registration);
      const own = await rows.findOneBy({ sessionId: id, practiceId });
      const before = own?.state ?? 'excused';
      if (own && before !== 'excused') {
        const mailed = { session, department: await this.queries.departmentOf(session) };
        const to = await this.queries.receiver(own.personId);
        const practice = found(await this.queries.anyPractice(practiceId), 'practice');
        await this.mails.left(actor, mailed, practice, to, 'closed', before === 'registered');
        await rows.save(Object.assign(own, { state: 'excused', version: own.version + 1 }));
        await this.registrations.fillPlaces(actor, session);
        await this.echo.people(id, own.personId);
      }
      await this.database.query('delete from question_inbox where session_id = $1 and practice_id = $2', [
        id,
        practiceId,
      ]);
      await this.rooms.announce(sessionRoom(id), 'session.changed');
    }
    if (open.length > 0)
      this.audit.record(actor, {
        event: 'dialogue.practice-closed',
        action: 'U',
        subjectKind: 'practice',
        subjectId: practiceId,
        practiceId,
        detail: { sessions: open },
      });
  }

  /**
   * Who has no role at the practice any more does not go for it: out of the calendar, with links that end at once. The place stays the
   * practice's, and whoever its mails go to chooses somebody else.
   */
  private async leave(actor: Actor, personId: string, practiceId: string): Promise<void> {
    const practice = await this.queries.practice(practiceId);
    const staff = (await this.queries.staffOf([practiceId])).get(practiceId) ?? [];
    if (!practice || staff.some((one) => one.personId === personId)) return;
    const open = await this.database.query<{ id: string }>(
      `select s.id from dialogue_session s join session_registration r on r.session_id = s.id
       where s.state in ('planned', 'live') and s.ends_at > $3 and r.practice_id = $1 and r.person_id = $2
         and r.state <> 'excused' order by s.id`,
      [practiceId, personId, this.clock.now()],
    );
    for (const { id } of open) {
      const session = await lockSession(this.database, id);
      const own = await this.database.repository(Registration).findOneBy({ sessionId: id, practiceId });
      if (own?.personId !== personId || own.state === 'excused') continue;
      await this.links.revoke(id, personId);
      const mailed = { session, department: await this.queries.departmentOf(session) };
      const to = await this.queries.receiver(personId);
      await this.mails.left(actor, mailed, practice, to, 'no-staff', own.state === 'registered');
      await this.mails.choose(actor, mailed, practice);
      await this.rooms.announce(sessionRoom(id), 'session.changed');
      await this.echo.people(id, personId);
    }
  }

  private async merge(actor: Actor, practiceId: string, intoId: string): Promise<void> {
    const both = [practiceId, intoId];
    // sessions first and by their ids, as whoever registers or asks holds them
    const open = await this.sessionsOf(practiceId);
    const sessions: Session[] = [];
    for (const id of open) sessions.push(await lockSession(this.database, id));
    await this.moveVotes(practiceId, intoId);
    for (const session of sessions) await this.moveRegistration(actor, session, practiceId, intoId);
    await this.database.query(
      `update session_registration r set practice_id = $2 where practice_id = $1 and not exists (select 1 from session_registration o
         where o.session_id = r.session_id and o.practice_id = $2)`,
      both,
    );
    for (const statement of [...MOVING, ...ENDORSING]) await this.database.query(statement, both);
    for (const { id } of sessions) {
      await this.echo.questions(id);
      await this.rooms.announce(sessionRoom(id), 'session.changed');
    }
    this.audit.record(actor, {
      event: 'dialogue.practice-merged',
      action: 'U',
      subjectKind: 'practice',
      subjectId: practiceId,
      practiceId: intoId,
      detail: { intoId, sessions: open },
    });
  }

  /** Sessions that are still to come, or run, in which the practice has anything. */
  private async sessionsOf(practiceId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select s.id from dialogue_session s where s.state in ('planned', 'live') and (
         exists (select 1 from session_registration r where r.session_id = s.id and r.practice_id = $1)
         or exists (select 1 from session_question q where q.session_id = s.id and q.practice_id = $1)
         or exists (select 1 from session_question q join question_endorsement e on e.question_id = q.id
           where q.session_id = s.id and e.practice_id = $1)
         or exists (select 1 from follow_up_question f where f.session_id = s.id and f.practice_id = $1)
         or exists (select 1 from follow_up_question f join follow_up_endorsement e on e.follow_up_id = f.id
           where f.session_id = s.id and e.practice_id = $1)
         or exists (select 1 from question_inbox i where i.session_id = s.id and i.practice_id = $1)) order by s.id`,
      [practiceId],
    );
    return rows.map(({ id }) => id);
  }

  /** The vote of the practice that stays counts; once the agenda is fixed, both stand as they were given. */
  private async moveVotes(practiceId: string, intoId: string): Promise<void> {
    const years = await this.database.query<{ id: string }>(
      `select y.id from dialogue_year y join department_vote v on v.year_id = y.id
       where v.practice_id = $1 and y.state <> 'confirmed' order by y.id for update of y`,
      [practiceId],
    );
    await this.database.query(
      `delete from department_vote v where practice_id = $1 and year_id = any($3)
         and exists (select 1 from department_vote o where o.year_id = v.year_id and o.practice_id = $2)`,
      [practiceId, intoId, years.map(({ id }) => id)],
    );
    await this.database.query(
      `update department_vote v set practice_id = $2 where practice_id = $1
         and not exists (select 1 from department_vote o where o.year_id = v.year_id and o.practice_id = $2)`,
      [practiceId, intoId],
    );
    for (const { id } of years) await this.rooms.announce(agendaRoom(id), 'agenda.changed');
  }

  /**
   * One person goes for one practice: the registration of the practice that stays wins, unless only the other has a place. Who goes by the
   * other's registration gets a link and a calendar entry in the new name, who does not go any more hears it, and a place that comes free
   * is filled.
   */
  private async moveRegistration(
    actor: Actor,
    session: Session,
    practiceId: string,
    intoId: string,
  ): Promise<void> {
    const rows = this.database.repository(Registration);
    const [from, into] = [
      await rows.findOneBy({ sessionId: session.id, practiceId }),
      await rows.findOneBy({ sessionId: session.id, practiceId: intoId }),
    ];
    if (!from) return;
    const moves = !into || WEIGHT[from.state] > WEIGHT[into.state];
    const gone = moves ? into : from;
    const practice = found(await this.queries.practice(intoId), 'practice');
    const mailed = { session, department: await this.queries.departmentOf(session) };
    if (gone) await rows.delete({ id: gone.id });
    if (moves) {
      Object.assign(from, { practiceId: intoId, version: from.version + 1 });
      if (from.state === 'registered')
        await this.mails.registered(
          actor,
          mailed,
          practice,
          from,
          await this.queries.receiver(from.personId),
        );
      await rows.save(from);
    }
    const stays = moves ? from : into;
    const leaves = gone && gone.state !== 'excused' && gone.personId !== stays?.personId ? gone : null;
    if (leaves) {
      const to = await this.queries.receiver(leaves.personId);
      await this.mails.left(actor, mailed, practice, to, 'replaced', leaves.state === 'registered');
    }
    if (gone?.state === 'registered') await this.registrations.fillPlaces(actor, session);
    await this.echo.people(session.id, leaves?.personId ?? null);
  }
}
