import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Clock } from './clock.js';
import type { Config } from './config.js';
import { createDataSource } from './data-source.js';
import { Database } from './database.js';
import { Facts } from './facts.js';
import { Jobs } from './jobs.js';
import { createLog, type Log } from './log.js';
import { Rooms } from './rooms.js';
import { Secrets } from './secrets.js';

/** Injection tokens of what is not a class. */
export const CONFIG = Symbol('config');
export const LOG = Symbol('log');

/** Everything below the contexts: settings, database, clock, queue, rooms, facts. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: Config, source?: DataSource): DynamicModule {
    const owned = source === undefined;
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOG, useFactory: () => createLog(config.logLevel) },
        {
          provide: Database,
          useFactory: async () => {
            const made = source ?? createDataSource(config.databaseUrl);
            if (!made.isInitialized) await made.initialize();
            const database = new Database(made);
            return Object.assign(database, {
              onApplicationShutdown: async () => (owned ? made.destroy() : undefined),
            });
          },
        },
        Clock,
        Facts,
        Rooms,
        { provide: Secrets, useFactory: () => new Secrets(config) },
        {
          provide: Jobs,
          inject: [Database, LOG],
          useFactory: (database: Database, log: Log) => new Jobs(config, database, log),
        },
      ],
      exports: [CONFIG, LOG, Database, Clock, Facts, Rooms, Secrets, Jobs],
    };
  }
}
