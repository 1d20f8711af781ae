import { Button, NativeSelect } from '@mantine/core';
import { IconChartDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AsTables } from '../../../components/chart-figure';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { useLanguage, useWords } from '../../../lib/i18n';
import { useMay } from '../../../lib/me';
import { asProblem } from '../../../lib/problem';
import { type FunnelWish, funnelQuery } from '../figures-data';
import { FiguresTabs } from '../figures-tabs';
import { ALL_ITEMS } from '../items';
import { LookingBar, useAddress } from '../looking-bar';
import { periodWords } from '../period';
import { FunnelFigure } from './funnel-figure';
import { type RegionChoices, useRegionChoices } from './use-region-choices';

/** The region for who keeps its figures: who differs more than chance explains, by label and never by name. */
export default function RegionPage() {
  const { t } = useTranslation('figures');
  const manages = useMay('figures.manage');
  const { asked } = useAddress();
  const choices = useRegionChoices(asked('maat'), manages);
  const head = (
    <>
      <PageHead
        title={t('region.page')}
        lead={t('region.lead')}
        crumbs={[{ label: t('page'), to: '/spiegel' }, { label: t('region.crumb') }]}
      />
      <FiguresTabs />
    </>
  );
  if (!manages)
    return (
      <>
        <PageHead title={t('region.page')} />
        <EmptyState
          icon={IconChartDots}
          title={t('region.notYours.title')}
          text={t('region.notYours.text')}
        />
      </>
    );
  if (choices.state !== 'ready')
    return (
      <>
        {head}
        {choices.state === 'failed' ? (
          <ErrorState error={choices.error} onRetry={choices.retry} />
        ) : choices.state === 'loading' ? (
          <LoadingState rows={2} height={260} />
        ) : (
          <EmptyState
            icon={IconChartDots}
            title={t('region.none.title')}
            text={t('region.none.text')}
            action={
              <Button component={Link} to="/spiegel/beheer" variant="default">
                {t('tab.manage')}
              </Button>
            }
          />
        )}
      </>
    );
  return <Chosen choices={choices} head={head} />;
}

function Chosen({ choices, head }: { choices: Extract<RegionChoices, { state: 'ready' }>; head: ReactNode }) {
  const { t } = useTranslation('figures');
  const { asked, change, tables } = useAddress();
  const words = useWords();
  const language = useLanguage();
  const { measure, measures, periods } = choices;
  const items = [{ code: ALL_ITEMS, name: t('item.all') }, ...choices.items];
  const item = items.find((one) => one.code === asked('onderdeel'))?.code ?? ALL_ITEMS;
  const period = periods.find((one) => one.from === asked('vanaf')) ?? periods[0];
  const wish: FunnelWish = {
    measure: measure.code,
    item,
    from: asked('vanaf'),
    overdispersion: asked('spreiding') !== 'nee',
  };
  const found = useQuery(funnelQuery(wish));
  const bar = (
    <LookingBar drawn={found.data !== undefined}>
      <NativeSelect
        size="sm"
        label={t('choose.measure')}
        value={measure.code}
        onChange={(event) => change({ maat: event.currentTarget.value, onderdeel: null, vanaf: null })}
        data={measures.map((one) => ({ value: one.code, label: words(one.current.content.title) }))}
      />
      <NativeSelect
        size="sm"
        label={t('choose.item')}
        value={item}
        onChange={(event) => change({ onderdeel: event.currentTarget.value })}
        data={items.map((one) => ({ value: one.code, label: one.name }))}
      />
      <NativeSelect
        size="sm"
        label={t('choose.period')}
        value={period?.from ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ vanaf: value === periods[0]?.from ? null : value })
        }
        data={periods.map((one) => ({ value: one.from, label: periodWords(one, language) }))}
      />
    </LookingBar>
  );
  if (found.data && !found.error)
    return (
      <AsTables value={tables}>
        <FunnelFigure view={found.data} wish={wish} bar={bar} waiting={found.isPlaceholderData} />
      </AsTables>
    );
  const few = found.error && asProblem(found.error).code === 'figures.too-few';
  return (
    <>
      {head}
      {bar}
      {few ? (
        <EmptyState icon={IconChartDots} title={t('region.few.title')} text={t('region.few.text')} />
      ) : found.error ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <LoadingState rows={1} height={460} />
      )}
    </>
  );
}
