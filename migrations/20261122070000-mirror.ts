import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mirror data (models/mirror.md, models/disclosure.md). Atoms lie in one partition per data set: loaded by COPY while nobody can
 * read them, closed when whole, dropped as a whole. Nothing about a patient is stored, nor the file itself.
 */
export class Mirror20261122070000 implements MigrationInterface {
  name = 'Mirror20261122070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who supplies figures, how they are to be read, and how good they are (MIR-02, MIR-04).
      create table data_source (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        name text not null,
        system text not null,
        supplier text not null,
        kind text not null check (kind in ('referrals', 'diagnostics', 'consults', 'prescriptions', 'list-sizes')),
        quality text not null default 'unknown' check (quality in ('good', 'fair', 'poor', 'unknown')),
        quality_note text,
        late_percent numeric check (late_percent between 0 and 100),
        limitations jsonb not null default '[]',
        -- fingerprint of the headings → which column is which field
        mappings jsonb not null default '{}',
        -- what the source calls a practice, where that is no AGB code → practice
        aliases jsonb not null default '{}',
        archived_at timestamptz,
        created_at timestamptz not null default now(),
        version integer not null default 1
      );
      create unique index data_source_name on data_source (region_id, lower(name)) where archived_at is null;
      call close_by_region('data_source');

      create table data_set (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        source_id uuid not null references data_source (id),
        state text not null check (state in ('loading', 'checked', 'approved', 'superseded', 'withdrawn', 'refused', 'failed')),
        file_name text not null,
        bytes bigint not null default 0,
        format jsonb not null default '{}',
        mapping jsonb not null default '{}',
        rows integer not null default 0,
        refused_rows integer not null default 0,
        profile jsonb,
        -- counts, dates and codes only: never a cell of the file
        period_from date,
        period_to date,
        extract_at timestamptz,
        -- HMAC-SHA256 of the file under a key of the installation: a plain hash of small counts could be looked up by trying
        commitment text,
        supersedes_id uuid references data_set (id),
        why text,
        loaded_by uuid references person (id),
        loaded_at timestamptz,
        approved_by uuid references person (id),
        approved_at timestamptz,
        ended_by uuid references person (id),
        ended_at timestamptz,
        ended_because text,
        -- while loading: how far, and when the process that loads it was last heard of
        fraction real not null default 0,
        heard_at timestamptz,
        -- when the atoms of a set that was never approved went
        dropped_at timestamptz,
        created_at timestamptz not null default now(),
        version integer not null default 1
      );
      create index data_set_list on data_set (region_id, id desc);
      create unique index data_set_one_successor on data_set (supersedes_id) where state in ('loading', 'checked', 'approved');
      call close_by_region('data_set');

      -- What was approved stays what it was: only where it stands afterwards changes.
      create function data_set_kept() returns trigger language plpgsql as $$
      begin
        if old.approved_at is not null and (new.source_id, new.bytes, new.format, new.mapping, new.rows, new.refused_rows, new.profile,
            new.period_from, new.period_to, new.extract_at, new.commitment, new.supersedes_id, new.loaded_by, new.loaded_at, new.approved_by, new.approved_at)
          is distinct from (old.source_id, old.bytes, old.format, old.mapping, old.rows, old.refused_rows, old.profile,
            old.period_from, old.period_to, old.extract_at, old.commitment, old.supersedes_id, old.loaded_by, old.loaded_at, old.approved_by, old.approved_at)
        then raise exception 'an approved data set is never changed'; end if;
        return new;
      end $$;
      create trigger data_set_kept before update on data_set for each row execute function data_set_kept();

      -- Why a row of the file was not read: its number, its column and a code, no contents.
      create table data_set_refusal (
        region_id uuid not null references region (id),
        data_set_id uuid not null references data_set (id) on delete cascade,
        row integer not null,
        field text,
        code text not null,
        detail jsonb not null default '{}'
      );
      create index data_set_refusal_row on data_set_refusal (data_set_id, row);
      call close_by_region('data_set_refusal');

      -- One row of an extract. Codes: the item, e.g. a specialism; '' where the extract has none. Sex 'M', 'V' or ''; age like '18-44' or ''.
      create table figure_atom (
        region_id uuid not null,
        data_set_id uuid not null,
        practice_id uuid not null,
        item text not null,
        starts date not null,
        months smallint not null,
        sex text not null,
        age text not null,
        count integer not null,
        urgent integer,
        consults integer,
        row integer not null
      ) partition by list (data_set_id);
      call close_by_region('figure_atom');

      -- How many patients are registered: once per practice, period and stratum.
      create table listed (
        region_id uuid not null references region (id),
        data_set_id uuid not null references data_set (id) on delete cascade,
        practice_id uuid not null references practice (id),
        starts date not null,
        months smallint not null,
        sex text not null default '',
        age text not null default '',
        listed numeric not null check (listed >= 0),
        -- when this practice's figures were taken from its system, where they differ
        extract_at timestamptz,
        primary key (data_set_id, practice_id, starts, months, sex, age)
      );
      call close_by_region('listed');
      create function listed_kept() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from data_set d where d.id = coalesce(new.data_set_id, old.data_set_id) and d.approved_at is not null)
        then raise exception 'an approved data set is never changed'; end if;
        return coalesce(new, old);
      end $$;
      create trigger listed_kept before insert or update or delete on listed for each row execute function listed_kept();

      create table figure_item (
        region_id uuid not null references region (id),
        kind text not null,
        code text not null,
        name text not null,
        primary key (region_id, kind, code)
      );
      call close_by_region('figure_item');

      create table measure (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        code text not null,
        origin text not null check (origin in ('built-in', 'own')),
        archived_at timestamptz,
        created_at timestamptz not null default now(),
        version integer not null default 1,
        unique (region_id, code)
      );
      call close_by_region('measure');

      create table measure_version (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        measure_id uuid not null references measure (id),
        number text not null check (number ~ '^[0-9]+[.][0-9]+[.][0-9]+$'),
        state text not null check (state in ('draft', 'reviewed')),
        content jsonb not null,
        author_id uuid references person (id),
        reviewer_id uuid references person (id),
        reviewed_at timestamptz,
        review_by date,
        archived_at timestamptz,
        created_at timestamptz not null default now(),
        version integer not null default 1,
        unique (measure_id, number)
      );
      create unique index measure_one_draft on measure_version (measure_id) where state = 'draft' and archived_at is null;
      call close_by_region('measure_version');

      -- What passed the gate for an audience: one group, or the region.
      create table release (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        -- the members of one group; every practice; coordinators and data stewards
        audience text not null check (audience in ('group', 'region', 'staff')),
        group_id uuid references intervision_group (id),
        mode text not null check (mode in ('pseudonymous', 'open', 'aggregate')),
        open_mode_id uuid,
        -- the practices it compares
        members uuid[] not null,
        kind text not null,
        data_set_ids uuid[] not null,
        period_from date not null,
        period_to date not null,
        state text not null check (state in ('preparing', 'released', 'refused', 'superseded', 'withdrawn', 'failed')),
        fraction real not null default 0,
        -- while it is judged: when its worker was last heard of, and how often one began
        heard_at timestamptz,
        attempts smallint not null default 0,
        policy_version text not null,
        -- for the auditor: attackers, intervals, seconds; says what was hidden and why, so nobody else reads it
        verdict jsonb,
        reason text,
        coarsened text,
        supersedes_id uuid references release (id),
        requested_by uuid references person (id),
        released_at timestamptz,
        ended_at timestamptz,
        created_at timestamptz not null default now(),
        version integer not null default 1,
        check ((audience = 'group') = (group_id is not null))
      );
      create index release_list on release (region_id, audience, group_id, kind, period_to desc);
      call close_by_region('release');

      -- What is shown, as rendered, without a practice's identity; with the card of where it comes from.
      create table release_figure (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        release_id uuid not null references release (id),
        measure_version_id uuid not null references measure_version (id),
        item text not null,
        body jsonb not null,
        card jsonb not null,
        unique (release_id, measure_version_id, item)
      );
      call close_by_region('release_figure');

      -- What somebody in an audience can know about atoms because it was shown once: never deleted, whatever becomes of the release.
      create table ledger_statement (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        release_id uuid not null references release (id),
        kind text not null,
        audience text not null check (audience in ('group', 'region', 'staff')),
        group_id uuid,
        key text not null,
        terms jsonb not null,
        lo numeric not null,
        hi numeric
      );
      create index ledger_statement_kind on ledger_statement (region_id, kind);
      call close_by_region('ledger_statement');
      create trigger ledger_statement_kept before update or delete on ledger_statement for each row execute function refuse_change();

      -- Showing figures by name inside a group: only when every practice signed the same scope.
      create table open_mode (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        group_id uuid not null references intervision_group (id),
        state text not null check (state in ('proposed', 'active', 'ended')),
        scope jsonb not null,
        scope_hash text not null check (scope_hash ~ '^sha256:[0-9a-f]{64}$'),
        ends_on date not null,
        proposed_by uuid references person (id),
        ended_at timestamptz,
        ended_because text,
        created_at timestamptz not null default now(),
        version integer not null default 1
      );
      create unique index open_mode_one on open_mode (group_id) where state in ('proposed', 'active');
      call close_by_region('open_mode');

      create table open_mode_signature (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        open_mode_id uuid not null references open_mode (id),
        practice_id uuid not null references practice (id),
        person_id uuid references person (id),
        scope_hash text not null,
        signed_at timestamptz not null,
        withdrawn_at timestamptz,
        withdrawn_by uuid references person (id)
      );
      create unique index open_mode_signature_one on open_mode_signature (open_mode_id, practice_id) where withdrawn_at is null;
      call close_by_region('open_mode_signature');

      -- A practice's comment on its own figure, or its dispute of it; travels with the figure (MIR-03).
      create table figure_remark (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        practice_id uuid not null references practice (id),
        measure_code text not null,
        item text not null,
        period_from date not null,
        period_to date not null,
        kind text not null check (kind in ('comment', 'dispute')),
        text text not null,
        state text not null check (state in ('open', 'answered', 'accepted', 'declined', 'withdrawn')),
        answer text,
        author_id uuid references person (id),
        answered_by uuid references person (id),
        answered_at timestamptz,
        created_at timestamptz not null default now(),
        version integer not null default 1
      );
      create index figure_remark_figure on figure_remark (region_id, measure_code, item, period_to);
      call close_by_region('figure_remark');

      -- Which figures a group looks at in its meeting, and room for the story before them (MIR-05).
      create table group_preparation (
        group_id uuid primary key references intervision_group (id),
        region_id uuid not null references region (id),
        story text not null default '',
        question text not null default '',
        figures jsonb not null default '[]',
        changed_by uuid references person (id),
        changed_at timestamptz not null default now(),
        version integer not null default 1
      );
      call close_by_region('group_preparation');

      -- A place for the atoms of one data set of the current region, which only takes rows until it is sealed: COPY does not work
      -- under row-level security.
      create function atoms_prepare(data_set uuid) returns text
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare name text := 'figure_atom_' || replace(data_set::text, '-', '');
      begin
        if not exists (select 1 from data_set d where d.id = atoms_prepare.data_set and d.region_id = current_region() and d.state = 'loading') then
          raise exception 'no such data set';
        end if;
        if to_regclass(name) is null then
          execute format('create table %I (like figure_atom including defaults)', name);
          execute format('grant insert on %I to leerkring_app', name);
        end if;
        return name;
      end $$;

      -- Takes rows of the file out again that only the rest of the file showed to be wrong, such as the first of two that are the same.
      create function atoms_forget(data_set uuid, wrong integer[]) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare total bigint;
      begin
        if not exists (select 1 from data_set d where d.id = atoms_forget.data_set and d.region_id = current_region() and d.state = 'loading') then
          raise exception 'no such data set';
        end if;
        execute format('delete from %I where row = any ($1)', 'figure_atom_' || replace(data_set::text, '-', '')) using wrong;
        get diagnostics total = row_count;
        return total;
      end $$;

      -- Closes that place: what is not of this data set and region makes it fail, then it becomes readable like everything else.
      create function atoms_seal(data_set uuid) returns bigint
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare name text := 'figure_atom_' || replace(data_set::text, '-', ''); strange bigint; total bigint;
      begin
        if not exists (select 1 from data_set d where d.id = atoms_seal.data_set and d.region_id = current_region() and d.state = 'loading') then
          raise exception 'no such data set';
        end if;
        execute format('revoke insert on %I from leerkring_app', name);
        execute format('select count(*), count(*) filter (where data_set_id <> $1 or region_id <> current_region()) from %I', name)
          into total, strange using data_set;
        if strange > 0 then raise exception 'atoms of another data set'; end if;
        execute format('create index on %I (practice_id, item, starts)', name);
        execute format('create index on %I (item, starts)', name);
        execute format('analyze %I', name);
        call close_by_region(name::regclass);
        execute format('alter table figure_atom attach partition %I for values in (%L)', name, data_set);
        return total;
      end $$;

      -- Takes the atoms of a data set away that was never approved, or whose loading broke off.
      create function atoms_drop(data_set uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
      begin
        if not exists (select 1 from data_set d where d.id = atoms_drop.data_set and d.region_id = current_region() and d.approved_at is null) then
          raise exception 'no such data set';
        end if;
        execute format('drop table if exists %I', 'figure_atom_' || replace(data_set::text, '-', ''));
      end $$;

      revoke execute on function atoms_prepare, atoms_forget, atoms_seal, atoms_drop, data_set_kept, listed_kept from public;
      grant execute on function atoms_prepare, atoms_forget, atoms_seal, atoms_drop to leerkring_app;
      grant select, insert, update on data_source, data_set, figure_item, measure, measure_version, release, open_mode,
        open_mode_signature, figure_remark, group_preparation to leerkring_app;
      grant select, insert, delete on data_set_refusal, listed to leerkring_app;
      grant select, insert on release_figure, ledger_statement to leerkring_app;
      grant select on figure_atom to leerkring_app;

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
             or exists (select 1 from open_mode where region_id = r.id and state in ('proposed', 'active') and ends_on < (moment at time zone 'Europe/Amsterdam')::date)
          then return next r.id; end if;
        end loop;
        perform set_config('app.region_id', was, true);
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function atoms_prepare; drop function atoms_forget; drop function atoms_seal; drop function atoms_drop;
      drop table group_preparation, figure_remark, open_mode_signature, open_mode, ledger_statement, release_figure, release,
        measure_version, measure, figure_item, listed, figure_atom, data_set_refusal, data_set, data_source;
      drop function data_set_kept; drop function listed_kept;
    `);
  }
}
