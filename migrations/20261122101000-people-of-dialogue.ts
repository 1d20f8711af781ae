import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Erasing and forgetting people of dialogue sessions. Specialists and contacts of departments hold no role, so what they do for a session
 * keeps them known; what they and others typed stays with the session, without their name (AVG art. 17.3).
 */
export class PeopleOfDialogue20261122101000 implements MigrationInterface {
  name = 'PeopleOfDialogue20261122101000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      create or replace function people_idle(before timestamptz) returns table (person uuid, here boolean)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record; busy uuid[] := '{}'; near uuid[] := '{}'; far uuid[] := '{}'; known uuid[];
      begin
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          busy := busy || array(select a.person_id from role_assignment a where a.until is null or a.until >= before
            union select x.leader_person_id from round_answer x where x.leader_person_id is not null and x.saved_at >= before
            union select g.leader_person_id from intervision_group g where g.leader_person_id is not null and g.ends_at >= before
            union select p.person_id from session_specialist p join dialogue_session s on s.id = p.session_id where s.ends_at >= before
            union select p.person_id from session_registration p join dialogue_session s on s.id = p.session_id where s.ends_at >= before
            union select d.contact_person_id from department d where d.archived_at is null and d.contact_person_id is not null and before < 'infinity'
            union select y.coordinator_person_id from dialogue_year y where y.coordinator_person_id is not null and make_date(y.year + 1, 1, 1) >= before);
          known := array(select distinct a.person_id from role_assignment a union select p.person_id from session_specialist p
            union select d.contact_person_id from department d where d.contact_person_id is not null);
          if r.id::text = was then near := known; else far := far || known; end if;
        end loop;
        perform set_config('app.region_id', was, true);
        return query select p.id, p.id = any(near) or p.id <> all(far) from person p
          where p.archived_at is null and p.created_at < before and p.id <> all(busy) order by p.id;
      end $$;

      alter function person_erase(uuid, timestamptz, timestamptz) rename to person_erase_figures;

      create function person_erase(who uuid, moment timestamptz, before timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record; said text; written text; gone text := 'Gewist persoon';
      begin
        -- as this person was called, in plain text and in JSON, before it is forgotten
        select said_as(array[p.name, p.email]), said_as(array[btrim(to_jsonb(p.name)::text, '"'), btrim(to_jsonb(p.email)::text, '"')])
          into said, written from person p where p.id = who for update;
        if not person_erase_figures(who, moment, before) then return false; end if;
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          update department set contact_person_id = null, version = version + 1 where contact_person_id = who;
          update dialogue_year set coordinator_person_id = null, version = version + 1 where coordinator_person_id = who;
          update session_specialist set removed_at = moment where person_id = who and removed_at is null;
          update session_question set author_name = null where author_name ~* said;
          update session_question set text = regexp_replace(text, said, gone, 'gi'), shown_text = regexp_replace(shown_text, said, gone, 'gi'),
            fate_reason = regexp_replace(fate_reason, said, gone, 'gi') where concat(text, ' ', shown_text, ' ', fate_reason) ~* said;
          update session_registration set excuse = null where person_id = who or excuse ~* said;
          update follow_up_question set text = regexp_replace(text, said, gone, 'gi'), note = regexp_replace(note, said, gone, 'gi') where concat(text, ' ', note) ~* said;
          update question_answer set too_early = regexp_replace(too_early, said, gone, 'gi'), on_time = regexp_replace(on_time, said, gone, 'gi'),
            too_late = regexp_replace(too_late, said, gone, 'gi'), note = regexp_replace(note, said, gone, 'gi') where concat(too_early, ' ', on_time, ' ', too_late, ' ', note) ~* said;
          update own_part set tells = regexp_replace(tells, said, gone, 'gi'), misses = regexp_replace(misses, said, gone, 'gi'),
            process = regexp_replace(process, said, gone, 'gi') where concat(tells, ' ', misses, ' ', process) ~* said;
          update dialogue_year_department set note = regexp_replace(note, said, gone, 'gi') where note ~* said;
          update dialogue_session set introduction = regexp_replace(introduction, said, gone, 'gi') where introduction ~* said;
          update handout set words = regexp_replace(words, said, gone, 'gi'), check_note = regexp_replace(check_note, said, gone, 'gi'),
            content = regexp_replace(content::text, written, gone, 'gi')::jsonb where concat(words, ' ', check_note) ~* said or content::text ~* written;
          update session_snapshot set content = regexp_replace(content::text, written, gone, 'gi')::jsonb where content::text ~* written;
          update session_file set name = regexp_replace(name, said, gone, 'gi') where name ~* said;
        end loop;
        perform set_config('app.region_id', was, true);
        return true;
      end $$;

      revoke execute on function person_erase, person_erase_figures from public;
      revoke execute on function person_erase_figures from leerkring_app;
      grant execute on function person_erase to leerkring_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      drop function person_erase;
      alter function person_erase_figures rename to person_erase;
      grant execute on function person_erase to leerkring_app;

      create or replace function people_idle(before timestamptz) returns table (person uuid, here boolean)
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
    `);
  }
}
