import { Button, NativeSelect } from '@mantine/core';
import { IconChecklist, IconDownload, IconPrinter, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ACTION_STATES, type ActionState } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { useMay } from '../../../lib/me';
import { itemsOf } from '../../../lib/pages';
import { IntervisionTabs } from '../page/intervision-tabs';
import { ActionRow } from './action-row';
import { type ActionsFilter, actionListQuery, exportHref } from './actions-data';
import { LeftOutcomes } from './left-outcomes';
import classes from './actions.module.css';

const stateOf = (value: string | null): ActionState | undefined =>
  ACTION_STATES.find((state) => state === value);

/** The actions of one's own groups: open ones first, by their day. */
export default function ActionsPage() {
  const { t } = useTranslation('meeting-actions');
  const coordinates = useMay('rounds.manage');
  const [params, setParams] = useSearchParams();
  const all = params.get('stand') === 'alle';
  const filter: ActionsFilter = {
    ...(!all && { state: stateOf(params.get('stand')) ?? 'open' }),
    ...(params.get('groep') && { groupId: params.get('groep') ?? undefined }),
    ...(params.get('wie') === 'ik' && { mine: 'true' as const }),
  };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    actionListQuery(filter),
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
  const items = data ? itemsOf(data) : [];
  const groups = first?.groups ?? [];
  const narrowed = ['stand', 'groep', 'wie'].some((name) => params.has(name));
  const title = t(coordinates ? 'left.title' : 'list.title');
  return (
    <>
      <PageHead
        title={title}
        lead={t(coordinates ? 'left.lead' : 'list.lead')}
        crumbs={[{ label: t('list.crumb'), to: '/intervisie' }, { label: title }]}
        action={
          items.length > 0 && (
            <>
              <Button
                variant="default"
                leftSection={<IconPrinter size={18} stroke={1.8} />}
                onClick={() => window.print()}
              >
                {t('list.print')}
              </Button>
              <Button
                component="a"
                href={exportHref(filter)}
                download
                variant="default"
                leftSection={<IconDownload size={18} stroke={1.8} />}
              >
                {t('list.export')}
              </Button>
            </>
          )
        }
      />
      <IntervisionTabs />
      {coordinates && (
        <div className={classes.region}>
          <LeftOutcomes />
        </div>
      )}
      {coordinates && items.length > 0 && <h2 className={classes.own}>{t('list.own')}</h2>}
      {(!coordinates || narrowed || items.length > 0) && (
        <form className={classes.filters} data-print="hide" onSubmit={(event) => event.preventDefault()}>
          <NativeSelect
            label={t('list.state')}
            value={all ? 'alle' : (filter.state ?? 'open')}
            onChange={(event) =>
              set('stand', event.currentTarget.value === 'open' ? '' : event.currentTarget.value)
            }
            data={[
              ...ACTION_STATES.map((state) => ({ value: state, label: t(`list.state.${state}`) })),
              { value: 'alle', label: t('list.state.all') },
            ]}
          />
          <NativeSelect
            label={t('list.who')}
            value={filter.mine ? 'ik' : ''}
            onChange={(event) => set('wie', event.currentTarget.value)}
            data={[
              { value: '', label: t('list.who.all') },
              { value: 'ik', label: t('list.who.mine') },
            ]}
          />
          {(groups.length > 1 || filter.groupId) && (
            <NativeSelect
              label={t('list.group')}
              value={filter.groupId ?? ''}
              onChange={(event) => set('groep', event.currentTarget.value)}
              data={[
                { value: '', label: t('list.group.all') },
                ...groups.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </form>
      )}
      {!first ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState rows={3} height={64} />
        )
      ) : items.length > 0 ? (
        <Panel>
          <ul className={classes.rows}>
            {items.map((action) => (
              <ActionRow key={action.id} action={action} showGroup />
            ))}
          </ul>
        </Panel>
      ) : narrowed ? (
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
        !coordinates && (
          <EmptyState icon={IconChecklist} title={t('list.none.title')} text={t('list.none.text')} />
        )
      )}
      {hasNextPage && (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </>
  );
}
