import classes from './interval-rows.module.css';

export interface IntervalRow {
  key: string;
  label: string;
  /** Null: nothing is drawn, `text` says why. */
  value: number | null;
  /** Null where there is no margin to draw. */
  low: number | null;
  high: number | null;
  /** The figure as it is read. */
  text: string;
  /** `own`: bold, in the colour of one's own; `other`: quiet. Left out where all rows are of one kind. */
  tone?: 'own' | 'other';
}
interface IntervalRowsProps {
  rows: readonly IntervalRow[];
  ticks: readonly { value: number; label: string }[];
  /** Where no effect lies, e.g. 1 for odds ratios. */
  reference?: number;
  /** `log` for ratios: twice as much is as far from 1 as half as much. */
  scale?: 'linear' | 'log';
  /** What lies to the left and to the right of the reference. */
  directions?: readonly [string, string];
}

/**
 * Values with their margins on one axis, one row each. The axis runs from the first tick to the last; what lies beyond gets
 * an arrow. Decorative: give it a `ChartFigure` with the table.
 */
export function IntervalRows({ rows, ticks, reference, scale = 'linear', directions }: IntervalRowsProps) {
  const along = (value: number) => (scale === 'log' ? Math.log(value) : value);
  const first = along(ticks[0]?.value ?? 1);
  const last = along(ticks.at(-1)?.value ?? 10);
  const raw = (value: number) => ((along(value) - first) / (last - first)) * 100;
  const place = (value: number) => Math.min(100, Math.max(0, raw(value)));
  return (
    <div className={classes.chart}>
      {rows.map((row) => (
        <div key={row.key} className={classes.row} data-tone={row.tone}>
          <span className={classes.label}>{row.label}</span>
          <div className={classes.track}>
            {ticks.map((tick) => (
              <span key={tick.value} className={classes.line} style={{ left: `${place(tick.value)}%` }} />
            ))}
            {reference !== undefined && (
              <span className={classes.reference} style={{ left: `${place(reference)}%` }} />
            )}
            {row.value !== null && row.low !== null && row.high !== null && (
              <span
                className={classes.margin}
                data-before={raw(row.low) < 0 || undefined}
                data-beyond={raw(row.high) > 100 || undefined}
                style={{ left: `${place(row.low)}%`, width: `${place(row.high) - place(row.low)}%` }}
              />
            )}
            {row.value !== null && (
              <span className={classes.value} style={{ left: `${place(row.value)}%` }} />
            )}
          </div>
          <span className={classes.text}>{row.text}</span>
        </div>
      ))}
      <div className={classes.row}>
        <div className={classes.ticks}>
          {ticks.map((tick) => (
            <span key={tick.value} style={{ left: `${place(tick.value)}%` }}>
              {tick.label}
            </span>
          ))}
        </div>
      </div>
      {directions && (
        <div className={classes.directions}>
          <span>{directions[0]}</span>
          <span>{directions[1]}</span>
        </div>
      )}
    </div>
  );
}
