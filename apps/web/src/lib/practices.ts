import { queryOptions } from '@tanstack/react-query';
import type { Page, PracticeView } from '#libs/contracts';
import { api, view } from './api';
import { everyItem } from './pages';

/** All practices of the region that are not closed. */
export const practicesQuery = queryOptions({
  queryKey: ['practices', 'all'],
  queryFn: ({ signal }) =>
    everyItem((query) =>
      view<Page<PracticeView>>(api.GET('/api/practices', { params: { query }, signal })),
    ).then((practices) => practices.filter((practice) => practice.archivedAt === null)),
});
