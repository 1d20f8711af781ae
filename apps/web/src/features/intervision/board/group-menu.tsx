import '@mantine/core/styles/Menu.css';
import '@mantine/core/styles/Popover.css';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCalendarCog,
  IconDotsVertical,
  IconMessageCircle,
  IconPin,
  IconPinnedOff,
  IconUserPin,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BoardGroupView } from '#libs/contracts';
import type { BoardActions } from './board-actions';
import { focusFirst } from '../menu-focus';

interface GroupMenuProps {
  group: BoardGroupView;
  actions: BoardActions;
  onClose: (focus: boolean) => void;
}

/** What can be done with a whole group: keep it, keep or change its leader, change its theme or date. */
export function GroupMenu({ group, actions, onClose }: GroupMenuProps) {
  const { t } = useTranslation('board');
  const then = (act: () => void) => () => {
    onClose(true);
    act();
  };
  const name = t('group', { number: group.number });
  const others = group.members.some((member) => member.canLead && !member.leader);
  return (
    <Menu
      opened
      onClose={() => onClose(true)}
      position="bottom-end"
      shadow="md"
      withinPortal
      withInitialFocusPlaceholder={false}
      returnFocus={false}
    >
      <Menu.Target>
        <ActionIcon variant="transparent" size={24} color="gray" aria-label={t('menu.of', { name })}>
          <IconDotsVertical size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown ref={focusFirst}>
        <Menu.Item
          leftSection={group.pinned ? <IconPinnedOff size={17} /> : <IconPin size={17} />}
          onClick={then(() => actions.toggleGroupPin(group))}
        >
          {t(group.pinned ? 'menu.group.unpin' : 'menu.group.pin')}
        </Menu.Item>
        {group.leaderPracticeId && (
          <Menu.Item
            leftSection={<IconUserPin size={17} />}
            onClick={then(() => actions.toggleLeaderPin(group))}
          >
            {t(group.leaderPinned ? 'menu.leader.unpin' : 'menu.leader.pin')}
          </Menu.Item>
        )}
        {others && (
          <Menu.Item
            leftSection={<IconMessageCircle size={17} />}
            onClick={then(() => actions.ask({ kind: 'leader', groupId: group.id }))}
          >
            {t('menu.leader.other')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconCalendarCog size={17} />}
          onClick={then(() => actions.ask({ kind: 'retype', groupId: group.id }))}
        >
          {t('menu.retype')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
