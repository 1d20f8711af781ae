import type { RouteObject } from 'react-router';

/** One session as its specialist sees it; reached with a personal link. */
export const specialistRoutes: RouteObject[] = [];
