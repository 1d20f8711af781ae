import { Injectable } from '@nestjs/common';
import { sessionRoom, type SessionFileView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  guardedTexts,
  isId,
  newId,
  Rooms,
  sha256,
  type Actor,
} from '#libs/platform';
import { canManageDialogue, canSeeSession, isSpecialistOf } from '../dialogue.policy.js';
import type { Session } from '../sessions/session.entity.js';
import { sessionOf } from '../sessions/sessions.queries.js';
import { fileKind, nameStem, safeName } from './file-kind.rules.js';
import { fileOf, filesOf } from './session-files.queries.js';
import { contextOf, preparedSession } from './specialist.queries.js';

/** Largest file in bytes, and most files of one session. */
export const FILE_LIMITS = { bytes: 25 * 1024 * 1024, files: 10 } as const;

export interface SessionFileChange {
  kind?: SessionFileView['kind'];
  /** Goes along with the handout. */
  inHandout?: boolean;
  /** False brings back what was taken away. */
  archived?: false;
}

/** Slides and attachments of a session: kept in the database, sent only as a download. */
@Injectable()
export class SessionFiles {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
  ) {}

  /** Before a body is read: may this person add a file here at all? @throws not-found · auth.forbidden · session.cancelled */
  async assertMayAdd(actor: Actor, sessionId: string): Promise<void> {
    await this.database.transaction(actor, async () => {
      const session = await preparedSession(this.database, actor, sessionId);
      if (session.state === 'cancelled') throw new DomainError('session.cancelled');
    });
  }

  /**
   * Keeps a file under a safe name.
   * @throws file.kind when its bytes are of another kind, or hold macros · file.too-many · upload.too-large · text.identifiers of its name
   */
  async add(
    actor: Actor,
    sessionId: string,
    file: { name: string; body: Buffer },
    confirmed = false,
  ): Promise<SessionFileView> {
    if (file.body.length > FILE_LIMITS.bytes) throw new DomainError('upload.too-large');
    const kind = await fileKind(file.body);
    if (!kind) throw new DomainError('file.kind');
    // the guard reads words: signs that stand for spaces in a name would hide a number between them
    guardedTexts({ name: nameStem(file.name).replace(/[_\-.]+/g, ' ') }, confirmed);
    return this.database.transaction(actor, async () => {
      const session = await preparedSession(this.database, actor, sessionId, true);
      if (session.state === 'cancelled') throw new DomainError('session.cancelled');
      await this.assertRoom(session);
      const id = newId();
      await this.database.query(
        `insert into session_file (id, region_id, session_id, kind, name, media_type, bytes, size, sha256, added_by, added_at)
         values ($1, current_region(), $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          session.id,
          kind.kind,
          safeName(file.name, kind.ending, actor.language === 'en' ? 'file' : 'bestand'),
          kind.mediaType,
          file.body,
          file.body.length,
          sha256(file.body),
          actor.personId,
          this.clock.now(),
        ],
      );
      await this.note(actor, session.id, 'session-file.added', 'C', id, {
        ending: kind.ending,
        bytes: file.body.length,
      });
      return (await this.pick(session, id)).view;
    });
  }

  /** @throws not-found · file.too-many when it comes back to a session that is full */
  async change(
    actor: Actor,
    sessionId: string,
    fileId: string,
    change: SessionFileChange,
  ): Promise<SessionFileView> {
    return this.database.transaction(actor, async () => {
      const session = await preparedSession(this.database, actor, sessionId, true);
      const { view: file, archived } = await this.pick(session, fileId);
      const back = change.archived === false && archived;
      if (archived && !back) throw new DomainError('not-found', { what: 'file' });
      if (back) await this.assertRoom(session);
      await this.database.query(
        `update session_file set kind = coalesce($2::text, kind), in_handout = coalesce($3::boolean, in_handout),
           archived_at = case when $4 then null else archived_at end where id = $1`,
        [file.id, change.kind ?? null, change.inHandout ?? null, back],
      );
      await this.note(actor, session.id, 'session-file.changed', 'U', file.id, { ...change });
      return (await this.pick(session, file.id)).view;
    });
  }

  /** Takes it away; `change({archived: false})` brings it back. @throws not-found */
  async remove(actor: Actor, sessionId: string, fileId: string): Promise<void> {
    await this.database.transaction(actor, async () => {
      const session = await preparedSession(this.database, actor, sessionId, true);
      const { view: file, archived } = await this.pick(session, fileId);
      if (archived) throw new DomainError('not-found', { what: 'file' });
      await this.database.query(`update session_file set archived_at = $2 where id = $1`, [
        file.id,
        this.clock.now(),
      ]);
      await this.note(actor, session.id, 'session-file.removed', 'D', file.id, {});
    });
  }

  /**
   * The file itself: for who prepares the session, and for who reads the published handout that it goes along with.
   * @throws not-found
   */
  async download(
    actor: Actor,
    sessionId: string,
    fileId: string,
  ): Promise<{ name: string; type: string; body: Buffer }> {
    return this.database.transaction(actor, async () => {
      const session = await sessionOf(this.database, sessionId);
      allow(canSeeSession(actor, session.id), 'not-found', { what: 'session' });
      const prepares = canManageDialogue(actor) || isSpecialistOf(actor, session.id);
      if (prepares) await preparedSession(this.database, actor, sessionId);
      const { view: file, archived } = await this.pick(session, fileId);
      const readable = prepares || (file.inHandout && (await this.isPublished(session)));
      if (archived || !readable) throw new DomainError('not-found', { what: 'file' });
      const [row] = await this.database.query<{ bytes: Buffer }>(
        `select bytes from session_file where id = $1`,
        [file.id],
      );
      return { name: file.name, type: file.mediaType, body: found(row, 'file').bytes };
    });
  }

  private async isPublished(session: Session): Promise<boolean> {
    return (await contextOf(this.database, session)).handout === 'published';
  }

  private async pick(
    session: Session,
    fileId: string,
  ): Promise<{ view: SessionFileView; archived: boolean }> {
    return found(isId(fileId) ? await fileOf(this.database, session.id, fileId) : null, 'file');
  }

  private async assertRoom(session: Session): Promise<void> {
    const files = await filesOf(this.database, session.id);
    if (files.length >= FILE_LIMITS.files)
      throw new DomainError('file.too-many', { most: FILE_LIMITS.files });
  }

  private async note(
    actor: Actor,
    sessionId: string,
    event: string,
    action: 'C' | 'U' | 'D',
    fileId: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    this.audit.record(actor, {
      event,
      action,
      subjectKind: 'session-file',
      subjectId: fileId,
      detail: { sessionId, ...detail },
    });
    await this.rooms.announce(sessionRoom(sessionId), 'session.changed');
  }
}
