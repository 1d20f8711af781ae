import { Button } from '@mantine/core';
import { IconPlayerPlay, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ModeratorLiveView } from '#libs/contracts';
import { useFormat, useLanguage } from '../../../../lib/i18n';
import { digits } from '../../../../lib/live-clock';
import shared from '../live.module.css';
import { usePartName } from '../part-name';
import { useServerNow } from '../../../../lib/use-server-now';
import type { Steering } from '../use-steering';
import classes from './moderator.module.css';

interface BeforeStartProps {
  view: ModeratorLiveView;
  offset: number;
  steering: Steering;
}

/** The room is open, the hour has not begun: who is there, how the time is divided, and the button. */
export function BeforeStart({ view, offset, steering }: BeforeStartProps) {
  const { t } = useTranslation('dialogue-live');
  const format = useFormat();
  const language = useLanguage();
  const partName = usePartName();
  const left = Date.parse(view.startsAt) - useServerNow(offset, 500);
  return (
    <div className={classes.before}>
      <section className={shared.card}>
        <h2 className={shared.question}>{left > 0 ? t('before.title') : t('before.now')}</h2>
        {left > 0 && (
          <p role="timer" aria-label={t('early.left')} className={shared.countdown}>
            {digits(left, language)}
          </p>
        )}
        <p role="status">
          {t('waiting.presence', { count: view.presence.practices, registered: view.presence.registered })}
        </p>
        <div className={shared.buttons}>
          <Button
            size="lg"
            leftSection={<IconPlayerPlay size={20} aria-hidden />}
            loading={steering.busy}
            onClick={() => steering.act('start')}
          >
            {t('before.start')}
          </Button>
          {view.meetingLink && (
            <Button
              component="a"
              size="lg"
              variant="default"
              href={view.meetingLink}
              target="_blank"
              rel="noreferrer"
              leftSection={<IconVideo size={18} aria-hidden />}
            >
              {t('video')}
            </Button>
          )}
        </div>
        <p className={shared.small}>{t('before.strict', { time: format.time(view.endsAt) })}</p>
      </section>
      <section className={shared.section}>
        <h2>{t('before.plan')}</h2>
        <ol className={shared.rows}>
          {view.clock.items.map((item) => {
            const count = view.questions.filter(({ categoryId }) => categoryId === item.id).length;
            return (
              <li key={item.id}>
                <span className={shared.grow}>{partName(item)}</span>
                <span className={shared.small}>
                  {count === 0 ? t('rail.department') : t('rail.questions', { count })}
                </span>
                <span className={`${shared.small} lk-num`}>
                  {t('rail.minutes', { minutes: Math.round(item.seconds / 60) })}
                </span>
              </li>
            );
          })}
        </ol>
      </section>
    </div>
  );
}
