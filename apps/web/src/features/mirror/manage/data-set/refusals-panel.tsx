import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../../components/error-state';
import { LoadMore } from '../../../../components/load-more';
import { LoadingState } from '../../../../components/loading-state';
import { Panel } from '../../../../components/panel';
import { useFormat, useWords } from '../../../../lib/i18n';
import { itemsOf } from '../../../../lib/pages';
import { refusalPages, refusalsHref } from '../mirror-data';
import own from './data-set.module.css';

/** The rows that were not read: their number, the field and why. What stood there was not kept. */
export function RefusalsPanel({ id, refused }: { id: string; refused: number }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const words = useWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...refusalPages(id),
    enabled: refused > 0,
  });
  if (refused === 0) return null;
  const rows = data && itemsOf(data);
  return (
    <Panel
      title={t('refusals')}
      right={
        <Button
          component="a"
          href={refusalsHref(id)}
          download
          variant="subtle"
          size="compact-md"
          leftSection={<IconDownload size={16} />}
        >
          {t('refusals.download')}
        </Button>
      }
    >
      <p className={own.sentence}>
        {t('refusals.sentence', { count: refused, rows: format.number(refused) })}
      </p>
      {rows ? (
        <>
          <div className={own.scroll} role="region" tabIndex={0} aria-label={t('refusals')}>
            <table className={own.table}>
              <thead>
                <tr>
                  <th scope="col">{t('refusals.row')}</th>
                  <th scope="col">{t('refusals.field')}</th>
                  <th scope="col">{t('refusals.why')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row, at) => (
                  <tr key={at}>
                    <td className="lk-num">{row.row}</td>
                    <td>{row.field ? t(`field.${row.field}`) : ''}</td>
                    <td>{words(row.sentence)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <LoadMore
            shown={rows.length}
            total={Math.max(refused, rows.length)}
            more={hasNextPage}
            busy={isFetchingNextPage}
            onMore={() => void fetchNextPage()}
          />
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={3} height={44} />
      )}
    </Panel>
  );
}
