import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/ScrollArea.css';
import { NativeSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ROLES, ROLE_SCOPE, type Role } from '#libs/contracts';
import { allGroupsQuery, allPracticesQuery } from './admin-data';

export interface RoleChoice {
  role: Role;
  scopeId: string | null;
}
/** Roles over a dialogue session are given there; all others here. */
const GIVEN = ROLES.filter((role) => ROLE_SCOPE[role] !== 'session');

/** True when the choice is complete: a role over a practice or group names which one. */
export function isComplete({ role, scopeId }: RoleChoice): boolean {
  return ROLE_SCOPE[role] === 'region' || scopeId !== null;
}

interface RoleFieldsProps {
  value: RoleChoice;
  onChange: (value: RoleChoice) => void;
  error: string | null;
}

/** Which role, and over what. */
export function RoleFields({ value, onChange, error }: RoleFieldsProps) {
  const { t } = useTranslation(['admin', 'app']);
  const scope = ROLE_SCOPE[value.role];
  const practices = useQuery({ ...allPracticesQuery, enabled: scope === 'practice' });
  const groups = useQuery({ ...allGroupsQuery, enabled: scope === 'group' });
  const data =
    scope === 'practice'
      ? (practices.data ?? [])
          .filter((one) => one.archivedAt === null)
          .map((one) => ({ value: one.id, label: one.town ? `${one.name} (${one.town})` : one.name }))
      : (groups.data ?? []).map((one) => ({ value: one.id, label: `${one.name} · ${one.round}` }));
  return (
    <>
      <NativeSelect
        size="md"
        label={t('role')}
        description={t(`role.${value.role}`)}
        value={value.role}
        onChange={(event) => onChange({ role: event.currentTarget.value as Role, scopeId: null })}
        data={GIVEN.map((one) => ({ value: one, label: t(`app:role.${one}`) }))}
      />
      {(scope === 'practice' || scope === 'group') && (
        <Select
          label={t(`scope.${scope}`)}
          placeholder={t('scope.search')}
          nothingFoundMessage={t('scope.nothing')}
          searchable
          limit={50}
          value={value.scopeId}
          onChange={(scopeId) => onChange({ ...value, scopeId })}
          error={error}
          data={data}
        />
      )}
    </>
  );
}
