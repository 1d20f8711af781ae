import type { RouteObject } from 'react-router';
import { type PageHandle, page } from '../../../app/page';

/** Below /definities: what a figure means, as its provenance card links to it. For everybody who may see figures. */
export const definitionRoutes: RouteObject[] = [
  {
    path: ':code/:number?',
    handle: { width: 'figures' } satisfies PageHandle,
    lazy: page(() => import('./definition-page'), ['measures', 'mirror-data']),
  },
];
