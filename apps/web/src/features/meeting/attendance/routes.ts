import type { RouteObject } from 'react-router';

/** Under `/intervisie`: the yearly mandatory meeting per practice. */
export const attendanceRoutes: RouteObject[] = [];
