import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../lib/me';
import { Mark } from './mark';
import classes from './task-page.module.css';

interface TaskPageProps {
  /** For whom the answer is, e.g. the practice; the person stands under it. */
  practice: string;
  /** The questions: a `PageHead`, a `PhoneDeadline` and `AnswerSection`s. */
  children: ReactNode;
  /** A `StatusCard`. */
  status: ReactNode;
}

/** The page of one task, without sidebar: questions on the left, state of the answer on the right or in a bar below. */
export function TaskPage({ practice, children, status }: TaskPageProps) {
  const { t } = useTranslation('app');
  const me = useMe();
  const brand = (
    <>
      <Mark />
      <span className={classes.product}>{t('product')}</span>
    </>
  );
  return (
    <div className={classes.task}>
      <header className={classes.header} data-print="hide">
        <div className={classes.inside}>
          {me.task ? (
            <span className={classes.brand}>{brand}</span>
          ) : (
            <Link to="/" className={classes.brand}>
              {brand}
            </Link>
          )}
          <span className={classes.region}>{me.region.name}</span>
          <span className={classes.who}>
            <b>{practice}</b>
            <span>{me.person.name}</span>
          </span>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        <div>{children}</div>
        <aside className={classes.aside}>{status}</aside>
      </main>
    </div>
  );
}
