import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/ScrollArea.css';
import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingRole, MeetingScreen } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { liveDoors } from './live-data';
import classes from './live.module.css';
import { type Chosen, RoleFields } from './role-fields';

interface RolesDialogProps {
  view: MeetingScreen;
  opened: boolean;
  onClose: () => void;
}

/** Who leads changes who does what on the way, for instance when the group chooses another case. */
export function RolesDialog({ view, opened, onClose }: RolesDialogProps) {
  const { t } = useTranslation(['meeting-live', 'components']);
  const [chosen, setChosen] = useState<Chosen>({});
  const close = () => {
    setChosen({});
    onClose();
  };
  const save = useMutation({
    mutationFn: (roles: Chosen) =>
      liveDoors(view.meetingId).roles(
        Object.entries(roles).map(([role, practiceId]) => ({ role: role as MeetingRole, practiceId })),
      ),
    onSuccess: close,
  });
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('role.title')}
      closeButtonProps={{ 'aria-label': t('components:close') }}
    >
      <form
        className={classes.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (Object.keys(chosen).length > 0) save.mutate(chosen);
          else close();
        }}
      >
        <RoleFields roles={view.roles} practices={view.presence} chosen={chosen} onChange={setChosen} />
        {save.error ? <ErrorState error={save.error} /> : null}
        <Button type="submit" loading={save.isPending}>
          {t('role.save')}
        </Button>
      </form>
    </Modal>
  );
}
