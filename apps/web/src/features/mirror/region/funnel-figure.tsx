import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Button, Switch } from '@mantine/core';
import { IconChevronDown, IconDownload, IconFileInfo } from '@tabler/icons-react';
import { type ReactNode, lazy, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FunnelView } from '#libs/contracts';
import { ChartFigure } from '../../../components/chart-figure';
import { Deferred, type DeferredProps } from '../../../components/deferred';
import { FunnelChart } from '../../../components/funnel-chart';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { useFormat, useWords } from '../../../lib/i18n';
import { later } from '../../../lib/later';
import { useFigureWords } from '../figure-words';
import { type FunnelWish, funnelExportHref } from '../figures-data';
import { FiguresTabs } from '../figures-tabs';
import figures from '../figures.module.css';
import { useAddress } from '../looking-bar';
import { ReadingPanel } from '../practice/reading-panel';
import { RegionReleases } from './region-releases';
import classes from './region.module.css';

const FunnelCard = later(async () => (await import('../card/funnel-card')).FunnelCard);
const Menu = lazy(() => import('../save-menu').then((module) => ({ default: module.SaveMenu })));

interface FunnelProps {
  view: FunnelView;
  wish: FunnelWish;
  bar: ReactNode;
  waiting: boolean;
}
/** The funnel with its reading, who lies outside, and where it comes from. */
export function FunnelFigure({ view, wish, bar, waiting }: FunnelProps) {
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
            <p className={figures.detail}>{words(view.detail)}</p>
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
          <RegionReleases kind={view.measure.content.kind} />
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
