import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { Panel } from '../../../components/panel';
import classes from './preparation.module.css';

interface FoldProps {
  title: string;
  /** What is worth knowing of it while it is closed. */
  state?: ReactNode;
  opened?: boolean;
  children: ReactNode;
}

/** A part of the pack: opens and closes, and is always open on paper. */
export function Fold({ title, state, opened = false, children }: FoldProps) {
  const [open, setOpen] = useState(opened);
  const id = useId();
  return (
    <Panel padding="none" className={classes.fold}>
      <h2 className={classes.foldHead}>
        <UnstyledButton
          className={classes.foldButton}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <span className={classes.foldTitle}>{title}</span>
          {state && <span className={classes.foldState}>{state}</span>}
          <IconChevronDown size={18} className="lk-icon" data-open={open || undefined} aria-hidden />
        </UnstyledButton>
      </h2>
      <div id={id} className={classes.foldBody} data-closed={!open || undefined}>
        {children}
      </div>
    </Panel>
  );
}
