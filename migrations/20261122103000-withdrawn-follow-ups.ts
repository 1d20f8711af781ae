import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = ['new', 'shown', 'asking', 'answered', 'parked', 'removed'];

const allow = (states: readonly string[]): string => `
  alter table follow_up_question drop constraint follow_up_question_state_check;
  alter table follow_up_question add constraint follow_up_question_state_check
    check (state in (${states.map((state) => `'${state}'`).join(', ')}));`;

/** A follow-up that its asker took back is no longer one that the moderator removed: nobody can bring it back. */
export class WithdrawnFollowUps20261122103000 implements MigrationInterface {
  name = 'WithdrawnFollowUps20261122103000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(allow([...STATES, 'withdrawn']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update follow_up_question set state = 'removed' where state = 'withdrawn'`);
    await runner.query(allow(STATES));
  }
}
