import type { RouteObject } from 'react-router';
import { page } from '../../../app/page';

/** Under `/collega`: the page that a colleague proposes a question on, without account. */
export const inboxRoutes: RouteObject[] = [
  { path: ':token', lazy: page(() => import('./inbox-page'), ['dialogue-inbox']) },
];
