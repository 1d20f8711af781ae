import type { RouteObject } from 'react-router';
import { type PageHandle, needs, page } from '../../../app/page';

const figures = { width: 'figures' } satisfies PageHandle;

/** Below /spiegel/beheer: what the data steward and the coordinator do with mirror data (D7). */
export const mirrorDataRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./list-page'), ['mirror-data']) },
  { path: 'inlezen', lazy: page(() => import('./load/load-page'), ['mirror-data']) },
  {
    path: 'aanleveringen/:id',
    handle: figures,
    lazy: page(() => import('./data-set/data-set-page'), ['mirror-data']),
  },
  { path: 'bronnen', lazy: page(() => import('./sources-page'), ['mirror-data']) },
  { path: 'maten', lazy: page(() => import('../measures/list-page'), ['measures', 'mirror-data']) },
  {
    path: 'maten/:code',
    handle: figures,
    lazy: page(() => import('../measures/measure-page'), ['measures', 'mirror-data']),
  },
  {
    path: 'vrijgaven',
    handle: needs('figures.manage'),
    lazy: page(() => import('./releases-page'), ['mirror-data']),
  },
  { path: 'meldingen', lazy: page(() => import('./remarks-page'), ['mirror-data']) },
];
