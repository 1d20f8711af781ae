import { IconArchive, IconCheck, IconLock, IconLockOpen, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RoundState } from '#libs/contracts';
import { Verdict, type VerdictKind } from '../../components/verdict';

const LOOK: Record<RoundState, { kind: VerdictKind; icon: typeof IconLock }> = {
  draft: { kind: 'changed', icon: IconPencil },
  open: { kind: 'new', icon: IconLockOpen },
  closed: { kind: 'decide', icon: IconLock },
  published: { kind: 'ok', icon: IconCheck },
  archived: { kind: 'same', icon: IconArchive },
};

/** The state of a round as icon and word. */
export function RoundStateBadge({ state }: { state: RoundState }) {
  const { t } = useTranslation('intervision');
  return <Verdict {...LOOK[state]}>{t(`state.${state}`)}</Verdict>;
}
