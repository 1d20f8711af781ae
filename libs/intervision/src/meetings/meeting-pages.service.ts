import { Injectable } from '@nestjs/common';
import type {
  MeetingChoicesView,
  MeetingCirclesView,
  MeetingSummaryView,
  MeetingView,
  Page,
} from '#libs/contracts';
import { renderCalendar } from '#libs/notifications';
import { allow, Clock, Database, DomainError, found, isId, practicesOf, type Actor } from '#libs/platform';
import {
  answersFor,
  canManageRounds,
  leadsMeeting,
  managesMeeting,
  practicesAt,
  takesPartIn,
} from '../intervision.policy.js';
import { roundKind } from '../rounds/round-kinds.rules.js';
import {
  meetingChoices,
  meetingCircles,
  meetingList,
  meetingPage,
  wordsAround,
  type MeetingOnlooker,
  type MeetingsCursor,
} from './meeting-pages.queries.js';
import { meetingFor, type OpenedMeeting } from './meeting.queries.js';
import { calendarEntry } from './meeting.rules.js';

/** Which meetings a list shows. */
export interface MeetingsFilter {
  /** Coming when left out: planned or being planned, soonest first. Past: latest first, those that were cancelled among them. */
  when?: 'coming' | 'past';
  /** `extra`: outside groups (GRP-09). */
  circle?: 'group' | 'extra';
  groupId?: string;
  /** Only those of the reader's own practices and those that the reader leads or called. */
  mine?: boolean;
  cursor?: string;
  limit: number;
}

/** Meetings as they are read: lists, the page of one, its calendar file, and what can be planned. */
@Injectable()
export class MeetingPages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws validation.failed for a cursor that we did not write */
  async list(actor: Actor, filter: MeetingsFilter): Promise<Page<MeetingSummaryView>> {
    const { limit, cursor } = filter;
    return this.database.transaction(actor, async () => {
      const { items, total } = await meetingList(this.database, onlookerOf(actor), {
        when: filter.when ?? 'coming',
        circle: filter.circle ?? null,
        groupId: filter.groupId ?? null,
        mine: filter.mine ?? false,
        now: this.clock.now(),
        after: cursor === undefined ? null : readCursor(cursor),
        limit: limit + 1,
      });
      const last = items[limit - 1];
      return {
        items: items.slice(0, limit).map(shown),
        next: items.length > limit && last ? `${last.at}|${last.id}` : null,
        total,
      };
    });
  }

  /** @throws not-found, also for who may not know that it exists */
  async view(actor: Actor, id: string): Promise<MeetingView> {
    return this.database.transaction(actor, async () =>
      this.viewOf(actor, await meetingFor(this.database, actor, id)),
    );
  }

  /** The page of a meeting that is open in this transaction. */
  async viewOf(actor: Actor, { meeting, place }: OpenedMeeting): Promise<MeetingView> {
    const { kind, ...page } = found(await meetingPage(this.database, meeting.id), 'meeting');
    const ownPracticeIds = practicesAt(actor, place);
    const may = {
      takePart: takesPartIn(actor, place),
      lead: leadsMeeting(actor, place),
      manage: managesMeeting(actor, place),
    };
    return {
      ...page,
      mine: may.takePart,
      meetingLink: may.takePart || may.manage ? page.meetingLink : null,
      scopeRule: kind === null ? null : roundKind(kind).scopeRule,
      may,
      ownPracticeIds,
    };
  }

  /** May this actor follow the room of this meeting? */
  async mayWatch(actor: Actor, id: string): Promise<boolean> {
    return this.database.transaction(actor, () =>
      meetingFor(this.database, actor, id).then(
        () => true,
        () => false,
      ),
    );
  }

  /** The meeting as a calendar file, the same entry as in its mails. @throws not-found, also as long as it has no date */
  async calendar(actor: Actor, id: string): Promise<{ fileName: string; content: string }> {
    return this.database.transaction(actor, async () => {
      const { meeting, place } = await meetingFor(this.database, actor, id);
      const around = await wordsAround(this.database, id);
      const inside = takesPartIn(actor, place) || managesMeeting(actor, place);
      const entry = calendarEntry(
        inside ? meeting : { ...meeting, meetingLink: null },
        around,
        meeting.state === 'cancelled' ? 'CANCEL' : 'REQUEST',
      );
      const organiser = { name: around.region, email: around.replyTo ?? 'noreply@leerkring.invalid' };
      const attendee = actor.email ? { name: actor.name, email: actor.email } : undefined;
      return {
        fileName: `bijeenkomst-${meeting.date ?? ''}.ics`,
        content: renderCalendar(found(entry, 'meeting'), organiser, attendee, this.clock.now()),
      };
    });
  }

  /** What this actor can plan. */
  async choices(actor: Actor): Promise<MeetingChoicesView> {
    return this.database.transaction(actor, () =>
      meetingChoices(this.database, onlookerOf(actor), this.clock.now()),
    );
  }

  /** Whom a practice can call together. @throws not-found for a practice that the actor does not speak for */
  async circles(actor: Actor, practiceId: string): Promise<MeetingCirclesView> {
    allow(
      isId(practiceId) && (canManageRounds(actor) || answersFor(actor).includes(practiceId)),
      'not-found',
      { what: 'practice' },
    );
    return this.database.transaction(actor, async () =>
      found(await meetingCircles(this.database, practiceId), 'practice'),
    );
  }
}

/** A task link opens its one meeting and no list. */
export function onlookerOf(actor: Actor): MeetingOnlooker {
  if (actor.kind === 'task') return { all: false, own: [], organising: [], advised: [], led: [] };
  return {
    all: canManageRounds(actor),
    own: practicesOf(actor, 'practice-holder', 'practice-contact', 'practice-employee'),
    organising: answersFor(actor),
    advised: practicesOf(actor, 'practice-consultant'),
    led: actor.roles.flatMap(({ role, scopeId }) =>
      role === 'discussion-leader' && scopeId ? [scopeId] : [],
    ),
  };
}

/** Without where it stands in the list. */
function shown({ at: _at, ...item }: MeetingSummaryView & { at: string }): MeetingSummaryView {
  return item;
}

function readCursor(text: string): MeetingsCursor {
  const [at = '', id] = text.split('|');
  if (
    !isId(id) ||
    (at !== 'infinity' && !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/.test(at))
  )
    throw new DomainError('validation.failed', { fields: [{ field: 'cursor', rule: 'cursor' }] });
  return { at, id };
}
