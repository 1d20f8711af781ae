import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Regions, people, roles, sessions and links. Sessions, sign-ins and task links are reached before a region is known, so
 * they carry no row-level security; the app role cannot read them at all and goes through SECURITY DEFINER functions.
 */
export class RegionsPeopleAccess20261122010000 implements MigrationInterface {
  name = 'RegionsPeopleAccess20261122010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function current_region() returns uuid language sql stable parallel safe
        return nullif(current_setting('app.region_id', true), '')::uuid;

      -- Closes one table: only rows of the current region exist for whoever asks, the owner included.
      create procedure close_by_region(target regclass) language plpgsql as $$
      begin
        execute format('alter table %s enable row level security', target);
        execute format('alter table %s force row level security', target);
        execute format('create policy region on %s using (region_id = current_region()) with check (region_id = current_region())', target);
      end $$;

      create table region (
        id uuid primary key default uuidv7(),
        slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        name text not null,
        holiday_region text not null default 'midden' check (holiday_region in ('noord', 'midden', 'zuid')),
        reply_to text,
        version integer not null default 1,
        created_at timestamptz not null default now()
      );

      create table person (
        id uuid primary key default uuidv7(),
        email text not null,
        name text not null,
        language text not null default 'nl' check (language in ('nl', 'en')),
        archived_at timestamptz,
        created_at timestamptz not null default now()
      );
      create unique index person_email on person (lower(email));

      create table role_assignment (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        person_id uuid not null references person (id),
        role text not null,
        scope_kind text not null check (scope_kind in ('region', 'practice', 'group', 'session')),
        scope_id uuid,
        job_title text,
        big_number text check (big_number ~ '^[0-9]{11}$'),
        since timestamptz not null default now(),
        until timestamptz,
        granted_by uuid,
        ended_by uuid,
        handed_over_to uuid references role_assignment (id),
        check ((scope_kind = 'region') = (scope_id is null))
      );
      create index role_assignment_person on role_assignment (person_id) where until is null;
      create index role_assignment_scope on role_assignment (region_id, scope_id) where until is null;
      create unique index role_assignment_once on role_assignment (region_id, person_id, role, scope_id) nulls not distinct where until is null;
      call close_by_region('role_assignment');

      create table session (
        id uuid primary key default uuidv7(),
        token_hash bytea not null unique,
        person_id uuid not null references person (id),
        region_id uuid not null references region (id),
        kind text not null check (kind in ('full', 'task')),
        task_link_id uuid,
        device text not null default '',
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create index session_person on session (person_id, region_id);

      create table sign_in (
        id uuid primary key default uuidv7(),
        -- null when nobody was mailed: unknown address, or asked too often
        person_id uuid references person (id),
        address_hash bytea not null,
        token_hash bytea not null unique,
        code_hash bytea not null,
        browser_hash bytea not null,
        attempts integer not null default 0,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index sign_in_address on sign_in (address_hash, created_at);

      create table task_link (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        person_id uuid not null references person (id),
        kind text not null,
        subject_id uuid not null,
        practice_id uuid,
        token_hash bytea not null unique,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create index task_link_subject on task_link (subject_id, person_id);

      create table installation (
        one boolean primary key default true check (one),
        setup_code_hash bytea,
        setup_done_at timestamptz
      );
      insert into installation default values;

      grant usage on schema public to leerkring_app;
      grant select, insert, update on region, person, role_assignment to leerkring_app;
    `);
    await runner.query(`
      -- A link over a practice is good only while its person holds a role there: a hand-over ends it at once (XCT-09).
      create function task_link_held(link task_link) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select link.practice_id is null
          or exists (select 1 from role_assignment r where r.person_id = link.person_id and r.scope_id = link.practice_id and r.until is null);
      $$;

      -- One round trip per request: who is asking, where, with which roles. Touches the session at most once a minute.
      create function session_open(hash bytea, moment timestamptz, idle interval) returns jsonb
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare s session; was text; answer jsonb;
      begin
        select * into s from session where token_hash = hash and revoked_at is null and expires_at > moment and last_seen_at > moment - idle;
        if s.id is null then return null; end if;
        if s.last_seen_at < moment - interval '1 minute' then update session set last_seen_at = moment where id = s.id; end if;
        was := coalesce(current_setting('app.region_id', true), '');
        perform set_config('app.region_id', s.region_id::text, true);
        select jsonb_build_object(
            'sessionId', s.id, 'kind', s.kind, 'regionId', s.region_id, 'personId', p.id, 'name', p.name, 'email', p.email, 'language', p.language,
            'task', (select jsonb_build_object('id', t.id, 'kind', t.kind, 'subjectId', t.subject_id, 'practiceId', t.practice_id)
                     from task_link t where t.id = s.task_link_id and t.revoked_at is null and t.expires_at > moment and task_link_held(t)),
            'roles', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'scopeKind', r.scope_kind, 'scopeId', r.scope_id) order by r.id)
                     from role_assignment r where r.person_id = p.id and r.until is null and r.region_id = s.region_id), '[]'))
          into answer from person p where p.id = s.person_id and p.archived_at is null;
        perform set_config('app.region_id', was, true);
        -- nobody's session outlives the last role in its region
        if s.kind = 'full' and jsonb_array_length(answer->'roles') = 0 then return null; end if;
        return answer;
      end $$;

      create function session_create(hash bytea, person uuid, region uuid, session_kind text, task uuid, client text, until timestamptz) returns uuid
      language sql security definer set search_path = public, pg_temp as $$
        insert into session (token_hash, person_id, region_id, kind, task_link_id, device, expires_at)
        values (hash, person, region, session_kind, task, left(client, 120), until) returning id;
      $$;
      create function session_revoke(session_id uuid, owner_id uuid, moment timestamptz) returns boolean
      language sql security definer set search_path = public, pg_temp as $$
        with gone as (update session set revoked_at = moment where id = session_id and person_id = owner_id and revoked_at is null returning 1)
        select exists (select 1 from gone);
      $$;
      create function session_revoke_all(owner_id uuid, moment timestamptz) returns integer
      language sql security definer set search_path = public, pg_temp as $$
        with gone as (update session set revoked_at = moment where person_id = owner_id and revoked_at is null returning 1)
        select count(*)::integer from gone;
      $$;
      create function session_list(owner_id uuid, moment timestamptz, idle interval)
      returns table (id uuid, kind text, device text, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp as $$
        select s.id, s.kind, s.device, s.created_at, s.last_seen_at, s.expires_at from session s
        where s.person_id = owner_id and s.revoked_at is null and s.expires_at > moment and s.last_seen_at > moment - idle order by s.last_seen_at desc;
      $$;

      -- Every region in which a person holds a role, looked up region by region because even the owner sees one at a time.
      create function person_regions(person uuid) returns table (id uuid, slug text, name text, last_used timestamptz)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record;
      begin
        for r in select g.id, g.slug, g.name,
            (select max(s.created_at) from session s where s.person_id = person and s.region_id = g.id and s.kind = 'full') as used
          from region g order by g.name, g.id loop
          perform set_config('app.region_id', r.id::text, true);
          if exists (select 1 from role_assignment a where a.person_id = person and a.until is null) then
            id := r.id; slug := r.slug; name := r.name; last_used := r.used; return next;
          end if;
        end loop;
        perform set_config('app.region_id', was, true);
      end $$;

      -- Notes that a sign-in was asked for, and says whom to mail, if anyone: somebody with a role, not asked for too often.
      -- An unknown address takes the same steps, so that neither the answer nor its time tells the two apart.
      create function sign_in_ask(new_id uuid, address text, address_key bytea, token bytea, code bytea, browser bytea,
        moment timestamptz, until timestamptz, most integer, span interval) returns jsonb
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare p person; home uuid; asked integer; mailed boolean;
      begin
        perform pg_advisory_xact_lock(hashtextextended(encode(address_key, 'hex'), 0));
        select * into p from person where lower(email) = lower(address) and archived_at is null;
        select r.id into home from person_regions(coalesce(p.id, new_id)) r order by r.last_used desc nulls last, r.name limit 1;
        select count(*) into asked from sign_in where address_hash = address_key and created_at > moment - span;
        mailed := home is not null and asked < most;
        insert into sign_in (id, person_id, address_hash, token_hash, code_hash, browser_hash, created_at, expires_at)
        values (new_id, case when mailed then p.id end, address_key, token, code, browser, moment, until);
        if not mailed then return null; end if;
        return jsonb_build_object('personId', p.id, 'name', p.name, 'email', p.email, 'language', p.language, 'regionId', home);
      end $$;
      create function sign_in_peek(token bytea, browser bytea, moment timestamptz) returns text
      language sql stable security definer set search_path = public, pg_temp as $$
        select coalesce((select case when browser is not null and browser_hash = browser then 'ready' else 'code' end from sign_in
          where token_hash = token and used_at is null and expires_at > moment and attempts < 5 and person_id is not null), 'expired');
      $$;
      -- Consumes a sign-in once: by its link in the browser that asked, or by link plus code in any other.
      create function sign_in_use(token bytea, browser bytea, code bytea, moment timestamptz) returns table (outcome text, person uuid)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare s sign_in;
      begin
        select * into s from sign_in where token_hash = token for update;
        if s.id is null or s.person_id is null or s.used_at is not null or s.expires_at <= moment or s.attempts >= 5 then
          return query select 'expired', null::uuid; return;
        end if;
        if browser is null or s.browser_hash <> browser then
          if code is null then return query select 'code', null::uuid; return; end if;
          if s.code_hash <> code then
            update sign_in set attempts = attempts + 1 where id = s.id;
            return query select 'wrong', null::uuid; return;
          end if;
        end if;
        update sign_in set used_at = moment where id = s.id;
        return query select 'done', s.person_id;
      end $$;
      -- The code typed on the page that asked: any open sign-in of this browser for this address. A wrong code counts
      -- against all of them; after five the person asks for a new mail. Addresses of nobody take the same steps.
      create function sign_in_use_code(address_key bytea, browser bytea, typed bytea, moment timestamptz) returns table (outcome text, person uuid)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare open_ids uuid[]; s sign_in;
      begin
        select array_agg(locked.id) into open_ids from (
          select i.id from sign_in i where i.address_hash = address_key and i.browser_hash = browser and i.used_at is null
            and i.expires_at > moment and i.attempts < 5 order by i.id for update) locked;
        if open_ids is null then return query select 'expired', null::uuid; return; end if;
        select * into s from sign_in i where i.id = any(open_ids) and i.code_hash = typed and i.person_id is not null limit 1;
        if s.id is null then
          update sign_in set attempts = attempts + 1 where id = any(open_ids);
          return query select 'wrong', null::uuid; return;
        end if;
        update sign_in set used_at = moment where id = s.id;
        return query select 'done', s.person_id;
      end $$;
      create function sign_in_person(sign_in_id uuid) returns uuid
      language sql stable security definer set search_path = public, pg_temp as $$ select person_id from sign_in where id = sign_in_id; $$;

      create function task_link_create(new_id uuid, person uuid, task_kind text, subject uuid, practice uuid, token bytea, until timestamptz) returns void
      language sql security definer set search_path = public, pg_temp as $$
        insert into task_link (id, region_id, person_id, kind, subject_id, practice_id, token_hash, expires_at)
        values (new_id, current_region(), person, task_kind, subject, practice, token, until);
      $$;
      create function task_link_open(token bytea, moment timestamptz)
      returns table (id uuid, region_id uuid, person_id uuid, kind text, subject_id uuid, practice_id uuid, expires_at timestamptz)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare t task_link; was text := coalesce(current_setting('app.region_id', true), ''); good boolean;
      begin
        select l.* into t from task_link l join person p on p.id = l.person_id and p.archived_at is null
          where l.token_hash = token and l.revoked_at is null and l.expires_at > moment;
        if t.id is null then return; end if;
        perform set_config('app.region_id', t.region_id::text, true);
        good := task_link_held(t);
        perform set_config('app.region_id', was, true);
        if good then return query select t.id, t.region_id, t.person_id, t.kind, t.subject_id, t.practice_id, t.expires_at; end if;
      end $$;
      create function task_links_move(subject uuid, until timestamptz) returns integer
      language sql security definer set search_path = public, pg_temp as $$
        with moved as (update task_link set expires_at = until where subject_id = subject and region_id = current_region() returning 1)
        select count(*)::integer from moved;
      $$;
      create function task_links_revoke(subject uuid, person uuid, moment timestamptz) returns integer
      language sql security definer set search_path = public, pg_temp as $$
        with gone as (update task_link set revoked_at = moment where subject_id = subject and person_id = person and region_id = current_region() and revoked_at is null returning 1)
        select count(*)::integer from gone;
      $$;

      -- Forgets what no longer opens anything: sign-ins, sessions and links that ended before these moments.
      create function access_tidy(signed_in_before timestamptz, ended_before timestamptz) returns integer
      language sql security definer set search_path = public, pg_temp as $$
        with asked as (delete from sign_in where expires_at < signed_in_before returning 1),
          ended as (delete from session where least(expires_at, coalesce(revoked_at, expires_at)) < ended_before returning 1),
          closed as (delete from task_link where least(expires_at, coalesce(revoked_at, expires_at)) < ended_before returning 1)
        select ((select count(*) from asked) + (select count(*) from ended) + (select count(*) from closed))::integer;
      $$;

      create function setup_state() returns table (needed boolean)
      language sql stable security definer set search_path = public, pg_temp as $$ select not exists (select 1 from region) and setup_done_at is null from installation; $$;
      create function setup_set_code(code bytea) returns void
      language sql security definer set search_path = public, pg_temp as $$ update installation set setup_code_hash = code where setup_done_at is null; $$;
      create function setup_check(code bytea) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select 1 from installation where setup_done_at is null and setup_code_hash = code) and not exists (select 1 from region);
      $$;
      create function setup_finish(code bytea, moment timestamptz) returns boolean
      language sql security definer set search_path = public, pg_temp as $$
        with done as (update installation set setup_done_at = moment, setup_code_hash = null where setup_done_at is null and setup_code_hash = code returning 1)
        select exists (select 1 from done);
      $$;

      revoke execute on all functions in schema public from public;
      revoke execute on all procedures in schema public from public;
      grant execute on function current_region(), session_open, session_create, session_revoke, session_revoke_all, session_list, person_regions,
        sign_in_ask, sign_in_peek, sign_in_use, sign_in_use_code, sign_in_person, task_link_create, task_link_open, task_links_move, task_links_revoke,
        access_tidy, setup_state, setup_set_code, setup_check, setup_finish to leerkring_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone; drop the database instead.');
  }
}
