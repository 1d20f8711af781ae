import type { RouteObject } from 'react-router';

/** Under `/dialoog`: the list of handouts and the one that is being made. */
export const handoutRoutes: RouteObject[] = [];

/** Reading a handout; also with the link of a mail. */
export const handoutReadRoutes: RouteObject[] = [];
