import { Inject, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { WebSocketGateway, WebSocketServer, type OnGatewayConnection } from '@nestjs/websockets';
import { Client } from 'pg';
import type { Server, Socket } from 'socket.io';
import type { ClientEvents, ServerEvents } from '#libs/contracts';
import { SessionsService } from '#libs/access';
import {
  CONFIG,
  Database,
  LOG,
  ROOM_CHANNEL,
  Rooms,
  type Actor,
  type Config,
  type Log,
  type RoomNotice,
} from '#libs/platform';
import { sessionCookie } from '../http/cookies.js';
import { ownOrigin } from '../http/origin.guard.js';
import { RoomAccess } from './room-access.js';

interface SocketData {
  token: string;
  actor: Actor;
  rooms: Set<string>;
}
type OurSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;

const key = (regionId: string, room: string): string => `${regionId}/${room}`;

/** A socket may be in this many rooms; no page needs more. */
const MOST_ROOMS = 20;

/**
 * Sockets (architecture §7): a client joins and leaves rooms, nothing else. The cookie is the identity at the handshake, every
 * join is authorised, and a changed right takes the socket out at once. Facts arrive from PostgreSQL's NOTIFY, so every
 * process tells its own sockets, however many processes there are.
 */
@WebSocketGateway({ transports: ['websocket', 'polling'], maxHttpBufferSize: 10_000, serveClient: false })
export class RoomsGateway implements OnGatewayConnection, OnApplicationBootstrap, OnApplicationShutdown {
  @WebSocketServer()
  private readonly server!: Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>;
  private listener: Client | null = null;
  private stopping = false;

  constructor(
    private readonly sessions: SessionsService,
    private readonly database: Database,
    private readonly rooms: Rooms,
    private readonly access: RoomAccess,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  afterInit(server: Server): void {
    server.use((socket, next) => {
      this.authenticate(socket as unknown as OurSocket).then(
        () => next(),
        () => next(new Error('auth.required')),
      );
    });
  }

  private async authenticate(socket: OurSocket): Promise<void> {
    const { origin, host, cookie } = socket.handshake.headers;
    if (!ownOrigin(origin, host, this.config)) throw new Error('origin');
    const name = sessionCookie(this.config);
    const token = (cookie ?? '')
      .split(/;\s*/)
      .find((part) => part.startsWith(`${name}=`))
      ?.slice(name.length + 1);
    const actor = token ? await this.sessions.open(token) : null;
    if (!token || !actor) throw new Error('session');
    socket.data = { token, actor, rooms: new Set() };
  }

  handleConnection(socket: OurSocket): void {
    socket.on('join', (room, ack) => {
      if (typeof room !== 'string' || room.length > 100 || typeof ack !== 'function')
        return void socket.disconnect(true);
      void this.join(socket, room).then(ack, (error: Error) => {
        this.log.warn({ error: error.message }, 'join failed');
        ack({ problem: 'internal' });
      });
    });
    socket.on('leave', (room) => {
      if (typeof room !== 'string') return;
      socket.data.rooms.delete(room);
      void socket.leave(key(socket.data.actor.regionId, room));
    });
  }

  private async join(
    socket: OurSocket,
    room: string,
  ): Promise<{ version: number; now: number } | { problem: string }> {
    const actor = await this.sessions.open(socket.data.token);
    if (!actor) {
      socket.disconnect(true);
      return { problem: 'auth.required' };
    }
    socket.data.actor = actor;
    if (socket.data.rooms.size >= MOST_ROOMS) return { problem: 'rate.limited' };
    if (!(await this.access.allows(actor, room))) return { problem: 'not-found' };
    // joined before the version is read: a fact in between is then received, never missed
    await socket.join(key(actor.regionId, room));
    socket.data.rooms.add(room);
    const version = await this.database.transaction(actor, () => this.rooms.version(room));
    return { version, now: Date.now() };
  }

  /** Checks the open sockets of a person again; a dead session is closed, a lost room is left. */
  private async recheck(personId: string): Promise<void> {
    for (const socket of (await this.server.local.fetchSockets()) as unknown as OurSocket[]) {
      if (socket.data.actor?.personId !== personId) continue;
      const actor = await this.sessions.open(socket.data.token);
      if (!actor) {
        socket.disconnect(true);
        continue;
      }
      socket.data.actor = actor;
      for (const room of socket.data.rooms) {
        if (await this.access.allows(actor, room)) continue;
        socket.data.rooms.delete(room);
        void socket.leave(key(actor.regionId, room));
      }
    }
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.config.databaseUrl, keepAlive: true });
    client.on('notification', ({ payload }) => {
      const notice = JSON.parse(payload ?? '{}') as RoomNotice;
      if ('personId' in notice) {
        void this.recheck(notice.personId).catch((error: Error) =>
          this.log.warn({ error: error.message }, 'recheck failed'),
        );
        return;
      }
      const room = this.server.local.to(key(notice.regionId, notice.room));
      if ('progress' in notice) room.emit('progress', { room: notice.room, ...notice.progress });
      else room.emit('fact', { room: notice.room, version: notice.version, type: notice.type });
    });
    client.on('error', () => undefined);
    client.on('end', () => {
      // a lost connection may have cost facts; clients notice the gap at the next one
      if (!this.stopping) setTimeout(() => void this.listen().catch(() => undefined), 500).unref();
    });
    try {
      await client.connect();
      await client.query(`listen ${ROOM_CHANNEL}`);
      this.listener = client;
    } catch (error) {
      this.log.warn({ error: (error as Error).message }, 'cannot listen for room facts yet');
      await client.end().catch(() => undefined);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.listener?.end().catch(() => undefined);
  }
}
