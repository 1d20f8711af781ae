import {
  IconArrowBackUp,
  IconCheck,
  IconCircleX,
  IconClock,
  IconHandStop,
  IconLoader2,
  IconReplace,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DataSetState } from '#libs/contracts';
import { Verdict, type VerdictKind } from '../../../components/verdict';

const LOOK: Record<DataSetState, { kind: VerdictKind; icon: typeof IconCheck }> = {
  loading: { kind: 'changed', icon: IconLoader2 },
  checked: { kind: 'decide', icon: IconClock },
  approved: { kind: 'ok', icon: IconCheck },
  superseded: { kind: 'same', icon: IconReplace },
  withdrawn: { kind: 'same', icon: IconArrowBackUp },
  refused: { kind: 'same', icon: IconHandStop },
  failed: { kind: 'bad', icon: IconCircleX },
};

/** Where a data set stands, as icon and word. */
export function DataSetStateBadge({ state }: { state: DataSetState }) {
  const { t } = useTranslation('mirror-data');
  return <Verdict {...LOOK[state]}>{t(`state.${state}`)}</Verdict>;
}
