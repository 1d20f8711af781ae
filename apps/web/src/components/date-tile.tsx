import { IconCalendarQuestion } from '@tabler/icons-react';
import { useFormat } from '../lib/i18n';
import classes from './date-tile.module.css';

/** A day as a small calendar leaf, read aloud as one date; null as long as there is none. */
export function DateTile({ at }: { at: string | null }) {
  const format = useFormat();
  if (at === null)
    return (
      <span className={classes.tile} data-none aria-hidden>
        <IconCalendarQuestion size={26} stroke={1.5} className="lk-icon" />
      </span>
    );
  const { weekday, day, month } = format.tile(at);
  return (
    <time dateTime={at} className={classes.tile} aria-label={format.date(at)} role="img">
      <small>{weekday}</small>
      <b>{day}</b>
      <small>{month}</small>
    </time>
  );
}
