import { Injectable } from '@nestjs/common';
import type { MeetingCircle } from '#libs/contracts';
import { allow, Database, DomainError, found, holds, isId, type Actor } from '#libs/platform';
import { answersFor, canManageRounds, practicesAt } from '../intervision.policy.js';
import { meetingCircles } from './meeting-pages.queries.js';
import type { OpenedMeeting } from './meeting.queries.js';

/** Who calls practices together outside a group, and whom. */
export interface CompanyWish {
  circle: Exclude<MeetingCircle, 'group'>;
  /** Who calls the others together; a coordinator may leave it out with chosen practices. */
  organiserPracticeId?: string;
  /** The chosen ones; without them everybody in the circle. */
  practiceIds?: readonly string[];
}

/** Whose meeting it is and who is asked to be there, for who may decide that. Inside the open transaction. */
@Injectable()
export class MeetingCompany {
  constructor(private readonly database: Database) {}

  /** A group that the actor leads or coordinates, its members, and what its meeting is called unless somebody says otherwise. */
  async ofGroup(actor: Actor, groupId: string) {
    const [group] = isId(groupId)
      ? await this.database.query<{ theme: string; ended: boolean; members: string[] }>(
          `select t.name as theme, g.ended_on is not null as ended, array(select m.practice_id from group_member m
             where m.group_id = g.id and m.left_at is null order by m.joined_at, m.id) as members
           from intervision_group g join round_theme t on t.id = g.theme_id where g.id = $1 for update of g`,
          [groupId],
        )
      : [];
    const leads = canManageRounds(actor) || holds(actor, 'discussion-leader', groupId);
    const place = { id: groupId, groupId, organiserPracticeId: null, practiceIds: group?.members ?? [] };
    const { theme, ended, members } = found(
      group && (leads || practicesAt(actor, place).length > 0) ? group : null,
      'group',
    );
    allow(leads);
    if (ended) throw new DomainError('meeting.over', { state: 'ended' });
    return {
      groupId,
      circle: 'group' as const,
      organiserPracticeId: null,
      practiceIds: members,
      title: theme,
    };
  }

  /** Who is asked to a meeting outside a group, and who calls them. */
  async besides(actor: Actor, wish: CompanyWish) {
    const { circle, organiserPracticeId = null } = wish;
    const speaks = organiserPracticeId !== null && answersFor(actor).includes(organiserPracticeId);
    allow(speaks || canManageRounds(actor));
    const around =
      organiserPracticeId === null
        ? null
        : found(
            isId(organiserPracticeId) ? await meetingCircles(this.database, organiserPracticeId) : null,
            'practice',
          );
    const chosen =
      wish.practiceIds ??
      around?.circles.find((one) => one.circle === circle)?.practices.map(({ id }) => id) ??
      [];
    const practiceIds = await this.known([...(organiserPracticeId ? [organiserPracticeId] : []), ...chosen]);
    return { groupId: null, circle, organiserPracticeId, practiceIds, title: 'Extra intervisie' };
  }

  /** The practices that are asked after a change; of a group they are its members. */
  async asked(
    { meeting, place }: OpenedMeeting,
    wished: readonly string[] | undefined,
  ): Promise<readonly string[]> {
    if (wished === undefined) return place.practiceIds;
    if (meeting.groupId !== null)
      throw new DomainError('validation.failed', { fields: [{ field: 'practiceIds', rule: 'ofGroup' }] });
    return this.known([...(meeting.organiserPracticeId ? [meeting.organiserPracticeId] : []), ...wished]);
  }

  /** Each once, all of this region. @throws not-found · meeting.too-few */
  private async known(ids: readonly string[]): Promise<string[]> {
    const once = [...new Set(ids)];
    const rows = await this.database.query<{ id: string }>(
      `select id from practice where id = any($1::uuid[]) and archived_at is null`,
      [once.filter(isId)],
    );
    if (rows.length < once.length) throw new DomainError('not-found', { what: 'practice' });
    if (once.length < 2) throw new DomainError('meeting.too-few');
    return once;
  }
}
