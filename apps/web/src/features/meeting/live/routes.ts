import type { RouteObject } from 'react-router';
import { page } from '../../../app/page';

/** Under `/bijeenkomst/:meetingId/live`: no frame. */
export const meetingLiveRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./live-page'), ['meeting-live']) },
];
