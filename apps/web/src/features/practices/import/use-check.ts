import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRowView, ImportView, PracticeField } from '#libs/contracts';
import { api, ifMatch, view } from '../../../lib/api';
import { itemsOf } from '../../../lib/pages';
import { asProblem } from '../../../lib/problem';
import { showToast } from '../../../lib/toast';
import { type QuestionKind, importKey, importQuery, importRows, latestImportQuery } from './import-data';
import { differences } from './preview';

type Answer = 'yes' | 'no' | null;
export type Stale = ReturnType<typeof differences>;

/** What can be done with a preview: correct a cell, decide, carry out. One call at a time, each on the newest version. */
export function useCheck(imported: ImportView, shown: readonly ImportRowView[]) {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const { id } = imported;
  const [stale, setStale] = useState<Stale | null>(null);
  const key = importQuery(id).queryKey;
  const scope = { id: `import ${id}` };
  const at = () => ({
    params: { path: { id } },
    ...ifMatch(client.getQueryData(key)?.version ?? imported.version),
  });
  const keep = async (next: ImportView) => {
    client.setQueryData(key, next);
    await client.invalidateQueries({ queryKey: [...importKey(id), 'rows'] });
  };
  /** The server has compared again: shows what is different now. */
  const renew = async (error: unknown) => {
    const { code } = asProblem(error);
    if (code !== 'import.stale' && code !== 'conflict.stale') return;
    const before = { counts: imported.counts, rows: shown };
    const [fresh, rows] = await Promise.all([
      client.fetchQuery({ ...importQuery(id), staleTime: 0 }),
      client.fetchInfiniteQuery({ ...importRows(id, null), staleTime: 0 }),
    ]);
    setStale(differences(before, { counts: fresh.counts, rows: itemsOf(rows) }));
    await client.invalidateQueries({ queryKey: [...importKey(id), 'rows'] });
  };
  const common = { scope, onError: renew, onMutate: () => setStale(null) };

  const patch = (row: number, field: PracticeField, value: string | null) =>
    view<ImportView>(
      api.PATCH('/api/imports/{id}/rows/{row}', {
        ...at(),
        params: { path: { id, row: String(row) } },
        body: { field, value },
      }),
    );
  const correct = useMutation({
    ...common,
    mutationFn: ({ row, field, value }: { row: number; field: PracticeField; value: string }) =>
      patch(row, field, value),
    onSuccess: async (next, { row, field }) => {
      await keep(next);
      showToast(t('correct.done', { row }), { undo: async () => keep(await patch(row, field, null)) });
    },
  });
  const decide = useMutation({
    ...common,
    mutationFn: (
      body: { key: string; decision: Answer } | { all: { kind: QuestionKind; decision: Answer } },
    ) => view<ImportView>(api.PUT('/api/imports/{id}/decisions', { ...at(), body })),
    onSuccess: keep,
  });
  const apply = useMutation({
    ...common,
    mutationFn: () => view<ImportView>(api.POST('/api/imports/{id}/apply', at())),
    onSuccess: async (next) => {
      client.setQueryData(key, next);
      client.removeQueries({ queryKey: latestImportQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['practices'] });
    },
  });
  const failed = [apply, decide, correct].find((one) => one.error !== null)?.error ?? null;
  const code = failed ? asProblem(failed).code : null;
  return {
    correct,
    apply,
    decide: (row: ImportRowView, decision: Answer) => decide.mutate({ key: row.key, decision }),
    decideAll: (kind: QuestionKind, decision: Answer) => decide.mutate({ all: { kind, decision } }),
    busy: decide.isPending || correct.isPending || apply.isPending,
    stale,
    seen: () => setStale(null),
    error: code === 'import.stale' || code === 'conflict.stale' ? null : failed,
  };
}
export type Check = ReturnType<typeof useCheck>;
