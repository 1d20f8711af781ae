import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every table of this migration, in an order in which they can be dropped. */
const TABLES = [
  'handout',
  'live_presence',
  'live_fact',
  'follow_up_endorsement',
  'follow_up_question',
  'session_live',
  'live_removal',
  'live_room',
  'session_file',
  'own_part',
  'question_answer',
  'session_snapshot',
  'question_endorsement',
  'session_question',
  'question_inbox',
  'question_category',
  'session_attendance',
  'session_registration',
  'session_step',
  'session_specialist',
  'dialogue_session',
  'department_preference',
  'department_vote',
  'dialogue_date',
  'dialogue_year_department',
  'dialogue_year',
  'dialogue_settings',
  'department',
];

/** Regions in which something is due, dialogue sessions among it or not. */
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
         or exists (select 1 from privacy_test where region_id = r.id and state in ('waiting', 'running'))
         ${more}
         or exists (select 1 from open_mode where region_id = r.id and state in ('proposed', 'active') and ends_on < (moment at time zone 'Europe/Amsterdam')::date)
      then return next r.id; end if;
    end loop;
    perform set_config('app.region_id', was, true);
  end $$;`;

/**
 * Specialist dialogue sessions (DIA-01…21): the yearly agenda, a session with its timeline, who comes, what is asked and what became of
 * it, the live hour and the handout. Rooms, clock and presence are those of libs/live, which meetings use too.
 */
export class Dialogue20261122100000 implements MigrationInterface {
  name = 'Dialogue20261122100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- vakgroep
      create table department (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        name text not null check (name <> ''),
        hospital text,
        -- one specialist on the phone every day (DIA-18)
        phone text,
        phone_hours text,
        -- meedenkconsult and regional agreement (DIA-19)
        advice_consult text,
        agreement_url text,
        -- who answers for the department when dates are asked
        contact_person_id uuid references person (id),
        archived_at timestamptz,
        created_at timestamptz not null default now(),
        version integer not null default 1
      );
      create unique index department_name on department (region_id, lower(name)) where archived_at is null;

      -- What a region does otherwise than the defaults in code: days before and after, and the layout of the accreditation list.
      create table dialogue_settings (
        region_id uuid primary key references region (id),
        timeline jsonb not null default '{}',
        accreditation jsonb not null default '{}',
        version integer not null default 1
      );

      create table dialogue_year (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        year integer not null check (year between 2000 and 2100),
        state text not null default 'draft' check (state in ('draft', 'voting', 'asking', 'confirmed')),
        vote_until timestamptz,
        -- until when departments can say which dates suit them
        prefer_until timestamptz,
        coordinator_person_id uuid references person (id),
        -- the coordinating specialist passed the dates on
        passed_on_at timestamptz,
        confirmed_at timestamptz,
        created_at timestamptz not null default now(),
        version integer not null default 1,
        unique (region_id, year)
      );

      -- What practices can choose from, and, once the votes are counted, who is asked.
      create table dialogue_year_department (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        year_id uuid not null references dialogue_year (id) on delete cascade,
        department_id uuid not null references department (id),
        invited boolean not null default false,
        answered_at timestamptz,
        answered_by uuid references person (id),
        note text,
        version integer not null default 1,
        unique (year_id, department_id)
      );

      create table dialogue_date (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        year_id uuid not null references dialogue_year (id) on delete cascade,
        date date not null,
        start_time text not null check (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        end_time text not null check (end_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        unique (year_id, date, start_time)
      );

      create table department_vote (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        year_id uuid not null references dialogue_year (id) on delete cascade,
        practice_id uuid not null references practice (id),
        -- department ids, the most wanted first
        ranking uuid[] not null,
        source text not null check (source in ('link', 'site', 'meeting')),
        given_by uuid references person (id),
        given_at timestamptz not null default now(),
        version integer not null default 1,
        unique (year_id, practice_id)
      );

      create table department_preference (
        year_department_id uuid not null references dialogue_year_department (id) on delete cascade,
        date_id uuid not null references dialogue_date (id) on delete cascade,
        region_id uuid not null references region (id),
        answer text not null check (answer in ('yes', 'maybe', 'no')),
        primary key (year_department_id, date_id)
      );

      create table dialogue_session (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        year_id uuid references dialogue_year (id),
        department_id uuid not null references department (id),
        title text not null check (title <> ''),
        -- local date and times, as agreed
        date date not null,
        start_time text not null,
        end_time text not null,
        time_zone text not null default 'Europe/Amsterdam',
        starts_at timestamptz not null,
        ends_at timestamptz not null check (ends_at > starts_at),
        state text not null default 'planned' check (state in ('planned', 'live', 'ended', 'cancelled')),
        introduction text,
        -- the Teams link
        meeting_link text,
        -- places; null where there is no maximum
        places integer check (places > 0),
        -- follow-up questions are seen by participants only after the moderator showed them
        moderated boolean not null default false,
        -- the preparatory talk with the specialist about the purpose (DIA-05)
        talk_on date,
        activity_id text,
        -- hours that full attendance gives
        accredited_hours numeric check (accredited_hours between 0 and 24),
        -- when the questions went to the specialist: what is asked after that stands on the late list
        shared_at timestamptz,
        calendar_uid text not null,
        calendar_sequence integer not null default 0,
        ended_at timestamptz,
        cancelled_at timestamptz,
        created_by uuid references person (id),
        created_at timestamptz not null default now(),
        version integer not null default 1
      );
      create index dialogue_session_list on dialogue_session (region_id, starts_at desc);

      create table session_specialist (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        session_id uuid not null references dialogue_session (id),
        person_id uuid not null references person (id),
        added_at timestamptz not null default now(),
        removed_at timestamptz
      );
      create unique index session_specialist_once on session_specialist (session_id, person_id) where removed_at is null;

      create table session_step (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        session_id uuid not null references dialogue_session (id),
        kind text not null,
        due_at timestamptz not null,
        -- moved by the organiser: no longer moves along with the session
        own_moment boolean not null default false,
        state text not null default 'planned' check (state in ('planned', 'done', 'stopped', 'late')),
        done_at timestamptz,
        -- mails that it sent
        count integer,
        version integer not null default 1,
        unique (session_id, kind)
      );
      create index session_step_due on session_step (region_id, due_at) where state = 'planned';

      -- One per practice (DIA-07): replacing changes the person, never adds one.
      create table session_registration (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        session_id uuid not null references dialogue_session (id),
        practice_id uuid not null references practice (id),
        state text not null check (state in ('registered', 'waiting', 'excused')),
        person_id uuid not null references person (id),
        attendee_kind text not null default 'gp' check (attendee_kind in ('gp', 'locum', 'trainee', 'other')),
        -- the moment that decides the order of who waits
        asked_at timestamptz not null default now(),
        registered_by uuid references person (id),
        excuse text,
        calendar_sequence integer not null default 0,
        created_at timestamptz not null default now(),
        version integer not null default 1,
        unique (session_id, practice_id)
      );
      create index session_registration_person on session_registration (person_id);

      -- What the organiser knows besides the presence that was measured; joined_at null says: not there.
      create table session_attendance (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        session_id uuid not null references dialogue_session (id),
        practice_id uuid not null references practice (id),
        person_id uuid not null references person (id),
        joined_at timestamptz,
        left_at timestamptz,
        -- every stay of a report, as pairs of instants: who left for half an hour was not there for it
        stays jsonb not null default '[]',
        source text not null check (source in ('organiser', 'report')),
        set_by uuid references person (id),
        set_at timestamptz not null default now(),
        version integer not null default 1,
        unique (session_id, practice_id, person_id)
      );

      create table question_category (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        session_id uuid not null references dialogue_session (id),
        name text not null check (name <> ''),
        -- the department's own part is a category too (DIA-13)
        kind text not null default 'questions' check (kind in ('questions', 'department')),
        position integer not null,
        minutes integer check (minutes between 1 and 120),
        version integer not null default 1
      );
      create index question_category_session on question_category (session_id, position);

      -- A link inside one practice: colleagues propose, the registrant chooses.
      create table question_inbox (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        session_id uuid not null references dialogue_session (id),
        practice_id uuid not null references practice (id),
        token_hash bytea not null unique,
        made_by uuid references person (id),
        made_at timestamptz not null default now(),
        unique (session_id, practice_id)
      );

      create table session_question (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        session_id uuid not null references dialogue_session (id),
        -- null: added by the organiser
        practice_id uuid references practice (id),
        -- proposed: a colleague's, not yet chosen; asked: on behalf of the practice; withdrawn: taken back or not chosen
        state text not null check (state in ('proposed', 'asked', 'withdrawn')),
        text text not null check (text <> ''),
        -- the organiser's wording for everybody; null as long as it is the asker's
        shown_text text,
        author_id uuid references person (id),
        -- how a colleague signed in the inbox; seen inside the practice only
        author_name text,
        -- asked after the questions went to the specialist (DIA-21)
        late boolean not null default false,
        category_id uuid references question_category (id),
        position integer not null default 0,
        merged_into uuid references session_question (id),
        -- what became of it besides merging and answering (feature 40)
        fate text check (fate in ('answered-live', 'in-handout', 'parked', 'sent-back')),
        fate_reason text,
        fate_at timestamptz,
        shared_at timestamptz,
        asked_at timestamptz,
        created_at timestamptz not null default now(),
        version integer not null default 1,
        check (merged_into <> id)
      );
      create index session_question_session on session_question (session_id, category_id, position);
      create index session_question_merged on session_question (merged_into) where merged_into is not null;
      create index session_question_practice on session_question (practice_id, session_id);

      -- wij ook
      create table question_endorsement (
        question_id uuid not null references session_question (id) on delete cascade,
        practice_id uuid not null references practice (id),
        region_id uuid not null references region (id),
        given_by uuid references person (id),
        given_at timestamptz not null default now(),
        primary key (question_id, practice_id)
      );

      -- What went to the specialist, as it was then.
      create table session_snapshot (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        session_id uuid not null references dialogue_session (id),
        number integer not null,
        content jsonb not null,
        made_by uuid references person (id),
        made_at timestamptz not null default now(),
        unique (session_id, number)
      );

      -- What specialist and moderator note at a question.
      create table question_answer (
        question_id uuid primary key references session_question (id) on delete cascade,
        region_id uuid not null references region (id),
        timing text check (timing in ('too-early', 'on-time', 'too-late', 'other')),
        too_early text not null default '',
        on_time text not null default '',
        too_late text not null default '',
        note text not null default '',
        changed_by uuid references person (id),
        changed_at timestamptz not null default now(),
        version integer not null default 1
      );

      -- What the department wants to tell (DIA-13).
      create table own_part (
        session_id uuid primary key references dialogue_session (id),
        region_id uuid not null references region (id),
        tells text not null default '',
        misses text not null default '',
        process text not null default '',
        -- may what it misses become a proposal for a regional agreement (LOOP-04), may the tips be shown with the catalogue (BES-04)
        offers_agreement boolean not null default false,
        offers_tips boolean not null default false,
        changed_by uuid references person (id),
        changed_at timestamptz not null default now(),
        version integer not null default 1
      );

      create table session_file (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        session_id uuid not null references dialogue_session (id),
        kind text not null check (kind in ('slides', 'attachment')),
        name text not null,
        media_type text not null,
        bytes bytea not null,
        size integer not null,
        sha256 bytea not null,
        in_handout boolean not null default false,
        added_by uuid references person (id),
        added_at timestamptz not null default now(),
        archived_at timestamptz
      );
      create index session_file_session on session_file (session_id);

      -- One live room per session or meeting, by its id (libs/live).
      create table live_room (
        id uuid primary key,
        region_id uuid not null references region (id),
        kind text not null check (kind in ('session', 'meeting')),
        clock jsonb not null,
        opened_at timestamptz not null default now(),
        ended_at timestamptz,
        -- when it was last told who is here: at most once a second, whichever process saw the change
        presence_told_at timestamptz,
        version integer not null default 1
      );

      -- What was told to an audience of a room: each process reads it once and tells its own sockets. Removed a day after.
      create table live_fact (
        region_id uuid not null references region (id),
        room text not null,
        version integer not null,
        content jsonb not null,
        at timestamptz not null default now(),
        primary key (region_id, room, version)
      );
      create index live_fact_at on live_fact (at);

      create table live_presence (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        room_id uuid not null references live_room (id),
        audience text not null check (audience in ('moderator', 'participant', 'specialist')),
        person_id uuid not null references person (id),
        practice_id uuid references practice (id),
        joined_at timestamptz not null default now(),
        -- last heard of by the process that has the socket; who is silent too long has left then
        seen_at timestamptz not null default now(),
        left_at timestamptz
      );
      create index live_presence_room on live_presence (room_id, person_id);
      create index live_presence_here on live_presence (region_id, seen_at) where left_at is null;

      create table live_removal (
        room_id uuid not null references live_room (id),
        person_id uuid not null references person (id),
        region_id uuid not null references region (id),
        removed_by uuid references person (id),
        removed_at timestamptz not null default now(),
        primary key (room_id, person_id)
      );

      -- Where the live hour is.
      create table session_live (
        session_id uuid primary key references dialogue_session (id),
        region_id uuid not null references region (id),
        question_id uuid references session_question (id),
        -- passed over: they stay open and get their fate at the end
        skipped uuid[] not null default '{}',
        -- the moderator lets the specialist go through the questions
        specialist_steers boolean not null default false,
        version integer not null default 1
      );

      create table follow_up_question (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        session_id uuid not null references dialogue_session (id),
        -- the question that was on then
        question_id uuid references session_question (id),
        practice_id uuid not null references practice (id),
        person_id uuid not null references person (id),
        text text not null check (text <> ''),
        -- the practice's name is shown to the other participants
        named boolean not null default false,
        state text not null check (state in ('new', 'shown', 'asking', 'answered', 'parked', 'removed')),
        -- others may read it: shown by the moderator, or asked where nobody moderates
        shown boolean not null,
        note text not null default '',
        asked_at timestamptz not null default now(),
        version integer not null default 1
      );
      create index follow_up_question_session on follow_up_question (session_id, asked_at);

      create table follow_up_endorsement (
        follow_up_id uuid not null references follow_up_question (id) on delete cascade,
        practice_id uuid not null references practice (id),
        region_id uuid not null references region (id),
        given_by uuid references person (id),
        given_at timestamptz not null default now(),
        primary key (follow_up_id, practice_id)
      );

      -- naslagwerk
      create table handout (
        session_id uuid primary key references dialogue_session (id),
        region_id uuid not null references region (id),
        state text not null default 'draft' check (state in ('draft', 'checking', 'checked', 'published')),
        content jsonb not null,
        -- marks of each text as it was last made: one that differs from its mark was written by people, and stays when it is made again
        made jsonb not null default '{}',
        -- how many times it was published
        edition integer not null default 0,
        -- what is searched in, in Dutch
        words text not null default '',
        search tsvector generated always as (to_tsvector('dutch', words)) stored,
        made_at timestamptz not null default now(),
        check_until timestamptz,
        checked_at timestamptz,
        checked_by uuid references person (id),
        check_note text,
        published_at timestamptz,
        published_by uuid references person (id),
        version integer not null default 1
      );
      create index handout_search on handout using gin (search);
    `);
    for (const table of TABLES) await runner.query(`call close_by_region('${table}')`);
    await runner.query(`
      grant select, insert, update, delete on ${TABLES.join(', ')} to leerkring_app;

      -- Whose inbox this is, before a region is known.
      create function question_inbox_open(hash bytea) returns table (region_id uuid, id uuid)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record;
      begin
        for r in select region.id from region loop
          perform set_config('app.region_id', r.id::text, true);
          return query select i.region_id, i.id from question_inbox i where i.token_hash = hash;
          exit when found;
        end loop;
        perform set_config('app.region_id', was, true);
      end $$;
      revoke execute on function question_inbox_open from public;
      grant execute on function question_inbox_open to leerkring_app;
      ${dueRegions(`or exists (select 1 from session_step where region_id = r.id and state = 'planned' and due_at <= moment)
         or exists (select 1 from live_presence where region_id = r.id and left_at is null and seen_at <= moment - interval '1 minute')
         or exists (select 1 from live_fact where region_id = r.id and at <= moment - interval '1 day')`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `${dueRegions('')} drop function question_inbox_open; drop table ${TABLES.join(', ')};`,
    );
  }
}
