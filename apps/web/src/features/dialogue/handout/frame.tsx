import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '../../../components/mark';
import { useMe } from '../../../lib/me';
import classes from './handout.module.css';

/** A page to read: wide text, contents on the left, no sidebar; the same by the link of a mail and signed in. */
export function Frame({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('app');
  const { t: own } = useTranslation('dialogue-handout');
  const me = useMe();
  const brand = (
    <>
      <Mark />
      <span className={classes.product}>{t('product')}</span>
    </>
  );
  return (
    <div className={classes.frame}>
      <header className={classes.bar} data-print="hide">
        <div className={classes.inside}>
          {me.task ? (
            <span className={classes.brand}>{brand}</span>
          ) : (
            <Link to="/" className={classes.brand}>
              {brand}
            </Link>
          )}
          {!me.task && (
            <Link to="/dialoog/naslagwerken" className={classes.all}>
              {own('all')}
            </Link>
          )}
          <span className={classes.region}>{me.region.name}</span>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={classes.main} data-alone={aside ? undefined : true}>
        {aside}
        <div className={classes.page}>{children}</div>
      </main>
    </div>
  );
}
