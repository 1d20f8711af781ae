import { Button } from '@mantine/core';
import { IconCalendarClock, IconDoorExit, IconFlagCheck, IconUsers } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LiveAudience } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { useFormat, useLanguage } from '../../../lib/i18n';
import { asProblem } from '../../../lib/problem';
import { digits } from '../../../lib/live-clock';
import type { LiveDoors } from './live-data';
import { LiveFrame } from '../../../components/live-frame';
import classes from './live.module.css';
import { useServerNow } from '../../../lib/use-server-now';

interface DoorProps {
  error: unknown;
  audience: LiveAudience;
  sessionId: string;
  doors: LiveDoors;
  onRetry: () => void;
}
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Why somebody is not in the room (yet), and what they can do. */
export function Door({ error, audience, sessionId, doors, onRetry }: DoorProps) {
  const { t } = useTranslation('dialogue-live');
  const { code, details } = asProblem(error);
  if (code === 'live.not-open' && details['startsAt'])
    return (
      <NotOpen
        title={text(details['title'])}
        startsAt={text(details['startsAt'])}
        opensAt={text(details['opensAt'])}
        moderator={audience === 'moderator'}
        doors={doors}
        onOpened={onRetry}
      />
    );
  if (code === 'live.removed')
    return (
      <LiveFrame title={t('title')}>
        <section className={classes.notice}>
          <IconDoorExit size={44} stroke={1.5} aria-hidden />
          <h2>{t('removed.title')}</h2>
          <p>{t('removed.text')}</p>
          <Button variant="default" onClick={onRetry}>
            {t('removed.again')}
          </Button>
        </section>
      </LiveFrame>
    );
  if (code === 'auth.forbidden' && details['practiceId'])
    return (
      <LiveFrame title={t('title')} sub={text(details['practice'])}>
        <section className={classes.notice}>
          <IconUsers size={44} stroke={1.5} aria-hidden />
          <h2>
            {details['person']
              ? t('colleague.title', { person: text(details['person']) })
              : t('colleague.nobody')}
          </h2>
          <p>{t('colleague.text')}</p>
          <Button component={Link} to={`/taak/sessie/${sessionId}/${text(details['practiceId'])}`}>
            {t(details['person'] ? 'colleague.take' : 'colleague.register')}
          </Button>
        </section>
      </LiveFrame>
    );
  if (code === 'live.ended')
    return (
      <LiveFrame title={t('title')}>
        <section className={classes.notice}>
          <IconFlagCheck size={44} stroke={1.5} aria-hidden />
          <h2>{t('closed.title')}</h2>
          <p>{t('closed.unopened')}</p>
        </section>
      </LiveFrame>
    );
  return (
    <LiveFrame title={t('title')}>
      <ErrorState error={error} onRetry={onRetry} />
    </LiveFrame>
  );
}

interface NotOpenProps {
  title: string;
  startsAt: string;
  opensAt: string;
  moderator: boolean;
  doors: LiveDoors;
  onOpened: () => void;
}
function NotOpen({ title, startsAt, opensAt, moderator, doors, onOpened }: NotOpenProps) {
  const { t } = useTranslation('dialogue-live');
  const format = useFormat();
  const language = useLanguage();
  const now = useServerNow(0, 1000);
  const open = useMutation({ mutationFn: doors.open, onSuccess: onOpened });
  const left = Date.parse(startsAt) - now;
  const canOpen = now >= Date.parse(opensAt);
  return (
    <LiveFrame title={title} sub={format.dateTime(startsAt)}>
      <section className={classes.notice}>
        <IconCalendarClock size={44} stroke={1.5} aria-hidden />
        <h2>{left > 0 ? t('early.title', { time: format.time(startsAt) }) : t('early.waiting')}</h2>
        {left > 0 && left < 86_400_000 && (
          <p role="timer" aria-label={t('early.left')} className={classes.countdown}>
            {digits(left, language)}
          </p>
        )}
        <p>
          {moderator
            ? canOpen
              ? t('early.canOpen')
              : t('early.opensAt', { moment: format.dateTime(opensAt) })
            : t('early.text')}
        </p>
        {moderator && canOpen && (
          <Button size="lg" loading={open.isPending} onClick={() => open.mutate()}>
            {t('early.open')}
          </Button>
        )}
        {open.error ? <ErrorState error={open.error} /> : null}
      </section>
    </LiveFrame>
  );
}
