export { AccessModule } from './access.module.js';
export { ABSOLUTE_HOURS, SessionsService } from './sessions/sessions.service.js';
