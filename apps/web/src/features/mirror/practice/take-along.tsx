import { Button } from '@mantine/core';
import { IconArrowRight, IconPinned } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useProblemText } from '../../../components/problem-text';
import { showToast } from '../../../lib/toast';
import { type FigureWish, figureDoors, preparationKey, preparationQuery } from '../figures-data';
import { MOST_FIGURES, takenAlong } from '../group/preparation';

/** Puts the figure on the group's preparation; there it waits with its story. */
export function TakeAlong({ wish, group }: { wish: FigureWish; group: { id: string; name: string } }) {
  const { t } = useTranslation('figures');
  const client = useQueryClient();
  const problemText = useProblemText();
  const take = useMutation({
    mutationFn: async () => {
      const now = await client.fetchQuery({ ...preparationQuery(group.id), staleTime: 0 });
      const next = takenAlong(now, { measure: wish.measure, item: wish.item });
      if (next === 'there' || next === 'full') return next;
      const changed = await figureDoors.prepare(group.id, next, now.version);
      client.setQueryData(preparationKey(group.id), changed);
      return 'taken' as const;
    },
    onSuccess: (outcome) =>
      showToast(
        t(`take.${outcome}`, { group: group.name, count: MOST_FIGURES }),
        outcome === 'full' ? { kind: 'failed' } : {},
      ),
    onError: (error) => showToast(problemText(error), { kind: 'failed' }),
  });
  const key = [wish.measure, wish.item, group.id].join(' ');
  if (take.isSuccess && take.data !== 'full')
    return (
      <Button
        key={key}
        component={Link}
        to={`/spiegel/groep/${group.id}`}
        rightSection={<IconArrowRight size={18} />}
      >
        {t('take.go', { group: group.name })}
      </Button>
    );
  return (
    <Button leftSection={<IconPinned size={18} />} loading={take.isPending} onClick={() => take.mutate()}>
      {t('take')}
    </Button>
  );
}
