import { type ComponentType, type ReactNode, useEffect, useRef } from 'react';
import classes from './evaluation.module.css';

interface NoticeProps {
  icon: ComponentType<{ size?: number; stroke?: number; className?: string; 'aria-hidden'?: boolean }>;
  title: string;
  /** It took the place of a question: the heading then takes the focus. */
  moved?: boolean;
  children: ReactNode;
}

/** A page with one thing to say. */
export function Notice({ icon: Icon, title, moved = false, children }: NoticeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!moved) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [moved]);
  return (
    <div className={classes.notice}>
      <Icon size={52} stroke={1.5} className={classes.noticeIcon} aria-hidden />
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}
