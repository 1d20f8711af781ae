import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The number of a draft that was thrown away is free for the next one. */
export class MeasuresPutAway20261122081000 implements MigrationInterface {
  name = 'MeasuresPutAway20261122081000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table measure_version drop constraint measure_version_measure_id_number_key;
      create unique index measure_version_number on measure_version (measure_id, number) where archived_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index measure_version_number;
      delete from measure_version where state = 'draft' and archived_at is not null;
      alter table measure_version add unique (measure_id, number);
    `);
  }
}
