import { Controller, Get, Query } from '@nestjs/common';
import { AuditService } from '#libs/audit';
import type { AuditEntryView, AuditVerdictView, Page } from '#libs/contracts';
import type { Actor } from '#libs/platform';
import { By } from '../http/by.decorator.js';
import { Rate } from '../http/rate-limit.guard.js';
import { Requires } from '../http/requires.decorator.js';
import { Returns } from '../http/returns.decorator.js';
import { AuditQuery } from './audit.dto.js';

@Controller('api/audit')
@Requires('audit.read')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Returns('AuditEntryView', { page: true })
  list(@By() actor: Actor, @Query() query: AuditQuery): Promise<Page<AuditEntryView>> {
    return this.audit.list(actor, query);
  }

  @Get('verify')
  @Rate('heavy')
  @Returns('AuditVerdictView')
  verify(@By() actor: Actor): Promise<AuditVerdictView> {
    return this.audit.verify(actor);
  }
}
