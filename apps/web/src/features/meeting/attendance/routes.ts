import type { RouteObject } from 'react-router';
import { type PageHandle, needs, page } from '../../../app/page';

/** Under `/intervisie`: the yearly mandatory meeting per practice. */
export const attendanceRoutes: RouteObject[] = [
  {
    path: 'verplicht',
    lazy: page(() => import('./mandatory-page'), ['meeting-attendance', 'meeting', 'intervision']),
    handle: { width: 'figures', ...needs('meetings.read') } satisfies PageHandle,
  },
];
