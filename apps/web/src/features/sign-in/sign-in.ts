import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { DemoPersonView, DemoView, SignedInView } from '#libs/contracts';
import { api, view } from '../../lib/api';
import { Problem } from '../../lib/problem';
import { safeReturnPath } from '../../lib/return-path';

/** The people to try out, or null where this is not the demo. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: async ({ signal }): Promise<DemoPersonView[] | null> => {
    try {
      return (await view<DemoView>(api.GET('/api/demo', { signal }))).people;
    } catch (error) {
      if (error instanceof Problem && (error.status === 404 || error.status === 403)) return null;
      throw error;
    }
  },
  staleTime: Infinity,
});

/** Runs a way to sign in and goes on to the page that was asked for, else to the one that the server names. */
export function useSignIn<Input>(call: (input: Input) => Promise<{ data?: unknown }>, back: string | null) {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => view<SignedInView | undefined>(call(input)),
    onSuccess: async (signedIn) => {
      client.clear();
      await navigate(back ? safeReturnPath(back) : safeReturnPath(signedIn?.href), { replace: true });
    },
  });
}
