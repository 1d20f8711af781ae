import type { RouteObject } from 'react-router';
import { page } from '../../app/page';

export const helpRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./help-page'), ['help', 'terms']) },
];
