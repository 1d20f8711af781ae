import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Regions in which something is due, privacy tests among it or not. */
const dueRegions = (more: string): string => `
  create or replace function due_regions(moment timestamptz) returns setof uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare was text := coalesce(current_setting('app.region_id', true), ''); r record;
  begin
    for r in select id from region loop
      perform set_config('app.region_id', r.id::text, true);
      if exists (select 1 from mail where region_id = r.id and state in ('planned', 'queued') and due_at <= moment and coalesce(next_attempt_at, due_at) <= moment)
         or exists (select 1 from forming_run where region_id = r.id and state in ('queued', 'running'))
         or exists (select 1 from round where region_id = r.id and state = 'open')
         or exists (select 1 from intervision_group where region_id = r.id and ended_on is null and ended_told_at is null and ends_at <= moment)
         or exists (select 1 from campaign_step where region_id = r.id and state = 'planned' and due_at <= moment)
         or exists (select 1 from data_set where region_id = r.id and (state = 'loading'
           or state in ('refused', 'failed') and dropped_at is null or state = 'checked' and loaded_at <= moment - interval '30 days'))
         or exists (select 1 from release where region_id = r.id and state = 'preparing')
         ${more}
         or exists (select 1 from open_mode where region_id = r.id and state in ('proposed', 'active') and ends_on < (moment at time zone 'Europe/Amsterdam')::date)
      then return next r.id; end if;
    end loop;
    perform set_config('app.region_id', was, true);
  end $$;`;

/** The privacy test before approval (D7) as work of the worker: a row that says what must be looked at, and what came out. */
export class PrivacyTests20261122090000 implements MigrationInterface {
  name = 'PrivacyTests20261122090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table privacy_test (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        -- one at a time: asking again begins anew
        data_set_id uuid not null unique references data_set (id) on delete cascade,
        state text not null check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
        fraction real not null default 0,
        -- while an audience is looked at: which worker has it, when that was last heard of, and how often one began
        held_by uuid,
        heard_at timestamptz,
        attempts smallint not null default 0,
        -- per audience how many numbers would be shown and hidden: counts only
        result jsonb not null default '[]',
        -- what the region's figures would tell everybody, for the audiences after it; emptied when the test ends
        carried jsonb,
        reason text,
        asked_by uuid references person (id),
        asked_at timestamptz not null default now(),
        ended_at timestamptz,
        version integer not null default 1,
        check (carried is null or state in ('waiting', 'running'))
      );
      create index privacy_test_open on privacy_test (region_id, asked_at) where state in ('waiting', 'running');
      call close_by_region('privacy_test');
      grant select, insert, update, delete on privacy_test to leerkring_app;

      ${dueRegions(`or exists (select 1 from privacy_test where region_id = r.id and state in ('waiting', 'running'))`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table privacy_test;
      ${dueRegions('')}
    `);
  }
}
