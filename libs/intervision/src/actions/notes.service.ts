import { Injectable } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import { meetingRoom, type InsightView, type MeetingNotesView, type NoteView } from '#libs/contracts';
import {
  allow,
  Clock,
  Database,
  found,
  fresh,
  guardedTexts,
  isId,
  newId,
  Rooms,
  type Actor,
} from '#libs/platform';
import { takesPartIn } from '../intervision.policy.js';
import type { Meeting } from '../meetings/meeting.entity.js';
import { meetingFor } from '../meetings/meeting.queries.js';

export interface InsightChange {
  text?: string;
  /** Away, or back. */
  removed?: boolean;
  confirmed?: boolean;
}

/**
 * What is written down in a meeting, once: insights, a row each so that nobody overwrites another, and one free note with a version. Only
 * who belongs to the meeting reads or writes it (SES-02, SES-12).
 */
@Injectable()
export class NotesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
  ) {}

  /** @throws not-found · auth.forbidden for who knows of the meeting but does not belong to it */
  get(actor: Actor, meetingId: string): Promise<MeetingNotesView> {
    return this.database.transaction(actor, async () => {
      const meeting = await this.enter(actor, meetingId);
      return {
        meetingId: meeting.id,
        insights: await this.insights(meeting.id),
        note: await this.note(meeting.id),
      };
    });
  }

  /** @throws not-found · auth.forbidden · text.identifiers */
  addInsight(actor: Actor, meetingId: string, text: string, confirmed: boolean): Promise<InsightView> {
    return this.database.transaction(actor, async () => {
      const meeting = await this.enter(actor, meetingId);
      const guarded = guardedTexts({ text }, confirmed);
      const id = newId();
      await this.database.query(
        `insert into meeting_insight (id, region_id, meeting_id, text, written_by, written_at) values ($1, current_region(), $2, $3, $4, $5)`,
        [id, meeting.id, guarded.text, actor.personId, this.clock.now()],
      );
      await this.done(actor, meeting, 'insight.added', 'C', id);
      return found(
        (await this.insights(meeting.id)).find((one) => one.id === id),
        'insight',
      );
    });
  }

  /** Anybody of the meeting: it is the group's sentence. @throws not-found · auth.forbidden · conflict.stale · text.identifiers */
  changeInsight(
    actor: Actor,
    meetingId: string,
    insightId: string,
    change: InsightChange,
    version: number | undefined,
  ): Promise<MeetingNotesView> {
    return this.database.transaction(actor, async () => {
      const meeting = await this.enter(actor, meetingId);
      const [row] = isId(insightId)
        ? await this.database.query<{ version: number }>(
            `select version from meeting_insight where id = $1 and meeting_id = $2 for update`,
            [insightId, meeting.id],
          )
        : [];
      fresh(found(row, 'insight'), version);
      const text =
        change.text === undefined
          ? null
          : guardedTexts({ text: change.text }, change.confirmed ?? false).text;
      await this.database.query(
        `update meeting_insight set text = coalesce($2, text), version = version + 1,
           removed_at = case when $3::boolean is null then removed_at when $3 then coalesce(removed_at, $4) end where id = $1`,
        [insightId, text, change.removed ?? null, this.clock.now()],
      );
      await this.done(actor, meeting, 'insight.changed', 'U', insightId);
      return this.get(actor, meetingId);
    });
  }

  /**
   * Keeps the note. Whoever saves says which version they changed, so that two who type never overwrite each other.
   * @throws not-found · auth.forbidden · conflict.stale {version} · text.identifiers
   */
  saveNote(
    actor: Actor,
    meetingId: string,
    text: string,
    confirmed: boolean,
    version: number,
  ): Promise<NoteView> {
    return this.database.transaction(actor, async () => {
      // two first saves at once have no row of the note to wait for
      const meeting = await this.enter(actor, meetingId, true);
      const kept = await this.note(meeting.id);
      const guarded = guardedTexts({ text }, confirmed);
      if (kept.text === guarded.text) return kept;
      fresh(kept, version);
      await this.database.query(
        `insert into meeting_note (meeting_id, region_id, text, saved_by, saved_at) values ($1, current_region(), $2, $3, $4)
         on conflict (meeting_id) do update set text = excluded.text, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
           version = meeting_note.version + 1`,
        [meeting.id, guarded.text, actor.personId, this.clock.now()],
      );
      await this.done(actor, meeting, 'meeting-note.saved', 'U', meeting.id);
      return this.note(meeting.id);
    });
  }

  private async enter(actor: Actor, meetingId: string, lock = false): Promise<Meeting> {
    const { meeting, place } = await meetingFor(this.database, actor, meetingId, lock);
    allow(takesPartIn(actor, place));
    return meeting;
  }

  private async insights(meetingId: string): Promise<InsightView[]> {
    const rows = await this.database.query<Omit<InsightView, 'at'> & { at: Date }>(
      `select id, text, written_at as at, version from meeting_insight where meeting_id = $1 and removed_at is null order by id`,
      [meetingId],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  private async note(meetingId: string): Promise<NoteView> {
    const [row] = await this.database.query<{ text: string; at: Date; version: number }>(
      `select text, saved_at as at, version from meeting_note where meeting_id = $1`,
      [meetingId],
    );
    return { text: row?.text ?? '', savedAt: row?.at.toISOString() ?? null, version: row?.version ?? 0 };
  }

  private async done(
    actor: Actor,
    meeting: Meeting,
    event: string,
    action: 'C' | 'U',
    subjectId: string,
  ): Promise<void> {
    this.audit.record(actor, {
      event,
      action,
      subjectKind: event.startsWith('insight') ? 'insight' : 'meeting',
      subjectId,
      detail: { meetingId: meeting.id },
    });
    await this.rooms.announce(meetingRoom(meeting.id), 'meeting.changed');
  }
}
