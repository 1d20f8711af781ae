import type { CSSProperties } from 'react';
import classes from './scale-columns.module.css';

export interface ScaleBar {
  /** First and last step that this bar stands for; several steps may have been put together. */
  from: number;
  to: number;
  count: number;
}
export interface ScaleColumnsProps {
  min: number;
  max: number;
  bars: readonly ScaleBar[];
  /** From here on a step counts as high: other colour, and a dashed line before it. */
  highFrom?: number;
  mean?: { value: number; low: number; high: number } | null;
  /** What the ends of the scale mean. */
  ends?: readonly [string, string];
  size?: 'large' | 'small';
}

/**
 * The answers on a scale as columns, with the mean and its margin on the same axis. A bar over several steps is as wide as
 * those, and as high as its count per step: its area stays true. Decorative: give it a `ChartFigure` with the table.
 */
export function ScaleColumns(props: ScaleColumnsProps) {
  const { min, max, bars, highFrom, mean, ends, size = 'large' } = props;
  const steps = max - min + 1;
  const perStep = (bar: ScaleBar) => bar.count / (bar.to - bar.from + 1);
  const highest = Math.max(...bars.map(perStep), 0);
  /** The middle of a step, in % of the width. */
  const place = (value: number) => ((value - min + 0.5) / steps) * 100;
  return (
    <div className={classes.chart} data-size={size} style={{ '--steps': steps } as CSSProperties}>
      {bars.length > 0 && (
        <div className={classes.bars}>
          {bars.map((bar) => (
            <div
              key={bar.from}
              className={classes.slot}
              style={
                {
                  gridColumn: `${bar.from - min + 1} / ${bar.to - min + 2}`,
                  '--span': bar.to - bar.from + 1,
                } as CSSProperties
              }
            >
              {bar.count > 0 && (
                <div
                  className={classes.bar}
                  data-tone={toneOf(bar, highFrom)}
                  style={{ height: `${(perStep(bar) / highest) * 100}%` }}
                >
                  <span>{bar.count}</span>
                </div>
              )}
            </div>
          ))}
          {highFrom !== undefined && (
            <div className={classes.limit} style={{ left: `${((highFrom - min) / steps) * 100}%` }} />
          )}
        </div>
      )}
      <div className={classes.axis}>
        {mean && (
          <>
            <div
              className={classes.margin}
              style={{ left: `${place(mean.low)}%`, width: `${place(mean.high) - place(mean.low)}%` }}
            />
            <div className={classes.mean} style={{ left: `${place(mean.value)}%` }} />
          </>
        )}
      </div>
      <div className={classes.ticks}>
        {Array.from({ length: steps }, (_, at) => (
          <span key={at}>{min + at}</span>
        ))}
      </div>
      {ends && (
        <div className={classes.ends}>
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </div>
  );
}

/** A bar on both sides of the limit is neither. */
function toneOf({ from, to }: ScaleBar, highFrom: number | undefined): 'high' | 'low' | 'both' {
  if (highFrom === undefined) return 'high';
  if (from >= highFrom) return 'high';
  return to < highFrom ? 'low' : 'both';
}
