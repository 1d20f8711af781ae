import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ModeratorLiveView } from '#libs/contracts';
import { useLanguage } from '../../../../lib/i18n';
import { tally } from '../hour';
import { digits } from '../../../../lib/live-clock';
import shared from '../live.module.css';
import { usePartName } from '../part-name';
import classes from './moderator.module.css';

/** The hour is over: what was done with it, and the way to the handout. */
export function Summary({ view }: { view: ModeratorLiveView }) {
  const { t } = useTranslation('dialogue-live');
  const language = useLanguage();
  const partName = usePartName();
  const counts = tally(view.questions);
  const written = view.questions.filter(({ state }) => state === 'in-handout').length;
  const parked = view.followUps.filter(({ state }) => state === 'parked').length;
  return (
    <div className={classes.before}>
      <section className={shared.card}>
        <h2 className={shared.question}>{t('closed.title')}</h2>
        <p>{t('summary.answered', { count: counts.answered, total: view.questions.length })}</p>
        <p>{t('summary.left', { count: counts.parked + written + parked })}</p>
        <div className={shared.buttons}>
          <Button component={Link} to={`/dialoog/${view.sessionId}/naslagwerk`}>
            {t('summary.handout')}
          </Button>
          <Button component={Link} to={`/dialoog/${view.sessionId}`} variant="default">
            {t('summary.session')}
          </Button>
        </div>
      </section>
      <section className={shared.section}>
        <h2>{t('summary.time')}</h2>
        <ol className={shared.rows}>
          {view.clock.items.map((item) => (
            <li key={item.id}>
              <span className={shared.grow}>{partName(item)}</span>
              <span className={`${shared.small} lk-num`}>
                {t('rail.spent', {
                  spent: digits(item.spentSeconds * 1000, language),
                  minutes: Math.round(item.plannedSeconds / 60),
                })}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
