import { IconCalendarCheck, IconCalendarQuestion, IconPencil, IconThumbUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DialogueYearState } from '#libs/contracts';
import { Verdict, type VerdictKind } from '../../../components/verdict';

const LOOK: Record<DialogueYearState, { kind: VerdictKind; icon: typeof IconPencil }> = {
  draft: { kind: 'changed', icon: IconPencil },
  voting: { kind: 'new', icon: IconThumbUp },
  asking: { kind: 'new', icon: IconCalendarQuestion },
  confirmed: { kind: 'ok', icon: IconCalendarCheck },
};

/** The state of an agenda as icon and word. */
export function YearStateBadge({ state }: { state: DialogueYearState }) {
  const { t } = useTranslation('dialogue-agenda');
  return <Verdict {...LOOK[state]}>{t(`state.${state}`)}</Verdict>;
}
