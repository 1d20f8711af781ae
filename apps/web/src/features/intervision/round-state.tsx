import { useTranslation } from 'react-i18next';
import type { RoundState } from '#libs/contracts';
import { Verdict, type VerdictKind } from '../../components/verdict';

const KIND: Record<RoundState, VerdictKind> = {
  draft: 'changed',
  open: 'new',
  closed: 'decide',
  published: 'ok',
  archived: 'same',
};

/** The state of a round as icon and word. */
export function RoundStateBadge({ state }: { state: RoundState }) {
  const { t } = useTranslation('intervision');
  return <Verdict kind={KIND[state]}>{t(`state.${state}`)}</Verdict>;
}
