import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every table of this migration, in an order in which they can be dropped. */
const TABLES = [
  'outcome_step',
  'outcome_consent',
  'outcome',
  'action_item',
  'meeting_note',
  'meeting_insight',
];

/** What a group writes down, agrees to do, and lets go of by consent (SES-02, SES-11, LOOP-01). */
export class Actions20261122115000 implements MigrationInterface {
  name = 'Actions20261122115000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      create table meeting_insight (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        meeting_id uuid not null references meeting (id),
        text text not null check (text <> ''),
        written_by uuid references person (id),
        written_at timestamptz not null,
        -- taken away; can be taken back
        removed_at timestamptz,
        version integer not null default 1
      );
      create index meeting_insight_meeting on meeting_insight (meeting_id);

      create table meeting_note (
        meeting_id uuid primary key references meeting (id),
        region_id uuid not null references region (id),
        text text not null,
        saved_by uuid references person (id),
        saved_at timestamptz not null,
        version integer not null default 1
      );

      create table action_item (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        meeting_id uuid not null references meeting (id),
        -- that of the meeting; null outside groups
        group_id uuid references intervision_group (id),
        text text not null check (text <> ''),
        owner_practice_id uuid not null references practice (id),
        owner_id uuid references person (id),
        due_on date not null,
        state text not null default 'open' check (state in ('open', 'done', 'dropped')),
        closed_at timestamptz,
        -- when the owner is reminded next; null: not any more
        remind_at timestamptz,
        created_by uuid references person (id),
        created_at timestamptz not null,
        version integer not null default 1
      );
      create index action_item_meeting on action_item (meeting_id);
      create index action_item_group on action_item (group_id);
      create index action_item_owner on action_item (owner_practice_id);
      create index action_item_due on action_item (region_id, remind_at) where remind_at is not null;

      -- An insight on its way out of the group.
      create table outcome (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        meeting_id uuid not null references meeting (id),
        insight_id uuid references meeting_insight (id),
        kind text not null check (kind in ('tip', 'agreement', 'signal')),
        -- the sentence that leaves; every consent is to this very text
        text text not null check (text <> ''),
        state text not null default 'asking' check (state in ('asking', 'offered', 'kept', 'withdrawn')),
        answer_until timestamptz not null,
        -- practices that did not answer in the meeting have been mailed
        mailed_at timestamptz,
        -- the next moment at which something is to be done; null: none
        due_at timestamptz,
        -- how many practices agreed to let it go, and what they are called as far as they said so
        practices integer,
        named text[],
        ended_at timestamptz,
        asked_by uuid references person (id),
        asked_at timestamptz not null,
        version integer not null default 1,
        check ((state = 'offered') = (practices is not null and named is not null)),
        check ((state = 'asking') = (ended_at is null))
      );
      create index outcome_meeting on outcome (meeting_id);
      create index outcome_due on outcome (region_id, due_at) where due_at is not null;

      -- What one practice says of it.
      create table outcome_consent (
        outcome_id uuid not null references outcome (id),
        practice_id uuid not null references practice (id),
        region_id uuid not null references region (id),
        answer text check (answer in ('yes', 'named', 'no')),
        answered_by uuid references person (id),
        answered_at timestamptz,
        primary key (outcome_id, practice_id)
      );
      create index outcome_consent_practice on outcome_consent (practice_id);

      -- What became of it after it left (LOOP-02).
      create table outcome_step (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        outcome_id uuid not null references outcome (id),
        stage text not null check (stage in ('taken-up', 'decided', 'in-use', 'effect', 'declined')),
        words text,
        said_by uuid references person (id),
        at timestamptz not null
      );
      create index outcome_step_outcome on outcome_step (outcome_id);

      ${TABLES.map((table) => `call close_by_region('${table}');`).join('\n      ')}
      grant select, insert, update, delete on ${TABLES.join(', ')} to leerkring_app;

      alter function person_erase(uuid, timestamptz, timestamptz) rename to person_erase_sessions;
      create function person_erase(who uuid, moment timestamptz, before timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record; said text; gone text := 'Gewist persoon';
      begin
        -- as this person was called, before it is forgotten
        select said_as(array[p.name, p.email]) into said from person p where p.id = who for update;
        if not person_erase_sessions(who, moment, before) then return false; end if;
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          update meeting_insight set text = regexp_replace(text, said, gone, 'gi') where text ~* said;
          update meeting_note set text = regexp_replace(text, said, gone, 'gi') where text ~* said;
          update action_item set text = regexp_replace(text, said, gone, 'gi') where text ~* said;
          -- what is to be done stays with the practice
          update action_item set owner_id = null, version = version + 1 where owner_id = who;
          update outcome set text = regexp_replace(text, said, gone, 'gi') where text ~* said;
          update outcome_step set words = regexp_replace(words, said, gone, 'gi') where words ~* said;
        end loop;
        perform set_config('app.region_id', was, true);
        return true;
      end $$;
      revoke execute on function person_erase, person_erase_sessions from public;
      revoke execute on function person_erase_sessions from leerkring_app;
      grant execute on function person_erase to leerkring_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function person_erase;
      alter function person_erase_sessions rename to person_erase;
      grant execute on function person_erase to leerkring_app;
      drop table ${TABLES.join(', ')};
    `);
  }
}
