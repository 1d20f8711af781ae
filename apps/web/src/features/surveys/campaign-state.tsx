import { IconCalendarClock, IconCheck, IconHandStop, IconPencil, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CampaignState } from '#libs/contracts';
import { Verdict, type VerdictKind } from '../../components/verdict';

const LOOK: Record<CampaignState, { kind: VerdictKind; icon: typeof IconPencil }> = {
  draft: { kind: 'changed', icon: IconPencil },
  planned: { kind: 'new', icon: IconCalendarClock },
  running: { kind: 'ok', icon: IconPlayerPlay },
  closed: { kind: 'same', icon: IconCheck },
  stopped: { kind: 'same', icon: IconHandStop },
};

/** The state of an evaluation as icon and word. */
export function CampaignStateBadge({ state }: { state: CampaignState }) {
  const { t } = useTranslation('surveys');
  return <Verdict {...LOOK[state]}>{t(`state.${state}`)}</Verdict>;
}
