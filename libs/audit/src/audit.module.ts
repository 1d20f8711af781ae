import { Global, Module } from '@nestjs/common';
import { AuditService } from './audit.service.js';
import { CheckpointsService } from './checkpoints.service.js';

@Global()
@Module({ providers: [AuditService, CheckpointsService], exports: [AuditService, CheckpointsService] })
export class AuditModule {}
