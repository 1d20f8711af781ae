import { useFormat } from '../lib/i18n';
import classes from './share-bars.module.css';

export interface ShareBar {
  key: string;
  label: string;
  /** 0..1 */
  share: number;
  count?: number;
}

/** Options as horizontal bars, each with its share printed. Decorative: give it a `ChartFigure` with the table. */
export function ShareBars({ bars }: { bars: readonly ShareBar[] }) {
  const format = useFormat();
  return (
    <div className={classes.bars}>
      {bars.map((bar) => (
        <div key={bar.key} className={classes.row}>
          <span className={classes.label}>{bar.label}</span>
          <span className={classes.track}>
            <span className={classes.bar} style={{ width: `${bar.share * 100}%` }} />
          </span>
          <span className={classes.value}>
            <b>{format.percent(bar.share)}</b>
            {bar.count !== undefined && <span>{bar.count}</span>}
          </span>
        </div>
      ))}
    </div>
  );
}

/** The same as one bar of 100 %, with the shares under it in the same order: for a few options that belong together. */
export function StackedShares({ bars }: { bars: readonly ShareBar[] }) {
  const format = useFormat();
  return (
    <>
      <div className={classes.stack}>
        {bars.map((bar, at) => (
          <span
            key={bar.key}
            data-tone={at}
            style={{ flexGrow: bar.share, flexBasis: 0 }}
            hidden={bar.share === 0}
          />
        ))}
      </div>
      <ul className={classes.key}>
        {bars.map((bar, at) => (
          <li key={bar.key}>
            <span className={classes.dot} data-tone={at} />
            <span className={classes.name}>{bar.label}</span>
            <b>{format.percent(bar.share)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
