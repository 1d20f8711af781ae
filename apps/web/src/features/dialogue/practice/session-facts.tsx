import { Anchor } from '@mantine/core';
import { IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PracticeSessionView } from '#libs/contracts';
import { DateTile } from '../../../components/date-tile';
import { useFormat } from '../../../lib/i18n';
import classes from './practice.module.css';

/** When it is, where, and how many can come. */
export function SessionFacts({ session }: { session: PracticeSessionView['session'] }) {
  const { t } = useTranslation('dialogue-practice');
  const format = useFormat();
  const { startsAt, endsAt, places, placesLeft, meetingLink } = session;
  return (
    <div className={classes.facts}>
      <DateTile at={startsAt} />
      <div>
        <p className={classes.when}>{`${format.day(startsAt)}, ${format.period(startsAt, endsAt)}`}</p>
        <p className="lk-muted">
          {[t('facts.online'), placesLeft ? t('facts.places', { count: placesLeft, places }) : null]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {meetingLink && (
          <p>
            <Anchor href={meetingLink} target="_blank" rel="noreferrer" className={classes.video}>
              <IconVideo size={18} stroke={1.7} className="lk-icon" aria-hidden />
              {t('facts.video')}
            </Anchor>
          </p>
        )}
      </div>
    </div>
  );
}
