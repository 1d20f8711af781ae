import '@mantine/core/styles/Drawer.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/ScrollArea.css';
import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeetingScreen } from '#libs/contracts';
import { LivePeople } from '../../../components/live-people';
import { liveDoors } from './live-data';
import { Here } from './here';

interface PeopleDrawerProps {
  view: MeetingScreen;
  opened: boolean;
  onClose: () => void;
}

/** Who is here: practices for everybody, people by name for who leads. */
export function PeopleDrawer({ view, opened, onClose }: PeopleDrawerProps) {
  const { t } = useTranslation(['meeting-live', 'components']);
  if (view.audience === 'leader')
    return (
      <LivePeople
        opened={opened}
        onClose={onClose}
        people={view.people}
        doors={liveDoors(view.meetingId)}
        role={t('role.leader')}
      />
    );
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      title={t('people.title')}
      closeButtonProps={{ 'aria-label': t('components:close') }}
    >
      <Here view={view} />
    </Drawer>
  );
}
