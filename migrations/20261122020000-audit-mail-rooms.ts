import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit log (append-only, hash-chained per region), mail rows, and room versions. */
export class AuditMailRooms20261122020000 implements MigrationInterface {
  name = 'AuditMailRooms20261122020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_entry (
        region_id uuid not null references region (id),
        seq bigint not null,
        at timestamptz not null,
        event text not null,
        action text not null check (action in ('C', 'R', 'U', 'D', 'E')),
        outcome text not null check (outcome in ('success', 'refused', 'failed')),
        actor_kind text not null check (actor_kind in ('person', 'task', 'system', 'cli')),
        actor_id uuid,
        roles text[] not null default '{}',
        session_id uuid,
        request_id text,
        network text,
        subject_kind text not null,
        subject_id uuid,
        practice_id uuid,
        detail jsonb not null default '{}',
        prev_hash bytea not null,
        hash bytea not null,
        primary key (region_id, seq)
      );
      create index audit_entry_subject on audit_entry (region_id, subject_id);
      call close_by_region('audit_entry');
      create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'the audit log is append-only'; end $$;
      create trigger audit_entry_append_only before update or delete or truncate on audit_entry for each statement execute function refuse_change();

      create table mail (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        template text not null,
        params jsonb not null default '{}',
        language text not null check (language in ('nl', 'en')),
        person_id uuid references person (id),
        to_name text not null,
        to_email text not null,
        subject_id uuid,
        state text not null default 'planned' check (state in ('planned', 'queued', 'sent', 'failed', 'cancelled')),
        due_at timestamptz not null,
        attempts integer not null default 0,
        next_attempt_at timestamptz,
        -- the worker that is sending it: the number of an advisory lock that PostgreSQL drops when that process is gone
        holder integer,
        message_id text not null unique,
        failure text,
        sent_at timestamptz,
        created_at timestamptz not null default now()
      );
      create index mail_due on mail (region_id, (coalesce(next_attempt_at, due_at))) where state in ('planned', 'queued');
      create index mail_created on mail (region_id, id desc);
      call close_by_region('mail');

      create table room (
        region_id uuid not null references region (id),
        name text not null,
        version integer not null,
        primary key (region_id, name)
      );
      call close_by_region('room');

      grant select, insert on audit_entry to leerkring_app;
      grant select, insert, update on mail, room to leerkring_app;
      revoke execute on function refuse_change() from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table room; drop table mail; drop table audit_entry; drop function refuse_change;`,
    );
  }
}
