import { Controller, Get } from '@nestjs/common';
import { Database } from '#libs/platform';
import { Requires } from '../http/requires.decorator.js';

/** For load balancers: the process answers and reaches its database. */
@Controller('api/health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get()
  @Requires('public')
  async check(): Promise<{ ok: true }> {
    await this.database.definer('select 1');
    return { ok: true };
  }
}
