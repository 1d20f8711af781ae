import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../components/language-switch';
import { Mark } from '../../components/mark';
import classes from './evaluation.module.css';

/** Around every state of the page: what it is about, of which region, and the other language. */
export function EvaluationFrame(props: { title: string; region?: string; children: ReactNode }) {
  const { t } = useTranslation('app');
  return (
    <div className={classes.page}>
      <title>{t('titled', { title: props.title })}</title>
      <header className={classes.header}>
        <Mark size={24} />
        <div className={classes.about}>
          <p className={classes.title}>{props.title}</p>
          {props.region && <p className={classes.region}>{props.region}</p>}
        </div>
        <LanguageSwitch />
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        {props.children}
      </main>
    </div>
  );
}
