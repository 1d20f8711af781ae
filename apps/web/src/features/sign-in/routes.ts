import type { RouteObject } from 'react-router';
import { page } from '../../app/page';

const link = page(() => import('./link-page'), ['sign-in']);

export const signInRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./sign-in-page'), ['sign-in']) },
  { path: 'link/:token', lazy: link },
  // The token may also stand behind the #, where no server log sees it.
  { path: 'link', lazy: link },
];
