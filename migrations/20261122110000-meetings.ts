import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People without an open role who did nothing since a moment; a leader did as long as "led" says so. */
const PEOPLE_IDLE = (led: string): string => `
      create or replace function people_idle(before timestamptz) returns table (person uuid, here boolean)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record; busy uuid[] := '{}'; near uuid[] := '{}'; far uuid[] := '{}'; known uuid[];
      begin
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          busy := busy || array(select a.person_id from role_assignment a where a.until is null or a.until >= before
            union select x.leader_person_id from round_answer x where x.leader_person_id is not null and x.saved_at >= before
            union select g.leader_person_id from intervision_group g where g.leader_person_id is not null and ${led}
            union select p.person_id from session_specialist p join dialogue_session s on s.id = p.session_id where s.ends_at >= before
            union select p.person_id from session_registration p join dialogue_session s on s.id = p.session_id where s.ends_at >= before
            union select d.contact_person_id from department d where d.archived_at is null and d.contact_person_id is not null and before < 'infinity'
            union select y.coordinator_person_id from dialogue_year y where y.coordinator_person_id is not null and make_date(y.year + 1, 1, 1) >= before);
          known := array(select distinct a.person_id from role_assignment a union select p.person_id from session_specialist p
            union select d.contact_person_id from department d where d.contact_person_id is not null);
          if r.id::text = was then near := known; else far := far || known; end if;
        end loop;
        perform set_config('app.region_id', was, true);
        return query select p.id, p.id = any(near) or p.id <> all(far) from person p
          where p.archived_at is null and p.created_at < before and p.id <> all(busy) order by p.id;
      end $$;`;

/**
 * A meeting is a thing of its own (SES-01…13): a group has several in a year, and practices meet outside groups too (GRP-09). What a group
 * had of its first meeting moves there, under the same id and the same calendar entry.
 */
export class Meetings20261122110000 implements MigrationInterface {
  name = 'Meetings20261122110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        -- null: extra intervision of practices that are no group
        group_id uuid references intervision_group (id),
        circle text not null check (circle in ('group', 'district', 'fto', 'dto', 'other')),
        title text not null check (title <> ''),
        state text not null default 'polling' check (state in ('polling', 'planned', 'closed', 'cancelled')),
        -- counts as the yearly mandatory meeting (GRP-03)
        mandatory boolean not null default false,
        -- null as long as the date is asked for
        date date,
        start_time text check (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        end_time text check (end_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        time_zone text not null default 'Europe/Amsterdam',
        starts_at timestamptz,
        ends_at timestamptz,
        location text,
        meeting_link text,
        -- who calls practices together outside a group
        organiser_practice_id uuid references practice (id),
        calendar_uid text not null unique,
        calendar_sequence integer not null default 0,
        closed_at timestamptz,
        created_by uuid references person (id),
        created_at timestamptz not null default now(),
        version integer not null default 1,
        check ((circle = 'group') = (group_id is not null)),
        check (state = 'polling' or starts_at is not null or state = 'cancelled')
      );
      create index meeting_group on meeting (group_id, starts_at);
      create index meeting_end on meeting (region_id, ends_at) where state = 'planned';

      -- Who is asked to be there.
      create table meeting_practice (
        meeting_id uuid not null references meeting (id),
        practice_id uuid not null references practice (id),
        region_id uuid not null references region (id),
        invited_at timestamptz not null default now(),
        left_at timestamptz,
        primary key (meeting_id, practice_id)
      );
      create index meeting_practice_practice on meeting_practice (practice_id);
      call close_by_region('meeting');
      call close_by_region('meeting_practice');
      grant select, insert, update, delete on meeting, meeting_practice to leerkring_app;

      -- The first meeting of every group that there is; the tables are closed, so it goes region by region.
      do $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record;
      begin
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          insert into meeting (id, region_id, group_id, circle, title, state, date, start_time, end_time, time_zone, starts_at, ends_at, location,
              calendar_uid, calendar_sequence, closed_at, created_at)
            select g.id, g.region_id, g.id, 'group', t.name,
              case when g.ended_told_at is not null then 'closed' when g.ended_on is not null then 'cancelled' else 'planned' end,
              g.date, g.start_time, g.end_time, g.time_zone, g.starts_at, g.ends_at, g.location, g.calendar_uid, g.calendar_sequence,
              g.ended_told_at, g.started_on
            from intervision_group g join round_theme t on t.id = g.theme_id;
          -- who left after the meeting was there to the end of it
          insert into meeting_practice (meeting_id, practice_id, region_id, invited_at, left_at)
            select g.id, m.practice_id, g.region_id, min(m.joined_at),
              case when bool_or(m.left_at is null or m.left_at > g.ends_at) then null else max(m.left_at) end
            from intervision_group g join group_member m on m.group_id = g.id group by g.id, g.region_id, m.practice_id;
        end loop;
        perform set_config('app.region_id', was, true);
      end $$;

      -- a meeting outside groups is evaluated on its own
      alter table campaign drop constraint campaign_subject_kind_check,
        add constraint campaign_subject_kind_check check (subject_kind in ('round', 'session', 'meeting', 'region'));

      ${PEOPLE_IDLE('exists (select 1 from meeting m where m.group_id = g.id and m.ends_at >= before)')}

      -- A meeting keeps its title and place, without the name of who is erased (AVG art. 17.3).
      alter function person_erase(uuid, timestamptz, timestamptz) rename to person_erase_before_meetings;
      create function person_erase(who uuid, moment timestamptz, before timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record; said text; gone text := 'Gewist persoon';
      begin
        select said_as(array[p.name, p.email]) into said from person p where p.id = who for update;
        if not person_erase_before_meetings(who, moment, before) then return false; end if;
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          update meeting set title = regexp_replace(title, said, gone, 'gi'), location = regexp_replace(location, said, gone, 'gi'),
            version = version + 1 where concat(title, ' ', location) ~* said;
        end loop;
        perform set_config('app.region_id', was, true);
        return true;
      end $$;
      revoke execute on function person_erase, person_erase_before_meetings from public;
      revoke execute on function person_erase_before_meetings from leerkring_app;
      grant execute on function person_erase to leerkring_app;

      alter table intervision_group drop column date, drop column start_time, drop column end_time, drop column time_zone, drop column starts_at,
        drop column ends_at, drop column location, drop column calendar_uid, drop column calendar_sequence, drop column ended_told_at;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table intervision_group add column date date, add column start_time text, add column end_time text,
        add column time_zone text not null default 'Europe/Amsterdam', add column starts_at timestamptz, add column ends_at timestamptz,
        add column location text, add column calendar_uid text unique, add column calendar_sequence integer not null default 0,
        add column ended_told_at timestamptz;
      do $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record;
      begin
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          update intervision_group g set date = m.date, start_time = m.start_time, end_time = m.end_time, time_zone = m.time_zone,
              starts_at = m.starts_at, ends_at = m.ends_at, location = m.location, calendar_uid = m.calendar_uid,
              calendar_sequence = m.calendar_sequence, ended_told_at = m.closed_at
            from meeting m where m.id = g.id;
          update campaign set subject_kind = 'region', subject_id = null where subject_kind = 'meeting';
        end loop;
        perform set_config('app.region_id', was, true);
      end $$;
      alter table intervision_group alter column date set not null, alter column start_time set not null, alter column end_time set not null,
        alter column starts_at set not null, alter column ends_at set not null, alter column calendar_uid set not null;
      alter table campaign drop constraint campaign_subject_kind_check,
        add constraint campaign_subject_kind_check check (subject_kind in ('round', 'session', 'region'));
      drop function person_erase;
      alter function person_erase_before_meetings rename to person_erase;
      grant execute on function person_erase to leerkring_app;
      ${PEOPLE_IDLE('g.ends_at >= before')}
      drop table meeting_practice, meeting;
    `);
  }
}
