import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds, answers, forming runs, proposals and published groups. */
export class Intervision20261122040000 implements MigrationInterface {
  name = 'Intervision20261122040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table round (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        kind text not null,
        name text not null,
        introduction text,
        state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'published', 'archived')),
        answer_from timestamptz,
        answer_until timestamptz,
        asks text[] not null,
        rules jsonb not null,
        reminder_days integer[] not null default '{7,2}',
        reminded_days integer[] not null default '{}',
        published_at timestamptz,
        published_proposal_id uuid,
        created_at timestamptz not null default now(),
        version integer not null default 1
      );
      call close_by_region('round');

      create table round_theme (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        round_id uuid not null references round (id),
        short_name text not null check (char_length(short_name) between 1 and 24),
        name text not null,
        description text,
        max_groups integer check (max_groups > 0),
        position integer not null,
        catalogue_item_id uuid,
        archived_at timestamptz
      );
      create index round_theme_round on round_theme (round_id, position);
      call close_by_region('round_theme');

      create table round_date (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        round_id uuid not null references round (id),
        date date not null,
        start_time text not null check (start_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
        end_time text not null check (end_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
        max_groups integer check (max_groups > 0),
        archived_at timestamptz
      );
      create index round_date_round on round_date (round_id, date);
      call close_by_region('round_date');

      create table round_participant (
        region_id uuid not null references region (id),
        round_id uuid not null references round (id),
        practice_id uuid not null references practice (id),
        taking_part boolean not null default true,
        without_answer boolean not null default false,
        invited_at timestamptz,
        reminders integer not null default 0,
        last_reminder_at timestamptz,
        primary key (round_id, practice_id)
      );
      create index round_participant_practice on round_participant (practice_id);
      call close_by_region('round_participant');

      create table round_answer (
        round_id uuid not null references round (id),
        practice_id uuid not null references practice (id),
        region_id uuid not null references region (id),
        ranked uuid[] not null default '{}',
        excluded uuid[] not null default '{}',
        dates jsonb not null default '{}',
        motivation integer check (motivation between 1 and 5),
        stay text check (stay in ('yes', 'neutral', 'no')),
        can_lead boolean,
        leader_person_id uuid references person (id),
        -- as the practice typed it; a person known elsewhere by that address must not show its name here
        leader_name text,
        submitted_at timestamptz,
        saved_at timestamptz,
        saved_by uuid,
        via text check (via in ('link', 'account', 'phone')),
        version integer not null default 1,
        primary key (round_id, practice_id)
      );
      call close_by_region('round_answer');

      create table forbidden_pair (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        practice_a uuid not null references practice (id),
        practice_b uuid not null references practice (id),
        reason text not null,
        created_at timestamptz not null default now(),
        ended_at timestamptz,
        check (practice_a < practice_b)
      );
      create unique index forbidden_pair_once on forbidden_pair (practice_a, practice_b) where ended_at is null;
      call close_by_region('forbidden_pair');

      create table forming_run (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        round_id uuid not null references round (id),
        purpose text not null check (purpose in ('form', 'improve', 'repair')),
        state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
        request jsonb not null default '{}',
        phase text not null default 'queued',
        fraction double precision not null default 0,
        instance jsonb,
        outcome jsonb,
        failure text,
        heartbeat_at timestamptz,
        started_at timestamptz,
        finished_at timestamptz,
        created_by uuid not null,
        created_at timestamptz not null default now()
      );
      create index forming_run_round on forming_run (round_id, id desc);
      create unique index forming_run_busy on forming_run (round_id) where state in ('queued', 'running');
      call close_by_region('forming_run');

      create table proposal (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        round_id uuid not null references round (id),
        run_id uuid references forming_run (id),
        label text not null,
        kind text not null,
        state text not null default 'ready' check (state in ('ready', 'published', 'superseded')),
        instance jsonb not null,
        instance_hash text not null,
        solution jsonb not null,
        summary jsonb not null,
        pins jsonb not null default '{"practices":[],"groups":[],"leaders":[]}',
        history jsonb not null default '[]',
        based_on uuid references proposal (id),
        created_by uuid not null,
        created_at timestamptz not null default now(),
        version integer not null default 1
      );
      create index proposal_round on proposal (round_id, id desc);
      call close_by_region('proposal');

      create table intervision_group (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        round_id uuid not null references round (id),
        number integer not null,
        name text not null,
        theme_id uuid not null references round_theme (id),
        date_id uuid not null references round_date (id),
        date date not null,
        start_time text not null,
        end_time text not null,
        time_zone text not null default 'Europe/Amsterdam',
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        location text,
        leader_practice_id uuid references practice (id),
        leader_person_id uuid references person (id),
        leader_name text,
        calendar_uid text not null unique,
        calendar_sequence integer not null default 0,
        started_on date not null,
        ended_on date,
        -- when the others were told that its meeting is over
        ended_told_at timestamptz,
        version integer not null default 1
      );
      create unique index intervision_group_number on intervision_group (round_id, number);
      call close_by_region('intervision_group');

      create table group_member (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        group_id uuid not null references intervision_group (id),
        practice_id uuid not null references practice (id),
        joined_at timestamptz not null,
        left_at timestamptz,
        why jsonb
      );
      create unique index group_member_once on group_member (group_id, practice_id) where left_at is null;
      create index group_member_practice on group_member (practice_id);
      call close_by_region('group_member');

      grant select, insert, update on round, round_theme, round_date, round_participant, round_answer, forbidden_pair, forming_run, proposal,
        intervision_group, group_member to leerkring_app;

      -- Regions with something due: mails to send, runs to take up again, rounds to remind or close. Looked up one region at a time.
      create function due_regions(moment timestamptz) returns setof uuid
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record;
      begin
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          if exists (select 1 from mail where region_id = r.id and state in ('planned', 'queued') and due_at <= moment and coalesce(next_attempt_at, due_at) <= moment)
             or exists (select 1 from forming_run where region_id = r.id and state in ('queued', 'running'))
             or exists (select 1 from round where region_id = r.id and state = 'open')
          then return next r.id; end if;
        end loop;
        perform set_config('app.region_id', was, true);
      end $$;
      revoke execute on function due_regions from public;
      grant execute on function due_regions to leerkring_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function due_regions; drop table group_member, intervision_group, proposal, forming_run, forbidden_pair, round_answer,
      round_participant, round_date, round_theme, round;`);
  }
}
