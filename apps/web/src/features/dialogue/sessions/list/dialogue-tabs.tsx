import { useTranslation } from 'react-i18next';
import { SectionTabs } from '../../../../components/section-tabs';
import { useMay } from '../../../../lib/me';

/** The way between the pages about dialogue sessions. */
export function DialogueTabs() {
  const { t } = useTranslation('dialogue-sessions');
  const manages = useMay('dialogue.manage');
  return (
    <SectionTabs
      label={t('title')}
      tabs={[
        { to: '/dialoog', label: t('tab.sessions'), end: true },
        { to: '/dialoog/naslagwerken', label: t('tab.handouts') },
        ...(manages
          ? [
              { to: '/dialoog/agenda', label: t('tab.agenda') },
              { to: '/dialoog/vakgroepen', label: t('tab.departments') },
              { to: '/dialoog/instellingen', label: t('tab.settings') },
            ]
          : []),
      ]}
    />
  );
}
