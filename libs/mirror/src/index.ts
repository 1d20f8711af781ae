export { MirrorModule } from './mirror.module.js';
