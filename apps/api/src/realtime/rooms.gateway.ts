import { Inject, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  WebSocketGateway,
  WebSocketServer,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
} from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { liveRoomId, type ClientEvents, type ProblemCode, type ServerEvents } from '#libs/contracts';
import { SessionsService } from '#libs/access';
import { LivePresence, LiveRelay, type Attendance } from '#libs/live';
import {
  Clock,
  CONFIG,
  Database,
  isId,
  LOG,
  Rooms,
  type Actor,
  type Config,
  type Log,
  type RoomNotice,
} from '#libs/platform';
import { sessionCookie } from '../http/cookies.js';
import { ownHandshake } from '../http/origin.guard.js';
import { RoomAccess } from './room-access.js';
import { RoomListener } from './room-listener.adapter.js';

interface SocketData {
  token: string;
  actor: Actor;
  /** The rooms it is in, and as what it is present there. */
  rooms: Map<string, Attendance | null>;
  /** Joins and leaves of one socket are done one after the other, in the order in which they were sent. */
  turn: Promise<void>;
  waiting: number;
  /** Joins that it may still do now, and when that was counted: a few a second, some at once. */
  joins: { left: number; at: number };
}
type OurSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;
type JoinReply = { version: number; now: number } | { problem: ProblemCode };

const key = (regionId: string, room: string): string => `${regionId}/${room}`;

/** A socket may be in this many rooms; no page needs more. */
const MOST_ROOMS = 20;
/** Open sockets of one person in one process; who has more tabs open closes one. */
const MOST_SOCKETS = 10;
/** Joins at once, and a second after that. */
const JOIN_BURST = 40;
const JOINS_A_SECOND = 4;
/** Joins and leaves that may wait for their turn; who sends more sends what no page sends. */
const MOST_WAITING = 100;

/**
 * Sockets (architecture §7): a client joins and leaves rooms, nothing else. The cookie is the identity at the handshake, every
 * join is authorised, and a changed right takes the socket out at once. Facts arrive from PostgreSQL's NOTIFY, so every
 * process tells its own sockets, however many processes there are.
 */
@WebSocketGateway({
  transports: ['websocket', 'polling'],
  maxHttpBufferSize: 10_000,
  serveClient: false,
  // a connection that died without a word is noticed within 25 s instead of 45
  pingInterval: 15_000,
  pingTimeout: 10_000,
})
export class RoomsGateway
  implements OnGatewayConnection, OnGatewayDisconnect, OnApplicationBootstrap, OnApplicationShutdown
{
  @WebSocketServer()
  private readonly server!: Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>;
  private readonly listener: RoomListener;
  private readonly sockets = new Map<string, number>();

  constructor(
    private readonly sessions: SessionsService,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rooms: Rooms,
    private readonly access: RoomAccess,
    private readonly relay: LiveRelay,
    private readonly presence: LivePresence,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.listener = new RoomListener(config.databaseUrl, log, {
      notice: (notice) => this.hear(notice),
      back: () => {
        relay.catchUp();
        this.recheck(null);
      },
    });
    relay.passTo((regionId, live) => this.server.local.to(key(regionId, live.room)).emit('live', live));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.start();
  }

  afterInit(server: Server): void {
    server.use((socket, next) => {
      this.authenticate(socket as unknown as OurSocket).then(
        () => next(),
        (error: Error) => next(new Error(error.message === 'rate.limited' ? error.message : 'auth.required')),
      );
    });
    server.of('/').adapter.on('delete-room', (room: string) => {
      const slash = room.indexOf('/');
      if (slash > 0) this.relay.leave(room.slice(0, slash), room.slice(slash + 1));
    });
  }

  private async authenticate(socket: OurSocket): Promise<void> {
    const { headers } = socket.handshake;
    if (!ownHandshake(headers, this.config)) throw new Error('origin');
    const name = sessionCookie(this.config);
    const token = (headers.cookie ?? '')
      .split(/;\s*/)
      .find((part) => part.startsWith(`${name}=`))
      ?.slice(name.length + 1);
    const actor = token ? await this.sessions.open(token) : null;
    if (!token || !actor) throw new Error('session');
    if ((this.sockets.get(owner(actor)) ?? 0) >= MOST_SOCKETS) throw new Error('rate.limited');
    socket.data = {
      token,
      actor,
      rooms: new Map(),
      turn: Promise.resolve(),
      waiting: 0,
      joins: { left: JOIN_BURST, at: Date.now() },
    };
  }

  handleConnection(socket: OurSocket): void {
    const person = owner(socket.data.actor);
    const count = (this.sockets.get(person) ?? 0) + 1;
    // counted again: several may have passed the handshake at the same moment
    if (count > MOST_SOCKETS) return void socket.disconnect(true);
    this.sockets.set(person, count);
    socket.once('disconnect', () => {
      const left = (this.sockets.get(person) ?? 1) - 1;
      if (left > 0) this.sockets.set(person, left);
      else this.sockets.delete(person);
    });
    socket.on('join', (room, ack) => {
      if (typeof room !== 'string' || room.length > 100 || typeof ack !== 'function')
        return void socket.disconnect(true);
      if (!mayJoinNow(socket.data)) return ack({ problem: 'rate.limited' });
      this.inTurn(socket, () =>
        this.join(socket, room).then(ack, (error: Error) => {
          this.log.warn({ error: error.message }, 'join failed');
          ack({ problem: 'internal' });
        }),
      );
    });
    socket.on('leave', (room) => {
      if (typeof room !== 'string') return;
      this.inTurn(socket, async () => this.leave(socket, room));
    });
  }

  handleDisconnect(socket: OurSocket): void {
    for (const attendance of socket.data.rooms?.values() ?? [])
      if (attendance) this.presence.leave(attendance);
    socket.data.rooms?.clear();
  }

  private inTurn(socket: OurSocket, work: () => Promise<void>): void {
    const { data } = socket;
    if (data.waiting >= MOST_WAITING) return void socket.disconnect(true);
    data.waiting += 1;
    data.turn = data.turn.then(async () => {
      data.waiting -= 1;
      if (socket.connected) await work();
    });
  }

  private async join(socket: OurSocket, room: string): Promise<JoinReply> {
    const { data } = socket;
    const actor = await this.sessions.open(data.token);
    if (!actor) {
      socket.disconnect(true);
      return { problem: 'auth.required' };
    }
    data.actor = actor;
    if (!data.rooms.has(room) && data.rooms.size >= MOST_ROOMS) return { problem: 'rate.limited' };
    const refused = await this.refusal(actor, room);
    if (refused) {
      this.out(socket, room, refused);
      return { problem: refused };
    }
    if (!socket.connected) return { problem: 'not-found' };
    // joined before the version is read: a fact in between is then received, never missed
    this.relay.enter(actor.regionId, room);
    await socket.join(key(actor.regionId, room));
    if (!data.rooms.has(room)) data.rooms.set(room, null);
    const version = await this.database.transaction(actor, () => this.rooms.version(room));
    this.relay.from(actor.regionId, room, version);
    await this.attend(socket, room);
    return { version, now: this.clock.now().getTime() };
  }

  /** Writes down that they are there; a failure of that keeps nobody out, the next beat makes it up. */
  private async attend(socket: OurSocket, room: string): Promise<void> {
    const { data } = socket;
    const { regionId, personId } = data.actor;
    try {
      const as = personId ? await this.access.attendanceOf(data.actor, room) : null;
      if (!as || !personId || !socket.connected || data.rooms.get(room)) return;
      const attendance: Attendance = { regionId, personId, ...as };
      data.rooms.set(room, attendance);
      await this.presence.enter(attendance);
    } catch (error) {
      this.log.warn({ error: (error as Error).message }, 'presence not written yet');
    }
  }

  private async refusal(actor: Actor, room: string): Promise<ProblemCode | null> {
    if (await this.access.allows(actor, room)) return null;
    const roomId = liveRoomId(room) ?? '';
    if (!isId(roomId) || !actor.personId) return 'not-found';
    const removed = await this.database.transaction(actor, () => this.presence.removed(roomId));
    return removed.includes(actor.personId) ? 'live.removed' : 'not-found';
  }

  private leave(socket: OurSocket, room: string): void {
    const attendance = socket.data.rooms.get(room);
    socket.data.rooms.delete(room);
    void socket.leave(key(socket.data.actor.regionId, room));
    if (attendance) this.presence.leave(attendance);
  }

  /** Takes a socket out of a room that it was in, and says so. */
  private out(socket: OurSocket, room: string, problem: ProblemCode): void {
    const attendance = socket.data.rooms.get(room);
    if (!socket.data.rooms.delete(room)) return;
    void socket.leave(key(socket.data.actor.regionId, room));
    if (attendance) this.presence.drop(attendance);
    socket.emit('out', room, problem);
  }

  /** Checks the open sockets of a person again, or of everybody. */
  private recheck(personId: string | null): void {
    for (const socket of this.server.sockets.sockets.values() as Iterable<unknown> as Iterable<OurSocket>) {
      if (personId !== null && socket.data.actor?.personId !== personId) continue;
      // in its turn: a join that is under way was perhaps allowed a moment too early
      this.inTurn(socket, () =>
        this.recheckSocket(socket).catch((error: Error) => {
          this.log.warn({ error: error.message }, 'recheck failed: its socket has to come back');
          socket.disconnect(true);
        }),
      );
    }
  }

  /** A dead session is closed, a lost room is left. */
  private async recheckSocket(socket: OurSocket): Promise<void> {
    const actor = await this.sessions.open(socket.data.token);
    if (!actor) return void socket.disconnect(true);
    socket.data.actor = actor;
    for (const room of socket.data.rooms.keys()) {
      const refused = await this.refusal(actor, room);
      if (refused) this.out(socket, room, refused);
    }
  }

  private hear(notice: RoomNotice): void {
    if ('personId' in notice) this.recheck(notice.personId);
    else if ('progress' in notice) {
      const room = this.server.local.to(key(notice.regionId, notice.room));
      room.emit('progress', { room: notice.room, ...notice.progress });
    } else if (notice.type === 'live') {
      this.relay.moved(notice.regionId, notice.room, notice.version);
      const roomId = liveRoomId(notice.room);
      if (roomId) this.presence.wakeRoom(roomId);
    } else {
      const room = this.server.local.to(key(notice.regionId, notice.room));
      room.emit('fact', { room: notice.room, version: notice.version, type: notice.type });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener.stop();
  }
}

/** Whose sockets are counted together: a person, or a session without one. */
const owner = (actor: Actor): string => actor.personId ?? actor.sessionId ?? 'unknown';

/** A token bucket: who joins in a loop is slowed down, a page that comes back is not. */
function mayJoinNow({ joins }: SocketData): boolean {
  const now = Date.now();
  joins.left = Math.min(JOIN_BURST, joins.left + ((now - joins.at) / 1000) * JOINS_A_SECOND);
  joins.at = now;
  if (joins.left < 1) return false;
  joins.left -= 1;
  return true;
}
