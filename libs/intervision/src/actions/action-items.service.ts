import { Injectable } from '@nestjs/common';
import { PeopleQueries } from '#libs/access';
import { AuditService } from '#libs/audit';
import {
  meetingRoom,
  type ActionItemView,
  type ActionOwnerView,
  type ActionPageView,
  type ActionState,
  type MeetingActionsView,
} from '#libs/contracts';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  guardedTexts,
  isId,
  localDay,
  newId,
  Rooms,
  systemActor,
  type Actor,
} from '#libs/platform';
import { practicesAt, takesPartIn } from '../intervision.policy.js';
import type { Meeting } from '../meetings/meeting.entity.js';
import { meetingFor } from '../meetings/meeting.queries.js';
import { nextActionReminder } from './action-dates.rules.js';
import {
  actionsBefore,
  actionsOfMeeting,
  openActionsOf,
  reachedAction,
  reachedActions,
  reachedGroups,
  reachOf,
  type ActionsWish,
} from './actions.queries.js';

export interface ActionItemWish {
  text: string;
  ownerPracticeId: string;
  ownerId?: string | null;
  /** Local date. */
  dueOn: string;
  /** The writer has read the guard's warnings. */
  confirmed: boolean;
}
export type ActionItemChange = Partial<ActionItemWish> & { state?: ActionState };

/** What a group agrees to do, each with an owner and a date (SES-11). Seen by who belongs to it, by nobody else (SES-02). */
@Injectable()
export class ActionItemsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly people: PeopleQueries,
  ) {}

  /** @throws not-found · auth.forbidden for who knows of the meeting but does not belong to it */
  ofMeeting(actor: Actor, meetingId: string): Promise<MeetingActionsView> {
    return this.database.transaction(actor, async () => {
      const { meeting, place } = await meetingFor(this.database, actor, meetingId);
      allow(takesPartIn(actor, place));
      const reach = reachOf(actor);
      return {
        meetingId: meeting.id,
        previous: await actionsBefore(this.database, meeting, reach, this.today()),
        own: await actionsOfMeeting(this.database, meeting.id, reach, this.today()),
        owners: await this.owners(place.practiceIds),
        ownPracticeIds: practicesAt(actor, place),
        nextMeetingOn: await this.nextMeetingOn(meeting),
      };
    });
  }

  /** Open actions of a group, for its next meeting; inside the open transaction, after the caller decided who may see them. */
  openOf(groupId: string): Promise<ActionItemView[]> {
    return openActionsOf(this.database, groupId, reachOf(systemActor('')), this.today());
  }

  /** The reader's own groups and meetings, open ones first. */
  list(actor: Actor, wish: ActionsWish & { cursor?: string; limit: number }): Promise<ActionPageView> {
    return this.database.transaction(actor, async () => {
      const reach = reachOf(actor);
      return {
        ...(await reachedActions(this.database, reach, wish, this.today())),
        groups: await reachedGroups(this.database, reach),
      };
    });
  }

  /** @throws not-found · auth.forbidden · text.identifiers · action.owner-unknown */
  add(actor: Actor, meetingId: string, wish: ActionItemWish): Promise<ActionItemView> {
    return this.database.transaction(actor, async () => {
      const { meeting, place } = await meetingFor(this.database, actor, meetingId);
      allow(takesPartIn(actor, place));
      const { text } = guardedTexts({ text: wish.text }, wish.confirmed);
      const ownerId = wish.ownerId ?? null;
      await this.assertOwner(place.practiceIds, wish.ownerPracticeId, ownerId);
      const id = newId();
      const now = this.clock.now();
      await this.database.query(
        `insert into action_item (id, region_id, meeting_id, group_id, text, owner_practice_id, owner_id, due_on, remind_at, created_by, created_at)
         values ($1, current_region(), $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          meeting.id,
          meeting.groupId,
          text,
          wish.ownerPracticeId,
          ownerId,
          wish.dueOn,
          nextActionReminder(wish.dueOn, now),
          actor.personId,
          now,
        ],
      );
      this.note(actor, 'action.added', 'C', id, wish.ownerPracticeId);
      await this.announce(meeting);
      return this.one(actor, id);
    });
  }

  /**
   * Also from a later meeting of the group, where it is looked back on.
   * @throws not-found, also for who may not know of it · conflict.stale · text.identifiers · action.owner-unknown
   */
  change(
    actor: Actor,
    actionId: string,
    change: ActionItemChange,
    version: number | undefined,
  ): Promise<ActionItemView> {
    return this.database.transaction(actor, async () => {
      const [held] = isId(actionId)
        ? await this.database.query(`select 1 from action_item where id = $1 for update`, [actionId])
        : [];
      found(held, 'action');
      const action = await this.one(actor, actionId);
      fresh(action, version);
      const text =
        change.text === undefined
          ? action.text
          : guardedTexts({ text: change.text }, change.confirmed ?? false).text;
      const ownerPracticeId = change.ownerPracticeId ?? action.ownerPracticeId;
      // somebody of another practice cannot be meant any more
      const kept = ownerPracticeId === action.ownerPracticeId ? action.ownerId : null;
      const ownerId = change.ownerId === undefined ? kept : change.ownerId;
      if (ownerPracticeId !== action.ownerPracticeId || ownerId !== action.ownerId)
        await this.assertOwner(await this.mayOwn(action), ownerPracticeId, ownerId);
      const state = change.state ?? action.state;
      const dueOn = change.dueOn ?? action.dueOn;
      const now = this.clock.now();
      const again = state !== action.state || dueOn !== action.dueOn;
      await this.database.query(
        `update action_item set text = $2, owner_practice_id = $3, owner_id = $4, due_on = $5, state = $6,
           closed_at = case when $6 = 'open' then null else coalesce(closed_at, $7) end,
           remind_at = case when $6 <> 'open' then null when $8 then $9::timestamptz else remind_at end, version = version + 1 where id = $1`,
        [actionId, text, ownerPracticeId, ownerId, dueOn, state, now, again, nextActionReminder(dueOn, now)],
      );
      this.note(actor, 'action.changed', 'U', actionId, ownerPracticeId, state);
      await this.announce({ id: action.meetingId, groupId: action.groupId });
      return this.one(actor, actionId);
    });
  }

  private async one(actor: Actor, id: string): Promise<ActionItemView> {
    return found(await reachedAction(this.database, id, reachOf(actor), this.today()), 'action');
  }

  private async owners(practiceIds: readonly string[]): Promise<ActionOwnerView[]> {
    const practices = await this.database.query<{ id: string; name: string }>(
      `select id, name from practice where id = any($1::uuid[]) and archived_at is null order by lower(name), id`,
      [practiceIds],
    );
    const people = await this.people.peopleOfPractices(
      practices.map(({ id }) => id),
      ['practice-holder', 'practice-contact', 'practice-employee'],
    );
    return practices.map(({ id, name }) => ({
      practiceId: id,
      practice: name,
      people: (people.get(id) ?? []).map((person) => ({ personId: person.personId, name: person.name })),
    }));
  }

  /** Practices of the meeting that it came from, and of later meetings of its group. */
  private async mayOwn({ meetingId, groupId }: ActionItemView): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select distinct p.practice_id as id from meeting_practice p join meeting m on m.id = p.meeting_id
       where p.left_at is null and (m.id = $1 or m.group_id = $2 and m.starts_at >= (select starts_at from meeting where id = $1))`,
      [meetingId, groupId],
    );
    return rows.map(({ id }) => id);
  }

  private async assertOwner(
    practiceIds: readonly string[],
    practiceId: string,
    personId: string | null,
  ): Promise<void> {
    const ownsAlone = practiceIds.includes(practiceId);
    const people = ownsAlone && personId !== null ? await this.people.peopleOfPractice(practiceId) : [];
    if (!ownsAlone || (personId !== null && !people.some((person) => person.personId === personId)))
      throw new DomainError('action.owner-unknown');
  }

  private async nextMeetingOn({ id, groupId, startsAt }: Meeting): Promise<string | null> {
    if (groupId === null) return null;
    const [row] = await this.database.query<{ date: string }>(
      `select date::text as date from meeting where group_id = $1 and id <> $2 and state = 'planned' and starts_at > greatest($3::timestamptz, $4)
       order by starts_at limit 1`,
      [groupId, id, startsAt, this.clock.now()],
    );
    return row?.date ?? null;
  }

  /** Every open page that may show it: of its meeting, and of the group's meetings that are still to come. */
  private async announce({ id, groupId }: { id: string; groupId: string | null }): Promise<void> {
    const rows = await this.database.query<{ id: string }>(
      `select id from meeting where id = $1 or group_id = $2 and state = 'planned' order by id limit 20`,
      [id, groupId],
    );
    for (const row of rows) await this.rooms.announce(meetingRoom(row.id), 'meeting.changed');
  }

  private note(
    actor: Actor,
    event: string,
    action: 'C' | 'U',
    id: string,
    practiceId: string,
    state?: ActionState,
  ): void {
    this.audit.record(actor, {
      event,
      action,
      subjectKind: 'action',
      subjectId: id,
      practiceId,
      ...(state && { detail: { state } }),
    });
  }

  private today(): string {
    return localDay(this.clock.now());
  }
}
