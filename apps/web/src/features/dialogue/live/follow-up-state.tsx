import {
  IconArrowBackUp,
  IconCheck,
  IconClock,
  IconEyeOff,
  IconMessageCircle,
  IconMicrophone,
  IconParking,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FollowUpState } from '#libs/contracts';
import classes from './live.module.css';

const ICON = {
  new: IconClock,
  shown: IconMessageCircle,
  asking: IconMicrophone,
  answered: IconCheck,
  parked: IconParking,
  removed: IconEyeOff,
  withdrawn: IconArrowBackUp,
} as const satisfies Record<FollowUpState, unknown>;

/** Where a deepening question stands: icon and word. */
export function FollowUpStateMark({ state }: { state: FollowUpState }) {
  const { t } = useTranslation('dialogue-live');
  const Icon = ICON[state];
  return (
    <span className={classes.mark} data-state={state}>
      <Icon size={15} stroke={2} aria-hidden className="lk-icon" />
      {t(`follow.${state}`)}
    </span>
  );
}
