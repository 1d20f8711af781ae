import { Injectable } from '@nestjs/common';
import type { OwnDataView } from '#libs/contracts';
import { Database, type Actor } from '#libs/platform';

/**
 * What people wrote in the steps of live meetings, as a file for who wrote it (AVG art. 15). A practice's file has none of it: what is said in
 * a meeting is not for who else may ask for that file (SES-02).
 */
@Injectable()
export class KeptTexts {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  ofActor(actor: Actor): Promise<Pick<OwnDataView, 'meetingTexts'>> {
    return this.database.transaction(actor, async () => ({
      meetingTexts: await this.database.query<OwnDataView['meetingTexts'][number]>(
        `select m.title as meeting, i.text, to_char(i.saved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
         from meeting_input i join meeting m on m.id = i.meeting_id
         where i.saved_by = $1 and i.text <> '' order by i.saved_at desc, i.id`,
        [actor.personId],
      ),
    }));
  }
}
