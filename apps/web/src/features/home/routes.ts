import type { RouteObject } from 'react-router';
import { page } from '../../app/page';

export const homeRoutes: RouteObject[] = [{ index: true, lazy: page(() => import('./home-page'), ['home']) }];
