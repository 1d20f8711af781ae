import { useElementSize } from '@mantine/hooks';
import classes from './ranked-bars.module.css';

export interface RankedBar {
  key: string;
  label: string;
  /** Null: not shown; it stands last and says no more than that. */
  value: number | null;
  /** The value as it is read. */
  text: string;
  own?: boolean;
  /** Margin, drawn on one's own bar only. */
  low?: number | null;
  high?: number | null;
}
interface RankedBarsProps {
  bars: readonly RankedBar[];
  /** A dotted line through all bars, e.g. the region. */
  reference?: { value: number; label: string } | null;
  /** The words beside a value that is not shown. */
  notShown: string;
}

const ROW = 32;
/** With the label above its bar: for long names and narrow screens. */
const TALL = 48;
const BAR = 20;
/** Width of a letter of 14 px, a little on the safe side. */
const LETTER = 7.7;

/** Values from high to low; one's own by colour, weight and label. Decorative: give it a `ChartFigure` with the table. */
export function RankedBars({ bars, reference = null, notShown }: RankedBarsProps) {
  const { ref, width } = useElementSize();
  const longest = Math.max(0, ...bars.map((bar) => bar.label.length)) * LETTER + 14;
  const above = width > 0 && longest > width * 0.4;
  const left = above ? 1 : longest;
  const right = Math.max(2, ...bars.map((bar) => bar.text.length)) * LETTER + 14;
  const row = above ? TALL : ROW;
  const top = reference ? 28 : 2;
  const height = top + bars.length * row + 4;
  const most = Math.max(
    reference?.value ?? 0,
    ...bars.map((bar) => Math.max(bar.value ?? 0, (bar.own && bar.high) || 0)),
  );
  const x = (value: number) => left + (value / (most || 1)) * Math.max(20, width - left - right);
  const barTop = (at: number) => top + at * row + (above ? row - BAR - 6 : (row - BAR) / 2);
  const letters = Math.floor(width / LETTER);
  const line = reference ? x(reference.value) : 0;
  const half = ((reference?.label.length ?? 0) * 7) / 2;
  return (
    <div ref={ref} className={classes.chart} style={{ minHeight: height }}>
      {width > 0 && (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={classes.svg}>
          {reference && (
            <text
              x={Math.min(Math.max(line, half), width - half)}
              y={14}
              textAnchor="middle"
              className={classes.reference}
            >
              {reference.label}
            </text>
          )}
          {bars.map((bar, at) => {
            const y = barTop(at);
            return bar.value === null ? (
              <rect
                key={bar.key}
                x={left + 0.5}
                y={y}
                width={72}
                height={BAR}
                rx={3}
                className={classes.hidden}
              />
            ) : (
              <g key={bar.key} data-own={bar.own || undefined} className={classes.row}>
                <rect
                  x={left}
                  y={y}
                  width={Math.max(2, x(bar.value) - left)}
                  height={BAR}
                  rx={3}
                  className={classes.bar}
                />
                {bar.own && hasMargin(bar) && (
                  <Margin low={x(bar.low)} value={x(bar.value)} high={x(bar.high)} y={y + BAR / 2} />
                )}
              </g>
            );
          })}
          {reference && <line x1={line} x2={line} y1={top - 7} y2={height} className={classes.line} />}
          {bars.map((bar, at) => {
            const y = barTop(at);
            const middle = y + BAR / 2;
            return (
              <g key={bar.key} data-own={bar.own || undefined} className={classes.row}>
                <text
                  x={above ? 0 : left - 12}
                  y={above ? y - 6 : middle}
                  dy={above ? 0 : '0.35em'}
                  textAnchor={above ? 'start' : 'end'}
                  className={classes.label}
                >
                  {shortened(bar.label, letters)}
                </text>
                {bar.value === null ? (
                  <>
                    <text x={left + 11} y={middle} dy="0.3em" className={classes.colon}>
                      :
                    </text>
                    <text x={left + 82} y={middle} dy="0.35em" className={classes.small}>
                      {notShown}
                    </text>
                  </>
                ) : (
                  <text
                    x={x(Math.max(bar.value, (bar.own && bar.high) || 0)) + 8}
                    y={middle}
                    dy="0.35em"
                    className={classes.value}
                  >
                    {bar.text}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}

/** Light inside the bar and dark outside it: in one colour half of it could not be seen. */
function Margin({ low, value, high, y }: { low: number; value: number; high: number; y: number }) {
  return (
    <>
      <path d={`M${low} ${y - 5}v10m0 -5H${Math.max(low, value)}`} className={classes.inside} />
      <path d={`M${value} ${y}H${high}m0 -5v10`} className={classes.outside} />
    </>
  );
}

function hasMargin(bar: RankedBar): bar is RankedBar & { low: number; high: number } {
  return typeof bar.low === 'number' && typeof bar.high === 'number';
}

function shortened(text: string, letters: number): string {
  return text.length > letters && letters > 4 ? `${text.slice(0, letters - 1).trimEnd()}…` : text;
}
