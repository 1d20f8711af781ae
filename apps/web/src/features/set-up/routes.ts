import type { RouteObject } from 'react-router';
import { page } from '../../app/page';

export const setUpRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./set-up-page'), ['set-up']) },
];
