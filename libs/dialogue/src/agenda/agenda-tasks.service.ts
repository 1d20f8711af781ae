import { Injectable } from '@nestjs/common';
import { TaskKinds, type TaskDescription } from '#libs/access';
import { Database, isId } from '#libs/platform';
import { VOTE_MINUTES } from './agenda-mails.service.js';

/** Says what the links in the mails of the agenda ask for. */
@Injectable()
export class AgendaTasks {
  constructor(
    private readonly database: Database,
    kinds: TaskKinds,
  ) {
    kinds.register('department-vote', (_actor, task) => this.vote(task.subjectId, task.practiceId));
    kinds.register('department-dates', (_actor, task) => this.dates(task.subjectId));
    kinds.register('agenda-dates', (_actor, task) => this.passOn(task.subjectId));
  }

  private async vote(yearId: string, practiceId: string | null): Promise<TaskDescription | null> {
    if (!isId(yearId) || !isId(practiceId ?? '')) return null;
    const [row] = await this.database.query<{ year: number; until: Date | null }>(
      `select y.year, y.vote_until as until from dialogue_year y, practice p
       where y.id = $1 and y.state <> 'draft' and p.id = $2 and p.archived_at is null`,
      [yearId, practiceId],
    );
    return row
      ? {
          title: {
            nl: `Kies de vakgroepen voor ${row.year}`,
            en: `Choose the departments for ${row.year}`,
          },
          minutes: VOTE_MINUTES,
          deadline: row.until?.toISOString() ?? null,
          href: `/taak/vakgroepen/${yearId}/${practiceId}`,
        }
      : null;
  }

  private async dates(yearDepartmentId: string): Promise<TaskDescription | null> {
    if (!isId(yearDepartmentId)) return null;
    const [row] = await this.database.query<{ name: string; until: Date | null }>(
      `select d.name, y.prefer_until as until from dialogue_year_department yd
         join department d on d.id = yd.department_id join dialogue_year y on y.id = yd.year_id where yd.id = $1`,
      [yearDepartmentId],
    );
    return row
      ? {
          title: {
            nl: `Dialoogsessie ${row.name}: kies een datum`,
            en: `Dialogue session ${row.name}: choose a date`,
          },
          minutes: 1,
          deadline: row.until?.toISOString() ?? null,
          href: `/taak/datums/${yearDepartmentId}`,
        }
      : null;
  }

  private async passOn(yearId: string): Promise<TaskDescription | null> {
    if (!isId(yearId)) return null;
    const [row] = await this.database.query<{ year: number }>(
      `select year from dialogue_year where id = $1 and state in ('asking', 'confirmed')`,
      [yearId],
    );
    return row
      ? {
          title: {
            nl: `Geef de datums voor ${row.year} door`,
            en: `Pass on the dates for ${row.year}`,
          },
          minutes: 1,
          deadline: null,
          href: `/taak/agenda/${yearId}`,
        }
      : null;
  }
}
