import { IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './results.module.css';

/** What the display rules keep back, with its reason: calm, no warning. */
export function NotShown({ children }: { children: ReactNode }) {
  return (
    <p className={classes.notShown}>
      <IconEyeOff size={17} stroke={1.7} className="lk-icon" aria-hidden />
      <span>{children}</span>
    </p>
  );
}
