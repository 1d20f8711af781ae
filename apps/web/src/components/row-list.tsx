import { Anchor, Progress } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './row-list.module.css';

/** Things of one kind, a row each; in a panel without padding. */
export function RowList({ children }: { children: ReactNode }) {
  return <ul className={classes.rows}>{children}</ul>;
}

interface RowProps {
  /** Ahead of the words: a date, an icon. */
  lead?: ReactNode;
  /** The one button of the row; without it the row ends in an arrow. */
  action?: ReactNode;
  /** A small second way, before the arrow. A phone has no place for it. */
  beside?: ReactNode;
  /** It does not go on: its title is struck through. */
  off?: boolean;
  children: ReactNode;
}

/** A title with what is to be said of it. */
export function Row({ lead, action, beside, off, children }: RowProps) {
  const acts = action !== undefined;
  return (
    <li className={classes.row} data-acts={acts || undefined} data-off={off || undefined}>
      {lead}
      <div className={classes.words}>{children}</div>
      {beside && <div className={classes.beside}>{beside}</div>}
      {acts ? (
        <div className={classes.action}>{action}</div>
      ) : (
        <IconChevronRight size={18} className="lk-icon" aria-hidden />
      )}
    </li>
  );
}

interface RowTitleProps {
  to: string;
  title: string;
  /** Beside the title: a state, a verdict. */
  children?: ReactNode;
}

/** The title of a row; pressing anywhere on the row goes there. */
export function RowTitle({ to, title, children }: RowTitleProps) {
  return (
    <p className={classes.title}>
      <Anchor component={Link} to={to} className={classes.link}>
        {title}
      </Anchor>
      {children}
    </p>
  );
}

/** How far it is, in a row. @param label says the same in words */
export function RowProgress({ percent, label }: { percent: number; label: string }) {
  return <Progress className={classes.bar} value={percent} aria-label={label} />;
}
