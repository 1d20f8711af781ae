import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ModeratorLiveView } from '#libs/contracts';
import { LivePeople } from '../../../../components/live-people';
import { liveDoors } from '../live-data';
import type { Steering } from '../use-steering';

interface PeopleDrawerProps {
  view: ModeratorLiveView;
  opened: boolean;
  onClose: () => void;
  steering: Steering;
}

/** Who is here, who is expected, who was put out, and whether the specialist goes through the questions. */
export function PeopleDrawer({ view, opened, onClose, steering }: PeopleDrawerProps) {
  const { t } = useTranslation('dialogue-live');
  return (
    <LivePeople
      opened={opened}
      onClose={onClose}
      people={view.people}
      doors={liveDoors(view.sessionId)}
      role={t('people.specialist')}
    >
      {view.clock.state !== 'ended' && (
        <Switch
          mt="lg"
          label={t('steer.label')}
          description={t('steer.help')}
          checked={view.specialistSteers}
          onChange={() => steering.act(view.specialistSteers ? 'steer-alone' : 'let-steer')}
        />
      )}
    </LivePeople>
  );
}
