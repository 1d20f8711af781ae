import type { RouteObject } from 'react-router';
import { page } from '../../../app/page';

const WORDS = ['dialogue-live'];

/** Under `/live/:sessionId`: participant, moderator and presenter; no sidebar. */
export const liveRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./participant/participant-page'), WORDS) },
  { path: 'regie', lazy: page(() => import('./moderator/moderator-page'), WORDS) },
  { path: 'scherm', lazy: page(() => import('./presenter/presenter-page'), WORDS) },
];
