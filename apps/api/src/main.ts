import { bootFailure, readConfig } from '#libs/platform';
import { createApp } from './create-app.js';

/** One api process of a real installation. */
try {
  const config = readConfig(process.env);
  const app = await createApp(config);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
} catch (error) {
  process.stderr.write(`${bootFailure(error)}\n`);
  process.exit(1);
}
