import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Erasing a person also takes the name out of what people wrote beside figures. The words themselves stay: a remark and its answer
 * belong to the practice's figure, a signature to the agreement of a group, and others relied on them (AVG art. 17.3).
 */
export class FiguresOfPeople20261122080000 implements MigrationInterface {
  name = 'FiguresOfPeople20261122080000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      alter function person_erase(uuid, timestamptz, timestamptz) rename to person_erase_named;

      -- Somebody's names and addresses as one expression that matches them as whole words.
      create function said_as(names text[]) returns text
      language sql immutable set search_path = public, pg_temp as $$
        select '(?<![[:alnum:]])(' || string_agg(regexp_replace(n, '([^[:alnum:][:space:]])', '\\\1', 'g'), '|' order by length(n) desc, n)
          || ')(?![[:alnum:]])' from (select distinct btrim(n) as n from unnest(names) n where btrim(n) <> '') said;
      $$;

      create function person_erase(who uuid, moment timestamptz, before timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); p person; r record; said text; known jsonb := '{}'; gone text := 'Gewist persoon';
      begin
        select * into p from person where id = who for update;
        -- as this person was called in each region that knows them, before it is forgotten
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          if exists (select 1 from role_assignment where person_id = who)
             or exists (select 1 from figure_remark where who in (author_id, answered_by))
             or exists (select 1 from group_preparation where changed_by = who)
          then
            known := known || jsonb_build_object(r.id::text, said_as(array(select p.name union select p.email
              union select leader_name from round_answer where leader_person_id = who and leader_name is not null
              union select leader_name from intervision_group where leader_person_id = who and leader_name is not null)));
          end if;
        end loop;
        perform set_config('app.region_id', was, true);
        if not person_erase_named(who, moment, before) then return false; end if;
        for r in select key as id, value as said from jsonb_each_text(known) loop
          perform set_config('app.region_id', r.id, true);
          said := r.said;
          update figure_remark set text = regexp_replace(text, said, gone, 'gi'), answer = regexp_replace(answer, said, gone, 'gi'), version = version + 1
            where concat(text, ' ', answer) ~* said;
          update group_preparation set story = regexp_replace(story, said, gone, 'gi'), question = regexp_replace(question, said, gone, 'gi'),
            version = version + 1 where concat(story, ' ', question) ~* said;
          update data_set set why = regexp_replace(why, said, gone, 'gi'), ended_because = regexp_replace(ended_because, said, gone, 'gi'),
            version = version + 1 where concat(why, ' ', ended_because) ~* said;
          update data_source set quality_note = regexp_replace(quality_note, said, gone, 'gi'), version = version + 1 where quality_note ~* said;
        end loop;
        perform set_config('app.region_id', was, true);
        return true;
      end $$;

      revoke execute on function person_erase, person_erase_named, said_as from public;
      revoke execute on function person_erase_named from leerkring_app;
      grant execute on function person_erase to leerkring_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function person_erase;
      drop function said_as;
      alter function person_erase_named rename to person_erase;
      grant execute on function person_erase to leerkring_app;
    `);
  }
}
