import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  title?: ReactNode;
  /** On the right of the title: a badge, a small button. */
  right?: ReactNode;
  /** `none` when the content brings its own space, e.g. rows or a table. */
  padding?: 'normal' | 'none';
  className?: string;
  children: ReactNode;
}

/** A white panel with a thin line; with a title it is a landmark of that name. */
export function Panel({ title, right, padding = 'normal', className, children }: PanelProps) {
  const id = useId();
  return (
    <section
      className={[classes.panel, className].filter(Boolean).join(' ')}
      data-padding={padding}
      aria-labelledby={title ? id : undefined}
    >
      {(title || right) && (
        <div className={classes.head}>
          {title && (
            <Title order={2} id={id} fz="1.0625rem">
              {title}
            </Title>
          )}
          {right}
        </div>
      )}
      {children}
    </section>
  );
}
