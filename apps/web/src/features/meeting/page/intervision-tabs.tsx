import { useTranslation } from 'react-i18next';
import { SectionTabs } from '../../../components/section-tabs';
import { useMay } from '../../../lib/me';

/** The way between the pages about intervision. A page that shows it loads the words of `intervision`. */
export function IntervisionTabs() {
  const { t } = useTranslation('intervision');
  const rounds = useMay('rounds.manage');
  return (
    <SectionTabs
      label={t('title')}
      tabs={[
        { to: '/intervisie', label: t(rounds ? 'area.rounds' : 'area.groups'), end: true },
        { to: '/intervisie/bijeenkomsten', label: t('area.meetings') },
        { to: '/intervisie/acties', label: t(rounds ? 'area.outcomes' : 'area.actions') },
        { to: '/intervisie/verplicht', label: t('area.mandatory') },
        ...(rounds ? [{ to: '/intervisie/werkvormen', label: t('area.methods') }] : []),
      ]}
    />
  );
}
