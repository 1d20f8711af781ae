import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { NestLog, type Config } from '#libs/platform';
import { WorkerModule } from './worker.module.js';

/** Starts taking up jobs; close the returned context to finish what runs and stop. */
export function createWorker(config: Config, source?: DataSource): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerModule.forRoot(config, source), {
    logger: new NestLog(),
    abortOnError: false,
  });
}
