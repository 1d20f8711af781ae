import { Button } from '@mantine/core';
import { IconBuildingCommunity, IconFileImport, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { ErrorState } from '../../components/error-state';
import { LoadMore } from '../../components/load-more';
import { LoadingState } from '../../components/loading-state';
import { PageHead } from '../../components/page-head';
import { useMay } from '../../lib/me';
import { itemsOf } from '../../lib/pages';
import { ListTools } from './list-tools';
import { usePracticeColumns } from './practice-columns';
import { practicePages } from './practices-data';
import classes from './practices.module.css';
import { useListFilter } from './use-list-filter';

/** The register: every practice of the region, or those somebody supports. */
export default function PracticesPage() {
  const { t } = useTranslation('practices');
  const manages = useMay('practices.manage');
  return (
    <>
      <PageHead title={t('title')} lead={t(manages ? 'lead' : 'lead.read')} action={manages && <Actions />} />
      <Register />
    </>
  );
}

function Actions() {
  const { t } = useTranslation('practices');
  return (
    <>
      <Button component={Link} to="nieuw" variant="default" leftSection={<IconPlus size={18} />}>
        {t('new')}
      </Button>
      <Button component={Link} to="inlezen" leftSection={<IconFileImport size={18} />}>
        {t('import')}
      </Button>
    </>
  );
}

function Register() {
  const { t } = useTranslation('practices');
  const manages = useMay('practices.manage');
  const list = useListFilter();
  const { filter, sort } = list;
  const columns = usePracticeColumns();
  const pages = useInfiniteQuery(practicePages(filter));
  if (pages.error && !pages.data)
    return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!pages.data) return <LoadingState rows={8} height={56} />;

  const rows = itemsOf(pages.data);
  const total = pages.data.pages[0]?.total ?? rows.length;
  const filtered = Boolean(filter.q ?? filter.district ?? filter.archived);
  if (rows.length === 0 && !filtered && !pages.isPlaceholderData) {
    return (
      <EmptyState
        icon={IconBuildingCommunity}
        title={t('empty.title')}
        text={t(manages ? 'empty.text' : 'empty.text.read')}
        action={
          manages && (
            <Button component={Link} to="inlezen" leftSection={<IconFileImport size={18} />}>
              {t('import')}
            </Button>
          )
        }
      />
    );
  }
  return (
    <>
      <DataTable
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={(practice) => practice.id}
        server={{ sort, onSort: list.setSort }}
        remember="practices"
        tools={<ListTools list={list} />}
      />
      {rows.length > 0 ? (
        <LoadMore
          shown={rows.length}
          total={total}
          more={pages.hasNextPage}
          busy={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      ) : (
        <div className={classes.nothing} role="status">
          <EmptyState
            icon={IconSearchOff}
            title={t('nothing.title')}
            text={t('nothing.text')}
            action={
              <Button variant="default" onClick={list.clear}>
                {t('nothing.clear')}
              </Button>
            }
          />
        </div>
      )}
    </>
  );
}
