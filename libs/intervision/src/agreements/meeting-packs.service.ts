import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { meetingRoom, type MeetingPackView, type PackCheck, type PackNoteView } from '#libs/contracts';
import { allow, Clock, Database, fresh, guardedTexts, Rooms, type Actor } from '#libs/platform';
import { ActionItemsService } from '../actions/action-items.service.js';
import { leadsMeeting } from '../intervision.policy.js';
import { MeetingPages } from '../meetings/meeting-pages.service.js';
import { meetingFor, type OpenedMeeting } from '../meetings/meeting.queries.js';
import { MethodAdvice } from '../methods/method-advice.service.js';
import { MethodsService } from '../methods/methods.service.js';
import { AgreementsService } from './agreements.service.js';
import { caseOf, noteOf, packMembers, themeOf } from './packs.queries.js';

export interface PackNoteWish {
  text: string;
  ticked: PackCheck[];
  /** The writer has read the warnings about the text. */
  confirmed: boolean;
  /** The one last seen; 0 where nothing was saved. */
  version: number;
}

/** What a leader reads before a meeting (SES-03, SES-04). Only the leader: it says who did not agree yet and who does not do what. */
@Injectable()
export class MeetingPacks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
    private readonly pages: MeetingPages,
    private readonly agreements: AgreementsService,
    private readonly actions: ActionItemsService,
    private readonly methods: MethodsService,
    private readonly advice: MethodAdvice,
  ) {}

  /**
   * The pack without its figures: another feature keeps those, and the door puts them in.
   * @throws not-found, also for the leader of another group · auth.forbidden for who knows of the meeting but does not lead it
   */
  get(actor: Actor, meetingId: string): Promise<Omit<MeetingPackView, 'figures'>> {
    return this.database.transaction(actor, async () => {
      const opened = await this.led(actor, meetingId);
      const { id, groupId } = opened.meeting;
      const page = await this.pages.viewOf(actor, opened);
      const agreement = groupId === null ? null : await this.agreements.get(actor, groupId);
      const members = await packMembers(this.database, id);
      const advice = await this.advice.advise(actor, opened);
      const allowed = new Set(advice.filter((one) => one.allowed).map(({ methodId }) => methodId));
      const { metBefore } = await this.advice.facts(opened);
      return {
        meetingId: id,
        title: page.title,
        state: page.state,
        startsAt: page.startsAt,
        endsAt: page.endsAt,
        location: page.location,
        meetingLink: page.meetingLink,
        groupId,
        group: page.group,
        region: page.region,
        theme: groupId === null ? null : await themeOf(this.database, groupId),
        scopeRule: page.scopeRule,
        metBefore,
        members: members.map((member) => ({
          ...member,
          accepted: agreement?.version
            ? agreement.members.some((one) => one.practiceId === member.practiceId && one.acceptedAt !== null)
            : null,
        })),
        agreement,
        actions: (await this.actions.ofMeeting(actor, id)).previous,
        advice,
        methods: (await this.methods.list(actor)).filter((method) => allowed.has(method.id)),
        casePracticeId: await caseOf(this.database, id),
        note: await noteOf(this.database, id, actor.personId),
      };
    });
  }

  /** Who brings a case; null: nobody yet. @throws as `get` · not-found for a practice that is not asked to be there */
  setCase(actor: Actor, meetingId: string, practiceId: string | null): Promise<void> {
    return this.database.transaction(actor, async () => {
      const { meeting, place } = await this.led(actor, meetingId);
      allow(practiceId === null || place.practiceIds.includes(practiceId), 'not-found', { what: 'practice' });
      await this.database.query(
        `insert into meeting_preparation (meeting_id, region_id, case_practice_id) values ($1, current_region(), $2)
         on conflict (meeting_id) do update set case_practice_id = excluded.case_practice_id`,
        [meeting.id, practiceId],
      );
      this.note(actor, 'meeting.case-chosen', meeting.id, practiceId);
      await this.rooms.announce(meetingRoom(meeting.id), 'meeting.changed');
    });
  }

  /**
   * Keeps what the leader writes for herself; every leader has a note of her own.
   * @throws as `get` · conflict.stale {version} · text.identifiers
   */
  saveNote(actor: Actor, meetingId: string, wish: PackNoteWish): Promise<PackNoteView> {
    return this.database.transaction(actor, async () => {
      // two first saves at once have no row of the note to wait for
      const { meeting } = await this.led(actor, meetingId, true);
      fresh(await noteOf(this.database, meeting.id, actor.personId), wish.version);
      const { text } = guardedTexts({ text: wish.text }, wish.confirmed);
      await this.database.query(
        `insert into preparation_note (meeting_id, person_id, region_id, text, ticked, saved_at) values ($1, $2, current_region(), $3, $4, $5)
         on conflict (meeting_id, person_id) do update set text = excluded.text, ticked = excluded.ticked, saved_at = excluded.saved_at,
           version = preparation_note.version + 1`,
        [meeting.id, actor.personId, text, [...new Set(wish.ticked)], this.clock.now()],
      );
      this.note(actor, 'preparation-note.saved', meeting.id, null);
      return noteOf(this.database, meeting.id, actor.personId);
    });
  }

  private async led(actor: Actor, meetingId: string, lock = false): Promise<OpenedMeeting> {
    const opened = await meetingFor(this.database, actor, meetingId, lock);
    allow(leadsMeeting(actor, opened.place));
    return opened;
  }

  private note(actor: Actor, event: string, meetingId: string, practiceId: string | null): void {
    this.audit.record(actor, {
      event,
      action: 'U',
      subjectKind: 'meeting',
      subjectId: meetingId,
      ...(practiceId && { practiceId }),
    });
  }
}
