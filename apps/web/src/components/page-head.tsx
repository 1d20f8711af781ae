import { Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import classes from './page-head.module.css';

export interface Crumb {
  label: string;
  /** Left out on the last one: the page itself. */
  to?: string;
}
interface PageHeadProps {
  title: string;
  /** One sentence on what the page is for. */
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  /** The primary action, top right; one or two buttons. */
  action?: ReactNode;
  /** True on a next step within the same page: what had the focus is gone, so the heading takes it. */
  takeFocus?: boolean;
}

/** The page whose heading had the focus last: a filter in the address does not move the focus again. */
let arrivedAt: string | null = null;

/** Every page has one: title (also of the tab), sentence, breadcrumbs and the primary action. */
export function PageHead({ title, lead, crumbs = [], action, takeFocus = false }: PageHeadProps) {
  const { t } = useTranslation('app');
  const heading = useRef<HTMLHeadingElement>(null);
  const { key, pathname } = useLocation();
  useEffect(() => {
    if (arrivedAt === pathname && !takeFocus) return;
    arrivedAt = pathname;
    // `default` is the page that was opened first: there the browser decides where the focus is.
    if (key !== 'default' || takeFocus) heading.current?.focus({ preventScroll: true });
  }, [key, pathname, takeFocus]);
  return (
    <header className={classes.head}>
      <title>{t('titled', { title })}</title>
      {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      <div className={classes.row}>
        <div className={classes.words}>
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {action && (
          <div className={classes.action} data-print="hide">
            {action}
          </div>
        )}
      </div>
    </header>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation('components');
  return (
    <nav aria-label={t('crumbs')} data-print="hide">
      <ol className={classes.crumbs}>
        {crumbs.map((crumb, i) => (
          <li key={crumb.label}>
            {i > 0 && <IconChevronRight size={14} aria-hidden />}
            {crumb.to ? (
              <Link to={crumb.to}>{crumb.label}</Link>
            ) : (
              <span aria-current="page">{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
