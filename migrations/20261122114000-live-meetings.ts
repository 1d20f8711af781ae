import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['meeting_input', 'meeting_shown', 'meeting_role', 'meeting_live', 'discussion_method'];

/** Methods that a region adds (SES-03), and what the live meeting keeps besides its room: method, roles, written input. */
export class LiveMeetings20261122114000 implements MigrationInterface {
  name = 'LiveMeetings20261122114000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A method of the region's own; built-in ones are in the code.
      create table discussion_method (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        -- name, when, fit and steps, as MethodContent
        content jsonb not null,
        -- the method that it started from: a short word, or an id
        copied_from text not null,
        archived_at timestamptz,
        created_by uuid references person (id),
        created_at timestamptz not null default now(),
        version integer not null default 1
      );
      create index discussion_method_region on discussion_method (region_id);

      -- What a live meeting works with: a copy of the method, so that a later change of it changes no meeting.
      create table meeting_live (
        meeting_id uuid primary key references meeting (id),
        region_id uuid not null references region (id),
        method_id text not null,
        method jsonb not null,
        -- how long the method gets
        minutes integer not null check (minutes > 0),
        opened_by uuid references person (id)
      );

      -- Who does what in one meeting.
      create table meeting_role (
        meeting_id uuid not null references meeting (id),
        role text not null check (role in ('leader', 'case', 'notes', 'time', 'observer')),
        region_id uuid not null references region (id),
        practice_id uuid not null references practice (id),
        given_at timestamptz not null default now(),
        primary key (meeting_id, role)
      );
      create index meeting_role_practice on meeting_role (practice_id);

      -- Steps whose texts are shown: to all but the owner of the case, and to the owner.
      create table meeting_shown (
        meeting_id uuid not null references meeting (id),
        step_id text not null,
        region_id uuid not null references region (id),
        shown_at timestamptz not null,
        owner_shown_at timestamptz,
        primary key (meeting_id, step_id)
      );

      -- What was written in a step.
      create table meeting_input (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        meeting_id uuid not null references meeting (id),
        step_id text not null,
        -- null: of the group
        practice_id uuid references practice (id),
        text text not null,
        done boolean not null default false,
        -- stands with the text once it is shown; says nothing about who wrote it or when
        shown_id uuid not null default gen_random_uuid(),
        saved_by uuid references person (id),
        saved_at timestamptz not null,
        version integer not null default 1,
        unique nulls not distinct (meeting_id, step_id, practice_id)
      );
      create index meeting_input_practice on meeting_input (practice_id);
      ${TABLES.map((table) => `call close_by_region('${table}');`).join('\n      ')}
      grant select, insert, update, delete on ${TABLES.join(', ')} to leerkring_app;

      alter function person_erase(uuid, timestamptz, timestamptz) rename to person_erase_before_live;
      create function person_erase(who uuid, moment timestamptz, before timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record; said text; written text; gone text := 'Gewist persoon';
      begin
        -- as this person was called, in plain text and in JSON, before it is forgotten
        select said_as(array[p.name, p.email]), said_as(array[btrim(to_jsonb(p.name)::text, '"'), btrim(to_jsonb(p.email)::text, '"')])
          into said, written from person p where p.id = who for update;
        if not person_erase_before_live(who, moment, before) then return false; end if;
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          update meeting_input set text = regexp_replace(text, said, gone, 'gi') where text ~* said;
          update discussion_method set content = regexp_replace(content::text, written, gone, 'gi')::jsonb where content::text ~* written;
          update meeting_live set method = regexp_replace(method::text, written, gone, 'gi')::jsonb where method::text ~* written;
        end loop;
        perform set_config('app.region_id', was, true);
        return true;
      end $$;
      revoke execute on function person_erase, person_erase_before_live from public;
      revoke execute on function person_erase_before_live from leerkring_app;
      grant execute on function person_erase to leerkring_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function person_erase;
      alter function person_erase_before_live rename to person_erase;
      grant execute on function person_erase to leerkring_app;
      drop table ${TABLES.join(', ')};
    `);
  }
}
