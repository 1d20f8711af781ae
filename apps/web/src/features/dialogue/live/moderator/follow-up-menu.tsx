import '@mantine/core/styles/Menu.css';
import '@mantine/core/styles/Popover.css';
import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FollowUpStep, ModeratedFollowUpView } from '#libs/contracts';
import type { DeferredProps } from '../../../../components/deferred';

interface FollowUpMenuProps extends DeferredProps {
  one: ModeratedFollowUpView;
  onNote: () => void;
  onState: (state: FollowUpStep) => void;
}

/** What is done less often with a deepening question; fetched after the first paint. */
export function FollowUpMenu({ target, openAtOnce, one, onNote, onState }: FollowUpMenuProps) {
  const { t } = useTranslation('dialogue-live');
  const { state } = one;
  const handled = state === 'answered' || state === 'parked' || state === 'removed';
  return (
    <Menu defaultOpened={openAtOnce} position="bottom-end">
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onNote}>{t('follow.note')}</Menu.Item>
        {handled && <Menu.Item onClick={() => onState('shown')}>{t('follow.back')}</Menu.Item>}
        {(state === 'shown' || state === 'asking') && (
          <Menu.Item onClick={() => onState('new')}>{t('follow.hide')}</Menu.Item>
        )}
        {state !== 'removed' && (
          <Menu.Item c="var(--lk-bad)" onClick={() => onState('removed')}>
            {t('follow.remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
