import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useFormat } from '../lib/i18n';
import { useNow } from '../lib/now';
import { TimeLeft } from './deadline';
import { Minutes } from './minutes';
import classes from './task-row.module.css';

interface TaskRowProps {
  /** An instruction: "Geef uw themavoorkeur voor 2027". */
  title: string;
  /** Why, or where it stands. */
  sentence: string;
  deadline: string | null;
  /** Stands in the place of the date when there is none. */
  noDeadline: string;
  minutes: number;
  action: string;
  href: string;
  /** The first row has the filled button. */
  first?: boolean;
}

/** One thing to do: until when, what, why, and one button with the minutes it costs. */
export function TaskRow({
  title,
  sentence,
  deadline,
  noDeadline,
  minutes,
  action,
  href,
  first = false,
}: TaskRowProps) {
  const format = useFormat();
  const now = useNow();
  return (
    <article className={classes.task}>
      <div className={classes.when}>
        {deadline ? (
          <>
            <time dateTime={deadline} className={classes.date}>
              {format.day(deadline, now)}
            </time>
            <TimeLeft deadline={deadline} />
          </>
        ) : (
          <span className={classes.none}>{noDeadline}</span>
        )}
      </div>
      <div>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.sentence}>{sentence}</p>
      </div>
      <div className={classes.act}>
        <Button
          component={Link}
          to={href}
          variant={first ? 'filled' : 'default'}
          aria-label={`${action}: ${title}`}
        >
          {action}
        </Button>
        <Minutes count={minutes} />
      </div>
    </article>
  );
}
