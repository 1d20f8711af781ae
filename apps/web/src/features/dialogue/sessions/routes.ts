import type { RouteObject } from 'react-router';
import { type PageHandle, needs, page } from '../../../app/page';

const words = ['dialogue-sessions', 'dialogue-practice'];
const figures = { width: 'figures' } satisfies PageHandle;

/** Under `/dialoog`: the list and one session as its organiser sees it. */
export const sessionsRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./list/list-page'), words) },
  { path: 'nieuw', handle: needs('dialogue.manage'), lazy: page(() => import('./new/new-page'), words) },
  {
    path: 'instellingen',
    handle: needs('dialogue.manage'),
    lazy: page(() => import('./settings/settings-page'), words),
  },
  {
    path: ':sessionId',
    handle: figures,
    children: [
      { index: true, lazy: page(() => import('./session/overview-page'), words) },
      { path: 'tijdlijn', lazy: page(() => import('./session/timeline-page'), words) },
      { path: 'deelnemers', lazy: page(() => import('./session/participants-page'), words) },
    ],
  },
];
