import type { RouteObject } from 'react-router';
import { type PageHandle, needs, page } from '../../app/page';

const figures = { width: 'figures' } satisfies PageHandle;

export const surveysRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./list/list-page'), ['surveys']) },
  {
    path: 'nieuw',
    handle: needs('surveys.manage'),
    lazy: page(() => import('./create/new-page'), ['surveys']),
  },
  {
    path: 'vragenlijsten',
    handle: needs('surveys.manage'),
    lazy: page(() => import('./questionnaires/list-page'), ['surveys']),
  },
  {
    path: 'vragenlijsten/:id',
    handle: { ...figures, ...needs('surveys.manage') },
    lazy: page(() => import('./questionnaires/questionnaire-page'), ['surveys', 'evaluation']),
  },
  {
    path: ':id',
    handle: figures,
    lazy: page(() => import('./campaign/campaign-page'), ['surveys', 'evaluation']),
  },
];
