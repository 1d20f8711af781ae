export { AuditModule } from './audit.module.js';
export { AuditService, type AuditRecord } from './audit.service.js';
export { canonical } from './chain.rules.js';
export { CheckpointsService } from './checkpoints.service.js';
