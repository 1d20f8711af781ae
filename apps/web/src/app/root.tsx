import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useNavigation } from 'react-router';
import classes from './root.module.css';

/** Around every page: the skip link, the line that shows a page is on its way, and the place on the page. */
export function Root() {
  const { t } = useTranslation('app');
  const busy = useNavigation().state !== 'idle';
  return (
    <>
      <title>{t('product')}</title>
      <a className={classes.skip} href="#content" data-print="hide">
        {t('skip')}
      </a>
      <div className={classes.busy} data-busy={busy || undefined} aria-hidden />
      <Outlet />
      <ScrollRestoration />
    </>
  );
}
