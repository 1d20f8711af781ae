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

/** Who does what; whoever leads changes it on the way, for instance when the group chooses another case. */
export function RoleList({ view }: { view: MeetingScreen }) {
  const { t } = useTranslation(['meeting-live', 'components']);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const save = useMutation({
    mutationFn: (roles: Chosen) =>
      liveDoors(view.meetingId).roles(
        Object.entries(roles).map(([role, practiceId]) => ({ role: role as MeetingRole, practiceId })),
      ),
    onSuccess: () => setChosen(null),
  });
  const given = view.roles.filter(({ practice }) => practice !== null);
  return (
    <>
      {given.length > 0 && (
        <dl className={classes.roles}>
          {given.map(({ role, practice, practiceId }) => (
            <div key={role}>
              <dt>{t(`role.${role}`)}</dt>
              <dd>
                {practice}
                {practiceId === view.practice?.id && ` (${t('you')})`}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {view.audience === 'leader' && view.clock.state !== 'ended' && (
        <Button variant="subtle" size="compact-md" className={classes.text} onClick={() => setChosen({})}>
          {t('role.change')}
        </Button>
      )}
      <Modal
        opened={chosen !== null}
        onClose={() => setChosen(null)}
        title={t('role.title')}
        closeButtonProps={{ 'aria-label': t('components:close') }}
      >
        <form
          className={classes.stack}
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen && Object.keys(chosen).length > 0) save.mutate(chosen);
            else setChosen(null);
          }}
        >
          <RoleFields
            roles={view.roles}
            practices={view.presence}
            chosen={chosen ?? {}}
            onChange={setChosen}
          />
          {save.error ? <ErrorState error={save.error} /> : null}
          <Button type="submit" loading={save.isPending}>
            {t('role.save')}
          </Button>
        </form>
      </Modal>
    </>
  );
}
