import type { RouteObject } from 'react-router';
import { needs, page } from '../../../app/page';

/** Words of the parts that the page of a meeting shows. */
const words = [
  'meeting',
  'meeting-agreement',
  'meeting-actions',
  'meeting-attendance',
  'meeting-poll',
  'meeting-preparation',
];

/** Under `/bijeenkomst/:meetingId`, inside `MeetingFrame`: also reached with the link of a mail. */
export const meetingRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./meeting-page'), words) },
];

/** Under `/intervisie`: the list of meetings, and a new one. */
export const meetingsRoutes: RouteObject[] = [
  {
    path: 'bijeenkomsten',
    handle: needs('meetings.read'),
    lazy: page(() => import('./list-page'), ['meeting', 'intervision']),
  },
  {
    path: 'bijeenkomsten/nieuw',
    handle: needs('meetings.manage'),
    lazy: page(() => import('./new-page'), ['meeting', 'meeting-attendance', 'intervision']),
  },
];
