import { Button, NativeSelect } from '@mantine/core';
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadMore } from '../../../components/load-more';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { Panels } from '../../../components/panels';
import { useMay } from '../../../lib/me';
import { itemsOf } from '../../../lib/pages';
import { IntervisionTabs } from './intervision-tabs';
import { type MeetingsFilter, meetingsQuery } from './meeting-data';
import { MeetingRows } from './meeting-rows';
import classes from './meeting.module.css';

type Circle = NonNullable<MeetingsFilter['circle']>;

/** Meetings that come and that were; the coordinator sees those of the whole region. */
export default function MeetingsPage() {
  const { t } = useTranslation('meeting');
  const region = useMay('rounds.manage');
  const plans = useMay('meetings.manage');
  const [search, setSearch] = useSearchParams();
  const asked = search.get('soort');
  const circle: Circle | undefined = asked === 'extra' ? 'extra' : asked === 'groep' ? 'group' : undefined;
  return (
    <>
      <PageHead
        title={t('list.title')}
        lead={t(region ? 'list.lead.region' : 'list.lead')}
        action={
          plans && (
            <Button component={Link} to="nieuw" leftSection={<IconPlus size={18} />}>
              {t('new')}
            </Button>
          )
        }
      />
      <IntervisionTabs />
      {region && (
        <NativeSelect
          size="md"
          className={classes.filter}
          label={t('list.filter')}
          value={asked ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setSearch(value === '' ? {} : { soort: value }, { replace: true })
          }
          data={[
            { value: '', label: t('list.filter.all') },
            { value: 'groep', label: t('list.filter.group') },
            { value: 'extra', label: t('list.filter.extra') },
          ]}
        />
      )}
      <Meetings circle={circle} plans={plans} />
    </>
  );
}

function Meetings({ circle, plans }: { circle: Circle | undefined; plans: boolean }) {
  const { t } = useTranslation('meeting');
  const coming = useInfiniteQuery(meetingsQuery({ when: 'coming', ...(circle && { circle }) }));
  const past = useInfiniteQuery(meetingsQuery({ when: 'past', ...(circle && { circle }) }));
  const error = coming.error ?? past.error;
  if (!coming.data || !past.data)
    return error ? (
      <ErrorState error={error} onRetry={() => void Promise.all([coming.refetch(), past.refetch()])} />
    ) : (
      <LoadingState rows={3} height={92} />
    );
  const parts = [
    { title: t('list.coming'), query: coming, items: itemsOf(coming.data) },
    { title: t('list.past'), query: past, items: itemsOf(past.data) },
  ].filter(({ items }) => items.length > 0);
  if (parts.length === 0)
    return (
      <EmptyState
        icon={IconCalendarEvent}
        title={t('list.empty.title')}
        text={t(plans ? 'list.empty.text' : 'list.empty.reader')}
      />
    );
  return (
    <Panels>
      {parts.map(({ title, query, items }) => (
        <Panel key={title} title={title} padding="none">
          <MeetingRows meetings={items} />
          {query.hasNextPage && (
            <LoadMore
              shown={items.length}
              total={query.data?.pages[0]?.total ?? items.length}
              more={query.hasNextPage}
              busy={query.isFetchingNextPage}
              onMore={() => void query.fetchNextPage()}
            />
          )}
        </Panel>
      ))}
    </Panels>
  );
}
