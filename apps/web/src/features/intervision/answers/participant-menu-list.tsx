import '@mantine/core/styles/Menu.css';
import '@mantine/core/styles/Popover.css';
import { Menu } from '@mantine/core';
import { IconPhone, IconUserCheck, IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ParticipantView } from '#libs/contracts';
import { focusFirst } from '../menu-focus';
import type { ParticipantChange } from './answers-table';

export interface ParticipantMenuProps {
  participant: ParticipantView;
  /** Where its answer can be changed; null when it cannot, or when the table has a link for it. */
  editHref: string | null;
  onChange: (change: ParticipantChange) => void;
}
interface ParticipantMenuListProps extends ParticipantMenuProps {
  /** The button that opens it. */
  target: ReactElement;
}

/** Letting a practice in without an answer, or taking it off the round. */
export function ParticipantMenuList({ participant, editHref, onChange, target }: ParticipantMenuListProps) {
  const { t } = useTranslation('rounds');
  const { state } = participant;
  return (
    <Menu defaultOpened position="bottom-end" shadow="md" withinPortal withInitialFocusPlaceholder={false}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown ref={focusFirst}>
        {editHref && (
          <Menu.Item component={Link} to={editHref} leftSection={<IconPhone size={17} />}>
            {t('menu.edit')}
          </Menu.Item>
        )}
        {(state === 'unanswered' || state === 'started') && (
          <Menu.Item
            leftSection={<IconUserCheck size={17} />}
            onClick={() => onChange({ withoutAnswer: true })}
          >
            {t('menu.without')}
          </Menu.Item>
        )}
        {state === 'without-answer' && (
          <Menu.Item
            leftSection={<IconUserCheck size={17} />}
            onClick={() => onChange({ withoutAnswer: false })}
          >
            {t('menu.notWithout')}
          </Menu.Item>
        )}
        {state === 'not-taking-part' ? (
          <Menu.Item leftSection={<IconUserPlus size={17} />} onClick={() => onChange({ takingPart: true })}>
            {t('menu.in')}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconUserMinus size={17} />}
            onClick={() => onChange({ takingPart: false })}
          >
            {t('menu.out')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
