import { useElementSize } from '@mantine/hooks';
import { useFormat } from '../lib/i18n';
import { niceTicks, tickDecimals } from '../lib/ticks';
import classes from './limit-trend.module.css';

export interface LimitTrendPoint {
  key: string;
  /** When, short: `sep 2026`. */
  label: string;
  /** Null: no figure for this period; the line is interrupted. */
  value: number | null;
}
interface LimitTrendProps {
  points: readonly LimitTrendPoint[];
  /** Centre, and limits of the last points, as many as there are; null as long as there are too few points. */
  limits: { centre: number; lower: readonly number[]; upper: readonly number[] } | null;
  /** Points that stand out, by index: a ring; the last of them is named. */
  marks: readonly number[];
  /** Before these points what is counted changed: nothing is joined over it. `name` stands above the line. */
  breaks: readonly { at: number; name: string }[];
  words: { upper: string; centre: string; lower: string };
}

const HEIGHT = 214;
const TOP = 20;
const FOOT = 28;
/** For one label under the axis. */
const ROOM = 66;
const STEPS = [1, 2, 3, 4, 6, 12, 24];

/** One line over time with its limits as a band. Decorative: give it a `ChartFigure` with the table. */
export function LimitTrend({ points, limits, marks, breaks, words }: LimitTrendProps) {
  const { ref, width } = useElementSize();
  const format = useFormat();
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const ticks = niceTicks(0, Math.max(0, ...values, ...(limits?.upper ?? [])), 4);
  const top = ticks.at(-1) ?? 1;
  const decimals = tickDecimals(ticks);
  const left = format.number(top, decimals).length * 7 + 14;
  const named = limits && width >= 380;
  const right = named ? Math.max(...Object.values(words).map((word) => word.length)) * 6.4 + 16 : 28;
  const bottom = HEIGHT - FOOT;
  const step = (width - left - right) / Math.max(1, points.length - 1);
  const x = (at: number) => left + at * step;
  const y = (value: number) => bottom - (value / top) * (bottom - TOP);
  const broken = new Set(breaks.map((one) => one.at));
  // Every so many points from the last one back, in steps that years and quarters are made of.
  const every = STEPS.find((count) => count * step >= ROOM) ?? points.length;
  const last = points.length - 1;
  const since = points.length - (limits?.lower.length ?? 0);
  const upper = (at: number) => y(limits?.upper[at - since] ?? 0);
  const lower = (at: number) => y(limits?.lower[at - since] ?? 0);
  const lastMark = marks.at(-1);
  return (
    <div ref={ref} className={classes.chart} style={{ minHeight: HEIGHT }}>
      {width > 0 && points.length > 0 && (
        <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} className={classes.svg}>
          {limits && (
            <>
              <polygon
                className={classes.band}
                points={outline(since, last, (at) => [x(at), upper(at), lower(at)])}
              />
              <polyline className={classes.limit} points={along(since, last, x, upper)} />
              <polyline className={classes.limit} points={along(since, last, x, lower)} />
              <line
                x1={x(since)}
                x2={x(last)}
                y1={y(limits.centre)}
                y2={y(limits.centre)}
                className={classes.centre}
              />
            </>
          )}
          {ticks.map((tick) => (
            <text key={tick} x={left - 9} y={y(tick)} dy="0.35em" textAnchor="end" className={classes.axis}>
              {format.number(tick, decimals)}
            </text>
          ))}
          <line x1={left} x2={width - right} y1={bottom} y2={bottom} className={classes.base} />
          {named && limits && <LimitNames limits={limits} words={words} x={width - right + 10} y={y} />}
          {breaks.map(({ at, name }) => (
            <g key={at}>
              <line
                x1={x(at) - step / 2}
                x2={x(at) - step / 2}
                y1={TOP - 4}
                y2={bottom}
                className={classes.break}
              />
              <text x={x(at) - step / 2} y={TOP - 8} textAnchor="middle" className={classes.axis}>
                {name}
              </text>
            </g>
          ))}
          {pieces(points, broken).map((piece) => (
            <polyline
              key={piece[0]}
              className={classes.line}
              points={piece.map((at) => `${x(at)},${y(points[at]?.value ?? 0)}`).join(' ')}
            />
          ))}
          {points.map(
            (point, at) =>
              point.value !== null && (
                <circle key={point.key} cx={x(at)} cy={y(point.value)} r={3.2} className={classes.point} />
              ),
          )}
          {marks.map((at) => (
            <circle key={at} cx={x(at)} cy={y(points[at]?.value ?? 0)} r={7.5} className={classes.ring} />
          ))}
          {lastMark !== undefined && (
            <text
              x={x(lastMark) + (lastMark > last / 2 ? -13 : 13)}
              y={y(points[lastMark]?.value ?? 0)}
              dy="0.3em"
              textAnchor={lastMark > last / 2 ? 'end' : 'start'}
              className={classes.mark}
            >
              {points[lastMark]?.label}
            </text>
          )}
          {points.map(
            (point, at) =>
              (last - at) % every === 0 && (
                <text
                  key={point.key}
                  x={x(at)}
                  y={HEIGHT - 7}
                  textAnchor={x(at) < 28 ? 'start' : 'middle'}
                  className={classes.axis}
                >
                  {point.label}
                </text>
              ),
          )}
        </svg>
      )}
    </div>
  );
}

interface LimitNamesProps {
  limits: NonNullable<LimitTrendProps['limits']>;
  words: LimitTrendProps['words'];
  x: number;
  y: (value: number) => number;
}
/** The names of the three lines, at their right end and never over each other. */
function LimitNames({ limits, words, x, y }: LimitNamesProps) {
  const middle = y(limits.centre);
  const upper = Math.min(y(limits.upper.at(-1) ?? limits.centre), middle - 15);
  const lower = Math.max(y(limits.lower.at(-1) ?? limits.centre), middle + 15);
  return (
    <>
      {(
        [
          [words.upper, upper],
          [words.centre, middle],
          [words.lower, lower],
        ] as const
      ).map(([word, at]) => (
        <text key={word} x={x} y={at} dy="0.35em" className={classes.axis}>
          {word}
        </text>
      ))}
    </>
  );
}

/** Runs of points that may be joined: nothing is drawn over a gap or a break. */
function pieces(points: readonly LimitTrendPoint[], broken: ReadonlySet<number>): number[][] {
  const found: number[][] = [[]];
  points.forEach((point, at) => {
    if (broken.has(at)) found.push([]);
    if (point.value === null) found.push([]);
    else found.at(-1)?.push(at);
  });
  return found.filter((piece) => piece.length > 1);
}

function along(from: number, to: number, x: (at: number) => number, y: (at: number) => number): string {
  return Array.from({ length: to - from + 1 }, (_, at) => `${x(from + at)},${y(from + at)}`).join(' ');
}

/** Along the upper limit, and back along the lower. */
function outline(from: number, to: number, place: (at: number) => [number, number, number]): string {
  const places = Array.from({ length: to - from + 1 }, (_, at) => place(from + at));
  return [
    ...places.map(([x, upper]) => `${x},${upper}`),
    ...places.toReversed().map(([x, , lower]) => `${x},${lower}`),
  ].join(' ');
}
