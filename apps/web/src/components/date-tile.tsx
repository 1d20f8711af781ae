import { useFormat } from '../lib/i18n';
import classes from './date-tile.module.css';

/** A day as a small calendar leaf. Read aloud as one date. */
export function DateTile({ at }: { at: string }) {
  const format = useFormat();
  const { weekday, day, month } = format.tile(at);
  return (
    <time dateTime={at} className={classes.tile} aria-label={format.date(at)} role="img">
      <small>{weekday}</small>
      <b>{day}</b>
      <small>{month}</small>
    </time>
  );
}
