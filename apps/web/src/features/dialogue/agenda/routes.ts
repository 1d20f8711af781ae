import type { RouteObject } from 'react-router';

/** Under `/dialoog`: the year board, departments, settings. */
export const agendaRoutes: RouteObject[] = [];

/** One task each, also with the link of a mail: ranking departments, choosing a date, passing the dates on. */
export const agendaTaskRoutes: RouteObject[] = [];
