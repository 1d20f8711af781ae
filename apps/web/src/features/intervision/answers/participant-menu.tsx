import { ActionIcon } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParticipantMenuProps } from './participant-menu-list';

const List = lazy(() =>
  import('./participant-menu-list').then((module) => ({ default: module.ParticipantMenuList })),
);

/** More for one practice. The menu is only fetched and made when it is opened: there is one on every row. */
export function ParticipantMenu(props: ParticipantMenuProps) {
  const { t } = useTranslation('rounds');
  const [used, setUsed] = useState(false);
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={32}
      aria-label={t('menu.of', { name: props.participant.name })}
      aria-haspopup="menu"
      onClick={used ? undefined : () => setUsed(true)}
    >
      <IconDotsVertical size={17} />
    </ActionIcon>
  );
  if (!used) return button;
  return (
    <Suspense fallback={button}>
      <List {...props} target={button} />
    </Suspense>
  );
}
