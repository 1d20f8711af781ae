import { Skeleton, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from './panel';
import classes from './loading-state.module.css';

/** Shows nothing in the first blink: a fast answer then causes no flicker. The room is kept from the start. */
function useSlow(afterMs = 150): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), afterMs);
    return () => clearTimeout(timer);
  }, [afterMs]);
  return slow;
}

interface LoadingStateProps {
  /** How many rows the page will probably have. */
  rows?: number;
  /** Height of one row in px, as it will be: then nothing jumps. */
  height?: number;
}

/** Rows of a panel that are on their way. */
export function LoadingState({ rows = 3, height = 112 }: LoadingStateProps) {
  return (
    <Waiting>
      <Panel padding="none">
        {Array.from({ length: rows }, (_, i) => (
          <div key={i} className={classes.row} style={{ height }}>
            <Skeleton height={16} width={100} />
            <div className={classes.middle}>
              <Skeleton height={16} width="55%" />
              <Skeleton height={13} width="80%" />
            </div>
          </div>
        ))}
      </Panel>
    </Waiting>
  );
}

/** Any drawing of what is on its way, hidden from assistive technology, with one sentence for it. */
export function Waiting({ children }: { children: ReactNode }) {
  const { t } = useTranslation('components');
  const slow = useSlow();
  return (
    <div aria-busy className={classes.waiting} data-slow={slow || undefined}>
      <VisuallyHidden role="status">{slow ? t('loading') : ''}</VisuallyHidden>
      <div aria-hidden>{children}</div>
    </div>
  );
}
