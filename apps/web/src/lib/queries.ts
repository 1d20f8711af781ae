import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { HomeView, MeView } from '#libs/contracts';
import { api, view } from './api';
import { whenRecovered } from './connection';
import { isWorthRetrying } from './problem';

/**
 * One cache for the whole client. A refusal (4xx) is never repeated; a lost connection is, three times with a growing
 * pause. Changes are never repeated by themselves: the person decides.
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => count < 3 && isWorthRetrying(error),
        retryDelay: (attempt) => Math.min(800 * 2 ** attempt, 8_000),
        // `always`: the browser's idea of being online is often wrong; a failed call tells the truth.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  whenRecovered(() => void client.invalidateQueries());
  return client;
}

/** Who is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => view<MeView>(api.GET('/api/me', { signal })),
  staleTime: 5 * 60_000,
});

/** What asks for attention; the shell shows how many tasks there are. */
export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: ({ signal }) => view<HomeView>(api.GET('/api/home', { signal })),
});
