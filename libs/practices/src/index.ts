export { PracticesModule } from './practices.module.js';
