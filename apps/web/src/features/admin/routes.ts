import type { RouteObject } from 'react-router';
import { type PageHandle, page } from '../../app/page';

const figures = { width: 'figures' } satisfies PageHandle;

export const adminRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./first-page'), ['admin']) },
  { path: 'mensen', handle: figures, lazy: page(() => import('./people-page'), ['admin']) },
  { path: 'mensen/nieuw', lazy: page(() => import('./invite-page'), ['admin']) },
  { path: 'mensen/:id', lazy: page(() => import('./person-page'), ['admin', 'privacy']) },
  { path: 'regio', lazy: page(() => import('./region-page'), ['admin', 'set-up']) },
  { path: 'mails', handle: figures, lazy: page(() => import('./mails-page'), ['admin']) },
  { path: 'logboek', lazy: page(() => import('./log-page'), ['admin', 'audit-log']) },
];
