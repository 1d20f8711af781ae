import type { RouteObject } from 'react-router';

/** One practice and one session: register and ask. Also with the link of a mail. */
export const sessionTaskRoutes: RouteObject[] = [];
