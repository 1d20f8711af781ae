import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes that somebody who is signed in types again before something that weighs more than the rest (models/security.md #21). */
export class Confirmations20261122082000 implements MigrationInterface {
  name = 'Confirmations20261122082000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table confirmation (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        person_id uuid not null references person (id),
        -- the session that asked: the code works nowhere else
        session_id uuid not null,
        -- exactly what it confirms, as the asking context names it
        about text not null,
        code_hash bytea not null,
        attempts integer not null default 0,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index confirmation_person on confirmation (person_id, created_at);
      call close_by_region('confirmation');
      grant select, insert, update, delete on confirmation to leerkring_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table confirmation;');
  }
}
