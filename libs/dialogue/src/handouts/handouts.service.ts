import { Injectable } from '@nestjs/common';
import { sessionRoom, type HandoutsView, type HandoutView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  allow,
  Clock,
  Database,
  DomainError,
  found,
  fresh,
  guardedTexts,
  Rooms,
  type Actor,
} from '#libs/platform';
import { canManageDialogue, canSeeSession, isSpecialistOf } from '../dialogue.policy.js';
import type { Session } from '../sessions/session.entity.js';
import { lockSession, sessionOf } from '../sessions/sessions.queries.js';
import { filesOf } from '../specialist/session-files.queries.js';
import { contextOf, preparedSession } from '../specialist/specialist.queries.js';
import { Handout } from './handout.entity.js';
import {
  changed,
  draftOf,
  fieldsOf,
  isUnanswered,
  itemsOf,
  madeAgain,
  readable,
  textsOf,
  wordsOf,
  type HandoutChange,
} from './handout.rules.js';
import { handoutOf, markOf, ownIdsOf, publishedPage, sourcesOf } from './handouts.queries.js';

/** How much a reader of a handout may. */
type Hold = 'organiser' | 'specialist' | 'reader';

/** The handout of a session (DIA-14): made, written on, read and found again. */
@Injectable()
export class HandoutsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rooms: Rooms,
  ) {}

  /**
   * For its organisers always, for its specialists from the moment that they are asked to check it, for every practice of the region once it
   * is published.
   * @throws not-found · handout.not-ready
   */
  async get(actor: Actor, sessionId: string): Promise<HandoutView> {
    return this.database.transaction(actor, async () => {
      const { session, handout, hold } = await this.readableBy(actor, sessionId);
      return this.view(actor, session, handout, hold);
    });
  }

  /** Published handouts of the region, searched (feature 39). */
  async list(
    actor: Actor,
    wish: { q?: string; department?: string; year?: number; cursor?: string; limit: number },
  ): Promise<HandoutsView> {
    return this.database.transaction(actor, () => publishedPage(this.database, actor, wish));
  }

  /**
   * Makes the draft, or makes it again: what people wrote and hid stays as it is.
   * @throws not-found · handout.not-ready before the end · handout.published · session.cancelled
   */
  async make(actor: Actor, sessionId: string): Promise<HandoutView> {
    return this.database.transaction(actor, async () => {
      const session = await this.organised(actor, sessionId);
      const handout = await handoutOf(this.database, session.id, true);
      if (handout?.state === 'published') throw new DomainError('handout.published');
      const made = await this.write(actor, session, handout);
      return this.view(actor, session, made, 'organiser');
    });
  }

  /** The draft, where there is none yet; inside the open transaction with the session held. @throws handout.not-ready · session.cancelled */
  async ensure(actor: Actor, session: Session): Promise<Handout> {
    return (await handoutOf(this.database, session.id, true)) ?? (await this.write(actor, session, null));
  }

  /**
   * Writes fields, each over what stood there. A change by the organiser after the specialist checked takes the check back to a draft that
   * says so; the specialist's own changes are the check.
   * @param version of the handout that the writer saw
   * @throws conflict.stale · text.identifiers · handout.published · not-found for an item that is not in it
   */
  async change(
    actor: Actor,
    sessionId: string,
    change: HandoutChange & { confirmed?: boolean },
    version?: number,
  ): Promise<HandoutView> {
    const { confirmed = false, ...wish } = change;
    return this.database.transaction(actor, async () => {
      const { session, handout, hold } = await this.writableBy(actor, sessionId);
      fresh(handout, version);
      const next = found(changed(handout.content, wish, guardedTexts(textsOf(wish), confirmed)), 'question');
      const before = fieldsOf(handout.content);
      const fields = [...fieldsOf(next)].flatMap(([key, value]) => (before.get(key) === value ? [] : [key]));
      const hidden = itemsOf(next, true).length !== itemsOf(next).length;
      handout.content = next;
      if (hold === 'organiser' && handout.state === 'checked') handout.state = 'draft';
      const { department } = await contextOf(this.database, session);
      await this.save(handout, department);
      this.note(actor, session.id, 'handout.changed', { fields, hidden });
      await this.rooms.announce(sessionRoom(session.id), 'session.changed');
      return this.view(actor, session, handout, hold);
    });
  }

  /** The session and its handout for who may write in it now, both held. @throws not-found · auth.forbidden · handout.published */
  async writableBy(
    actor: Actor,
    sessionId: string,
  ): Promise<{ session: Session; handout: Handout; hold: Hold }> {
    const session = await preparedSession(this.database, actor, sessionId, true);
    const hold: Hold = canManageDialogue(actor) ? 'organiser' : 'specialist';
    const handout = found(await handoutOf(this.database, session.id, true), 'handout');
    if (handout.state === 'published') throw new DomainError('handout.published');
    if (hold === 'specialist' && handout.state === 'draft') throw new DomainError('handout.not-ready');
    return { session, handout, hold };
  }

  /** The session and its handout for who may read it now. @throws not-found · handout.not-ready */
  async readableBy(
    actor: Actor,
    sessionId: string,
  ): Promise<{ session: Session; handout: Handout; hold: Hold }> {
    const session = await sessionOf(this.database, sessionId);
    allow(canSeeSession(actor, session.id), 'not-found', { what: 'session' });
    const handout = await handoutOf(this.database, session.id);
    if (canManageDialogue(actor)) return { session, handout: found(handout, 'handout'), hold: 'organiser' };
    const specialist = isSpecialistOf(actor, session.id);
    if (specialist) await preparedSession(this.database, actor, session.id);
    const asked = specialist && handout !== null && handout.state !== 'draft';
    if (!handout || (handout.state !== 'published' && !asked)) throw new DomainError('handout.not-ready');
    return { session, handout, hold: specialist ? 'specialist' : 'reader' };
  }

  /** The session, held, for its organiser. @throws not-found · auth.forbidden */
  async organised(actor: Actor, sessionId: string): Promise<Session> {
    const session = await lockSession(this.database, sessionId);
    allow(canSeeSession(actor, session.id), 'not-found', { what: 'session' });
    allow(canManageDialogue(actor));
    return session;
  }

  async save(handout: Handout, department: string): Promise<void> {
    handout.words = wordsOf(handout.content, department);
    handout.version += 1;
    await this.database.repository(Handout).save(handout);
  }

  note(actor: Actor, sessionId: string, event: string, detail: Record<string, unknown>): void {
    this.audit.record(actor, {
      event,
      action: 'U',
      subjectKind: 'dialogue-session',
      subjectId: sessionId,
      detail,
    });
  }

  async view(actor: Actor, session: Session, handout: Handout, hold: Hold): Promise<HandoutView> {
    const context = await contextOf(this.database, session);
    const open = handout.state !== 'published';
    const content = hold === 'reader' || !open ? readable(handout.content) : handout.content;
    const files = await filesOf(this.database, session.id);
    return {
      sessionId: session.id,
      department: context.department,
      region: context.region,
      startsAt: session.startsAt.toISOString(),
      state: handout.state,
      content,
      files: files
        .filter(({ inHandout }) => inHandout)
        .map(({ id, name, size, mediaType }) => ({ id, name, size, mediaType })),
      ownQuestionIds: await ownIdsOf(this.database, actor, session.id),
      checkUntil: hold === 'reader' ? null : (handout.checkUntil?.toISOString() ?? null),
      checkedAt: handout.checkedAt?.toISOString() ?? null,
      checkNote: hold === 'reader' ? null : handout.checkNote,
      publishedAt: open ? null : (handout.publishedAt?.toISOString() ?? null),
      unanswered: itemsOf(content).filter(isUnanswered).length,
      mayEdit: open && (hold === 'organiser' || (hold === 'specialist' && handout.state !== 'draft')),
      mayCheck: hold === 'specialist' && handout.state === 'checking',
      mayPublish: hold === 'organiser',
      edition: handout.edition,
      version: handout.version,
    };
  }

  private async write(actor: Actor, session: Session, current: Handout | null): Promise<Handout> {
    if (session.state === 'cancelled') throw new DomainError('session.cancelled');
    const now = this.clock.now();
    if (session.state !== 'ended' && now < session.endsAt) throw new DomainError('handout.not-ready');
    const sources = await sourcesOf(this.database, session);
    const draft = draftOf(sources);
    const made = Object.fromEntries([...fieldsOf(draft)].map(([key, value]) => [key, markOf(value)]));
    const handout =
      current ??
      this.database.repository(Handout).create({
        sessionId: session.id,
        regionId: session.regionId,
        state: 'draft',
        edition: 0,
        checkUntil: null,
        checkedAt: null,
        checkedBy: null,
        checkNote: null,
        publishedAt: null,
        publishedBy: null,
        version: 0,
      });
    handout.content = current
      ? madeAgain(current.content, draft, (key, value) => current.made[key] !== markOf(value))
      : draft;
    handout.made = made;
    handout.madeAt = now;
    if (handout.state === 'checked') handout.state = 'draft';
    await this.save(handout, sources.department);
    this.note(actor, session.id, 'handout.made', {
      again: current !== null,
      questions: itemsOf(handout.content).length,
    });
    await this.rooms.announce(sessionRoom(session.id), 'session.changed');
    return handout;
  }
}
