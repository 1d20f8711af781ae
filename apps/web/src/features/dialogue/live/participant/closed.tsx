import { IconCheck, IconFlagCheck, IconNotebook } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ParticipantLiveView } from '#libs/contracts';
import { Verdict } from '../../../../components/verdict';
import { useFormat } from '../../../../lib/i18n';
import { FollowUpStateMark } from '../follow-up-state';
import classes from '../live.module.css';

/** After the end: what became of one's questions, and what comes (feature 40). */
export function Closed({ view }: { view: ParticipantLiveView }) {
  const { t } = useTranslation('dialogue-live');
  const format = useFormat();
  const own = view.questions.filter(({ id }) => view.ownQuestionIds.includes(id));
  return (
    <>
      <section className={classes.card}>
        <IconFlagCheck size={32} stroke={1.6} aria-hidden className={classes.accent} />
        <h2 className={classes.question}>{t('closed.title')}</h2>
        <p>{t('closed.handout')}</p>
        {view.evaluationAt && <p>{t('closed.evaluation', { moment: format.dateTime(view.evaluationAt) })}</p>}
        <p>
          <Link to={`/naslagwerk/${view.sessionId}`}>{t('closed.read')}</Link>
        </p>
      </section>
      {own.length > 0 && (
        <section className={classes.section}>
          <h2>{t('closed.own')}</h2>
          <ul className={classes.rows}>
            {own.map(({ id, text, state }) => (
              <li key={id}>
                <div className={classes.grow}>
                  <p>{text}</p>
                  <p className={classes.meta}>
                    <Verdict
                      kind={state === 'parked' ? 'same' : 'ok'}
                      icon={state === 'answered' ? IconCheck : IconNotebook}
                    >
                      {t(`fate.${state}`)}
                    </Verdict>
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.ownFollowUps.length > 0 && (
        <section className={classes.section}>
          <h2>{t('own.title')}</h2>
          <ul className={classes.rows}>
            {view.ownFollowUps.map(({ id, text, state }) => (
              <li key={id}>
                <div className={classes.grow}>
                  <p>{text}</p>
                  <p className={classes.meta}>
                    <FollowUpStateMark state={state} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
