import { bootFailure, readConfig } from '#libs/platform';
import { createWorker } from './create-worker.js';

/** One worker process of a real installation. */
try {
  const worker = await createWorker(readConfig(process.env));
  worker.enableShutdownHooks();
} catch (error) {
  process.stderr.write(`${bootFailure(error)}\n`);
  process.exit(1);
}
