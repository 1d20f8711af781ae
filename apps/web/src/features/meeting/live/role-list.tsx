import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingScreen } from '#libs/contracts';
import { WhenOpened } from '../../../components/when-opened';
import { RolesDialog } from './later';
import shared from './live.module.css';
import classes from './script.module.css';

/** Who does what; whoever leads changes it on the way. */
export function RoleList({ view }: { view: MeetingScreen }) {
  const { t } = useTranslation('meeting-live');
  const [changes, setChanges] = useState(false);
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
        <Button variant="subtle" size="compact-md" className={shared.text} onClick={() => setChanges(true)}>
          {t('role.change')}
        </Button>
      )}
      <WhenOpened opened={changes}>
        <RolesDialog view={view} opened={changes} onClose={() => setChanges(false)} />
      </WhenOpened>
    </>
  );
}
