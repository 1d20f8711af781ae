import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every table of this migration, in an order in which they can be dropped. */
const TABLES = ['date_poll_step', 'date_poll_answer', 'date_poll_practice', 'date_poll_option', 'date_poll'];

/** Which date suits: one answer per practice, asked until a deadline (GRP-15). */
export class DatePolls20261122112000 implements MigrationInterface {
  name = 'DatePolls20261122112000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      create table date_poll (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        -- asked again is the same poll opened again
        meeting_id uuid not null unique references meeting (id),
        state text not null default 'open' check (state in ('open', 'closed', 'chosen')),
        answer_until timestamptz not null,
        -- so many days before the end of it who did not answer everything is reminded
        reminder_days integer[] not null,
        -- the leader was told that everybody had answered
        complete_at timestamptz,
        chosen_option_id uuid,
        asked_by uuid references person (id),
        asked_at timestamptz not null,
        version integer not null default 1,
        check ((state = 'chosen') = (chosen_option_id is not null))
      );

      -- A moment that can be chosen; another time is another option, so that nobody is taken to have said yes to what they never saw.
      create table date_poll_option (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        poll_id uuid not null references date_poll (id),
        date date not null,
        start_time text not null check (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        end_time text not null check (end_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        -- what it was before it was moved
        replaces_id uuid references date_poll_option (id),
        -- its answers stay: it can be taken back
        removed_at timestamptz,
        added_at timestamptz not null,
        unique (poll_id, date, start_time, end_time),
        check (end_time > start_time)
      );
      create index date_poll_option_replaces on date_poll_option (replaces_id);
      alter table date_poll add foreign key (chosen_option_id) references date_poll_option (id);
      create index date_poll_chosen on date_poll (chosen_option_id);

      -- One practice: what it adds in words, and who spoke last.
      create table date_poll_practice (
        poll_id uuid not null references date_poll (id),
        practice_id uuid not null references practice (id),
        region_id uuid not null references region (id),
        note text check (note <> ''),
        saved_by uuid references person (id),
        saved_at timestamptz not null,
        via text not null check (via in ('link', 'account', 'phone')),
        version integer not null default 1,
        primary key (poll_id, practice_id)
      );
      create index date_poll_practice_practice on date_poll_practice (practice_id);

      -- No row: not answered, which is no answer at all and never a no.
      create table date_poll_answer (
        option_id uuid not null references date_poll_option (id),
        practice_id uuid not null references practice (id),
        region_id uuid not null references region (id),
        answer text not null check (answer in ('yes', 'maybe', 'no')),
        answered_by uuid references person (id),
        answered_at timestamptz not null,
        primary key (option_id, practice_id)
      );
      create index date_poll_answer_practice on date_poll_answer (practice_id);

      -- What is to be done when; done once.
      create table date_poll_step (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        poll_id uuid not null references date_poll (id),
        kind text not null check (kind in ('remind', 'changed', 'close')),
        due_at timestamptz not null,
        state text not null default 'planned' check (state in ('planned', 'done', 'skipped')),
        done_at timestamptz
      );
      create index date_poll_step_poll on date_poll_step (poll_id);
      create index date_poll_step_due on date_poll_step (region_id, due_at) where state = 'planned';

      ${TABLES.map((table) => `call close_by_region('${table}');`).join('\n      ')}
      grant select, insert, update, delete on ${TABLES.join(', ')} to leerkring_app;

      alter function person_erase(uuid, timestamptz, timestamptz) rename to person_erase_before_polls;
      create function person_erase(who uuid, moment timestamptz, before timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record; said text;
      begin
        -- as this person was called, before it is forgotten
        select said_as(array[p.name, p.email]) into said from person p where p.id = who for update;
        if not person_erase_before_polls(who, moment, before) then return false; end if;
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          update date_poll_practice set note = regexp_replace(note, said, 'Gewist persoon', 'gi') where note ~* said;
        end loop;
        perform set_config('app.region_id', was, true);
        return true;
      end $$;
      revoke execute on function person_erase, person_erase_before_polls from public;
      revoke execute on function person_erase_before_polls from leerkring_app;
      grant execute on function person_erase to leerkring_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function person_erase;
      alter function person_erase_before_polls rename to person_erase;
      grant execute on function person_erase to leerkring_app;
      alter table date_poll drop column chosen_option_id;
      drop table ${TABLES.join(', ')};
    `);
  }
}
