import type { RouteObject } from 'react-router';
import { page } from '../../app/page';

export const accountRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./sessions-page'), ['account']) },
];
