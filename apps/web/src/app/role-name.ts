import { useTranslation } from 'react-i18next';
import { useMe } from '../lib/me';

/** The practice of a practice role; the name of a role that is regional or held in more than one place. */
export function useRoleName(): string {
  const { t } = useTranslation('app');
  const { person, roles } = useMe();
  const role = roles[0];
  if (!role) return person.email;
  const places = roles.filter((one) => one.role === role.role);
  return (places.length === 1 ? role.scopeName : null) ?? t(`role.${role.role}`);
}
