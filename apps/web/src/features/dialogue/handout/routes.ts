import type { RouteObject } from 'react-router';
import { page } from '../../../app/page';

const words = ['dialogue-handout'];

/** Under `/dialoog`: the list of handouts and the one that is being made. */
export const handoutRoutes: RouteObject[] = [
  { path: 'naslagwerken', lazy: page(() => import('./list-page'), [...words, 'dialogue-sessions']) },
  { path: ':sessionId/naslagwerk', lazy: page(() => import('./make-page'), words) },
];

/** Reading a handout; also with the link of a mail. */
export const handoutReadRoutes: RouteObject[] = [
  { path: 'naslagwerk/:sessionId', lazy: page(() => import('./read-page'), words) },
];
