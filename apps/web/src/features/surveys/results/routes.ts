import type { RouteObject } from 'react-router';
import { type PageHandle, page } from '../../../app/page';

const figures = { width: 'figures' } satisfies PageHandle;

/** The results of one closed campaign: one frame with the turnout, and what can be looked at under it. */
export const resultsRoutes: RouteObject[] = [
  {
    path: ':id/resultaten',
    handle: figures,
    lazy: page(() => import('./results-frame'), ['results']),
    children: [
      { index: true, lazy: page(() => import('./outcome-page')) },
      { path: 'factoren', lazy: page(() => import('./factors-page')) },
      { path: 'teksten', lazy: page(() => import('./texts/texts-page')) },
      { path: 'trend', lazy: page(() => import('./trend-page')) },
      { path: 'vergelijken', lazy: page(() => import('./compare/compare-page')) },
      { path: 'verdieping', lazy: page(() => import('./compare/regression-page')) },
    ],
  },
];
