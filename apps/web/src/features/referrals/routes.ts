import type { RouteObject } from 'react-router';
import { page } from '../../app/page';

/** Under `/verwijzingen`: the review of referrals inside one practice. */
export const referralsRoutes: RouteObject[] = [
  { index: true, lazy: page(() => import('./home-page'), ['referrals']) },
  { path: 'week/:week', lazy: page(() => import('./week-page'), ['referrals']) },
  { path: 'toevoegen', lazy: page(() => import('./add-page'), ['referrals']) },
  { path: 'verloop', lazy: page(() => import('./course-page'), ['referrals']) },
  { path: 'acties', lazy: page(() => import('./actions-page'), ['referrals']) },
  { path: 'instellen', lazy: page(() => import('./settings-page'), ['referrals']) },
];

/** Also reached with the link of a mail. */
export const referralsTaskRoutes: RouteObject[] = [
  { path: 'verwijzingen/meekijken/:practiceId', lazy: page(() => import('./task-page'), ['referrals']) },
];
