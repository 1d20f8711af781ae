import { Injectable } from '@nestjs/common';
import { TaskKinds } from '#libs/access';
import { Clock, Database, isId } from '#libs/platform';

const REGISTER_MINUTES = 3;
const PREPARE_MINUTES = 45;

/** Where the link of a specialist leads once there is a handout to look at. */
const SPECIALIST_PAGES: Record<string, ((sessionId: string) => string) | undefined> = {
  checking: (id) => `/naslagwerk/${id}?nakijken=1`,
  checked: (id) => `/naslagwerk/${id}?nakijken=1`,
  published: (id) => `/naslagwerk/${id}`,
};

/** Says what links in mails about a session ask for. */
@Injectable()
export class SessionTasks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    kinds: TaskKinds,
  ) {
    kinds.register('session-practice', async (_actor, { subjectId, practiceId }) => {
      if (!isId(subjectId) || !isId(practiceId)) return null;
      const session = await this.session(subjectId);
      if (!session) return null;
      const { department, open, until, handout } = session;
      return {
        title: open
          ? {
              nl: `Dialoogsessie ${department}: aanmelden en vragen stellen`,
              en: `Dialogue session ${department}: register and ask questions`,
            }
          : { nl: `Dialoogsessie ${department}`, en: `Dialogue session ${department}` },
        minutes: open ? REGISTER_MINUTES : null,
        deadline: open ? (until?.toISOString() ?? null) : null,
        href:
          handout === 'published' ? `/naslagwerk/${subjectId}` : `/taak/sessie/${subjectId}/${practiceId}`,
      };
    });
    kinds.register('session-specialist', async (_actor, { subjectId, personId }) => {
      if (!isId(subjectId)) return null;
      const session = await this.session(subjectId);
      const there = await this.database.query(
        'select 1 from session_specialist where session_id = $1 and person_id = $2 and removed_at is null',
        [subjectId, personId],
      );
      if (!session || there.length === 0) return null;
      const { department, open, startsAt, handout } = session;
      return {
        title: open
          ? {
              nl: `Dialoogsessie ${department}: de vragen van de huisartsen`,
              en: `Dialogue session ${department}: the questions of the practices`,
            }
          : { nl: `Dialoogsessie ${department}`, en: `Dialogue session ${department}` },
        minutes: open ? PREPARE_MINUTES : null,
        deadline: open ? startsAt.toISOString() : null,
        href: SPECIALIST_PAGES[handout ?? '']?.(subjectId) ?? `/taak/specialist/${subjectId}`,
      };
    });
  }

  private async session(id: string) {
    const [row] = await this.database.query<{
      department: string;
      open: boolean;
      startsAt: Date;
      until: Date | null;
      handout: string | null;
    }>(
      `select d.name as department, s.starts_at as "startsAt", s.state = 'planned' and s.starts_at > $2 as open,
         (select t.due_at from session_step t where t.session_id = s.id and t.kind = 'share' and t.state = 'planned') as until,
         (select h.state from handout h where h.session_id = s.id) as handout
       from dialogue_session s join department d on d.id = s.department_id where s.id = $1`,
      [id, this.clock.now()],
    );
    return row;
  }
}
