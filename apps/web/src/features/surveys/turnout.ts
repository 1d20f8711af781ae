import { useTranslation } from 'react-i18next';
import type { CampaignSummaryView } from '#libs/contracts';

/** "23 van de 58 mensen antwoordden", or only how many were asked while an exact number could betray somebody. */
export function useTurnout(): (campaign: Pick<CampaignSummaryView, 'turnout' | 'state'>) => string {
  const { t } = useTranslation('surveys');
  return ({ turnout: { invited, answered }, state }) => {
    if (state === 'draft' || state === 'planned') return t('turnout.invited', { count: invited });
    return answered === null
      ? t('turnout.hidden', { count: invited })
      : t('turnout.answered', { count: invited, answered });
  };
}
