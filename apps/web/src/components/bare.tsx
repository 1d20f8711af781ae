import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from './mark';
import classes from './bare.module.css';

interface BareProps {
  /** Beside the name of the product, e.g. the region. */
  beside?: ReactNode;
  /** On the right of the header. */
  right?: ReactNode;
  /** `narrow` (default) for a form, `wide` for a list with its detail. */
  width?: 'narrow' | 'wide';
  children: ReactNode;
}

/** A page without sidebar: signing in, links from a mail, errors outside the shell. */
export function Bare({ beside, right, width = 'narrow', children }: BareProps) {
  const { t } = useTranslation('app');
  return (
    <div className={classes.bare} data-width={width}>
      <header className={classes.header} data-print="hide">
        <div className={classes.inside}>
          <Mark />
          <span className={classes.product}>{t('product')}</span>
          {beside && <span className={classes.beside}>{beside}</span>}
          {right && <div className={classes.right}>{right}</div>}
        </div>
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </div>
  );
}
