import { Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { Panel } from './panel';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  title: string;
  /** What happens next, or what to do. */
  text: ReactNode;
  icon?: ComponentType<{ size?: number; stroke?: number; color?: string; className?: string }>;
  action?: ReactNode;
}

/** Nothing here: said as a good state, with what comes next. */
export function EmptyState({ title, text, icon: Icon = IconCircleCheck, action }: EmptyStateProps) {
  return (
    <Panel>
      <div className={classes.empty}>
        <Icon size={44} stroke={1.4} color="var(--lk-accent)" className="lk-icon" />
        <div className={classes.words}>
          <Title order={2} fz="1.1875rem">
            {title}
          </Title>
          <p>{text}</p>
        </div>
        {action && <div className={classes.action}>{action}</div>}
      </div>
    </Panel>
  );
}
