import type { RouteObject } from 'react-router';

/** Under `/dialoog`: the list and one session as its organiser sees it. */
export const sessionsRoutes: RouteObject[] = [];
