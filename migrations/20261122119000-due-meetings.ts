import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When something is due in a region (r.id) at `moment`: one line per thing. */
const DUE = [
  `mail where region_id = r.id and state in ('planned', 'queued') and due_at <= moment and coalesce(next_attempt_at, due_at) <= moment`,
  `forming_run where region_id = r.id and state in ('queued', 'running')`,
  `round where region_id = r.id and state = 'open'`,
  `campaign_step where region_id = r.id and state = 'planned' and due_at <= moment`,
  `data_set where region_id = r.id and (state = 'loading' or state in ('refused', 'failed') and dropped_at is null
     or state = 'checked' and loaded_at <= moment - interval '30 days')`,
  `release where region_id = r.id and state = 'preparing'`,
  `privacy_test where region_id = r.id and state in ('waiting', 'running')`,
  `open_mode where region_id = r.id and state in ('proposed', 'active') and ends_on < (moment at time zone 'Europe/Amsterdam')::date`,
  `session_step where region_id = r.id and state = 'planned' and due_at <= moment`,
  `live_presence where region_id = r.id and left_at is null and seen_at <= moment - interval '1 minute'`,
  `live_fact where region_id = r.id and at <= moment - interval '1 day'`,
];
/** What meetings add. */
const OF_MEETINGS = [
  `meeting where region_id = r.id and state = 'planned' and ends_at <= moment - interval '2 hours'`,
  `date_poll_step where region_id = r.id and state = 'planned' and due_at <= moment`,
  `referral_moment where region_id = r.id and remind_at <= moment`,
  `referral_action where region_id = r.id and remind_at <= moment`,
  `action_item where region_id = r.id and remind_at <= moment`,
  `outcome where region_id = r.id and due_at <= moment`,
  `agreement_ask where region_id = r.id and due_at <= moment`,
  `meeting_preparation where region_id = r.id and due_at <= moment`,
];
/** What it was before: a group had one meeting. */
const OF_GROUPS = [
  `intervision_group where region_id = r.id and ended_on is null and ended_told_at is null and ends_at <= moment`,
];

const dueRegions = (due: readonly string[]): string => `
  create or replace function due_regions(moment timestamptz) returns setof uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare was text := coalesce(current_setting('app.region_id', true), ''); r record;
  begin
    for r in select id from region loop
      perform set_config('app.region_id', r.id::text, true);
      if ${due.map((one) => `exists (select 1 from ${one})`).join(' or ')} then return next r.id; end if;
    end loop;
    perform set_config('app.region_id', was, true);
  end $$;`;

/** Regions with something due, meetings and what belongs to them among it. */
export class DueMeetings20261122119000 implements MigrationInterface {
  name = 'DueMeetings20261122119000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(dueRegions([...DUE, ...OF_MEETINGS]));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dueRegions([...DUE, ...OF_GROUPS]));
  }
}
