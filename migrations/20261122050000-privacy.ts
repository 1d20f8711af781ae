import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Own data, erasing and retention (models/security.md #23, #24). A person is the same in every region, so what touches a person
 * looks at all of them, one region at a time because even the owner sees one at a time.
 */
export class Privacy20261122050000 implements MigrationInterface {
  name = 'Privacy20261122050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- the last day on which old rows of the region were emptied
      alter table region add column retained_on date;

      -- The regions whose turn it is today, given out once, however many workers ask.
      create function retention_claim(today date) returns setof uuid
      language sql security definer set search_path = public, pg_temp as $$
        update region set retained_on = today where retained_on is null or retained_on < today returning id;
      $$;

      -- How one person comes in, without anything that opens a door: for the person alone.
      create function person_doors(who uuid) returns jsonb
      language sql stable security definer set search_path = public, pg_temp as $$
        select jsonb_build_object(
          'sessions', coalesce((select jsonb_agg(jsonb_build_object('kind', s.kind, 'device', s.device, 'createdAt', s.created_at,
              'lastSeenAt', s.last_seen_at, 'expiresAt', s.expires_at, 'revokedAt', s.revoked_at) order by s.created_at desc, s.id)
            from session s where s.person_id = who and s.region_id = current_region()), '[]'),
          'signIns', coalesce((select jsonb_agg(jsonb_build_object('askedAt', i.created_at, 'usedAt', i.used_at) order by i.created_at desc, i.id)
            from sign_in i where i.person_id = who), '[]'),
          'taskLinks', coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'createdAt', l.created_at, 'expiresAt', l.expires_at,
              'revokedAt', l.revoked_at) order by l.created_at desc, l.id)
            from task_link l where l.person_id = who and l.region_id = current_region()), '[]'));
      $$;

      -- People without an open role in any region who, since the given moment, held none and were named nowhere as a leader.
      -- "here": the current region knew them, or none ever did.
      create function people_idle(before timestamptz) returns table (person uuid, here boolean)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record; busy uuid[] := '{}'; near uuid[] := '{}'; far uuid[] := '{}';
      begin
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          busy := busy || array(select a.person_id from role_assignment a where a.until is null or a.until >= before
            union select x.leader_person_id from round_answer x where x.leader_person_id is not null and x.saved_at >= before
            union select g.leader_person_id from intervision_group g where g.leader_person_id is not null and g.ends_at >= before);
          if r.id::text = was then near := array(select distinct a.person_id from role_assignment a);
          else far := far || array(select distinct a.person_id from role_assignment a); end if;
        end loop;
        perform set_config('app.region_id', was, true);
        return query select p.id, p.id = any(near) or p.id <> all(far) from person p
          where p.archived_at is null and p.created_at < before and p.id <> all(busy) order by p.id;
      end $$;

      -- Empties whole files; who was read from them is in the register.
      create function import_empty(file practice_import) returns void
      language sql set search_path = public, pg_temp as $$
        update practice_import set cells = '[]', samples = '{}', compared = '[]', corrections = '{}', decisions = '{}',
          state = case when state in ('mapping', 'preview') then 'cancelled' else state end, version = version + 1 where id = file.id;
      $$;

      -- Takes a person out of everything but the audit log, which knows ids only. False, and nothing done, for who is not idle.
      create function person_erase(who uuid, moment timestamptz, before timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); p person; r record; names text[];
      begin
        select * into p from person where id = who for update; -- a role that is being given waits, or was given first
        if not exists (select 1 from people_idle(before) i where i.person = who) then return false; end if;
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          names := array(select p.name union select leader_name from round_answer where leader_person_id = who and leader_name is not null
            union select leader_name from intervision_group where leader_person_id = who and leader_name is not null);
          update round_answer set leader_name = null where leader_person_id = who and leader_name is not null;
          update intervision_group set leader_name = null where leader_person_id = who and leader_name is not null;
          update practice q set named_holder = case when named_holder = any(names) then null else named_holder end,
              named_contact = case when named_contact = any(names) then null else named_contact end,
              consultant = case when consultant = any(names) then null else consultant end, version = version + 1
            where (named_holder = any(names) or named_contact = any(names) or consultant = any(names))
              and exists (select 1 from role_assignment a where a.person_id = who and a.scope_id = q.id);
          update role_assignment set job_title = null, big_number = null where person_id = who;
          update mail set to_name = '', to_email = '', failure = null,
              state = case when state in ('planned', 'queued', 'failed') then 'cancelled' else state end
            where person_id = who or lower(to_email) = lower(p.email);
          update mail set params = params || '{"leader": null}' where params->>'leader' = any(names);
          perform import_empty(f) from practice_import f
            where exists (select 1 from unnest(names || p.email) as said
              where strpos(lower(concat(f.cells, f.samples, f.compared, f.corrections, f.decisions)), lower(trim(both '"' from to_jsonb(said)::text))) > 0);
        end loop;
        perform set_config('app.region_id', was, true);
        update region set reply_to = null, version = version + 1 where lower(reply_to) = lower(p.email);
        delete from session where person_id = who;
        delete from sign_in where person_id = who;
        delete from task_link where person_id = who;
        update person set name = 'Gewist persoon', email = who || '@gewist.invalid', language = 'nl', archived_at = moment where id = who;
        return true;
      end $$;

      revoke execute on function retention_claim, person_doors, people_idle, import_empty, person_erase from public;
      grant execute on function retention_claim, person_doors, people_idle, import_empty, person_erase to leerkring_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function person_erase, import_empty, people_idle, person_doors, retention_claim;
      alter table region drop column retained_on;`);
  }
}
