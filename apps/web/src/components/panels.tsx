import type { ReactNode } from 'react';
import classes from './panels.module.css';

/** Panels one under the other. */
export function Panels({ children }: { children: ReactNode }) {
  return <div className={classes.panels}>{children}</div>;
}

interface PanelColumnsProps {
  /** Stays in sight while the panels are read; on a narrow screen it comes after them. */
  side: ReactNode;
  children: ReactNode;
}

/** Panels with narrower ones beside them. */
export function PanelColumns({ side, children }: PanelColumnsProps) {
  return (
    <div className={classes.columns}>
      <Panels>{children}</Panels>
      <div className={`${classes.panels} ${classes.side}`}>{side}</div>
    </div>
  );
}
