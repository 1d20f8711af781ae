import { bootFailure, readConfig } from '#libs/platform';

/** One worker process of a real installation. A wrong setting is said at once, before the rest is loaded. */
try {
  const config = readConfig(process.env);
  const { createWorker } = await import('./create-worker.js');
  const worker = await createWorker(config);
  worker.enableShutdownHooks();
} catch (error) {
  process.stderr.write(`${bootFailure(error)}\n`);
  process.exit(1);
}
