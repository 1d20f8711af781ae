import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../components/avatar';
import { Deferred } from '../components/deferred';
import { useMe } from '../lib/me';
import { useRoleName } from './role-name';
import classes from './user-menu.module.css';

const Compact = lazy(() =>
  import('./user-menu-list').then((module) => ({ default: module.CompactUserMenu })),
);
const Full = lazy(() => import('./user-menu-list').then((module) => ({ default: module.FullUserMenu })));

/** Name and role; behind it language, region (with more than one), own devices, sign out. `compact`: only the initials. */
export function UserMenu({ compact = false }: { compact?: boolean }) {
  const { t } = useTranslation('app');
  const { person } = useMe();
  const role = useRoleName();
  return (
    <Deferred
      component={compact ? Compact : Full}
      target={
        <UnstyledButton className={classes.target} data-compact={compact || undefined} aria-haspopup="menu">
          <Avatar name={person.name} />
          {compact ? (
            <VisuallyHidden>{t('user.menu', { name: person.name })}</VisuallyHidden>
          ) : (
            <>
              <span className={classes.who}>
                <span className={classes.name}>{person.name}</span>
                <span className={classes.role}>{role}</span>
              </span>
              <IconChevronDown size={16} className="lk-icon" />
            </>
          )}
        </UnstyledButton>
      }
    />
  );
}
