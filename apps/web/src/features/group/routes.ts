import type { RouteObject } from 'react-router';
import { page } from '../../app/page';

/** Under `/intervisie`, inside `GroupFrame`: also reached with the link of a mail. */
export const groupRoutes: RouteObject[] = [
  {
    path: 'groepen/:id',
    lazy: page(() => import('./group-page'), ['group', 'meeting', 'meeting-agreement', 'meeting-actions']),
  },
];
