import { useElementSize } from '@mantine/hooks';
import classes from './trend-line.module.css';

export interface TrendPoint {
  key: string;
  /** When, in ms: the places on the axis follow the calendar. */
  at: number;
  label: string;
  /** Null: measured, not shown. */
  value: { mean: number; low: number; high: number; text: string } | null;
}
interface TrendLineProps {
  points: readonly TrendPoint[];
  /** Ends of the axis; for lines that are laid side by side the same. */
  min: number;
  max: number;
  /** What counts as high, as a dashed line. */
  limit?: number;
}

const HEIGHT = 196;
const TOP = 20;
const FOOT = 28;
const LEFT = 26;
/** Room between the axis and the first and last point. */
const INSET = 32;

/** Means with their margins over time. What is not shown leaves a gap and a dashed mark. Decorative: see `ChartFigure`. */
export function TrendLine({ points, min, max, limit }: TrendLineProps) {
  const { ref, width } = useElementSize();
  const inner = Math.max(0, width - LEFT - 2 * INSET);
  const first = Math.min(...points.map((point) => point.at));
  const span = Math.max(...points.map((point) => point.at)) - first;
  const x = (point: TrendPoint) => LEFT + INSET + (span === 0 ? 0.5 : (point.at - first) / span) * inner;
  const bottom = HEIGHT - FOOT;
  const y = (value: number) => bottom - ((value - min) / (max - min)) * (bottom - TOP);
  const every = Math.ceil((max - min) / 6);
  const grid = Array.from({ length: Math.floor((max - min) / every) + 1 }, (_, at) => min + at * every);
  const dashed = limit !== undefined && limit >= min && limit <= max ? limit : null;
  const labelled = spaced(points.map(x), points.length > 1 ? 72 : 0);
  return (
    <div ref={ref} className={classes.trend}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} className={classes.svg}>
          {grid.map((value) => (
            <g key={value}>
              <line x1={LEFT} x2={width} y1={y(value)} y2={y(value)} className={classes.grid} />
              <text x={LEFT - 8} y={y(value)} dy="0.35em" textAnchor="end" className={classes.axis}>
                {value}
              </text>
            </g>
          ))}
          {dashed !== null && (
            <line x1={LEFT} x2={width} y1={y(dashed)} y2={y(dashed)} className={classes.limit} />
          )}
          {pieces(points).map((piece) => (
            <polyline
              key={piece[0]?.key}
              className={classes.line}
              points={piece.map((point) => `${x(point)},${y(point.value?.mean ?? min)}`).join(' ')}
            />
          ))}
          {points.map((point, at) =>
            point.value ? (
              <g key={point.key}>
                <path
                  className={classes.margin}
                  d={`M${x(point)} ${y(point.value.low)}V${y(point.value.high)}m-4 0h8m-4 0M${x(point) - 4} ${y(point.value.low)}h8`}
                />
                <circle cx={x(point)} cy={y(point.value.mean)} r={4.5} className={classes.point} />
                {labelled.has(at) && (
                  <text
                    x={x(point)}
                    y={y(point.value.high) - 6}
                    textAnchor="middle"
                    className={classes.value}
                  >
                    {point.value.text}
                  </text>
                )}
              </g>
            ) : (
              <g key={point.key}>
                <rect
                  x={x(point) - 8}
                  y={bottom - 26}
                  width={16}
                  height={22}
                  rx={3}
                  className={classes.hidden}
                />
                <text x={x(point)} y={bottom - 11} textAnchor="middle" className={classes.colon}>
                  :
                </text>
              </g>
            ),
          )}
          {points.map(
            (point, at) =>
              labelled.has(at) && (
                <text
                  key={point.key}
                  x={x(point)}
                  y={HEIGHT - 8}
                  textAnchor="middle"
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

/** Runs of points that are shown, one after the other: no line is drawn over what is not. */
function pieces(points: readonly TrendPoint[]): TrendPoint[][] {
  const runs: TrendPoint[][] = [[]];
  for (const point of points) {
    if (point.value) runs.at(-1)?.push(point);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}

/** Which places have room for a label; the last one always has. */
function spaced(places: readonly number[], room: number): ReadonlySet<number> {
  const chosen = new Set<number>();
  let limit = Infinity;
  for (let at = places.length - 1; at >= 0; at--) {
    const place = places[at] ?? 0;
    if (place > limit - room) continue;
    chosen.add(at);
    limit = place;
  }
  return chosen;
}
