import type { RouteObject } from 'react-router';
import { page } from '../../../app/page';

/** Under `/intervisie`: the actions of the own groups. */
export const actionsRoutes: RouteObject[] = [
  { path: 'acties', lazy: page(() => import('./list-page'), ['meeting-actions', 'intervision']) },
];
