import type { RouteObject } from 'react-router';
import { type PageHandle, needs, page } from '../../../app/page';

const figures = { width: 'figures' } satisfies PageHandle;

/** Under `/dialoog`: the year board and the register of departments. */
export const agendaRoutes: RouteObject[] = [
  {
    path: 'agenda',
    handle: needs('dialogue.manage'),
    lazy: page(() => import('./years-page'), ['dialogue-agenda', 'dialogue-sessions']),
  },
  {
    path: 'agenda/:yearId',
    handle: { ...figures, ...needs('dialogue.manage') },
    lazy: page(() => import('./year-page'), ['dialogue-agenda']),
  },
  {
    path: 'vakgroepen',
    lazy: page(() => import('./departments-page'), ['dialogue-agenda', 'dialogue-sessions']),
  },
];

/** One task each, also with the link of a mail: ranking departments, choosing a date, passing the dates on. */
export const agendaTaskRoutes: RouteObject[] = [
  {
    path: 'taak/vakgroepen/:yearId/:practiceId',
    lazy: page(() => import('./tasks/vote-page'), ['dialogue-agenda']),
  },
  {
    path: 'taak/datums/:yearDepartmentId',
    lazy: page(() => import('./tasks/department-dates-page'), ['dialogue-agenda']),
  },
  { path: 'taak/agenda/:yearId', lazy: page(() => import('./tasks/pass-on-page'), ['dialogue-agenda']) },
];
