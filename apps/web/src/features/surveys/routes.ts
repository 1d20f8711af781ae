import type { RouteObject } from 'react-router';
import { type PageHandle, page } from '../../app/page';

const figures = { width: 'figures' } satisfies PageHandle;

export const surveysRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./list/list-page'), ['surveys']) },
  { path: 'nieuw', lazy: page(() => import('./create/new-page'), ['surveys']) },
  { path: 'vragenlijsten', lazy: page(() => import('./questionnaires/list-page'), ['surveys']) },
  {
    path: 'vragenlijsten/:id',
    handle: figures,
    lazy: page(() => import('./questionnaires/questionnaire-page'), ['surveys', 'evaluation']),
  },
  {
    path: ':id',
    handle: figures,
    lazy: page(() => import('./campaign/campaign-page'), ['surveys', 'evaluation']),
  },
];
