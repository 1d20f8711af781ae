import type { RouteObject } from 'react-router';
import { type PageHandle, needs, page } from '../../app/page';

const figures = { width: 'figures' } satisfies PageHandle;

export const practicesRoutes: RouteObject[] = [
  {
    index: true,
    handle: { ...figures, ...needs('practices.read', 'practices.manage') },
    lazy: page(() => import('./overview-page'), ['practices', 'terms']),
  },
  {
    path: 'nieuw',
    handle: needs('practices.manage'),
    lazy: page(() => import('./new-practice-page'), ['practices']),
  },
  {
    path: 'inlezen',
    handle: needs('practices.manage'),
    lazy: page(() => import('./import/upload-page'), ['imports']),
  },
  {
    path: 'inlezen/:id',
    handle: { ...figures, ...needs('practices.manage') },
    lazy: page(() => import('./import/import-page'), ['imports', 'practices']),
  },
  {
    path: ':id',
    handle: figures,
    lazy: page(() => import('./practice-page'), ['practices', 'terms', 'privacy']),
  },
];
