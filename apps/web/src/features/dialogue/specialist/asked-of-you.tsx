import { useTranslation } from 'react-i18next';
import type { SpecialistView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { useFormat } from '../../../lib/i18n';
import classes from './specialist.module.css';

/** Minutes of each step; together what the mail promised (journeys D4). */
const STEPS = [
  { key: 'questions', minutes: 30, href: '#vragen' },
  { key: 'own', minutes: 10, href: '#eigen' },
  { key: 'slides', minutes: 5, href: '#dias' },
] as const;

/** What is asked in three steps, with the minutes that each takes. */
export function AskedOfYou({ page }: { page: SpecialistView }) {
  const { t } = useTranslation('dialogue-specialist');
  const format = useFormat();
  const total = STEPS.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <Panel
      title={t('asked.title')}
      right={<span className={classes.quiet}>{t('asked.total', { minutes: format.minutes(total) })}</span>}
      className={classes.asked}
    >
      <ol className={classes.steps}>
        {STEPS.map(({ key, minutes, href }) => (
          <li key={key}>
            <a href={href}>{t(`asked.${key}`)}</a>
            <span className={classes.quiet}>{format.minutes(minutes)}</span>
          </li>
        ))}
      </ol>
      <p className={classes.quiet}>
        {page.session.practices > 0
          ? t('asked.from', { count: page.session.practices })
          : t('asked.patients')}
      </p>
    </Panel>
  );
}
