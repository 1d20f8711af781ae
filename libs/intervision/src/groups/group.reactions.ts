import { Injectable } from '@nestjs/common';
import { roundRoom } from '#libs/contracts';
import { Database, Facts, Rooms } from '#libs/platform';

/** When a practice that sits in a published group goes, screens of that round learn that a repair is wanted (GRP-16). */
@Injectable()
export class GroupReactions {
  constructor(
    private readonly database: Database,
    private readonly rooms: Rooms,
    facts: Facts,
  ) {
    facts.on('practice.archived', (_actor, { practiceId }) => this.repairWanted(practiceId));
    facts.on('practice.merged', (_actor, { practiceId }) => this.repairWanted(practiceId));
  }

  private async repairWanted(practiceId: string): Promise<void> {
    const rounds = await this.database.query<{ id: string }>(
      `select distinct g.round_id as id from intervision_group g join group_member m on m.group_id = g.id
       where m.practice_id = $1 and m.left_at is null and g.ended_on is null order by 1`,
      [practiceId],
    );
    for (const { id } of rounds) await this.rooms.announce(roundRoom(id), 'round.changed');
  }
}
