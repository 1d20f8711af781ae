import { LiveRooms } from '#libs/live';
import type { MeetingFact, ParticipantFact } from '#libs/contracts';
import { Database, readConfig } from '#libs/platform';
import { createApp } from '../apps/api/src/create-app.js';

/** What a door of the api would do, without the door: tells participants of a session one thing, in a transaction. */
export interface Tell {
  n: number;
  regionId: string;
  sessionId: string;
  fact: ParticipantFact;
}

/** The same for a meeting: every seat its own fact, in one transaction. */
export interface TellTable {
  n: number;
  regionId: string;
  told: { room: string; fact: MeetingFact }[];
}

/** One api process as `apps/api/src/main` starts it, that tells what its parent says. */
const config = readConfig(process.env);
const app = await createApp(config);
await app.listen(config.port, config.host);
const [database, rooms] = [app.get(Database), app.get(LiveRooms)];
process.on('message', (order: Tell | TellTable | { n: number }) => {
  const { n } = order;
  if (!('regionId' in order)) {
    (globalThis as { gc?: () => void }).gc?.();
    process.send?.({ n, heap: process.memoryUsage().heapUsed });
    return;
  }
  database
    .transaction(order, async () =>
      'told' in order
        ? (await rooms.tellRooms<'meeting'>(order.told))[0]
        : rooms.tell(order.sessionId, 'participant', order.fact),
    )
    .then(
      (version) => process.send?.({ n, version }),
      (error: Error) => process.send?.({ n, failed: error.message }),
    );
});
process.on('disconnect', () => process.exit(0));
