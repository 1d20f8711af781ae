import { useTranslation } from 'react-i18next';
import type { CampaignStepView, CampaignView } from '#libs/contracts';

/** "Uitnodiging", "1e herinnering", "Sluiting"; with the wave where there are more. */
export function useStepName(campaign: Pick<CampaignView, 'steps'>): (step: CampaignStepView) => string {
  const { t } = useTranslation('surveys');
  const waves = new Set(campaign.steps.map((step) => step.wave)).size;
  return ({ kind, number, wave }) => {
    const name =
      kind === 'remind'
        ? t(number === 2 ? 'step.remind.second' : 'step.remind.first')
        : t(kind === 'invite' ? 'step.invite' : 'step.close');
    return waves > 1 && kind !== 'close' ? t('step.wave', { step: name, wave }) : name;
  };
}
