import { Button } from '@mantine/core';
import { IconCalendarClock, IconDoorExit, IconFlagCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ErrorState } from '../../../components/error-state';
import { LiveFrame } from '../../../components/live-frame';
import { asProblem } from '../../../lib/problem';
import classes from './live.module.css';

const NOTICES = {
  'live.removed': { icon: IconDoorExit, words: 'removed' },
  'live.ended': { icon: IconFlagCheck, words: 'unopened' },
  'live.not-open': { icon: IconCalendarClock, words: 'undated' },
} as const;

/** Why somebody is not in the room, and what they can do. */
export function Door({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('meeting-live');
  const { meetingId = '' } = useParams();
  const { code } = asProblem(error);
  if (!(code in NOTICES))
    return (
      <LiveFrame title={t('title')}>
        <ErrorState error={error} onRetry={onRetry} />
      </LiveFrame>
    );
  const { icon: Icon, words } = NOTICES[code as keyof typeof NOTICES];
  return (
    <LiveFrame title={t('title')}>
      <section className={classes.notice}>
        <Icon size={44} stroke={1.5} aria-hidden />
        <h2>{t(`${words}.title`)}</h2>
        <p>{t(`${words}.text`)}</p>
        {code === 'live.removed' ? (
          <Button variant="default" onClick={onRetry}>
            {t('removed.again')}
          </Button>
        ) : (
          <Button component={Link} to={`/bijeenkomst/${meetingId}`} variant="default">
            {t('toMeeting')}
          </Button>
        )}
      </section>
    </LiveFrame>
  );
}
