import type { RouteObject } from 'react-router';
import { page } from '../../app/page';

const task = page(() => import('./task-link-page'), ['task-link']);

export const taskLinkRoutes: RouteObject[] = [
  { path: ':token', lazy: task },
  // The token may also stand behind the #, where no server log sees it.
  { index: true, lazy: task },
];
