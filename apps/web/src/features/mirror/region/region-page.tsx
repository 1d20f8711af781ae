import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Button, NativeSelect, Switch } from '@mantine/core';
import { IconChartDots, IconChevronDown, IconDownload, IconFileInfo } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FunnelView } from '#libs/contracts';
import { AsTables, ChartFigure } from '../../../components/chart-figure';
import { Deferred, type DeferredProps } from '../../../components/deferred';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { FunnelChart } from '../../../components/funnel-chart';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { useFormat, useLanguage, useWords } from '../../../lib/i18n';
import { useMay } from '../../../lib/me';
import { asProblem } from '../../../lib/problem';
import { FunnelCard } from '../card/funnel-card';
import { useFigureWords } from '../figure-words';
import { type FunnelWish, funnelExportHref, funnelQuery } from '../figures-data';
import { FiguresTabs } from '../figures-tabs';
import figures from '../figures.module.css';
import { ALL_ITEMS } from '../items';
import { LookingBar, useAddress } from '../looking-bar';
import { periodWords } from '../period';
import { ReadingPanel } from '../practice/reading-panel';
import classes from './region.module.css';
import { type RegionChoices, useRegionChoices } from './use-region-choices';

const Menu = lazy(() => import('../save-menu').then((module) => ({ default: module.SaveMenu })));

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

function Chosen({
  choices,
  head,
}: {
  choices: Extract<RegionChoices, { state: 'ready' }>;
  head: React.ReactNode;
}) {
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
        <Funnel view={found.data} wish={wish} bar={bar} waiting={found.isPlaceholderData} />
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

interface FunnelProps {
  view: FunnelView;
  wish: FunnelWish;
  bar: React.ReactNode;
  waiting: boolean;
}
function Funnel({ view, wish, bar, waiting }: FunnelProps) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const format = useFormat();
  const read = useFigureWords(view.measure.content);
  const { change } = useAddress();
  const [card, setCard] = useState(false);
  const label = (text: string) => (/^\d+$/.test(text) ? t('region.label', { number: text }) : text);
  const outside = view.points
    .filter((point) => point.outside !== 'none')
    .toSorted((a, b) => Math.abs(Math.log(b.ratio || 0.01)) - Math.abs(Math.log(a.ratio || 0.01)));
  const ratio = (value: number) => format.number(value, 2);
  const title = read.title(view.item);
  return (
    <>
      <PageHead
        title={t('region.title', { title })}
        lead={t('region.lead')}
        crumbs={[{ label: t('page'), to: '/spiegel' }, { label: t('region.crumb') }]}
        action={
          <>
            <Button
              variant="default"
              leftSection={<IconFileInfo size={18} />}
              aria-expanded={card}
              onClick={() => setCard(!card)}
            >
              {t('origin')}
            </Button>
            <SaveFunnel wish={wish} />
          </>
        }
      />
      <FiguresTabs />
      {bar}
      <div className={figures.columns} data-waiting={waiting || undefined}>
        <div className={figures.main}>
          <Panel>
            <h2 className={figures.sentence}>{words(view.sentence)}</h2>
            <p className={figures.detail}>
              {words(view.detail)} {view.left > 0 && t('region.left', { count: view.left })}
            </p>
            <p className={classes.axis}>{t('region.axis')}</p>
            <ChartFigure
              table={{
                caption: t('region.caption'),
                head: [t('bars.practice'), t('region.expected'), t('region.ratio'), t('region.limit')],
                rows: view.points
                  .toSorted((a, b) => a.label.localeCompare(b.label, 'nl', { numeric: true }))
                  .map((point) => [
                    label(point.label),
                    format.number(point.expected, 0),
                    ratio(point.ratio),
                    t(`region.outside.${point.outside}`),
                  ]),
              }}
            >
              <FunnelChart
                points={view.points.map((point) => ({
                  label: label(point.label),
                  expected: point.expected,
                  ratio: point.ratio,
                  outside: point.outside !== 'none',
                }))}
                limits={view.limits}
                words={{
                  across: t('region.across'),
                  region: t('region.line'),
                  inner: t('region.inner'),
                  outer: t('region.outer'),
                }}
              />
            </ChartFigure>
          </Panel>
          <ReadingPanel figure={{ measure: view.measure, caseMix: view.measure.content.caseMix }} />
        </div>
        <div className={figures.side}>
          {card && <FunnelCard view={view} onClose={() => setCard(false)} />}
          <Panel title={t('region.outside')}>
            {outside.length === 0 ? (
              <p className={classes.none}>{t('region.outside.nobody')}</p>
            ) : (
              <ul className={classes.outside}>
                {outside.map((point) => (
                  <li key={point.label}>
                    <span className={classes.diamond} aria-hidden />
                    <span className={classes.who}>
                      <b>{label(point.label)}</b>
                      <span>
                        {t(point.ratio >= 1 ? 'region.more' : 'region.less', {
                          percent: format.percent(Math.abs(point.ratio - 1)),
                        })}
                      </span>
                    </span>
                    <b className="lk-num">{ratio(point.ratio)}</b>
                  </li>
                ))}
              </ul>
            )}
            <p className={classes.hint}>{t('region.names')}</p>
          </Panel>
          <Panel title={t('region.how')}>
            <ul className={classes.legend}>
              <li>
                <span className={classes.dot} aria-hidden />
                {t('region.how.point')}
              </li>
              <li>
                <span className={classes.diamond} aria-hidden />
                {t('region.how.outside')}
              </li>
              <li>
                <span className={classes.dashes} aria-hidden />
                {t('region.how.inner')}
              </li>
              <li>
                <span className={classes.line} aria-hidden />
                {t('region.how.outer')}
              </li>
            </ul>
            {view.overdispersion && (
              <Switch
                mt={16}
                size="sm"
                data-print="hide"
                label={t('region.spread')}
                description={words(view.overdispersion.words)}
                checked={wish.overdispersion}
                onChange={(event) => change({ spreiding: event.currentTarget.checked ? null : 'nee' })}
              />
            )}
          </Panel>
        </div>
      </div>
    </>
  );
}

function SaveFunnel({ wish }: { wish: FunnelWish }) {
  const { t } = useTranslation('figures');
  const { measure, item, from, overdispersion } = wish;
  const menu = useMemo(() => {
    const files = (['xlsx', 'csv', 'pptx'] as const).map((kind) => ({
      kind,
      href: funnelExportHref({ measure, item, from, overdispersion }, kind),
    }));
    return function OfFunnel(props: DeferredProps) {
      return <Menu {...props} files={files} onImage={null} />;
    };
  }, [measure, item, from, overdispersion]);
  return (
    <Deferred
      component={menu}
      target={
        <Button
          variant="default"
          leftSection={<IconDownload size={18} />}
          rightSection={<IconChevronDown size={16} />}
          aria-haspopup="menu"
        >
          {t('save')}
        </Button>
      }
    />
  );
}
