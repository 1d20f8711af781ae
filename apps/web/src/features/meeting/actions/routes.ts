import type { RouteObject } from 'react-router';
import { needs, page } from '../../../app/page';

/** Under `/intervisie`: the actions of the own groups. */
export const actionsRoutes: RouteObject[] = [
  {
    path: 'acties',
    handle: needs('meetings.read'),
    lazy: page(() => import('./list-page'), ['meeting-actions', 'intervision']),
  },
];
