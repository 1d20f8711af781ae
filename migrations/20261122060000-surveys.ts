import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Questionnaires, campaigns and their ballots (decisions: Sealed ballots). Ballots of a campaign lie in two partitions of their
 * own: the sealed one is dropped as a whole when it closes, the opened one is written once, shuffled, in one transaction, so that
 * neither rows, transaction ids, places on disk nor the write-ahead log tell whose ballot is whose.
 */
export class Surveys20261122060000 implements MigrationInterface {
  name = 'Surveys20261122060000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- local time at which the evaluation of yesterday's meetings and sessions goes out
      alter table region add column evaluation_time text not null default '09:00' check (evaluation_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
      -- how many mails of a campaign did not arrive
      create index mail_failed on mail (region_id, subject_id) where state = 'failed';

      create table questionnaire (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        key text not null,
        origin text not null check (origin in ('built-in', 'own')),
        archived_at timestamptz,
        created_at timestamptz not null default now(),
        version integer not null default 1,
        unique (region_id, key)
      );
      call close_by_region('questionnaire');

      create table questionnaire_version (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        questionnaire_id uuid not null references questionnaire (id),
        number integer not null check (number > 0),
        state text not null check (state in ('draft', 'reviewed')),
        content jsonb not null,
        author_id uuid references person (id),
        reviewer_id uuid references person (id),
        reviewed_at timestamptz,
        -- a draft that was taken away
        archived_at timestamptz,
        created_at timestamptz not null default now(),
        version integer not null default 1,
        unique (questionnaire_id, number)
      );
      create unique index questionnaire_one_draft on questionnaire_version (questionnaire_id) where state = 'draft' and archived_at is null;
      call close_by_region('questionnaire_version');

      create table campaign (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        questionnaire_version_id uuid not null references questionnaire_version (id),
        title jsonb not null,
        state text not null default 'draft' check (state in ('draft', 'planned', 'running', 'closed', 'stopped')),
        anonymity text not null check (anonymity in ('anonymous', 'confidential', 'named')),
        audience jsonb not null,
        subject_kind text not null default 'region' check (subject_kind in ('round', 'session', 'region')),
        subject_id uuid,
        department text,
        response_days integer not null default 14 check (response_days between 1 and 90),
        reminder_days integer[] not null default '{}',
        -- seals ballots; the private half lies in a file outside the database until the campaign closes
        public_key bytea,
        -- every ballot of the campaign is padded to this many bytes before it is sealed
        ballot_size integer check (ballot_size > 0),
        -- counts at closing, per cut: nothing after that can be counted from rows
        turnout jsonb,
        -- people who belong to the audience and have no mail address
        unreachable uuid[] not null default '{}',
        launched_by uuid references person (id),
        launched_at timestamptz,
        closed_at timestamptz,
        shared_at timestamptz,
        -- a draft that was taken away
        archived_at timestamptz,
        created_at timestamptz not null default now(),
        version integer not null default 1
      );
      create index campaign_list on campaign (region_id, id desc);
      -- one evaluation per round or session that is still being planned or answered, however often its fact arrives
      create unique index campaign_once on campaign (region_id, subject_kind, subject_id) where subject_id is not null and state in ('planned', 'running');
      call close_by_region('campaign');

      create table campaign_step (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        campaign_id uuid not null references campaign (id),
        kind text not null check (kind in ('invite', 'remind', 'close')),
        wave integer not null default 1 check (wave > 0),
        number integer check (number in (1, 2)),
        due_at timestamptz not null,
        state text not null default 'planned' check (state in ('planned', 'done', 'stopped', 'late')),
        done_at timestamptz,
        count integer,
        version integer not null default 1,
        unique nulls not distinct (campaign_id, kind, wave, number)
      );
      create index campaign_step_due on campaign_step (region_id, due_at) where state = 'planned';
      call close_by_region('campaign_step');

      -- Who was asked. No time of answering: \`used\` is all that is known.
      create table invitation (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        campaign_id uuid not null references campaign (id),
        wave integer not null default 1,
        person_id uuid not null references person (id),
        practice_id uuid references practice (id),
        role text not null,
        theme text,
        -- the meeting that brought this invitation, so that the same fact brings it once
        occasion_id uuid,
        token_hash bytea not null unique,
        used boolean not null default false,
        unique (campaign_id, person_id)
      );
      create index invitation_campaign on invitation (campaign_id, wave);
      call close_by_region('invitation');

      -- Answers of confidential and named campaigns until closing: kept per item, changed from any device. Sealed with a key that
      -- comes from the link, and all of one size: the table, its log and its backups tell nothing by themselves.
      create table response (
        invitation_id uuid primary key references invitation (id) on delete cascade,
        region_id uuid not null references region (id),
        campaign_id uuid not null references campaign (id),
        kept bytea not null,
        sent boolean not null default false,
        version integer not null default 1
      );
      create index response_campaign on response (campaign_id);
      call close_by_region('response');

      create table sealed_ballot (
        region_id uuid not null,
        campaign_id uuid not null,
        sealed bytea not null
      ) partition by list (campaign_id);
      call close_by_region('sealed_ballot');

      create table opened_ballot (
        region_id uuid not null,
        campaign_id uuid not null,
        id uuid not null default gen_random_uuid(),
        answers jsonb not null,
        role text,
        theme text,
        -- by name only where that was promised
        person_id uuid,
        practice_id uuid
      ) partition by list (campaign_id);
      call close_by_region('opened_ballot');

      -- Open texts, apart from the ballots they came with and from each other.
      create table opened_text (
        id uuid primary key default gen_random_uuid(),
        region_id uuid not null references region (id),
        campaign_id uuid not null references campaign (id),
        item text not null,
        original text not null,
        shown text,
        state text not null default 'new' check (state in ('new', 'shown', 'withheld')),
        decided_by uuid references person (id),
        person_id uuid,
        version integer not null default 1
      );
      create index opened_text_campaign on opened_text (campaign_id, item);
      call close_by_region('opened_text');

      -- Makes the two partitions of a campaign of the current region. Attached, not created in place: that lets other campaigns go on
      -- receiving ballots meanwhile.
      create function ballots_prepare(campaign uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare suffix text := replace(campaign::text, '-', ''); here text;
      begin
        if not exists (select 1 from campaign c where c.id = campaign and c.region_id = current_region()) then raise exception 'no such campaign'; end if;
        foreach here in array array['sealed_ballot', 'opened_ballot'] loop
          if to_regclass(here || '_' || suffix) is null then
            execute format('create table %I (like %I including defaults)', here || '_' || suffix, here);
            call close_by_region((here || '_' || suffix)::regclass);
            execute format('alter table %I attach partition %I for values in (%L)', here, here || '_' || suffix, campaign);
          end if;
        end loop;
      end $$;

      -- Takes the sealed ballots of a campaign of the current region away for good. Whoever reads all tables, such as a backup, would
      -- make every voter of every campaign wait behind this: better to give up and try again later.
      create function ballots_drop(campaign uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
      begin
        if not exists (select 1 from campaign c where c.id = campaign and c.region_id = current_region()) then raise exception 'no such campaign'; end if;
        execute format('drop table if exists %I', 'sealed_ballot_' || replace(campaign::text, '-', ''));
      end $$;

      -- Whose link this is, before a region is known. Looks into one region after the other: the table shows nobody more than one.
      create function invitation_open(hash bytea) returns table (region_id uuid, id uuid)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record;
      begin
        for r in select region.id from region loop
          perform set_config('app.region_id', r.id::text, true);
          return query select i.region_id, i.id from invitation i where i.token_hash = hash;
          exit when found;
        end loop;
        perform set_config('app.region_id', was, true);
      end $$;

      grant select, insert, update on questionnaire, questionnaire_version, campaign, campaign_step to leerkring_app;
      grant select, insert, update, delete on invitation, response to leerkring_app;
      grant insert on sealed_ballot to leerkring_app;
      grant select on opened_ballot to leerkring_app;
      grant select, update on opened_text to leerkring_app;

      -- Opens and shuffles, and can do nothing else.
      grant usage on schema public to leerkring_mixer, leerkring_reminder;
      grant execute on function current_region to leerkring_mixer, leerkring_reminder;
      grant select on sealed_ballot, campaign to leerkring_mixer;
      grant select, delete on response to leerkring_mixer;
      grant select on invitation to leerkring_mixer;
      grant insert on opened_ballot, opened_text to leerkring_mixer;

      -- Reminds, and sees no answer: not the sealed ones, not the opened ones, not what was kept.
      grant select on campaign, campaign_step, invitation, person to leerkring_reminder;
      grant update on campaign_step to leerkring_reminder;
      grant select, insert on mail to leerkring_reminder;

      revoke execute on function ballots_prepare, ballots_drop, invitation_open from public;
      grant execute on function ballots_prepare, invitation_open to leerkring_app;
      grant execute on function ballots_drop to leerkring_app, leerkring_mixer;

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
          then return next r.id; end if;
        end loop;
        perform set_config('app.region_id', was, true);
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ballots_drop, ballots_prepare, invitation_open; drop table opened_text, opened_ballot, sealed_ballot, response, invitation, campaign_step,
      campaign, questionnaire_version, questionnaire; drop index mail_failed; alter table region drop column evaluation_time;`);
  }
}
