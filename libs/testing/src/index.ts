export { makeActor, makePractice, makeRegion } from './factories.js';
export { openTestDatabase, type TestDatabase } from './test-database.js';
export { TurnedClock } from './turned-clock.js';
