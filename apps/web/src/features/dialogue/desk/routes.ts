import type { RouteObject } from 'react-router';

/** Under `/dialoog/:sessionId`: the desk of questions. */
export const deskRoutes: RouteObject[] = [];
