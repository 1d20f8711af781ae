import { IconCalendarEvent } from '@tabler/icons-react';
import type { RoundDateView } from '#libs/contracts';
import { useWords } from '../../../lib/i18n';
import classes from './poll.module.css';

/** What falls on a day; a flag, never a ban. */
export function DayFlags({ flags }: { flags: RoundDateView['flags'] }) {
  const words = useWords();
  if (flags.length === 0) return null;
  return (
    <span className={classes.meta}>
      <IconCalendarEvent size={15} stroke={1.8} className="lk-icon" aria-hidden />
      {flags.map(({ name }) => words(name)).join(', ')}
    </span>
  );
}
