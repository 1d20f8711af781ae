import type { RouteObject } from 'react-router';
import { page } from '../../app/page';

export const accountRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./sessions-page'), ['account']) },
];

export const ownDataRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./own-data-page'), ['privacy']) },
];
