import { useTranslation } from 'react-i18next';
import type { OwnFigureView } from '#libs/contracts';
import { ChartFigure } from '../../../components/chart-figure';
import { LimitTrend } from '../../../components/limit-trend';
import { Panel } from '../../../components/panel';
import { useFormat, useLanguage, useWords } from '../../../lib/i18n';
import { pointWords } from '../period';
import classes from '../figures.module.css';

/** Letters for the places where what is counted changed; they stand at the line and before the reason. */
const LETTERS = 'abcdefgh';

/** One's own practice over time, with the limits of what chance does; nothing is joined where the counting changed. */
export function TrendPanel({ figure }: { figure: OwnFigureView }) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const format = useFormat();
  const language = useLanguage();
  const { points, chart, breaks, sentence } = figure.trend;
  const first = points[0];
  const title = t(
    first?.months === 3 ? 'trend.quarter' : first?.months === 12 ? 'trend.year' : 'trend.month',
  );
  const signals = new Map(chart?.signals.map((signal) => [signal.index, signal.rule]) ?? []);
  const value = (amount: number) => format.number(amount, amount < 10 ? 1 : 0);
  const limits = (at: number) => {
    const place = at - points.length + (chart?.lower.length ?? 0);
    const [low, high] = [chart?.lower[place], chart?.upper[place]];
    return low === undefined || high === undefined
      ? ''
      : t('value.range', { low: value(low), high: value(high) });
  };
  const places = breaks.flatMap((one, at) => {
    const index = points.findIndex((point) => point.from >= one.from);
    return index > 0
      ? [{ at: index, name: LETTERS[at] ?? '', reason: words(one.reason), from: one.from }]
      : [];
  });
  const shown = points.some((point) => point.value !== null);
  return (
    <Panel title={title}>
      <p className={classes.reading}>{words(sentence)}</p>
      {shown ? (
        <ChartFigure
          table={{
            caption: title,
            head: [t('trend.when'), t('value'), ...(chart ? [t('trend.limits'), t('trend.signal')] : [])],
            rows: points.map((point, at) => [
              pointWords(point.from, point.months, language),
              point.value === null ? t('notShown') : value(point.value),
              ...(chart
                ? [limits(at), signals.has(at) ? t(`signal.${signals.get(at) ?? 'outside'}`) : '']
                : []),
            ]),
          }}
        >
          <LimitTrend
            points={points.map((point) => ({
              key: point.from,
              label: pointWords(point.from, point.months, language),
              value: point.value,
            }))}
            limits={chart}
            marks={[...signals].flatMap(([at, rule]) => (rule === 'outside' ? [at] : []))}
            breaks={places}
            words={{ upper: t('trend.upper'), centre: t('trend.centre'), lower: t('trend.lower') }}
          />
        </ChartFigure>
      ) : null}
      {places.map((place) => (
        <p key={place.name} className={classes.note}>
          <b>{place.name}</b>
          <span>{t('trend.break', { from: pointWords(place.from, 1, language), reason: place.reason })}</span>
        </p>
      ))}
    </Panel>
  );
}
