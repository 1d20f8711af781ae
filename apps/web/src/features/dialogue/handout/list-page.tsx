import { Anchor, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconBook2, IconFileTypePdf, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { HandoutSummaryView } from '#libs/contracts';
import { DateTile } from '../../../components/date-tile';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { DialogueTabs } from '../sessions/list/dialogue-tabs';
import { fileHref, handoutsQuery, readPath } from './handout-data';
import classes from './handout.module.css';

/** Every published handout, to find what a department said before (feature 39). */
export default function HandoutsPage() {
  const { t } = useTranslation('dialogue-handout');
  const [params, setParams] = useSearchParams();
  const q = params.get('zoek') ?? '';
  const department = params.get('vakgroep');
  const year = Number(params.get('jaar')) || null;
  const search = { q: useDeferredValue(q.trim()), department, year };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    handoutsQuery(search),
  );
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const first = data?.pages[0];
  const items = data?.pages.flatMap((one) => one.items) ?? [];
  const narrowed = search.q !== '' || department !== null || year !== null;
  const nothing = first !== undefined && !narrowed && first.total === 0;
  return (
    <>
      <PageHead
        title={t('list.title')}
        lead={t('list.lead')}
        crumbs={[{ label: t('crumb.sessions'), to: '/dialoog' }, { label: t('list.title') }]}
      />
      <DialogueTabs />
      {!nothing && (
        <form className={classes.filters} role="search" onSubmit={(event) => event.preventDefault()}>
          <TextInput
            size="md"
            type="search"
            label={t('list.search')}
            leftSection={<IconSearch size={18} aria-hidden />}
            value={q}
            maxLength={200}
            onChange={(event) => set('zoek', event.currentTarget.value)}
          />
          <NativeSelect
            size="md"
            label={t('list.department')}
            value={department ?? ''}
            onChange={(event) => set('vakgroep', event.currentTarget.value)}
            data={[
              { value: '', label: t('list.all') },
              ...(first?.departments ?? []).map((name) => ({ value: name, label: name })),
            ]}
          />
          <NativeSelect
            size="md"
            label={t('list.year')}
            value={year === null ? '' : String(year)}
            onChange={(event) => set('jaar', event.currentTarget.value)}
            data={[
              { value: '', label: t('list.all') },
              ...(first?.years ?? []).map((one) => ({ value: String(one), label: String(one) })),
            ]}
          />
        </form>
      )}
      <p role="status" className={classes.count}>
        {first && !nothing && items.length > 0 ? t('list.count', { count: first.total }) : ''}
      </p>
      {!first ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState rows={3} height={96} />
        )
      ) : nothing ? (
        <EmptyState icon={IconBook2} title={t('list.none.title')} text={t('list.none.text')} />
      ) : items.length === 0 ? (
        <EmptyState
          icon={IconSearch}
          title={t('list.noResult.title')}
          text={t('list.noResult.text')}
          action={
            <Button variant="light" onClick={() => setParams({}, { replace: true })}>
              {t('list.clear')}
            </Button>
          }
        />
      ) : (
        <Panel padding="none">
          <ul className={classes.rows}>
            {items.map((item) => (
              <Row key={item.sessionId} item={item} />
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

function Row({ item }: { item: HandoutSummaryView }) {
  const { t } = useTranslation('dialogue-handout');
  return (
    <li className={classes.row}>
      <DateTile at={item.startsAt} />
      <div className={classes.rowWords}>
        <Anchor component={Link} to={readPath(item.sessionId)} className={classes.rowTitle}>
          {item.title}
        </Anchor>
        <p className="lk-muted">
          {`${item.department} · ${item.startsAt.slice(0, 4)} · ${t('list.questions', { count: item.questions })}`}
        </p>
        {item.excerpt && (
          <p className={classes.excerpt} dir="auto">
            {item.excerpt
              .split(/(«[^»]*»)/)
              .map((part, at) =>
                part.startsWith('«') ? (
                  <mark key={at}>{part.slice(1, -1)}</mark>
                ) : (
                  <span key={at}>{part}</span>
                ),
              )}
          </p>
        )}
      </div>
      <Button
        component="a"
        href={fileHref(item.sessionId, 'pdf')}
        download
        variant="subtle"
        size="compact-md"
        className={classes.rowFile}
        leftSection={<IconFileTypePdf size={18} />}
        aria-label={t('list.pdf', { title: item.title })}
      >
        {t('file.pdf')}
      </Button>
    </li>
  );
}
