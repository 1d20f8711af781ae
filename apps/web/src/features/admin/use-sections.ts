import { useTranslation } from 'react-i18next';
import type { Permission } from '#libs/contracts';
import { useMe } from '../../lib/me';

const SECTIONS = [
  { to: '/beheer/mensen', label: 'people', needs: 'people.manage' },
  { to: '/beheer/regio', label: 'region', needs: 'region.manage' },
  { to: '/beheer/mails', label: 'mails', needs: 'mail.read' },
  { to: '/beheer/logboek', label: 'log', needs: 'audit.read' },
] as const satisfies readonly { to: string; label: string; needs: Permission }[];

/** The sections of Beheer that this person may open. */
export function useSections(): { to: string; label: string }[] {
  const { t } = useTranslation('admin');
  const { permissions } = useMe();
  return SECTIONS.filter(({ needs }) => permissions.includes(needs)).map(({ to, label }) => ({
    to,
    label: t(`${label}.title`),
  }));
}
