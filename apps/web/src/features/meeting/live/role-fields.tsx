import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeetingRole, MeetingRoleView } from '#libs/contracts';
import classes from './live.module.css';

export type Chosen = Partial<Record<MeetingRole, string | null>>;
interface RoleFieldsProps {
  roles: readonly MeetingRoleView[];
  practices: readonly { practiceId: string; practice: string }[];
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** Who does what: each role a practice at the table, or nobody. */
export function RoleFields({ roles, practices, chosen, onChange }: RoleFieldsProps) {
  const { t } = useTranslation('meeting-live');
  return (
    <div className={classes.roleFields}>
      {roles.map(({ role, practiceId }) => (
        <NativeSelect
          key={role}
          label={t(`role.${role}`)}
          description={t(`role.${role}.does`)}
          value={(role in chosen ? chosen[role] : practiceId) ?? ''}
          onChange={(event) => onChange({ ...chosen, [role]: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('role.nobody') },
            ...practices.map((one) => ({ value: one.practiceId, label: one.practice })),
          ]}
        />
      ))}
    </div>
  );
}
