import type { RouteObject } from 'react-router';
import { needs, page } from '../../../app/page';

const WORDS = ['meeting-methods', 'intervision'];

/** Under `/intervisie`: the ways to work in a meeting, and a region's own. */
export const methodsRoutes: RouteObject[] = [
  { path: 'werkvormen', handle: needs('meetings.read'), lazy: page(() => import('./methods-page'), WORDS) },
  {
    path: 'werkvormen/:methodId',
    handle: needs('meetings.read'),
    lazy: page(() => import('./method-page'), WORDS),
  },
];
