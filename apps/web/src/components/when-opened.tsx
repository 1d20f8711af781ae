import { type ReactNode, useState } from 'react';

interface WhenOpenedProps {
  opened: boolean;
  /** A dialog made by `later`, with a form of its own. */
  children: ReactNode;
}

/** A dialog whose code is fetched when it opens for the first time; afterwards it stays, with what was typed. */
export function WhenOpened({ opened, children }: WhenOpenedProps) {
  const [needed, setNeeded] = useState(opened);
  if (opened && !needed) setNeeded(true);
  return needed ? children : null;
}
