import { Button } from '@mantine/core';
import { IconShare } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LeftOutcomeView } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { useFormat } from '../../../lib/i18n';
import { itemsOf } from '../../../lib/pages';
import { leftOutcomesQuery } from './actions-data';
import { Chain } from './chain';
import classes from './actions.module.css';

/** What groups let go of, for who runs the region: that and nothing else (LOOP-01). */
export function LeftOutcomes() {
  const { t } = useTranslation('meeting-actions');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(leftOutcomesQuery);
  return (
    <>
      {!data ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState rows={2} height={72} />
        )
      ) : itemsOf(data).length === 0 ? (
        <EmptyState icon={IconShare} title={t('left.none.title')} text={t('left.none.text')} />
      ) : (
        <Panel>
          <ul className={classes.outcomes}>
            {itemsOf(data).map((outcome) => (
              <Left key={outcome.id} outcome={outcome} />
            ))}
          </ul>
        </Panel>
      )}
      {hasNextPage && (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </>
  );
}

function Left({ outcome: { kind, text, provenance, chain } }: { outcome: LeftOutcomeView }) {
  const { t } = useTranslation('meeting-actions');
  const format = useFormat();
  const { group, meeting, heldOn, practices, named } = provenance;
  return (
    <li className={classes.outcome}>
      <p className={classes.kind}>{t(`kind.${kind}`)}</p>
      <p className={classes.sentence} dir="auto">
        {text}
      </p>
      <p className={classes.progress}>
        {t('left.from', { from: group ?? meeting, date: format.localDate(heldOn), count: practices })}
        {named.length > 0 && ` ${t('outcome.named', { names: format.list(named) })}`}
      </p>
      {/* when it left already stands in the line above */}
      {chain.length > 1 && <Chain links={chain} />}
    </li>
  );
}
