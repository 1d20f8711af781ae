import { Injectable } from '@nestjs/common';
import { meetingRoom } from '#libs/contracts';
import { MailsService } from '#libs/notifications';
import { Clock, Database, Rooms, type Actor } from '#libs/platform';
import { MeetingLinks } from '../meetings/meeting-links.service.js';
import { told } from '../meetings/meeting-mails.service.js';
import { askAt } from './agreements.rules.js';
import { meetingsShowing } from './agreements.queries.js';

interface DueAsk {
  agreementId: string;
  practiceId: string;
}

/** Asks every member practice to accept a version, by mail, once (SES-01). */
@Injectable()
export class AgreementAsks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    private readonly mails: MailsService,
    private readonly links: MeetingLinks,
  ) {}

  /**
   * Keeps a new version, inside the open transaction that holds the group. Of older versions nobody is asked any more; whoever did not
   * accept this one is asked after a quiet while, so that a second thought makes no second mail.
   * @param acceptedFor practices whose own word it is
   * @returns its number
   */
  async keep(
    actor: Actor,
    version: { groupId: string; points: readonly string[]; because: 'edited' | 'joined' },
    acceptedFor: readonly string[],
  ): Promise<number> {
    const { groupId, points, because } = version;
    const now = this.clock.now();
    const [row] = await this.database.query<{ id: string; number: number }>(
      `insert into group_agreement (group_id, number, region_id, points, because, written_by, written_at)
       select $1::uuid, coalesce(max(number), 0) + 1, current_region(), $2::text[], $3, $4::uuid, $5::timestamptz from group_agreement where group_id = $1 returning id, number`,
      [groupId, points, because, because === 'edited' ? actor.personId : null, now],
    );
    await this.database.query(
      `insert into agreement_acceptance (agreement_id, practice_id, region_id, accepted_by, accepted_at)
       select $1::uuid, unnest($2::uuid[]), current_region(), $3::uuid, $4::timestamptz`,
      [row?.id, acceptedFor, actor.personId, now],
    );
    await this.database.query(
      `update agreement_ask set due_at = null where due_at is not null and agreement_id in (select id from group_agreement where group_id = $1)`,
      [groupId],
    );
    await this.database.query(
      `insert into agreement_ask (agreement_id, practice_id, region_id, due_at)
       select $2::uuid, m.practice_id, m.region_id, $3::timestamptz from group_member m
       where m.group_id = $1 and m.left_at is null and m.practice_id <> all($4::uuid[])`,
      [groupId, row?.id, askAt(now), acceptedFor],
    );
    await this.announce(groupId);
    return row?.number ?? 0;
  }

  /**
   * Practices joined a group, inside the open transaction: who agreed, agreed with others. The same points become a new version, and every
   * member accepts again.
   */
  async joined(actor: Actor, groupId: string): Promise<void> {
    const [current] = await this.database.query<{ points: string[] }>(
      `select points from group_agreement where group_id = $1 order by number desc limit 1`,
      [groupId],
    );
    if (current) await this.keep(actor, { groupId, points: current.points, because: 'joined' }, []);
  }

  /** Pages of the group's meetings look again. */
  async announce(groupId: string): Promise<void> {
    for (const id of await meetingsShowing(this.database, groupId))
      await this.rooms.announce(meetingRoom(id), 'meeting.changed');
  }

  /** Asks whose moment has come. */
  due(actor: Actor): Promise<DueAsk[]> {
    return this.database.transaction(actor, () =>
      this.database.query<DueAsk>(
        `select agreement_id as "agreementId", practice_id as "practiceId" from agreement_ask where due_at <= $1
         order by due_at, agreement_id, practice_id limit 500`,
        [this.clock.now()],
      ),
    );
  }

  /** Mails one practice, in a transaction of its own; however many workers try, it happens once. @returns mails planned */
  mail(actor: Actor, { agreementId, practiceId }: DueAsk): Promise<number> {
    return this.database.transaction(actor, async () => {
      const now = this.clock.now();
      const [ask] = await this.database.query<{
        groupId: string;
        group: string;
        because: 'edited' | 'joined';
      }>(
        `update agreement_ask k set due_at = null, mailed_at = $3 from group_agreement a join intervision_group g on g.id = a.group_id
         where k.agreement_id = $1 and k.practice_id = $2 and k.due_at <= $3 and a.id = k.agreement_id and g.ended_on is null
           and exists (select 1 from group_member m where m.group_id = g.id and m.practice_id = $2 and m.left_at is null)
         returning g.id as "groupId", g.name as "group", a.because`,
        [agreementId, practiceId, now],
      );
      if (!ask) {
        // left, or the group ended meanwhile; a row that another worker took is untouched
        await this.database.query(
          `update agreement_ask set due_at = null where agreement_id = $1 and practice_id = $2 and due_at <= $3`,
          [agreementId, practiceId, now],
        );
        return 0;
      }
      const { groupId } = ask;
      const meeting = await this.meetingOf(groupId, practiceId, now);
      const receivers = await told(this.database, [practiceId]);
      for (const to of receivers)
        await this.mails.plan(actor, {
          template: 'agreement-accept',
          to,
          subjectId: groupId,
          params: {
            taskLinkId: meeting && (await this.links.create(actor, meeting, to.personId, practiceId)),
            groupId,
            group: ask.group,
            practice: to.practice,
            because: ask.because,
          },
        });
      return receivers.length;
    });
  }

  /** The meeting on whose page this practice reads the agreement: the next one, or else the last that it was asked to. */
  private async meetingOf(
    groupId: string,
    practiceId: string,
    now: Date,
  ): Promise<{ id: string; endsAt: Date | null } | null> {
    const [meeting] = await this.database.query<{ id: string; endsAt: Date | null }>(
      `select e.id, e.ends_at as "endsAt" from meeting e join meeting_practice p on p.meeting_id = e.id and p.practice_id = $2 and p.left_at is null
       where e.group_id = $1 and e.state <> 'cancelled'
       order by (e.state in ('polling', 'planned')) desc, case when e.ends_at > $3 then e.starts_at end nulls last, e.starts_at desc limit 1`,
      [groupId, practiceId, now],
    );
    return meeting ?? null;
  }
}
