import { NativeSelect } from '@mantine/core';
import { IconTimeline } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ScaleItem, TrendView } from '#libs/contracts';
import { AsTables, ChartFigure } from '../../../components/chart-figure';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { TrendLine } from '../../../components/trend-line';
import { useFormat, useLanguage, useWords } from '../../../lib/i18n';
import { LookingBar } from './looking-bar';
import { NotShown } from './not-shown';
import { gradeOf, scalesOf } from './questions';
import { type TrendBy, trendQuery } from './results-data';
import { useLooked } from './looked';
import { usePart } from './use-part';
import classes from './results.module.css';

const BY = ['questionnaire', 'department', 'theme'] as const satisfies readonly TrendBy[];

/** The same question over time, as one line or one for each vakgroep or theme (SUR-14, MON-14). */
export default function TrendPage() {
  const { t } = useTranslation('results');
  const words = useWords();
  const { campaign } = useLooked();
  const { tables, setTables } = usePart();
  const [params, setParams] = useSearchParams();
  const scales = scalesOf(campaign.content);
  const item = scales.find(({ key }) => key === params.get('vraag')) ?? gradeOf(campaign.content);
  const usual: TrendBy = campaign.department ? 'department' : 'questionnaire';
  const by = BY.find((one) => one === params.get('per')) ?? usual;
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        before.set(name, value);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  const trend = useQuery({
    ...trendQuery(campaign.questionnaireId, item?.key ?? '', by),
    enabled: item !== null,
  });
  if (!item) return null;
  return (
    <AsTables value={tables}>
      <LookingBar tables={tables} onTables={setTables}>
        {scales.length > 1 && (
          <NativeSelect
            size="sm"
            label={t('item')}
            className={classes.wide}
            value={item.key}
            onChange={(event) => set('vraag', event.currentTarget.value)}
            data={scales.map((one) => ({ value: one.key, label: words(one.text) }))}
          />
        )}
        <NativeSelect
          size="sm"
          label={t('trend.by')}
          value={by}
          onChange={(event) => set('per', event.currentTarget.value)}
          data={BY.map((one) => ({ value: one, label: t(`trend.by.${one}`) }))}
        />
      </LookingBar>
      {trend.data ? (
        trend.data.series.length > 0 ? (
          <div
            className={classes.series}
            data-single={trend.data.series.length === 1 || undefined}
            data-waiting={trend.isPlaceholderData || undefined}
          >
            {trend.data.series.map((series) => (
              <Series key={series.key} series={series} item={item} range={rangeOf(trend.data, item)} />
            ))}
          </div>
        ) : (
          <EmptyState icon={IconTimeline} title={t('trend.none')} text={t('trend.none.text')} />
        )
      ) : trend.error ? (
        <ErrorState error={trend.error} onRetry={() => void trend.refetch()} />
      ) : (
        <LoadingState rows={2} height={240} />
      )}
    </AsTables>
  );
}

/** The part of the scale that the lines need, with a step of room: the same for all, so that they compare. */
function rangeOf({ series }: TrendView, { min, max }: ScaleItem): { min: number; max: number } {
  const ends = series.flatMap(({ points }) =>
    points.flatMap(({ low, high }) => (low === null || high === null ? [] : [low, high])),
  );
  if (ends.length === 0) return { min, max };
  return {
    min: Math.max(min, Math.floor(Math.min(...ends)) - 1),
    max: Math.min(max, Math.ceil(Math.max(...ends)) + 1),
  };
}

interface SeriesProps {
  series: TrendView['series'][number];
  item: ScaleItem;
  range: { min: number; max: number };
}
function Series({ series, item, range }: SeriesProps) {
  const { t } = useTranslation('results');
  const words = useWords();
  const format = useFormat();
  const language = useLanguage();
  const { questionnaire } = useLooked().campaign;
  // One line of everything has no name of its own.
  const name = series.label || words(questionnaire);
  const month = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    month: 'short',
    year: 'numeric',
    timeZone: 'Europe/Amsterdam',
  });
  const points = series.points.toSorted((a, b) => a.closedAt.localeCompare(b.closedAt));
  const one = (value: number) => format.number(value, 1);
  const untold = [...new Set(points.flatMap((point) => (point.hidden ? [point.hidden] : [])))];
  const reasons = format.list(untold.map((reason) => t(`hidden.short.${reason}`)));
  if (points.every((point) => point.mean === null))
    return (
      <Panel title={name}>
        <NotShown>{t('trend.untold', { reasons })}</NotShown>
      </Panel>
    );
  return (
    <Panel title={name}>
      <p className={classes.sentence}>{words(series.sentence)}</p>
      <ChartFigure
        table={{
          caption: `${name}: ${words(item.text)}`,
          head: [t('table.campaign'), t('table.mean'), t('table.margin'), t('table.count')],
          rows: points.map((point) => {
            const measured = `${words(point.title)}, ${format.shortDate(point.closedAt)}`;
            if (point.mean === null || point.low === null || point.high === null)
              return [measured, t(point.hidden ? `hidden.short.${point.hidden}` : 'none'), '', ''];
            return [
              measured,
              one(point.mean),
              t('table.range', { low: one(point.low), high: one(point.high) }),
              String(point.n ?? ''),
            ];
          }),
        }}
      >
        <TrendLine
          min={range.min}
          max={range.max}
          limit={item.highFrom}
          points={points.map((point) => ({
            key: point.campaignId,
            at: new Date(point.closedAt).getTime(),
            label: month.format(new Date(point.closedAt)),
            value:
              point.mean === null || point.low === null || point.high === null
                ? null
                : { mean: point.mean, low: point.low, high: point.high, text: one(point.mean) },
          }))}
        />
      </ChartFigure>
      {untold.length > 0 && <p className={classes.noBars}>{t('trend.hidden', { reasons })}</p>}
    </Panel>
  );
}
