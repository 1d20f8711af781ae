import { useTranslation } from 'react-i18next';
import { useMe } from '../lib/me';

/** The practice of a practice role, the name of a regional one. */
export function useRoleName(): string {
  const { t } = useTranslation('app');
  const { person, roles } = useMe();
  const role = roles[0];
  if (!role) return person.email;
  return role.scopeKind === 'region' ? t(`role.${role.role}`) : (role.scopeName ?? t(`role.${role.role}`));
}
