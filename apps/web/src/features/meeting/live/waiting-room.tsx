import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeetingScreen } from '#libs/contracts';
import { useFormat, useLanguage } from '../../../lib/i18n';
import { digits } from '../../../lib/live-clock';
import { useKeys } from '../../../lib/use-keys';
import { useServerNow } from '../../../lib/use-server-now';
import { Here } from './here';
import classes from './live.module.css';
import { RoleList } from './role-list';
import { ScriptList } from './script-list';
import type { Steering } from './use-steering';

interface WaitingRoomProps {
  view: MeetingScreen;
  offset: number;
  /** Of who leads: they begin. */
  steering: Steering | null;
}

/** The room is open and the clock waits: who is there, how the meeting will go, who does what. */
export function WaitingRoom({ view, offset, steering }: WaitingRoomProps) {
  const { t } = useTranslation('meeting-live');
  const format = useFormat();
  const language = useLanguage();
  const left = Date.parse(view.startsAt) - useServerNow(offset, 500);
  const begin = steering ? () => steering.act('start') : undefined;
  useKeys({ Enter: begin });
  return (
    <div className={classes.waiting}>
      <section className={classes.card}>
        <h2 className={classes.stepTitle}>
          {left > 0 ? t('waiting.title', { time: format.time(view.startsAt) }) : t('waiting.now')}
        </h2>
        {left > 0 && left < 86_400_000 && (
          <p role="timer" aria-label={t('early.left')} className={classes.countdown}>
            {digits(left, language)}
          </p>
        )}
        <Here view={view} />
        {steering ? (
          <div className={classes.cardFoot}>
            <Button size="lg" loading={steering.busy} onClick={begin}>
              {t('begin')}
            </Button>
            <p className={classes.small}>{t('begin.text')}</p>
          </div>
        ) : (
          <p className={classes.small}>{t('waiting.text')}</p>
        )}
      </section>
      <section className={classes.card}>
        <ScriptList view={view} time={null} />
        <RoleList view={view} />
      </section>
    </div>
  );
}
