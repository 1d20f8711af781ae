import {
  IconBroadcast,
  IconCalendarOff,
  IconCalendarQuestion,
  IconCircleCheck,
  IconClock,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MeetingState } from '#libs/contracts';
import { Verdict } from '../../../components/verdict';

const ICON = {
  polling: IconCalendarQuestion,
  planned: IconClock,
  closed: IconCircleCheck,
  cancelled: IconCalendarOff,
} as const;
const KIND = { polling: 'decide', planned: 'same', closed: 'same', cancelled: 'bad' } as const;

/** Where a meeting stands, in icon and word. @param begun a planned one goes on now */
export function MeetingStateMark({ state, begun = false }: { state: MeetingState; begun?: boolean }) {
  const { t } = useTranslation('meeting');
  if (begun && state === 'planned')
    return (
      <Verdict kind="ok" icon={IconBroadcast}>
        {t('state.running')}
      </Verdict>
    );
  return (
    <Verdict kind={KIND[state]} icon={ICON[state]}>
      {t(`state.${state}`)}
    </Verdict>
  );
}
