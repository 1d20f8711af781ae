import { useTranslation } from 'react-i18next';
import { SectionTabs } from '../../../../components/section-tabs';

interface SessionTabsProps {
  sessionId: string;
  title: string;
}

/** The way between the parts of one session, the same on each of them; for who organises. */
export function SessionTabs({ sessionId, title }: SessionTabsProps) {
  const { t } = useTranslation('dialogue-sessions');
  const base = `/dialoog/${sessionId}`;
  return (
    <SectionTabs
      label={title}
      tabs={[
        { to: base, label: t('part.overview'), end: true },
        { to: `${base}/tijdlijn`, label: t('part.timeline') },
        { to: `${base}/vragen`, label: t('part.questions') },
        { to: `${base}/deelnemers`, label: t('part.participants') },
        { to: `${base}/naslagwerk`, label: t('part.handout') },
      ]}
    />
  );
}
