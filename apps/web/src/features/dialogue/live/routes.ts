import type { RouteObject } from 'react-router';

/** Under `/live/:sessionId`: participant, moderator and presenter; no sidebar. */
export const liveRoutes: RouteObject[] = [];
