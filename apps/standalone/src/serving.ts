import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SetupService } from '#libs/access';
import { IntervisionSweeps } from '#libs/intervision';
import { MirrorSweeps } from '#libs/mirror';
import { DeliveryService } from '#libs/notifications';
import { Database, LOG, type Log } from '#libs/platform';

export { createApp } from '../../api/src/create-app.js';
export { createWorker } from '../../worker/src/create-worker.js';
export { seedDemo } from './demo/seed.js';

/** The one-time code of an installation that is still empty, else null. */
export const setUpCode = (app: NestFastifyApplication): Promise<string | null> =>
  app.get(SetupService).prepare();

/**
 * Goes on with what a killed predecessor was doing, without waiting for heartbeats and leases to run out: on a data folder
 * there is one process at a time, so whatever says it is being worked on is not.
 */
export async function recover(app: NestFastifyApplication): Promise<void> {
  const regions = await app.get(Database).definer<{ id: string }>('select id from region order by id');
  for (const { id } of regions) {
    for (const context of [app.get(IntervisionSweeps), app.get(MirrorSweeps), app.get(DeliveryService)]) {
      await context
        .recover(id)
        .catch((error: unknown) => app.get<Log>(LOG).error({ err: error, regionId: id }, 'recovery failed'));
    }
  }
}
