import { IconAlarm } from '@tabler/icons-react';
import { useFormat } from '../lib/i18n';
import { useNow } from '../lib/now';
import classes from './deadline.module.css';

/** "nog 2 dagen": amber with an alarm from two days before, brick once it is late. Never colour alone. */
export function TimeLeft({ deadline }: { deadline: string }) {
  const format = useFormat();
  const now = useNow();
  const urgency = format.urgency(deadline, now);
  return (
    <span className={classes.left} data-urgency={urgency}>
      {urgency !== 'later' && <IconAlarm size={15} stroke={2} className="lk-icon" />}
      {format.left(deadline, now)}
    </span>
  );
}
