import { io, type Socket } from 'socket.io-client';
import type { LiveFact } from '#libs/contracts';
import { cookieHeader } from './live-scene.js';

/** What this process is asked to do: many browsers in one, as far as their sockets go. */
export type Order =
  | { do: 'open'; seats: { url: string; token: string; room: string }[]; transports: string[] }
  | { do: 'count' }
  | { do: 'report' };
export interface ClientReport {
  clients: number;
  messages: number;
  /** From just before it was told to when it was here, in ms. */
  p50: number;
  p99: number;
  /** Versions that a client did not get between two that it did. */
  lost: number;
  /** The last version of each room, over its clients: lowest and highest. */
  rooms: Record<string, { lowest: number; highest: number }>;
}
interface Client {
  socket: Socket;
  room: string;
  version: number | null;
}

const clients: Client[] = [];
let took: number[] = [];
let lost = 0;

/** A moment that every process of this machine reads the same, in ms. */
const now = (): number => Number(process.hrtime.bigint() / 1000n) / 1000;

function hear(client: Client, { version, fact }: LiveFact): void {
  if (client.version !== null && version <= client.version) return;
  if (client.version !== null) lost += version - client.version - 1;
  client.version = version;
  const text =
    fact.type === 'question'
      ? fact.question.text
      : fact.type === 'inputs'
        ? fact.inputs.texts[0]?.text
        : undefined;
  if (text !== undefined) took.push(now() - Number(text.split(' ', 1)[0]));
}

async function open({ seats, transports }: Extract<Order, { do: 'open' }>): Promise<void> {
  for (let from = 0; from < seats.length; from += 20) {
    const some = seats.slice(from, from + 20).map(async ({ url, token, room }) => {
      const socket = io(url, {
        transports,
        forceNew: true,
        extraHeaders: { cookie: cookieHeader(token), origin: url.replace('127.0.0.1', 'localhost') },
      });
      const client: Client = { socket, room, version: null };
      clients.push(client);
      socket.on('live', (live: LiveFact) => live.room === room && hear(client, live));
      await new Promise<void>((resolve, reject) => {
        socket.once('connect', () => resolve());
        socket.once('connect_error', reject);
      });
      const reply = (await socket.timeout(20_000).emitWithAck('join', room)) as {
        version?: number;
        problem?: string;
      };
      if (reply.version === undefined) throw new Error(`Not let in: ${reply.problem}`);
      client.version = Math.max(client.version ?? 0, reply.version);
    });
    await Promise.all(some);
  }
}

function report(): ClientReport {
  took.sort((a, b) => a - b);
  const at = (share: number): number =>
    took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? NaN;
  const rooms: ClientReport['rooms'] = {};
  for (const { room, version } of clients) {
    const known = (rooms[room] ??= { lowest: Infinity, highest: 0 });
    known.lowest = Math.min(known.lowest, version ?? 0);
    known.highest = Math.max(known.highest, version ?? 0);
  }
  return { clients: clients.length, messages: took.length, p50: at(0.5), p99: at(0.99), lost, rooms };
}

process.on('message', (order: Order) => {
  if (order.do === 'open')
    open(order).then(
      () => process.send?.({ opened: clients.length }),
      (error: Error) => process.send?.({ failed: error.message }),
    );
  else if (order.do === 'count') {
    [took, lost] = [[], 0];
    process.send?.({ counting: true });
  } else process.send?.(report());
});
process.on('disconnect', () => process.exit(0));
