import type { RouteObject } from 'react-router';
import { page } from '../../app/page';

/** The page a practice answers on; reached with a task link or signed in, without sidebar. */
export const answerRoutes: RouteObject[] = [
  { path: 'taak/ronde/:roundId/:practiceId', lazy: page(() => import('./answer-page'), ['answer']) },
];
