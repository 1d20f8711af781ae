import { Button } from '@mantine/core';
import { IconLock, IconUsers } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES, ROLE_PERMISSIONS } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { useProblemText } from '../../../components/problem-text';
import { useFormat, useWords } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import { campaignKey } from '../survey-data';
import { resultDoors } from './results-data';
import type { Looked } from './looked';
import classes from './results.module.css';

/** Who may read results once they are shared, and could not before: follows from the roles themselves. */
const READERS = ROLES.filter(
  (role) =>
    ROLE_PERMISSIONS[role].includes('surveys.read') && !ROLE_PERMISSIONS[role].includes('surveys.manage'),
);

/** Sharing leaves the building and asks first, with who will see what. Taking it back does not, and can be undone. */
export function ShareAction({ looked }: { looked: Looked }) {
  const { t } = useTranslation('results');
  const client = useQueryClient();
  const problemText = useProblemText();
  const [asking, setAsking] = useState(false);
  const { campaign } = looked;
  const change = useMutation({
    mutationFn: (shared: boolean) => resultDoors.share(campaign.id, shared),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: campaignKey(campaign.id), exact: true }),
        client.invalidateQueries({ queryKey: ['campaigns'] }),
      ]),
  });
  const share = () =>
    change.mutate(true, {
      onSuccess: () => {
        setAsking(false);
        showToast(t('share.done'));
      },
    });
  const takeBack = () =>
    change.mutate(false, {
      onSuccess: () => showToast(t('share.stopped'), { undo: () => change.mutateAsync(true) }),
      onError: (error) => showToast(problemText(error), { kind: 'failed' }),
    });
  const { shared } = campaign;
  return (
    <>
      {/* One button for both, so that the focus has somewhere to return to when the dialog closes. */}
      <Button
        variant={shared ? 'default' : 'filled'}
        leftSection={shared ? <IconLock size={18} /> : <IconUsers size={18} />}
        loading={shared && change.isPending}
        onClick={shared ? takeBack : () => setAsking(true)}
      >
        {t(shared ? 'share.stop' : 'share')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          change.reset();
          setAsking(false);
        }}
        onConfirm={share}
        title={t('share.title')}
        confirm={t('share.confirm')}
        busy={change.isPending}
        error={change.error}
      >
        <WhoSeesWhat looked={looked} />
      </ConfirmDialog>
    </>
  );
}

function WhoSeesWhat({ looked: { campaign, results } }: { looked: Looked }) {
  const { t } = useTranslation('results');
  const { t: app } = useTranslation('app');
  const words = useWords();
  const format = useFormat();
  const shown = results.texts.reduce((sum, text) => sum + text.shown.length, 0);
  const waiting = results.texts.reduce((sum, text) => sum + text.waiting, 0);
  return (
    <div className={classes.share}>
      <p>
        <b>{words(campaign.title)}</b>
      </p>
      <p>{t('share.who')}</p>
      <p>{format.list(READERS.map((role) => app(`role.${role}`)))}</p>
      <ul>
        <li>{t('share.figures')}</li>
        {results.texts.length > 0 && <li>{t('share.texts', { count: shown })}</li>}
        {waiting > 0 && <li>{t('share.waiting', { count: waiting })}</li>}
        <li>{t('share.not')}</li>
      </ul>
    </div>
  );
}
