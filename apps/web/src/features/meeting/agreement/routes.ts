import type { RouteObject } from 'react-router';

/** Under `/bijeenkomst/:meetingId`. */
export const agreementRoutes: RouteObject[] = [];
