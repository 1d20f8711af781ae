import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every table of this migration, in an order in which they can be dropped. */
const TABLES = [
  'preparation_note',
  'meeting_preparation',
  'agreement_ask',
  'agreement_acceptance',
  'group_agreement',
];

/** What a group agrees on, accepted by every member (SES-01), and the pack of its leader (SES-03, SES-04). */
export class GroupAgreements20261122113000 implements MigrationInterface {
  name = 'GroupAgreements20261122113000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      -- Each version stays: what somebody accepted can always be read again.
      create table group_agreement (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        group_id uuid not null references intervision_group (id),
        number integer not null check (number > 0),
        points text[] not null check (cardinality(points) between 1 and 12),
        -- somebody wrote it, or somebody joined and all accept again
        because text not null default 'edited' check (because in ('edited', 'joined')),
        written_by uuid references person (id),
        written_at timestamptz not null,
        unique (group_id, number)
      );

      create table agreement_acceptance (
        agreement_id uuid not null references group_agreement (id),
        practice_id uuid not null references practice (id),
        region_id uuid not null references region (id),
        accepted_by uuid references person (id),
        accepted_at timestamptz not null,
        primary key (agreement_id, practice_id)
      );
      create index agreement_acceptance_practice on agreement_acceptance (practice_id);

      -- A practice is asked to accept: once per version.
      create table agreement_ask (
        agreement_id uuid not null references group_agreement (id),
        practice_id uuid not null references practice (id),
        region_id uuid not null references region (id),
        -- null: mailed, or not needed any more
        due_at timestamptz,
        mailed_at timestamptz,
        primary key (agreement_id, practice_id)
      );
      create index agreement_ask_practice on agreement_ask (practice_id);
      create index agreement_ask_due on agreement_ask (region_id, due_at) where due_at is not null;

      create table meeting_preparation (
        meeting_id uuid primary key references meeting (id),
        region_id uuid not null references region (id),
        -- when the pack goes to the leader; null: it went, or there is nobody to mail any more
        due_at timestamptz,
        mailed_at timestamptz,
        -- who brings a case
        case_practice_id uuid references practice (id)
      );
      create index meeting_preparation_due on meeting_preparation (region_id, due_at) where due_at is not null;

      -- What a leader writes for herself.
      create table preparation_note (
        meeting_id uuid not null references meeting (id),
        person_id uuid not null references person (id),
        region_id uuid not null references region (id),
        text text not null,
        -- lines of the checklist
        ticked text[] not null default '{}',
        saved_at timestamptz not null,
        version integer not null default 1,
        primary key (meeting_id, person_id)
      );

      ${TABLES.map((table) => `call close_by_region('${table}');`).join('\n      ')}
      grant select, insert, update, delete on ${TABLES.join(', ')} to leerkring_app;

      -- meetings of groups that were planned before there were packs
      do $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record;
      begin
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          insert into meeting_preparation (meeting_id, region_id, due_at)
            select id, region_id, starts_at - interval '7 days' from meeting
            where group_id is not null and state = 'planned' and starts_at > now();
        end loop;
        perform set_config('app.region_id', was, true);
      end $$;

      alter function person_erase(uuid, timestamptz, timestamptz) rename to person_erase_before_agreements;
      create function person_erase(who uuid, moment timestamptz, before timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record; said text;
      begin
        -- as this person was called, before it is forgotten
        select said_as(array[p.name, p.email]) into said from person p where p.id = who for update;
        if not person_erase_before_agreements(who, moment, before) then return false; end if;
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          delete from preparation_note where person_id = who;
          update preparation_note set text = regexp_replace(text, said, 'Gewist persoon', 'gi') where text ~* said;
          update group_agreement set points = array(select regexp_replace(p, said, 'Gewist persoon', 'gi') from unnest(points) with ordinality u(p, n) order by n)
            where array_to_string(points, ' ') ~* said;
        end loop;
        perform set_config('app.region_id', was, true);
        return true;
      end $$;
      revoke execute on function person_erase, person_erase_before_agreements from public;
      revoke execute on function person_erase_before_agreements from leerkring_app;
      grant execute on function person_erase to leerkring_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function person_erase;
      alter function person_erase_before_agreements rename to person_erase;
      grant execute on function person_erase to leerkring_app;
      drop table ${TABLES.join(', ')};
    `);
  }
}
