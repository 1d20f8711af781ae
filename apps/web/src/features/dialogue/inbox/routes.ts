import type { RouteObject } from 'react-router';

/** Under `/collega`: the page that a colleague proposes a question on, without account. */
export const inboxRoutes: RouteObject[] = [];
