import type { RouteObject } from 'react-router';
import { page } from '../../../app/page';

/** One session as its specialist sees it; reached with a personal link. */
export const specialistRoutes: RouteObject[] = [
  {
    path: 'taak/specialist/:sessionId',
    lazy: page(() => import('./specialist-page'), ['dialogue-specialist']),
  },
];
