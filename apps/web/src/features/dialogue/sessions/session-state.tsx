import { IconBroadcast, IconCalendarOff, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DialogueSessionState } from '#libs/contracts';
import { Verdict } from '../../../components/verdict';

const ICON = {
  planned: IconClock,
  live: IconBroadcast,
  ended: IconCircleCheck,
  cancelled: IconCalendarOff,
} as const;
const KIND = { planned: 'same', live: 'ok', ended: 'same', cancelled: 'bad' } as const;

/** Where a session stands, in icon and word. */
export function SessionState({ state }: { state: DialogueSessionState }) {
  const { t } = useTranslation('dialogue-sessions');
  return (
    <Verdict kind={KIND[state]} icon={ICON[state]}>
      {t(`state.${state}`)}
    </Verdict>
  );
}
