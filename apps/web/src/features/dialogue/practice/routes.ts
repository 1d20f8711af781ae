import type { RouteObject } from 'react-router';
import { page } from '../../../app/page';

/** One practice and one session: register and ask. Also with the link of a mail. */
export const sessionTaskRoutes: RouteObject[] = [
  {
    path: 'taak/sessie/:sessionId/:practiceId',
    lazy: page(() => import('./practice-page'), ['dialogue-practice']),
  },
];
