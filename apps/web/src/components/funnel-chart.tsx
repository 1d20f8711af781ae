import { useElementSize } from '@mantine/hooks';
import { useFormat } from '../lib/i18n';
import { niceTicks, tickDecimals } from '../lib/ticks';
import classes from './funnel-chart.module.css';

export interface FunnelPoint {
  label: string;
  expected: number;
  /** What happened over what was expected: 1 is as expected. */
  ratio: number;
  outside: boolean;
}
export interface FunnelLimit {
  expected: number;
  low95: number;
  high95: number;
  low998: number;
  high998: number;
}
interface FunnelChartProps {
  points: readonly FunnelPoint[];
  limits: readonly FunnelLimit[];
  words: { across: string; region: string; inner: string; outer: string };
}

const TOP = 12;
const FOOT = 48;
const LEFT = 42;
/** More names than this beside their points become a tangle; the list beside the chart names them all. */
const MOST_NAMES = 8;

/** Ratios against what was expected, with the limits of chance around one. Decorative: see `ChartFigure`. */
export function FunnelChart({ points, limits, words }: FunnelChartProps) {
  const { ref, width } = useElementSize();
  const format = useFormat();
  const height = width < 520 ? 340 : 436;
  const right = width < 520 ? 14 : Math.max(words.region.length, words.outer.length) * 7.4 + 14;
  const named = width >= 520;
  const sorted = limits.toSorted((a, b) => a.expected - b.expected);
  const from = Math.min(sorted[0]?.expected ?? Infinity, ...points.map((point) => point.expected));
  const until = Math.max(sorted.at(-1)?.expected ?? 1, ...points.map((point) => point.expected));
  const across = niceTicks(from, until, width < 520 ? 3 : 5).filter((tick) => tick >= from && tick <= until);
  // The limits of the smallest practices may run far out; what is drawn is what the points need, and a little more.
  const highest = Math.max(1.5, ...points.map((point) => point.ratio * 1.06));
  const ticks = niceTicks(0, Math.max(highest, Math.min(sorted[0]?.high998 ?? 0, highest * 1.25)), 4);
  const least = Math.min(...points.map((point) => point.ratio), sorted[0]?.low998 ?? 1);
  const bottomValue = least > 0.35 && (ticks[1] ?? 0) <= 0.5 ? Math.max(0, least - 0.12) : 0;
  const topValue = ticks.at(-1) ?? 2;
  const bottom = height - FOOT;
  const x = (expected: number) =>
    LEFT + 8 + ((expected - from) / Math.max(1e-9, until - from)) * (width - LEFT - 8 - right);
  const y = (ratio: number) =>
    bottom -
    ((Math.min(topValue, Math.max(bottomValue, ratio)) - bottomValue) / (topValue - bottomValue)) *
      (bottom - TOP);
  const line = (of: keyof FunnelLimit) => sorted.map((limit) => `${x(limit.expected)},${y(limit[of])}`);
  const area = (high: keyof FunnelLimit, low: keyof FunnelLimit) =>
    [...line(high), ...line(low).toReversed()].join(' ');
  const names = placedNames(
    points.flatMap((point) =>
      point.outside
        ? [{ label: point.label, x: x(point.expected), y: y(point.ratio), up: point.ratio > 1 }]
        : [],
    ),
    width - right,
  );
  const end = sorted.at(-1);
  return (
    <div ref={ref} className={classes.chart} style={{ minHeight: height }}>
      {width > 0 && (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={classes.svg}>
          <polygon points={area('high998', 'low998')} className={classes.outer} />
          <polygon points={area('high95', 'low95')} className={classes.inner} />
          {(['high998', 'low998'] as const).map((of) => (
            <polyline key={of} points={line(of).join(' ')} className={classes.limit} />
          ))}
          {(['high95', 'low95'] as const).map((of) => (
            <polyline key={of} points={line(of).join(' ')} className={classes.dashed} />
          ))}
          {ticks
            .filter((tick) => tick >= bottomValue)
            .map((tick) => (
              <text key={tick} x={LEFT - 8} y={y(tick)} dy="0.35em" textAnchor="end" className={classes.axis}>
                {format.number(tick, tickDecimals(ticks))}
              </text>
            ))}
          <line x1={LEFT} x2={width - right} y1={y(1)} y2={y(1)} className={classes.region} />
          <line x1={LEFT} x2={width - right} y1={bottom} y2={bottom} className={classes.base} />
          {across.map((tick) => (
            <text key={tick} x={x(tick)} y={bottom + 18} textAnchor="middle" className={classes.axis}>
              {format.number(tick, tickDecimals(across))}
            </text>
          ))}
          <text x={(LEFT + width - right) / 2} y={height - 8} textAnchor="middle" className={classes.axis}>
            {words.across}
          </text>
          {named && end && (
            <>
              <text x={width - right + 8} y={y(1)} dy="0.35em" className={classes.regionName}>
                {words.region}
              </text>
              <text x={width - right + 8} y={y(end.high95)} dy="0.75em" className={classes.axis}>
                {words.inner}
              </text>
              <text x={width - right + 8} y={y(end.high998)} dy="-0.1em" className={classes.axis}>
                {words.outer}
              </text>
            </>
          )}
          {points.map((point) =>
            point.outside ? (
              <rect
                key={point.label}
                x={x(point.expected) - 6}
                y={y(point.ratio) - 6}
                width={12}
                height={12}
                rx={1.5}
                transform={`rotate(45 ${x(point.expected)} ${y(point.ratio)})`}
                className={classes.out}
              />
            ) : (
              <circle
                key={point.label}
                cx={x(point.expected)}
                cy={y(point.ratio)}
                r={4.6}
                className={classes.point}
              />
            ),
          )}
          {names.map((name) => (
            <text key={name.label} x={name.x} y={name.y} textAnchor="middle" className={classes.name}>
              {name.label}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}

interface PlacedName {
  label: string;
  x: number;
  y: number;
}

/** Names above or under their points; one that would stand over another is left out, as it is in the list anyway. */
function placedNames(
  wanted: readonly { label: string; x: number; y: number; up: boolean }[],
  rightmost: number,
): PlacedName[] {
  if (wanted.length > MOST_NAMES) return [];
  const placed: PlacedName[] = [];
  for (const { label, x, y, up } of wanted) {
    const half = (label.length * 7.4) / 2;
    const name = {
      label,
      x: Math.min(Math.max(x, LEFT + half), rightmost - half),
      y: y + (up ? -13 : 23),
    };
    const clashes = placed.some(
      (other) =>
        Math.abs(other.y - name.y) < 15 && Math.abs(other.x - name.x) < half + (other.label.length * 7.4) / 2,
    );
    if (!clashes) placed.push(name);
  }
  return placed;
}
