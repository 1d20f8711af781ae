import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of practices and its imports. */
export class Practices20261122030000 implements MigrationInterface {
  name = 'Practices20261122030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table practice (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        agb text not null check (agb ~ '^[0-9]{8}$'),
        name text not null,
        street text,
        postcode text,
        town text,
        district text,
        fto_group text,
        dto_group text,
        solo boolean not null default false,
        list_size integer check (list_size > 0),
        start_quarter text check (start_quarter ~ '^[0-9]{4}-Q[1-4]$'),
        start_wave text,
        consultant text,
        motivation integer check (motivation between 1 and 5),
        -- names as a list gave them without an e-mail address, so that nobody can sign in under them
        named_holder text,
        named_contact text,
        archived_at timestamptz,
        merged_into uuid references practice (id),
        version integer not null default 1,
        created_at timestamptz not null default now()
      );
      create unique index practice_agb on practice (region_id, agb);
      create index practice_name on practice (region_id, name, id);
      call close_by_region('practice');

      create table import_mapping (
        region_id uuid not null references region (id),
        kind text not null,
        fingerprint text not null,
        mapping jsonb not null,
        used_at timestamptz not null default now(),
        primary key (region_id, kind, fingerprint)
      );
      call close_by_region('import_mapping');

      create table practice_import (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region (id),
        state text not null check (state in ('mapping', 'preview', 'applied', 'cancelled')),
        file_name text not null,
        sha256 text not null,
        format jsonb not null,
        headings jsonb not null,
        mapping jsonb not null,
        mapping_remembered boolean not null default false,
        samples jsonb not null default '{}',
        cells jsonb not null,
        -- the comparison a person was shown, worst rows first, and its fingerprint
        compared jsonb not null default '[]',
        outcome text,
        corrections jsonb not null default '{}',
        decisions jsonb not null default '{}',
        counts jsonb not null default '{}',
        -- null when the platform itself read it, e.g. the demo region
        created_by uuid,
        created_at timestamptz not null default now(),
        applied_at timestamptz,
        version integer not null default 1
      );
      create index practice_import_open on practice_import (region_id, created_by, created_at) where state in ('mapping', 'preview');
      call close_by_region('practice_import');

      grant select, insert, update on practice, import_mapping, practice_import to leerkring_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table practice_import; drop table import_mapping; drop table practice;`);
  }
}
