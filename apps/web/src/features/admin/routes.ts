import type { RouteObject } from 'react-router';
import { type PageHandle, needs, page } from '../../app/page';

const figures = { width: 'figures' } satisfies PageHandle;

export const adminRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./first-page'), ['admin']) },
  {
    path: 'mensen',
    handle: { ...figures, ...needs('people.manage') },
    lazy: page(() => import('./people-page'), ['admin']),
  },
  {
    path: 'mensen/nieuw',
    handle: needs('people.manage'),
    lazy: page(() => import('./invite-page'), ['admin']),
  },
  {
    path: 'mensen/:id',
    handle: needs('people.manage'),
    lazy: page(() => import('./person-page'), ['admin', 'privacy']),
  },
  {
    path: 'regio',
    handle: needs('region.manage'),
    lazy: page(() => import('./region-page'), ['admin', 'set-up']),
  },
  {
    path: 'mails',
    handle: { ...figures, ...needs('mail.read') },
    lazy: page(() => import('./mails-page'), ['admin']),
  },
  {
    path: 'logboek',
    handle: needs('audit.read'),
    lazy: page(() => import('./log-page'), ['admin', 'audit-log']),
  },
];
