import type { RouteObject } from 'react-router';
import { page } from '../../../app/page';

/** Words of the screens, and of the parts of the meeting that they show. */
const WORDS = ['meeting-live', 'meeting', 'meeting-agreement', 'meeting-actions', 'meeting-attendance'];

/** Under `/bijeenkomst/:meetingId/live`: no frame. */
export const meetingLiveRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./live-page'), WORDS) },
];
