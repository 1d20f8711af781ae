import { bootFailure, readConfig } from '#libs/platform';

/** One api process of a real installation. A wrong setting is said at once, before the rest is loaded. */
try {
  const config = readConfig(process.env);
  const { createApp } = await import('./create-app.js');
  const app = await createApp(config);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
} catch (error) {
  process.stderr.write(`${bootFailure(error)}\n`);
  process.exit(1);
}
