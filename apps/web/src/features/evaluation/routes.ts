import type { RouteObject } from 'react-router';
import { page } from '../../app/page';

/** Open to whoever has the link; no account, no session. */
export const evaluationRoutes: RouteObject[] = [
  { path: ':token', lazy: page(() => import('./evaluation-page'), ['evaluation']) },
];
