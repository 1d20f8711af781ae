import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ForbiddenPairView } from '#libs/contracts';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadingState } from '../../components/loading-state';
import { PageHead } from '../../components/page-head';
import { Panel } from '../../components/panel';
import { Panels } from '../../components/panels';
import { api } from '../../lib/api';
import { later } from '../../lib/later';
import { showToast } from '../../lib/toast';
import type { NewPair } from './pair-form';
import { forbiddenPairsQuery } from './round-data';

// with a chooser of practices, which is heavy: the list is there first
const PairForm = later(
  async () => (await import('./pair-form')).PairForm,
  <LoadingState rows={3} height={64} />,
);

/** Practices that never come into one group. The reason is for the coordinator only. */
export default function ForbiddenPairsPage() {
  const { t } = useTranslation('intervision');
  const pairs = useQuery(forbiddenPairsQuery);
  const { add, remove } = usePairs();
  return (
    <>
      <PageHead
        crumbs={[{ label: t('title'), to: '/intervisie' }, { label: t('pairs.title') }]}
        title={t('pairs.title')}
        lead={t('pairs.lead')}
      />
      <Panels>
        <Panel title={t('pairs.add')}>
          <PairForm busy={add.isPending} error={add.error} onAdd={add.mutateAsync} />
        </Panel>
        {pairs.data ? (
          pairs.data.length > 0 ? (
            <DataTable
              label={t('pairs.title')}
              rows={pairs.data}
              rowKey={(pair) => pair.id}
              search={pairs.data.length > 8}
              columns={[
                { id: 'a', header: t('pairs.a'), value: (pair) => pair.a.name, hideable: false },
                { id: 'b', header: t('pairs.b'), value: (pair) => pair.b.name, hideable: false },
                { id: 'reason', header: t('pairs.reason'), value: (pair) => pair.reason },
                {
                  id: 'remove',
                  header: '',
                  value: () => null,
                  sortable: false,
                  cell: (pair) => (
                    <Button
                      variant="subtle"
                      size="compact-md"
                      leftSection={<IconTrash size={16} />}
                      aria-label={t('pairs.remove.label', { a: pair.a.name, b: pair.b.name })}
                      disabled={remove.isPending}
                      onClick={() => remove.mutate(pair)}
                    >
                      {t('pairs.remove')}
                    </Button>
                  ),
                },
              ]}
            />
          ) : (
            <EmptyState title={t('pairs.empty.title')} text={t('pairs.empty.text')} />
          )
        ) : pairs.error ? (
          <ErrorState error={pairs.error} onRetry={() => void pairs.refetch()} />
        ) : (
          <LoadingState rows={2} height={64} />
        )}
        {remove.error && <ErrorState error={remove.error} />}
      </Panels>
    </>
  );
}

function usePairs() {
  const { t } = useTranslation('intervision');
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: forbiddenPairsQuery.queryKey });
  const add = useMutation({
    mutationFn: (pair: NewPair) => api.POST('/api/forbidden-pairs', { body: pair }),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: (pair: ForbiddenPairView) =>
      api.DELETE('/api/forbidden-pairs/{id}', { params: { path: { id: pair.id } } }),
    onSuccess: async (_, { a, b, reason }) => {
      showToast(t('pairs.removed', { a: a.name, b: b.name }), {
        undo: () => add.mutateAsync({ a: a.id, b: b.id, reason }),
      });
      await refresh();
    },
  });
  return { add, remove };
}
