import type { RouteObject } from 'react-router';
import { type PageHandle, page } from '../../../app/page';

/** Under `/dialoog/:sessionId`: the desk of questions. */
export const deskRoutes: RouteObject[] = [
  {
    path: ':sessionId/vragen',
    handle: { width: 'full' } satisfies PageHandle,
    lazy: page(() => import('./desk-page'), ['dialogue-desk']),
  },
];
