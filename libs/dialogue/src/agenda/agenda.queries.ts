import { Injectable } from '@nestjs/common';
import type {
  DateFit,
  DepartmentVoterView,
  DialogueDateView,
  DialogueYearSummaryView,
  DialogueYearView,
  HolidayRegion,
  Language,
  YearDepartmentView,
} from '#libs/contracts';
import { dateFlags } from '#libs/practices';
import { Database, found, isId, localInstant } from '#libs/platform';
import { proposalOf } from './assignment-words.rules.js';
import { DialogueDate } from './dialogue-date.entity.js';
import { DialogueYear } from './dialogue-year.entity.js';
import { byWanted, countVotes } from './votes.rules.js';

/** A department in a year, with whom to write to about it. */
export interface AgendaDepartment extends YearDepartmentView {
  contact: { personId: string; name: string; email: string; language: Language } | null;
}

interface DepartmentRow {
  id: string;
  departmentId: string;
  name: string;
  hospital: string | null;
  invited: boolean;
  answeredAt: Date | null;
  note: string | null;
  fits: Record<string, DateFit>;
  contact: AgendaDepartment['contact'];
}

/** The agenda as it is looked up. Every method runs in the open transaction and sees its region alone. */
@Injectable()
export class AgendaQueries {
  constructor(private readonly database: Database) {}

  /** @throws not-found */
  async one(id: string): Promise<DialogueYear> {
    return found(
      isId(id) ? await this.database.repository(DialogueYear).findOneBy({ id }) : null,
      'dialogue-year',
    );
  }

  /**
   * The year held until the transaction ends: `write` to change it, `read` to vote or answer in it, so that it cannot go on in between
   * while votes do not wait for each other. @throws not-found
   */
  async lock(id: string, purpose: 'read' | 'write'): Promise<DialogueYear> {
    const mode = purpose === 'write' ? 'pessimistic_write' : 'pessimistic_read';
    return found(
      isId(id)
        ? await this.database.repository(DialogueYear).findOne({ where: { id }, lock: { mode } })
        : null,
      'dialogue-year',
    );
  }

  async years(): Promise<DialogueYearSummaryView[]> {
    return this.database.query(
      `select y.id, y.year, y.state, (select count(*)::int from dialogue_date d where d.year_id = y.id) as dates,
         (select count(*)::int from dialogue_year_department yd where yd.year_id = y.id and yd.invited) as invited
       from dialogue_year y order by y.year desc`,
    );
  }

  async holidayRegion(): Promise<HolidayRegion> {
    const [row] = await this.database.query<{ region: HolidayRegion }>(
      `select holiday_region as region from region where id = current_region()`,
    );
    return (row as { region: HolidayRegion }).region;
  }

  /** The dates of a year, the earliest first, with what a person should know of those days. */
  async dates(yearId: string): Promise<DialogueDateView[]> {
    const region = await this.holidayRegion();
    const dates = await this.database
      .repository(DialogueDate)
      .find({ where: { yearId }, order: { date: 'ASC', startTime: 'ASC', id: 'ASC' } });
    return dates.map(({ id, date, startTime, endTime }) => ({
      id,
      date,
      startTime,
      endTime,
      flags: dateFlags(date, region).map(({ name }) => name),
    }));
  }

  /** The departments of a year with their votes and answers, the most wanted first. */
  async departments(yearId: string): Promise<AgendaDepartment[]> {
    const rows = await this.database.query<DepartmentRow>(
      `select yd.id, yd.department_id as "departmentId", d.name, d.hospital, yd.invited, yd.answered_at as "answeredAt", yd.note,
         coalesce((select jsonb_object_agg(p.date_id, p.answer) from department_preference p where p.year_department_id = yd.id), '{}') as fits,
         case when c.id is null then null
           else jsonb_build_object('personId', c.id, 'name', c.name, 'email', c.email, 'language', c.language) end as contact
       from dialogue_year_department yd join department d on d.id = yd.department_id
         left join person c on c.id = d.contact_person_id and c.archived_at is null and c.email <> ''
       where yd.year_id = $1`,
      [yearId],
    );
    const rankings = await this.database.query<{ ranking: string[] }>(
      `select ranking from department_vote where year_id = $1`,
      [yearId],
    );
    const counts = countVotes(
      rows.map(({ departmentId }) => departmentId),
      rankings.map(({ ranking }) => ranking),
    );
    return byWanted(
      rows.map(({ answeredAt, ...row }) => ({
        ...row,
        ...(counts.get(row.departmentId) as NonNullable<ReturnType<typeof counts.get>>),
        answeredAt: answeredAt?.toISOString() ?? null,
        reachable: row.contact !== null,
      })),
    );
  }

  /** Every open practice by name, with its vote or without. */
  async voters(yearId: string): Promise<DepartmentVoterView[]> {
    const rows = await this.database.query<Omit<DepartmentVoterView, 'givenAt'> & { givenAt: Date | null }>(
      `select p.id as "practiceId", p.name, v.source, v.given_at as "givenAt", exists (select 1 from role_assignment r
           join person on person.id = r.person_id and person.archived_at is null and person.email <> ''
         where r.scope_kind = 'practice' and r.scope_id = p.id and r.role in ('practice-contact', 'practice-holder')
           and r.region_id = current_region() and r.until is null) as reachable
       from practice p left join department_vote v on v.year_id = $1 and v.practice_id = p.id
       where p.archived_at is null order by lower(p.name), p.id`,
      [yearId],
    );
    return rows.map((row) => ({ ...row, givenAt: row.givenAt?.toISOString() ?? null }));
  }

  /** When the dates begin, for a mail. */
  starts(dates: readonly DialogueDateView[]): string[] {
    return dates.map(({ date, startTime }) => localInstant(date, startTime).toISOString());
  }

  /** The coordinating specialist, with an address. */
  async coordinator(year: DialogueYear): Promise<AgendaDepartment['contact']> {
    const [row] = await this.database.query<NonNullable<AgendaDepartment['contact']>>(
      `select id as "personId", name, email, language from person where id = $1 and archived_at is null and email <> ''`,
      [year.coordinatorPersonId],
    );
    return row ?? null;
  }

  /** The whole board of a year. A fixed number of statements, however many practices. */
  async board(year: DialogueYear): Promise<DialogueYearView> {
    const dates = await this.dates(year.id);
    const departments = await this.departments(year.id);
    const voters = await this.voters(year.id);
    const coordinator = await this.coordinator(year);
    const sessions = await this.sessions(year.id, dates);
    const invited = departments.filter((one) => one.invited);
    return {
      id: year.id,
      year: year.year,
      state: year.state,
      voteUntil: year.voteUntil?.toISOString() ?? null,
      preferUntil: year.preferUntil?.toISOString() ?? null,
      coordinator: coordinator && {
        personId: coordinator.personId,
        name: coordinator.name,
        email: coordinator.email,
      },
      passedOnAt: year.passedOnAt?.toISOString() ?? null,
      dates,
      departments: departments.map(({ contact: _contact, ...view }) => view),
      practices: voters.length,
      votes: voters.filter(({ source }) => source !== null).length,
      voters,
      proposal: year.state === 'asking' ? proposalOf(dates, invited) : null,
      sessions,
      confirmedAt: year.confirmedAt?.toISOString() ?? null,
      version: year.version,
    };
  }

  private async sessions(
    yearId: string,
    dates: readonly DialogueDateView[],
  ): Promise<DialogueYearView['sessions']> {
    const rows = await this.database.query<{
      sessionId: string;
      department: string;
      date: string;
      startTime: string;
      startsAt: Date;
      endsAt: Date;
      state: DialogueYearView['sessions'][number]['state'];
    }>(
      `select s.id as "sessionId", d.name as department, s.date::text as date, s.start_time as "startTime",
         s.starts_at as "startsAt", s.ends_at as "endsAt", s.state
       from dialogue_session s join department d on d.id = s.department_id where s.year_id = $1 order by s.starts_at, s.id`,
      [yearId],
    );
    return rows.map(({ date, startTime, startsAt, endsAt, ...row }) => ({
      ...row,
      dateId: dates.find((one) => one.date === date && one.startTime === startTime)?.id ?? null,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    }));
  }
}
