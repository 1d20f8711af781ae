import { Injectable } from '@nestjs/common';
import { RETENTION, type SessionView } from '#libs/contracts';
import { AuditService } from '#libs/audit';
import {
  Clock,
  Database,
  daysBefore,
  found,
  isId,
  newToken,
  Rooms,
  sha256,
  systemActor,
  type Actor,
  type HeldRole,
} from '#libs/platform';

/** Unused for this long, a session ends (ASVS 7.3.1). */
export const IDLE = '30 minutes';
/** However it is used, a session ends after this many hours (ASVS 7.3.2). */
export const ABSOLUTE_HOURS = 12;

/** Where a request that wants a session came from. */
export interface Visitor {
  /** The session this browser already has, which a new one replaces. */
  current: Actor | null;
  /** Browser and system in a few words (`deviceOf`). */
  device: string;
  request: { id: string; network: string };
}

/** What a door answers: where to go, and the token of the new session for the cookie; null keeps the session there is. */
export interface Entrance {
  href: string;
  session: string | null;
}

interface RegionOfPerson {
  id: string;
  slug: string;
  name: string;
  last_used: Date | null;
}

interface OpenedSession {
  sessionId: string;
  kind: 'full' | 'task';
  regionId: string;
  personId: string;
  name: string;
  email: string;
  language: Actor['language'];
  task: Actor['task'];
  roles: HeldRole[];
}

/** Sessions: random tokens, stored hashed, checked against the database at every request so that a revoked right is gone at once. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    private readonly audit: AuditService,
  ) {}

  /** The actor behind a session token, or null when the session is unknown, idle, expired or revoked. One round trip. */
  async open(token: string): Promise<Actor | null> {
    const [row] = await this.database.definer<{ opened: OpenedSession | null }>(
      'select session_open($1, $2, $3) as opened',
      [sha256(token), this.clock.now(), IDLE],
    );
    const opened = row?.opened;
    if (!opened || (opened.kind === 'task' && !opened.task)) return null;
    return {
      kind: opened.kind === 'task' ? 'task' : 'person',
      regionId: opened.regionId,
      personId: opened.personId,
      name: opened.name,
      email: opened.email,
      language: opened.language,
      roles: opened.kind === 'task' ? [] : opened.roles,
      sessionId: opened.sessionId,
      task: opened.task,
    };
  }

  /**
   * A new session with a fresh token; whatever session the browser had before is revoked (rotation at sign-in, ASVS 7.2.4).
   * @returns the token for the cookie; only its hash is kept.
   */
  async create(options: {
    personId: string;
    regionId: string;
    kind: 'full' | 'task';
    taskLinkId?: string;
    device: string;
    replaces?: Actor | null;
    until?: Date;
  }): Promise<string> {
    const token = newToken();
    const absolute = new Date(this.clock.now().getTime() + ABSOLUTE_HOURS * 3_600_000);
    const until = options.until && options.until < absolute ? options.until : absolute;
    if (options.replaces?.sessionId && options.replaces.personId) await this.end(options.replaces);
    await this.call('select session_create($1, $2, $3, $4, $5, $6, $7)', [
      sha256(token),
      options.personId,
      options.regionId,
      options.kind,
      options.taskLinkId ?? null,
      options.device,
      until,
    ]);
    return token;
  }

  /**
   * Lets somebody in who has proven to be this person: a fresh full session in the given region, or in the one they used
   * last, or else the first. What the browser had before is revoked.
   * @returns null when the person holds no role there, or anywhere.
   */
  async enter(personId: string, by: string, visitor: Visitor, regionId?: string): Promise<Entrance | null> {
    const regions = await this.database.definer<RegionOfPerson>('select * from person_regions($1)', [
      personId,
    ]);
    const used = (region: RegionOfPerson): number => region.last_used?.getTime() ?? 0;
    const home = regionId
      ? regions.find((region) => region.id === regionId)
      : [...regions].sort((a, b) => used(b) - used(a))[0];
    if (!home) return null;
    const session = await this.admit(personId, home.id, by, visitor);
    return { href: '/', session };
  }

  /** The session itself with its audit entry, in one transaction. @returns its token. */
  async admit(personId: string, regionId: string, by: string, visitor: Visitor): Promise<string> {
    const actor: Actor = {
      ...systemActor(regionId),
      kind: 'person',
      personId,
      request: visitor.request,
    };
    return this.database.transaction(actor, async () => {
      this.audit.record(actor, {
        event: 'person.signed-in',
        action: 'E',
        subjectKind: 'person',
        subjectId: personId,
        detail: { by },
      });
      return this.create({
        personId,
        regionId,
        kind: 'full',
        device: visitor.device,
        replaces: visitor.current,
      });
    });
  }

  /** A session in another region of the same person. @throws not-found for a region in which they hold no role. */
  async switchRegion(actor: Actor, regionId: string, visitor: Visitor): Promise<Entrance> {
    const entered = isId(regionId)
      ? await this.enter(actor.personId as string, 'region-switch', visitor, regionId)
      : null;
    return found(entered, 'region');
  }

  /** Sign out: the actor's own session ends. */
  async signOut(actor: Actor): Promise<void> {
    await this.database.transaction(actor, async () => {
      await this.end(actor);
      this.audit.record(actor, {
        event: 'person.signed-out',
        action: 'E',
        subjectKind: 'person',
        subjectId: actor.personId,
      });
    });
  }

  /** Ends the actor's own session. */
  async end(actor: Actor): Promise<void> {
    await this.call('select session_revoke($1, $2, $3)', [actor.sessionId, actor.personId, this.clock.now()]);
    if (actor.personId) await this.rooms.recheck(actor.personId);
  }

  /** In the open transaction when there is one, so that a session and its audit entry are made or ended together. */
  private call<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.database.inTransaction
      ? this.database.query<Row>(sql, parameters)
      : this.database.definer<Row>(sql, parameters);
  }

  /** The actor's own open sessions, the last used one first. */
  async list(actor: Actor): Promise<SessionView[]> {
    const rows = await this.database.definer<{
      id: string;
      kind: 'full' | 'task';
      device: string;
      created_at: Date;
      last_seen_at: Date;
      expires_at: Date;
    }>('select * from session_list($1, $2, $3)', [actor.personId, this.clock.now(), IDLE]);
    return rows.map((row) => ({
      id: row.id,
      current: row.id === actor.sessionId,
      kind: row.kind,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      device: row.device,
    }));
  }

  /** Ends one of the actor's own sessions. @throws not-found for a session that is not the actor's. */
  async revoke(actor: Actor, sessionId: string): Promise<void> {
    await this.database.transaction(actor, async () => {
      const [row] = await this.database.query<{ done: boolean }>(
        'select session_revoke($1, $2, $3) as done',
        [sessionId, actor.personId, this.clock.now()],
      );
      found(row?.done || null, 'session');
      if (actor.personId) await this.rooms.recheck(actor.personId);
      this.audit.record(actor, {
        event: 'session.revoked',
        action: 'D',
        subjectKind: 'session',
        subjectId: sessionId,
      });
    });
  }

  /** Forgets sign-ins, sessions and links that open nothing any more. Called by the sweep. @returns how many. */
  async tidy(): Promise<number> {
    const now = this.clock.now();
    const [row] = await this.database.definer<{ n: number }>('select access_tidy($1, $2) as n', [
      daysBefore(now, RETENTION.signInDays),
      daysBefore(now, RETENTION.endedAccessDays),
    ]);
    return row?.n ?? 0;
  }
}
