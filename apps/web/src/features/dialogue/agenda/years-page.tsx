import { Anchor, Button } from '@mantine/core';
import { IconCalendarStats, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { DialogueYearSummaryView } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { useNow } from '../../../lib/now';
import { DialogueTabs } from '../sessions/list/dialogue-tabs';
import { yearDoors, yearQuery, yearsQuery } from './agenda-data';
import { YearStateBadge } from './year-state';
import classes from './agenda.module.css';

/** The agenda of each year; the next one is one press away. */
export default function YearsPage() {
  const { t } = useTranslation('dialogue-agenda');
  const { data, error, refetch } = useQuery(yearsQuery);
  return (
    <>
      <PageHead
        crumbs={[{ label: t('crumb'), to: '/dialoog' }, { label: t('agenda') }]}
        title={t('agenda')}
        lead={t('agenda.lead')}
        action={data && data.length > 0 && <NewYear years={data} />}
      />
      <DialogueTabs />
      {data ? (
        <Years years={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={2} height={76} />
      )}
    </>
  );
}

function Years({ years }: { years: readonly DialogueYearSummaryView[] }) {
  const { t } = useTranslation('dialogue-agenda');
  if (years.length === 0)
    return (
      <EmptyState
        icon={IconCalendarStats}
        title={t('years.none')}
        text={t('years.none.text')}
        action={<NewYear years={years} />}
      />
    );
  return (
    <Panel padding="none">
      <ul className={classes.rows}>
        {years.map((year) => (
          <li key={year.id} className={classes.row}>
            <div className={classes.words}>
              <Anchor component={Link} to={year.id} className={classes.link}>
                {year.year}
              </Anchor>
              <p className="lk-muted">
                {[
                  t('dates.count', { count: year.dates }),
                  ...(year.invited > 0 ? [t('invited.count', { count: year.invited })] : []),
                ].join(' · ')}
              </p>
            </div>
            <YearStateBadge state={year.state} />
            <IconChevronRight size={18} className="lk-icon" aria-hidden />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Sessions are planned at most two years ahead. */
const FURTHEST = 1;

/** The first year from now on that has none yet. */
function NewYear({ years }: { years: readonly DialogueYearSummaryView[] }) {
  const { t } = useTranslation('dialogue-agenda');
  const client = useQueryClient();
  const navigate = useNavigate();
  const taken = new Set(years.map(({ year }) => year));
  const today = new Date(useNow());
  let next = today.getFullYear() + (today.getMonth() > 8 ? 1 : 0);
  while (taken.has(next)) next += 1;
  const tooFar = next > today.getFullYear() + FURTHEST;
  const create = useMutation({
    mutationFn: () => yearDoors.create(next),
    onSuccess: async (year) => {
      client.setQueryData(yearQuery(year.id).queryKey, year);
      void client.invalidateQueries({ queryKey: yearsQuery.queryKey });
      await navigate(`/dialoog/agenda/${year.id}`);
    },
  });
  if (tooFar) return null;
  return (
    <>
      <Button leftSection={<IconPlus size={18} />} loading={create.isPending} onClick={() => create.mutate()}>
        {t('years.new', { year: next })}
      </Button>
      {create.error ? <ErrorState error={create.error} /> : null}
    </>
  );
}
