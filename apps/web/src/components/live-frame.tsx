import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from './mark';
import classes from './live-frame.module.css';

/** Around every live screen: what it is, and on the right what belongs to the reader. */
export function LiveFrame(props: {
  title: string;
  sub?: string;
  right?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation(['app']);
  return (
    <div className={classes.frame}>
      <title>{t('app:titled', { title: props.title })}</title>
      <header className={classes.header}>
        <Mark size={28} />
        <div className={classes.about}>
          <h1>{props.title}</h1>
          {props.sub && <p>{props.sub}</p>}
        </div>
        {props.right && <div className={classes.right}>{props.right}</div>}
      </header>
      <main
        id="content"
        tabIndex={-1}
        className={props.wide ? classes.wide : classes.main}
        data-wide={props.wide || undefined}
      >
        {props.children}
      </main>
    </div>
  );
}
