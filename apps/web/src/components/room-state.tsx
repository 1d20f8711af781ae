import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveRoomState } from '../lib/live-room';
import classes from './room-state.module.css';

/** Says when the room is out of reach, and that nothing is lost. The clock goes on meanwhile: it needs no connection. */
export function RoomState({ connection }: { connection: LiveRoomState['connection'] }) {
  const { t } = useTranslation('components');
  return (
    <div role="status" className={classes.room}>
      {connection !== 'live' && (
        <p className={classes.away}>
          <IconCloudOff size={18} stroke={1.8} className="lk-icon" aria-hidden />
          {t(`room.${connection}`)}
        </p>
      )}
    </div>
  );
}
