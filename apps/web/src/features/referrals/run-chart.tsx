import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { ReferralSeriesView } from '#libs/contracts';
import { ChartFigure } from '../../components/chart-figure';
import { useFormat } from '../../lib/i18n';
import { niceTicks } from '../../lib/ticks';
import { useCourseWords } from './course-words';
import classes from './referrals.module.css';
import { weekNumber } from './week-words';

interface RunChartProps {
  /** ISO weeks, the oldest first. */
  weeks: readonly string[];
  series: ReferralSeriesView;
  caption: string;
  target?: number | null;
  small?: boolean;
  /** The same for charts beside each other, so that they can be compared. */
  top?: number;
}

const FOOT = 24;
/** For one label under the axis. */
const ROOM = 34;

/** Counts per week with their median (REF-07), and the same as a table. */
export function RunChart(props: RunChartProps) {
  const { t } = useTranslation('referrals');
  const format = useFormat();
  const { signalWords } = useCourseWords();
  const { weeks, series, caption } = props;
  const numberOf = (value: number | null) => (value === null ? t('chart.none') : format.number(value));
  const marked = (at: number) => series.signals.filter(({ from, to }) => at >= from && at <= to);
  return (
    <ChartFigure
      table={{
        caption,
        head: [t('chart.week'), t('chart.count'), t('chart.median'), t('chart.signal')],
        rows: weeks.map((week, at) => [
          week,
          numberOf(series.values[at] ?? null),
          series.median === null ? '' : format.number(series.median, 1),
          marked(at).map(signalWords).join('; '),
        ]),
      }}
    >
      <Drawing {...props} />
    </ChartFigure>
  );
}

function Drawing({ weeks, series, target = null, small = false, top: asked }: RunChartProps) {
  const { ref, width } = useElementSize();
  const { t } = useTranslation('referrals');
  const format = useFormat();
  const { values, median } = series;
  const height = small ? 130 : 230;
  const ticks = niceTicks(
    0,
    Math.max(1, asked ?? 0, target ?? 0, ...values.map((value) => value ?? 0)),
    small ? 2 : 4,
  );
  const top = ticks.at(-1) ?? 1;
  const left = format.number(top).length * 7 + 12;
  const right = 14;
  const bottom = height - FOOT;
  const step = (width - left - right) / Math.max(1, weeks.length - 1);
  const x = (at: number) => (weeks.length === 1 ? (left + width - right) / 2 : left + at * step);
  const y = (value: number) => bottom - (value / top) * (bottom - 12);
  const every = [1, 2, 4, 8, 13, 26].find((count) => count * step >= ROOM) ?? weeks.length;
  const shifted = new Set(
    series.signals
      .filter(({ rule }) => rule === 'shift' || rule === 'trend')
      .flatMap(({ from, to }) => weeks.map((_, at) => at).filter((at) => at >= from && at <= to)),
  );
  const pieces: string[][] = [[]];
  values.forEach((value, at) => {
    if (value === null) pieces.push([]);
    else pieces.at(-1)?.push(`${x(at)},${y(value)}`);
  });
  return (
    <div ref={ref} className={classes.chart} style={{ minHeight: height }}>
      {width > 0 && weeks.length > 0 && (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={classes.svg}>
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} className={classes.grid} />
              <text x={left - 8} y={y(tick)} dy="0.32em" textAnchor="end" className={classes.axis}>
                {format.number(tick)}
              </text>
            </g>
          ))}
          {median !== null && (
            <>
              <line x1={left} x2={width - right} y1={y(median)} y2={y(median)} className={classes.median} />
              {!small && (
                <text x={width - right} y={y(median) - 6} textAnchor="end" className={classes.axis}>
                  {t('chart.medianOf', { value: format.number(median, 1) })}
                </text>
              )}
            </>
          )}
          {target !== null && (
            <>
              <line x1={left} x2={width - right} y1={y(target)} y2={y(target)} className={classes.target} />
              {!small && (
                <text x={left + 4} y={y(target) + 15} className={classes.axis}>
                  {t('chart.target', { value: format.number(target, 1) })}
                </text>
              )}
            </>
          )}
          {pieces.map(
            (piece, at) =>
              piece.length > 1 && <polyline key={at} className={classes.line} points={piece.join(' ')} />,
          )}
          {values.map((value, at) =>
            value === null ? null : (
              <g key={weeks[at]}>
                {shifted.has(at) && <circle cx={x(at)} cy={y(value)} r={7} className={classes.ring} />}
                <circle cx={x(at)} cy={y(value)} r={3.2} className={classes.point} />
              </g>
            ),
          )}
          {weeks.map((week, at) =>
            (weeks.length - 1 - at) % every === 0 ? (
              <text key={week} x={x(at)} y={height - 6} textAnchor="middle" className={classes.axis}>
                {weekNumber(week)}
              </text>
            ) : null,
          )}
        </svg>
      )}
    </div>
  );
}
