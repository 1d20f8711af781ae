import type { RouteObject } from 'react-router';
import { type PageHandle, page } from '../../../app/page';

const figures = { width: 'figures' } satisfies PageHandle;

/** Below /spiegel: one's own practice, a group's preparation, and the region. */
export const figuresRoutes: RouteObject[] = [
  {
    index: true,
    handle: figures,
    lazy: page(() => import('./practice-page'), ['figures']),
  },
  {
    path: 'groep/:id',
    handle: figures,
    lazy: page(() => import('../group/group-figures-page'), ['figures', 'group-figures']),
  },
  {
    path: 'regio',
    handle: figures,
    lazy: page(() => import('../region/region-page'), ['figures']),
  },
];
