import type { RouteObject } from 'react-router';
import { page } from '../../../app/page';

/** Under `/bijeenkomst/:meetingId`: the pack of the leader. */
export const preparationRoutes: RouteObject[] = [
  {
    path: 'voorbereiding',
    lazy: page(() => import('./preparation-page'), ['meeting-preparation', 'meeting', 'meeting-live']),
  },
];
