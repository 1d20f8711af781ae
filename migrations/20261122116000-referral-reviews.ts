import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every table of this migration, in an order in which they can be dropped. */
const TABLES = [
  'referral_time',
  'referral_action',
  'referral_judgement',
  'reviewed_referral',
  'referral_review',
  'referral_goal',
  'referral_moment',
  'referral_settings',
];

/**
 * The review of referrals inside one practice (REF-01…11). What GPs refer and what colleagues think of it is nobody's business outside the
 * practice: besides the region, a connection has to name the one practice that it works for (`app.practice_id`), after the policy allowed
 * it. Whoever forgets that sees nothing, whatever the query.
 */
export class ReferralReviews20261122116000 implements MigrationInterface {
  name = 'ReferralReviews20261122116000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function current_practice() returns uuid language sql stable parallel safe
        as $$ select nullif(current_setting('app.practice_id', true), '')::uuid $$;
      revoke execute on function current_practice from public;
      grant execute on function current_practice to leerkring_app;

      create table referral_settings (
        practice_id uuid primary key references practice (id),
        region_id uuid not null references region (id),
        -- who looks at the referrals; null: the holders, and employees whose function says that they are a GP
        participants uuid[],
        -- heading → field of the practice's own list, as it was last chosen
        mapping jsonb not null default '{}',
        version integer not null default 1
      );

      create table referral_moment (
        practice_id uuid not null references practice (id),
        form text not null check (form in ('selected', 'daily', 'weekly')),
        region_id uuid not null references region (id),
        -- 1 Monday … 7 Sunday; null: every working day
        weekday integer check (weekday between 1 and 7),
        time text not null check (time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        -- the Monday from which three weeks are counted
        from_week date,
        remind boolean not null,
        -- when the next reminder goes out; null: none
        remind_at timestamptz,
        primary key (practice_id, form)
      );
      create index referral_moment_due on referral_moment (region_id, remind_at) where remind_at is not null;

      create table referral_review (
        practice_id uuid not null references practice (id),
        -- Monday
        week date not null,
        region_id uuid not null references region (id),
        state text not null default 'open' check (state in ('open', 'meeting', 'done')),
        done_at timestamptz,
        version integer not null default 1,
        primary key (practice_id, week)
      );

      -- Nothing of a patient: no name, number, date or address (REF-03).
      create table reviewed_referral (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        practice_id uuid not null references practice (id),
        week date not null,
        gp_id uuid not null references person (id),
        kind text not null check (kind in ('referral', 'diagnostics', 'not-made', 'advice')),
        specialism text not null default '',
        reason text not null default '',
        time_out boolean not null default false,
        -- for the meeting: somebody said so or said no; null: by what colleagues judged
        remarkable boolean,
        conclusion text not null default '',
        source text not null check (source in ('list', 'note')),
        -- rows of one list come and go together
        batch_id uuid,
        added_by uuid references person (id),
        created_at timestamptz not null default now(),
        version integer not null default 1
      );
      create index reviewed_referral_week on reviewed_referral (practice_id, week);

      create table referral_judgement (
        referral_id uuid not null references reviewed_referral (id) on delete cascade,
        person_id uuid not null references person (id),
        region_id uuid not null references region (id),
        practice_id uuid not null references practice (id),
        avoidable text not null check (avoidable in ('yes', 'no', 'perhaps')),
        other_approach boolean not null default false,
        ground text check (ground in ('content', 'process', 'administrative')),
        remark text not null default '',
        at timestamptz not null default now(),
        primary key (referral_id, person_id)
      );
      create index referral_judgement_person on referral_judgement (person_id);

      create table referral_action (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        practice_id uuid not null references practice (id),
        referral_id uuid references reviewed_referral (id) on delete set null,
        text text not null check (text <> ''),
        owner_id uuid not null references person (id),
        due_on date not null,
        state text not null default 'open' check (state in ('open', 'done', 'dropped')),
        closed_at timestamptz,
        remind_at timestamptz,
        created_by uuid references person (id),
        created_at timestamptz not null default now(),
        version integer not null default 1
      );
      create index referral_action_practice on referral_action (practice_id, due_on);
      create index referral_action_due on referral_action (region_id, remind_at) where remind_at is not null;

      create table referral_goal (
        practice_id uuid not null references practice (id),
        about text not null check (about in ('referrals', 'time-outs')),
        region_id uuid not null references region (id),
        -- Mondays; the last one belongs to it
        baseline_from date not null,
        baseline_to date not null check (baseline_to >= baseline_from),
        -- −20: a fifth fewer; null for time-outs
        percent integer check (percent between -90 and 200),
        set_by uuid references person (id),
        version integer not null default 1,
        primary key (practice_id, about)
      );

      create table referral_time (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        practice_id uuid not null references practice (id),
        person_id uuid not null references person (id),
        day date not null,
        minutes integer not null default 0 check (minutes between 0 and 1440),
        -- the clock runs
        started_at timestamptz,
        version integer not null default 1
      );
      create index referral_time_practice on referral_time (practice_id, day);
      create unique index referral_time_running on referral_time (practice_id, person_id) where started_at is not null;
    `);
    for (const table of TABLES) {
      await runner.query(`call close_by_region('${table}')`);
      await runner.query(
        `create policy practice on ${table} as restrictive to leerkring_app
           using (practice_id = current_practice()) with check (practice_id = current_practice())`,
      );
    }
    await runner.query(String.raw`
      grant select, insert, update, delete on ${TABLES.join(', ')} to leerkring_app;

      -- Which practices of the open region have a reminder due: their ids and nothing else.
      create function referral_practices_due(moment timestamptz) returns setof uuid
      language sql stable security definer set search_path = public, pg_temp as $$
        select practice_id from referral_moment where region_id = current_region() and remind_at <= moment
        union select practice_id from referral_action where region_id = current_region() and remind_at <= moment
        order by 1
      $$;

      -- What is older than anybody needs, in the open region (RETENTION.referralMonths). Says how many rows went.
      create function referral_forget(before timestamptz) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare gone integer; more integer;
      begin
        delete from reviewed_referral where region_id = current_region() and week < before::date;
        get diagnostics gone = row_count;
        delete from referral_review where region_id = current_region() and week < before::date;
        get diagnostics more = row_count; gone := gone + more;
        delete from referral_action where region_id = current_region() and state <> 'open' and closed_at < before;
        get diagnostics more = row_count; gone := gone + more;
        delete from referral_time where region_id = current_region() and day < before::date;
        get diagnostics more = row_count; gone := gone + more;
        return gone;
      end $$;

      alter function person_erase(uuid, timestamptz, timestamptz) rename to person_erase_dialogue;
      create function person_erase(who uuid, moment timestamptz, before timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare was text := coalesce(current_setting('app.region_id', true), ''); r record; said text; gone text := 'Gewist persoon';
      begin
        -- as this person was called, before it is forgotten
        select said_as(array[p.name, p.email]) into said from person p where p.id = who for update;
        if not person_erase_dialogue(who, moment, before) then return false; end if;
        for r in select id from region loop
          perform set_config('app.region_id', r.id::text, true);
          update reviewed_referral set reason = regexp_replace(reason, said, gone, 'gi'), conclusion = regexp_replace(conclusion, said, gone, 'gi')
            where concat(reason, ' ', conclusion) ~* said;
          update referral_judgement set remark = regexp_replace(remark, said, gone, 'gi') where remark ~* said;
          update referral_action set text = regexp_replace(text, said, gone, 'gi') where text ~* said;
          update referral_settings set participants = array_remove(participants, who), version = version + 1 where who = any(participants);
          -- hours are of nobody else's interest
          delete from referral_time where person_id = who;
        end loop;
        perform set_config('app.region_id', was, true);
        return true;
      end $$;

      revoke execute on function referral_practices_due, referral_forget, person_erase, person_erase_dialogue from public;
      revoke execute on function person_erase_dialogue from leerkring_app;
      grant execute on function referral_practices_due, referral_forget, person_erase to leerkring_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function person_erase;
      alter function person_erase_dialogue rename to person_erase;
      grant execute on function person_erase to leerkring_app;
      drop function referral_practices_due, referral_forget;
      drop table ${TABLES.join(', ')};
      drop function current_practice;
    `);
  }
}
