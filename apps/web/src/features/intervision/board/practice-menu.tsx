import '@mantine/core/styles/Menu.css';
import '@mantine/core/styles/Popover.css';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowRight,
  IconArrowsExchange,
  IconDotsVertical,
  IconHelpCircle,
  IconLogout,
  IconMessageCircle,
  IconPin,
  IconPinnedOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BoardGroupView, BoardMemberView } from '#libs/contracts';
import type { BoardActions } from './board-actions';
import { focusFirst } from '../menu-focus';

interface PracticeMenuProps {
  practiceId: string;
  name: string;
  /** Null for a practice without a group. */
  member: BoardMemberView | null;
  group: BoardGroupView | null;
  actions: BoardActions;
  /** Null where the panel beside the board already tells it. */
  onWhy: (() => void) | null;
  /** True when the focus goes back to the practice. */
  onClose: (focus: boolean) => void;
}

/** Everything that can be done with one practice, without dragging. */
export function PracticeMenu(props: PracticeMenuProps) {
  const { t } = useTranslation('board');
  const { practiceId, member, group, actions, onClose } = props;
  const then =
    (act: () => void, focus = true) =>
    () => {
      onClose(focus);
      act();
    };
  const size = 17;
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
        <ActionIcon
          variant="transparent"
          size={24}
          color="gray"
          aria-label={t('menu.of', { name: props.name })}
        >
          <IconDotsVertical size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown ref={focusFirst}>
        {props.onWhy && member && (
          <Menu.Item leftSection={<IconHelpCircle size={size} />} onClick={then(props.onWhy, false)}>
            {t('menu.why')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconArrowRight size={size} />}
          onClick={then(() => actions.start('move', practiceId))}
        >
          {t('menu.move')}
        </Menu.Item>
        {member && (
          <Menu.Item
            leftSection={<IconArrowsExchange size={size} />}
            onClick={then(() => actions.start('swap', practiceId))}
          >
            {t('menu.swap')}
          </Menu.Item>
        )}
        {member && group && !group.pinned && (
          <Menu.Item
            leftSection={member.pinned ? <IconPinnedOff size={size} /> : <IconPin size={size} />}
            onClick={then(() => actions.togglePracticePin(practiceId))}
          >
            {member.pinned ? t('menu.unpin') : t('menu.pin', { number: group.number })}
          </Menu.Item>
        )}
        {member?.canLead && !member.leader && group && (
          <Menu.Item
            leftSection={<IconMessageCircle size={size} />}
            onClick={then(() => actions.makeLeader(group.id, practiceId))}
          >
            {t('menu.makeLeader')}
          </Menu.Item>
        )}
        {member && (
          <Menu.Item
            leftSection={<IconLogout size={size} />}
            onClick={then(() => actions.takeOut(practiceId))}
          >
            {t('menu.out')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
