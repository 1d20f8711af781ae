import type { RouteObject } from 'react-router';
import { type PageHandle, needs, page } from '../../../app/page';

/** Under `/intervisie`: making a date poll and what it gave. */
export const pollRoutes: RouteObject[] = [
  {
    path: 'datumprikker/nieuw',
    handle: needs('meetings.manage'),
    lazy: page(() => import('./new-page'), ['meeting-poll', 'meeting', 'intervision']),
  },
  {
    path: 'datumprikker/:pollId',
    lazy: page(() => import('./poll-page'), ['meeting-poll', 'meeting', 'intervision']),
    handle: { width: 'figures' } satisfies PageHandle,
  },
];

/** A practice answers; also reached with the link of a mail. */
export const pollTaskRoutes: RouteObject[] = [
  {
    path: 'taak/datumprikker/:pollId/:practiceId',
    lazy: page(() => import('./answer-page'), ['meeting-poll']),
  },
];
