export { IntervisionModule } from './intervision.module.js';
