import { Injectable } from '@nestjs/common';
import { MailsService } from '#libs/notifications';
import { Clock, Database, daysOn, systemActor, type Actor } from '#libs/platform';
import { AgreementAsks } from './agreement-asks.service.js';

interface DuePack {
  state: string;
  startsAt: Date | null;
  title: string;
  groupId: string;
  group: string;
  theme: string;
  personId: string | null;
  name: string;
  email: string;
  language: 'nl' | 'en';
}

/** What the clock asks of agreements and packs of one region: a row with a moment each; twice is once. */
@Injectable()
export class AgreementsSweeps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mails: MailsService,
    private readonly asks: AgreementAsks,
  ) {}

  /** One transaction per row, so that one's trouble never keeps another waiting. @throws after trying them all */
  async sweep(regionId: string): Promise<{ asked: number; packs: number }> {
    const actor = systemActor(regionId);
    const done = { asked: 0, packs: 0 };
    const failures: unknown[] = [];
    const attempt = async (work: () => Promise<void>): Promise<void> => {
      try {
        await work();
      } catch (error) {
        failures.push(error);
      }
    };
    for (const ask of await this.asks.due(actor))
      await attempt(async () => void (done.asked += await this.asks.mail(actor, ask)));
    const packs = await this.database.transaction(actor, () =>
      this.database.query<{ id: string }>(
        `select meeting_id as id from meeting_preparation where due_at <= $1 order by due_at, meeting_id limit 500`,
        [this.clock.now()],
      ),
    );
    for (const { id } of packs) await attempt(async () => void (done.packs += await this.pack(actor, id)));
    if (failures.length > 0)
      throw new AggregateError(failures, 'Some agreements or packs could not be mailed.');
    return done;
  }

  /** @returns mails planned */
  private pack(actor: Actor, meetingId: string): Promise<number> {
    return this.database.transaction(actor, async () => {
      const now = this.clock.now();
      const [due] = await this.database.query<DuePack>(
        `select e.state, e.starts_at as "startsAt", e.title, g.id as "groupId", g.name as "group", t.name as theme,
           p.id as "personId", p.name, p.email, p.language
         from meeting_preparation d join meeting e on e.id = d.meeting_id join intervision_group g on g.id = e.group_id
           join round_theme t on t.id = g.theme_id left join person p on p.id = g.leader_person_id and p.archived_at is null
         where d.meeting_id = $1 and d.due_at <= $2 for update of d`,
        [meetingId, now],
      );
      if (!due) return 0;
      const goesOn = due.state === 'planned' && due.startsAt !== null && due.startsAt > now;
      if (!goesOn || due.personId === null) {
        // a group without a leader may have one tomorrow
        await this.database.query(`update meeting_preparation set due_at = $2 where meeting_id = $1`, [
          meetingId,
          goesOn ? daysOn(now, 1) : null,
        ]);
        return 0;
      }
      await this.database.query(
        `update meeting_preparation set due_at = null, mailed_at = $2 where meeting_id = $1`,
        [meetingId, now],
      );
      await this.mails.plan(actor, {
        template: 'meeting-pack',
        to: { personId: due.personId, name: due.name, email: due.email, language: due.language },
        subjectId: meetingId,
        params: {
          meetingId,
          group: due.group,
          title: due.title,
          startsAt: (due.startsAt as Date).toISOString(),
        },
      });
      return 1;
    });
  }
}
