import { useTranslation } from 'react-i18next';
import { SectionTabs } from '../../components/section-tabs';
import { useMay } from '../../lib/me';
import { useOwnPractices } from './own-practices';

/** The way between one's own figures, those of one's groups, the region and its upkeep; nothing where there is one way only. */
export function FiguresTabs({ groups = [] }: { groups?: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation('figures');
  const manages = useMay('figures.manage');
  const practises = useOwnPractices().length > 0;
  const tabs = [
    ...(practises ? [{ to: '/spiegel', label: t('tab.own'), end: true }] : []),
    ...groups.map((group) => ({ to: `/spiegel/groep/${group.id}`, label: group.name })),
    ...(manages
      ? [
          { to: '/spiegel/regio', label: t('tab.region') },
          { to: '/spiegel/beheer', label: t('tab.manage') },
        ]
      : []),
  ];
  return tabs.length > 1 ? <SectionTabs label={t('tabs')} tabs={tabs} /> : null;
}
