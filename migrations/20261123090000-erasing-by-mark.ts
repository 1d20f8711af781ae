import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that people type in. Whoever adds one marks it; test/security/catalogue.spec.ts asks for it. */
const TYPED: Record<string, string[]> = {
  action_item: ['text'],
  campaign: ['title'],
  data_set: ['file_name', 'why', 'ended_because'],
  data_source: ['name', 'system', 'supplier', 'quality_note', 'limitations'],
  date_poll_practice: ['note'],
  department: ['name', 'hospital', 'phone', 'phone_hours', 'advice_consult'],
  dialogue_session: ['title', 'introduction'],
  dialogue_year_department: ['note'],
  discussion_method: ['content'],
  figure_remark: ['text', 'answer'],
  follow_up_question: ['text', 'note'],
  forbidden_pair: ['reason'],
  group_agreement: ['points'],
  group_preparation: ['story', 'question'],
  handout: ['content', 'made', 'words', 'check_note'],
  intervision_group: ['name'],
  live_fact: ['content'],
  mail: ['params'],
  meeting: ['title', 'location'],
  meeting_attendance: ['replaced_by'],
  meeting_input: ['text'],
  meeting_insight: ['text'],
  meeting_live: ['method'],
  meeting_note: ['text'],
  opened_text: ['original', 'shown'],
  outcome: ['text'],
  outcome_step: ['words'],
  own_part: ['tells', 'misses', 'process'],
  practice_import: ['file_name'],
  preparation_note: ['text'],
  question_answer: ['too_early', 'on_time', 'too_late', 'note'],
  question_category: ['name'],
  questionnaire_version: ['content'],
  referral_action: ['text'],
  referral_judgement: ['remark'],
  reviewed_referral: ['reason', 'conclusion'],
  round: ['name', 'introduction'],
  round_theme: ['name', 'description'],
  session_file: ['name'],
  session_question: ['text', 'shown_text', 'fate_reason'],
  session_registration: ['excuse'],
  session_snapshot: ['content'],
};

/** What a feature forgets besides texts; called in every region that knows the person, before the texts. */
const FORGET: Record<string, string> = {
  access: `
    update role_assignment set job_title = null, big_number = null where person_id = who;
    update mail set to_name = '', to_email = '', failure = null,
        state = case when state in ('planned', 'queued', 'failed') then 'cancelled' else state end
      where person_id = who or lower(to_email) = any(select lower(n) from unnest(names) n);`,
  practices: `
    update practice q set named_holder = case when named_holder = any(names) then null else named_holder end,
        named_contact = case when named_contact = any(names) then null else named_contact end,
        consultant = case when consultant = any(names) then null else consultant end, version = version + 1
      where (named_holder = any(names) or named_contact = any(names) or consultant = any(names))
        and exists (select 1 from role_assignment a where a.person_id = who and a.scope_id = q.id);
    perform import_empty(f) from practice_import f
      where exists (select 1 from unnest(names) as said
        where strpos(lower(concat(f.cells, f.samples, f.compared, f.corrections, f.decisions)), lower(trim(both '"' from to_jsonb(said)::text))) > 0);`,
  groups: `
    update round_answer set leader_name = null where leader_person_id = who;
    update intervision_group set leader_name = null where leader_person_id = who;
    update mail set params = params || '{"leader": null}' where params->>'leader' = any(names);`,
  meetings: `
    delete from preparation_note where person_id = who;
    -- what is to be done stays with the practice
    update action_item set owner_id = null, version = version + 1 where owner_id = who;`,
  referrals: `
    update referral_settings set participants = array_remove(participants, who), version = version + 1 where who = any(participants);
    -- hours are of nobody else's interest
    delete from referral_time where person_id = who;`,
  dialogue: `
    update department set contact_person_id = null, version = version + 1 where contact_person_id = who;
    update dialogue_year set coordinator_person_id = null, version = version + 1 where coordinator_person_id = who;
    update session_specialist set removed_at = moment where person_id = who and removed_at is null;
    update session_question set author_name = null where author_name ~* said_as(names);
    update session_registration set excuse = null where person_id = who or excuse ~* said_as(names);`,
};

/**
 * Erasing a person asks the catalogue: every column that people type in carries the comment `typed`, and what a feature forgets besides
 * texts is a function `person_forget_FEATURE(who, names, moment)`. A feature that comes adds its own and leaves the others alone. Texts are
 * changed only in regions that know the person: elsewhere the same name is somebody else's. What it was before, a chain of functions each
 * calling the last, stays for the way back and may be called by nobody.
 */
export class ErasingByMark20261123090000 implements MigrationInterface {
  name = 'ErasingByMark20261123090000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(TYPED))
      for (const column of columns) await runner.query(`comment on column ${table}.${column} is 'typed'`);
    for (const [feature, work] of Object.entries(FORGET))
      await runner.query(`
        create function person_forget_${feature}(who uuid, names text[], moment timestamptz) returns void
        language plpgsql set search_path = public, pg_temp as $$ begin ${work}
        end $$;
        revoke execute on function person_forget_${feature} from public;`);
    await runner.query(String.raw`
      alter function person_erase(uuid, timestamptz, timestamptz) rename to person_erase_by_chain;
      revoke execute on function person_erase_by_chain from leerkring_app;

      -- How a person was called in the open region.
      create function person_names(who uuid) returns text[]
      language sql stable set search_path = public, pg_temp as $$
        select array(select name from person where id = who union select email from person where id = who
          union select leader_name from round_answer where leader_person_id = who and leader_name is not null
          union select leader_name from intervision_group where leader_person_id = who and leader_name is not null)
      $$;

      -- Whether anything in the open region refers to a person, or was mailed to them.
      create function person_known(who uuid) returns boolean
      language plpgsql stable set search_path = public, pg_temp as $$
      declare c record; found_one boolean;
      begin
        if exists (select 1 from mail m join person p on p.id = who where lower(m.to_email) = lower(p.email)) then return true; end if;
        for c in select f.conrelid::regclass as name, a.attname as field from pg_constraint f
            join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
            join pg_attribute r on r.attrelid = f.conrelid and r.attname = 'region_id'
            join pg_class t on t.oid = f.conrelid and not t.relispartition
          where f.contype = 'f' and f.confrelid = 'person'::regclass
        loop
          execute format('select exists (select 1 from %s where %I = $1 and region_id = current_region())', c.name, c.field)
            into found_one using who;
          if found_one then return true; end if;
        end loop;
        return false;
      end $$;

      -- Puts other words where people typed one of these names, in the open region. A counter that guards against writing over each other
      -- moves along, so that nobody puts the name back from an open page.
      create function texts_forget(names text[], instead text) returns void
      language plpgsql set search_path = public, pg_temp as $$
      declare t record;
        said text := said_as(names); -- as it stands in plain text
        written text := said_as(array(select btrim(to_jsonb(n)::text, '"') from unnest(names) n)); -- and inside JSON
      begin
        for t in select c.oid::regclass as name,
            string_agg(format(case format_type(a.atttypid, null)
              when 'text' then '%1$I = regexp_replace(%1$I, $1, $3, ''gi'')'
              when 'jsonb' then '%1$I = regexp_replace(%1$I::text, $2, $3, ''gi'')::jsonb'
              when 'text[]' then '%1$I = case when %1$I is not null then array(select regexp_replace(x, $1, $3, ''gi'')
                from unnest(%1$I) with ordinality u(x, n) order by n) end' end, a.attname), ', ')
              || case when exists (select 1 from pg_attribute v where v.attrelid = c.oid and v.attname = 'version' and v.atttypid = 'integer'::regtype
                    and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisunique and v.attnum = any(i.indkey)))
                then ', version = version + 1' else '' end as changes,
            string_agg(format(case format_type(a.atttypid, null)
              when 'text' then '%1$I ~* $1'
              when 'jsonb' then '%1$I::text ~* $2'
              when 'text[]' then 'array_to_string(%1$I, '' '') ~* $1' end, a.attname), ' or ') as said
          from pg_class c join pg_attribute a on a.attrelid = c.oid
          where not c.relispartition and c.relnamespace = 'public'::regnamespace and col_description(c.oid, a.attnum) = 'typed'
          group by c.oid
        loop
          execute format('update %s set %s where region_id = current_region() and (%s)', t.name, t.changes, t.said) using said, written, instead;
        end loop;
      end $$;

      -- Takes a person out of everything but the audit log, which knows ids only. False, and nothing done, for who is not idle.
      create function person_erase(who uuid, moment timestamptz, before timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); p person; r record; f record; names text[];
      begin
        select * into p from person where id = who for update; -- a role that is being given waits, or was given first
        if not exists (select 1 from people_idle(before) i where i.person = who) then return false; end if;
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          if person_known(who) then
            names := person_names(who);
            for f in select oid::regproc as name from pg_proc
              where pronamespace = 'public'::regnamespace and proname like 'person\_forget\_%' order by proname
            loop execute format('select %s($1, $2, $3)', f.name) using who, names, moment; end loop;
            perform texts_forget(names, 'Gewist persoon');
          end if;
        end loop;
        perform set_config('app.region_id', was, true);
        update region set reply_to = null, version = version + 1 where lower(reply_to) = lower(p.email);
        delete from session where person_id = who;
        delete from sign_in where person_id = who;
        delete from task_link where person_id = who;
        update person set name = 'Gewist persoon', email = who || '@gewist.invalid', language = 'nl', archived_at = moment where id = who;
        return true;
      end $$;

      revoke execute on function person_names, person_known, texts_forget, person_erase from public;
      grant execute on function person_erase to leerkring_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function person_erase, texts_forget, person_known, person_names,
        ${Object.keys(FORGET)
          .map((feature) => `person_forget_${feature}`)
          .join(', ')};
      alter function person_erase_by_chain rename to person_erase;
      grant execute on function person_erase to leerkring_app;`);
    for (const [table, columns] of Object.entries(TYPED))
      for (const column of columns) await runner.query(`comment on column ${table}.${column} is null`);
  }
}
