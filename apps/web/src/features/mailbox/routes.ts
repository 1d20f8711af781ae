import type { RouteObject } from 'react-router';
import { page } from '../../app/page';

const mailbox = page(() => import('./mailbox-page'), ['mailbox']);

export const mailboxRoutes: RouteObject[] = [
  { index: true, lazy: mailbox },
  { path: ':id', lazy: mailbox },
];
