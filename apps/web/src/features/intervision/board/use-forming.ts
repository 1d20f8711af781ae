import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormingView } from '#libs/contracts';
import { api, view } from '../../../lib/api';
import { formingQuery, roundKey } from '../round-data';

/** Starting and stopping the computation, and the relaxations of its rules. Each answer is the forming as it is now. */
export function useForming(roundId: string) {
  const client = useQueryClient();
  const path = { params: { path: { id: roundId } } };
  const keep = async (forming: FormingView | undefined) => {
    if (forming?.id) client.setQueryData(formingQuery(roundId).queryKey, forming);
    await client.invalidateQueries({ queryKey: roundKey(roundId) });
  };
  const start = useMutation({
    mutationFn: (evenIfOpen: boolean) =>
      view<FormingView>(api.POST('/api/rounds/{id}/forming', { ...path, body: { evenIfOpen } })),
    onSuccess: keep,
  });
  const cancel = useMutation({
    mutationFn: () => view<FormingView | undefined>(api.DELETE('/api/rounds/{id}/forming', path)),
    onSuccess: keep,
  });
  const accept = useMutation({
    mutationFn: (relaxationId: string) =>
      view<FormingView | undefined>(
        api.POST('/api/rounds/{id}/relaxations/{relaxationId}', {
          params: { path: { id: roundId, relaxationId } },
        }),
      ),
    onSuccess: keep,
  });
  const takeBack = useMutation({
    mutationFn: () => view<FormingView | undefined>(api.POST('/api/rounds/{id}/relaxations/undo', path)),
    onSuccess: keep,
  });
  return { start, cancel, accept, takeBack };
}
