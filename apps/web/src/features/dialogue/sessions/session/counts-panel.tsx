import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DialogueSessionView } from '#libs/contracts';
import classes from '../sessions.module.css';

/** Who comes and what is asked, in three figures that lead to their pages. */
export function CountsPanel({ session }: { session: DialogueSessionView }) {
  const { t } = useTranslation('dialogue-sessions');
  const { counts, handout, id } = session;
  const base = `/dialoog/${id}`;
  return (
    <div className={classes.counts}>
      <Link to={`${base}/deelnemers`} className={classes.count}>
        <b>{counts.registered}</b>
        <span>{t('count.registered', { count: counts.practices })}</span>
        {(counts.waiting > 0 || counts.excused > 0) && (
          <small>
            {[
              counts.waiting > 0 ? t('count.waiting', { count: counts.waiting }) : null,
              counts.excused > 0 ? t('count.excused', { count: counts.excused }) : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        )}
      </Link>
      <Link to={`${base}/vragen`} className={classes.count}>
        <b>{counts.questions}</b>
        <span>{t('count.questions', { count: counts.questions })}</span>
        <small>{t('count.asking', { count: counts.asking })}</small>
      </Link>
      <Link to={`${base}/naslagwerk`} className={classes.count}>
        <b className={classes.countWord}>{t(`handout.${handout}`)}</b>
        <span>{t('part.handout')}</span>
      </Link>
    </div>
  );
}
