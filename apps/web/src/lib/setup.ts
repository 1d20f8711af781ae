import { queryOptions } from '@tanstack/react-query';
import type { SetupView } from '#libs/contracts';
import { api, view } from './api';

/** Whether the installation is still empty, and whether it can send mail. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => view<SetupView>(api.GET('/api/setup', { signal })),
});
