import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { AgreementHistoryView, GroupAgreementView } from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';
import { asProblem } from '../../../lib/problem';

const at = (id: string) => ({ params: { path: { id } } });

/** @param within what the page of it makes stale: a meeting, or a group */
export const agreementQuery = (groupId: string, within: readonly string[]) =>
  queryOptions({
    queryKey: [...within, 'agreement', groupId],
    queryFn: ({ signal }) =>
      view<GroupAgreementView>(api.GET('/api/groups/{id}/agreement', { ...at(groupId), signal })),
  });

export const versionsQuery = (groupId: string, version: number) =>
  queryOptions({
    queryKey: ['agreement-versions', groupId, version],
    queryFn: ({ signal }) =>
      view<AgreementHistoryView>(api.GET('/api/groups/{id}/agreement/versions', { ...at(groupId), signal })),
  });

/** What somebody does to an agreement. Each answer is how it stands now. */
export function useAgreementChanges(groupId: string, within: readonly string[]) {
  const client = useQueryClient();
  const { queryKey } = agreementQuery(groupId, within);
  const send = async (call: Promise<GroupAgreementView>) => {
    try {
      const changed = await call;
      client.setQueryData(queryKey, changed);
      return changed;
    } catch (error) {
      // Whoever accepts or writes must see the text that is there now.
      if (asProblem(error).code === 'conflict.stale') await client.invalidateQueries({ queryKey });
      throw error;
    }
  };
  return {
    save: (version: number, body: { points: string[]; confirmed: boolean }) =>
      send(
        view<GroupAgreementView>(
          api.PUT('/api/groups/{id}/agreement', { ...at(groupId), ...ifMatch(version), body }),
        ),
      ),
    accept: (body: { practiceId: string; version: number; accepted: boolean }) =>
      send(
        view<GroupAgreementView>(
          api.POST('/api/groups/{id}/agreement/acceptances', { ...at(groupId), body }),
        ),
      ),
  };
}
