import { Button } from '@mantine/core';
import { IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ParticipantLiveView } from '#libs/contracts';
import { useFormat, useLanguage } from '../../../../lib/i18n';
import { digits } from '../../../../lib/live-clock';
import classes from '../live.module.css';
import { useServerNow } from '../../../../lib/use-server-now';

/** Before the start: how long still, who is there, what one's practice asked. */
export function WaitingRoom({ view, offset }: { view: ParticipantLiveView; offset: number }) {
  const { t } = useTranslation('dialogue-live');
  const format = useFormat();
  const language = useLanguage();
  const left = Date.parse(view.startsAt) - useServerNow(offset, 500);
  const own = view.questions.filter(({ id }) => view.ownQuestionIds.includes(id));
  return (
    <>
      <section className={classes.card}>
        <p className={classes.where}>{format.dateTime(view.startsAt)}</p>
        <h2 className={classes.question}>{left > 0 ? t('waiting.title') : t('waiting.now')}</h2>
        {left > 0 && (
          <p role="timer" aria-label={t('early.left')} className={classes.countdown}>
            {digits(left, language)}
          </p>
        )}
        <p className={classes.small} role="status">
          {t('waiting.presence', { count: view.presence.practices, registered: view.presence.registered })}
        </p>
      </section>
      {view.meetingLink && (
        <Button
          component="a"
          href={view.meetingLink}
          target="_blank"
          rel="noreferrer"
          fullWidth
          leftSection={<IconVideo size={18} aria-hidden />}
        >
          {t('video')}
        </Button>
      )}
      <p className={classes.small}>{t('waiting.text')}</p>
      {own.length > 0 && (
        <section className={classes.section}>
          <h2>{t('waiting.own')}</h2>
          <ul className={classes.rows}>
            {own.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
