import { Database, found, isId } from '#libs/platform';
import { Session } from './session.entity.js';

/** One session of the open transaction's region. @throws not-found */
export async function sessionOf(database: Database, id: string): Promise<Session> {
  return found(isId(id) ? await database.repository(Session).findOneBy({ id }) : null, 'session');
}

/** The same, held until the transaction ends: whatever belongs to a session changes one after the other. @throws not-found */
export async function lockSession(database: Database, id: string): Promise<Session> {
  return found(
    isId(id)
      ? await database.repository(Session).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } })
      : null,
    'session',
  );
}
