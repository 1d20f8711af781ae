import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every table of this migration, in an order in which they can be dropped. */
const TABLES = ['meeting_attendee', 'meeting_attendance', 'meeting_accreditation'];

/** Who was at a meeting, per practice and by name (GRP-03, SES-13); what was measured stays where it was measured. */
export class MeetingAttendance20261122117000 implements MigrationInterface {
  name = 'MeetingAttendance20261122117000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      -- Every word that was ever said of a practice; the one with the highest version counts.
      create table meeting_attendance (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        meeting_id uuid not null references meeting (id),
        practice_id uuid not null references practice (id),
        version integer not null check (version > 0),
        -- null: taken back, what was measured counts again
        state text check (state in ('present', 'absent', 'replaced')),
        -- somebody who has no account, instead of a person of the practice
        replaced_by text check (replaced_by <> ''),
        set_by uuid references person (id),
        set_at timestamptz not null,
        unique (meeting_id, practice_id, version),
        check (replaced_by is null or state = 'replaced')
      );
      create index meeting_attendance_practice on meeting_attendance (practice_id);

      -- Who came, as somebody said; minutes where they differ from what was measured or planned.
      create table meeting_attendee (
        attendance_id uuid not null references meeting_attendance (id),
        person_id uuid not null references person (id),
        region_id uuid not null references region (id),
        minutes integer check (minutes between 1 and 1440),
        primary key (attendance_id, person_id)
      );
      create index meeting_attendee_person on meeting_attendee (person_id);

      -- Under which number a meeting is known where points are given.
      create table meeting_accreditation (
        meeting_id uuid primary key references meeting (id),
        region_id uuid not null references region (id),
        activity_id text check (activity_id <> ''),
        version integer not null default 1
      );

      ${TABLES.map((table) => `call close_by_region('${table}');`).join('\n      ')}
      grant select, insert, update, delete on ${TABLES.join(', ')} to leerkring_app;

      alter function person_erase(uuid, timestamptz, timestamptz) rename to person_erase_before_attendance;
      create function person_erase(who uuid, moment timestamptz, before timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record; said text; gone text := 'Gewist persoon';
      begin
        -- as this person was called, before it is forgotten
        select said_as(array[p.name, p.email]) into said from person p where p.id = who for update;
        if not person_erase_before_attendance(who, moment, before) then return false; end if;
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          update meeting_attendance set replaced_by = regexp_replace(replaced_by, said, gone, 'gi') where replaced_by ~* said;
        end loop;
        perform set_config('app.region_id', was, true);
        return true;
      end $$;
      revoke execute on function person_erase, person_erase_before_attendance from public;
      revoke execute on function person_erase_before_attendance from leerkring_app;
      grant execute on function person_erase to leerkring_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function person_erase;
      alter function person_erase_before_attendance rename to person_erase;
      grant execute on function person_erase to leerkring_app;
      drop table ${TABLES.join(', ')};
    `);
  }
}
