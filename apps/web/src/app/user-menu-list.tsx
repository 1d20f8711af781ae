import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Menu.css';
import { Menu } from '@mantine/core';
import {
  IconBuildingCommunity,
  IconCheck,
  IconDevices,
  IconLogout,
  IconUserShield,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DeferredProps } from '../components/deferred';
import { api, view } from '../lib/api';
import { LANGUAGES, useLanguage } from '../lib/i18n';
import { useChangeLanguage } from '../lib/language';
import { useMe } from '../lib/me';
import { useRoleName } from './role-name';
import classes from './user-menu.module.css';

export const CompactUserMenu = (props: DeferredProps) => <UserMenuList {...props} compact />;
export const FullUserMenu = (props: DeferredProps) => <UserMenuList {...props} compact={false} />;

function UserMenuList({ target, openAtOnce, compact }: DeferredProps & { compact: boolean }) {
  const { t } = useTranslation('app');
  const me = useMe();
  const navigate = useNavigate();
  const language = useLanguage();
  const client = useQueryClient();
  const role = useRoleName();

  const speak = useChangeLanguage();
  const move = useMutation({
    mutationFn: (regionId: string) => view(api.POST('/api/me/region', { body: { regionId } })),
    onSuccess: async () => {
      await navigate('/');
      await client.resetQueries();
    },
  });
  const leave = useMutation({
    mutationFn: () => api.POST('/api/sign-out'),
    onSettled: async () => {
      await navigate('/aanmelden');
      client.clear();
    },
  });

  return (
    <Menu
      position={compact ? 'bottom-end' : 'top-start'}
      width={248}
      shadow="md"
      withinPortal
      withInitialFocusPlaceholder={false}
      defaultOpened={openAtOnce}
    >
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {compact && (
          <div className={classes.header}>
            <span className={classes.name}>{me.person.name}</span>
            <span className={classes.role}>{role}</span>
          </div>
        )}
        {me.regions.length > 1 && (
          <>
            <Menu.Label>{t('region.switch')}</Menu.Label>
            {me.regions.map((region) => (
              <Menu.Item
                key={region.id}
                leftSection={<IconBuildingCommunity size={18} stroke={1.7} />}
                rightSection={region.id === me.region.id ? <IconCheck size={16} /> : null}
                aria-current={region.id === me.region.id || undefined}
                onClick={() => region.id !== me.region.id && move.mutate(region.id)}
              >
                {region.name}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Label>{t('user.language')}</Menu.Label>
        {LANGUAGES.map((option) => (
          <Menu.Item
            key={option}
            lang={option}
            leftSection={<span className={classes.code}>{option}</span>}
            rightSection={option === language ? <IconCheck size={16} /> : null}
            aria-current={option === language || undefined}
            onClick={() => speak.mutate(option)}
          >
            {t(`language.${option}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUserShield size={18} stroke={1.7} />}
          onClick={() => void navigate('/mijn-gegevens')}
        >
          {t('user.data')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDevices size={18} stroke={1.7} />}
          onClick={() => void navigate('/sessies')}
        >
          {t('user.sessions')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} stroke={1.7} />} onClick={() => leave.mutate()}>
          {t('user.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
