import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { meetingRoom } from '#libs/contracts';
import { useRoomVersion } from '../../../lib/socket';
import { ActionsPart } from './actions-part';
import { actionsKey } from './actions-data';
import classes from './actions.module.css';

/** Actions beside a live meeting. A page that shows it loads the words of `meeting-actions`. */
export function LiveActions({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('meeting-actions');
  useRoomVersion(meetingRoom(meetingId), { keys: [actionsKey(meetingId)] });
  return (
    <section className={classes.live} aria-labelledby={`acties-${meetingId}`}>
      <Title order={2} id={`acties-${meetingId}`} fz="1.1875rem">
        {t('actions')}
      </Title>
      <p className={classes.lead}>{t('actions.lead')}</p>
      <ActionsPart meetingId={meetingId} />
    </section>
  );
}
