import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { useWords } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import type { CampaignChanges } from './use-campaign';
import classes from './campaign.module.css';

interface EndingProps {
  campaign: CampaignView;
  changes: CampaignChanges;
}

/** Closing before the moment: who has not answered no longer can. */
export function CloseDialog({
  campaign,
  changes,
  opened,
  onClose,
}: EndingProps & { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const close = useMutation({
    mutationFn: changes.close,
    onSuccess: () => {
      onClose();
      showToast(t('closed'));
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        close.reset();
        onClose();
      }}
      onConfirm={() => close.mutate()}
      title={t('close.title', { title: words(campaign.title) })}
      confirm={t('close.confirm')}
      busy={close.isPending}
      error={close.error}
    >
      <p>{t('close.text')}</p>
      <p>{t(`close.${campaign.anonymity}`)}</p>
    </ConfirmDialog>
  );
}

/** Stopping for good: nothing is learned, and what was given is destroyed unread. */
export function StopCampaign({ campaign, changes }: EndingProps) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const [asked, setAsked] = useState(false);
  const planned = campaign.state === 'planned';
  const stop = useMutation({
    mutationFn: changes.stop,
    onSuccess: () => {
      setAsked(false);
      showToast(t('stopped'));
    },
  });
  return (
    <div className={classes.stop}>
      <Button
        variant="subtle"
        size="sm"
        leftSection={<IconHandStop size={17} />}
        onClick={() => setAsked(true)}
      >
        {t(planned ? 'stop.planned' : 'stop')}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => {
          stop.reset();
          setAsked(false);
        }}
        onConfirm={() => stop.mutate()}
        title={t('stop.title', { title: words(campaign.title) })}
        confirm={t(planned ? 'stop.confirm.planned' : 'stop.confirm')}
        danger
        busy={stop.isPending}
        error={stop.error}
      >
        {planned ? (
          <p>{t('stop.text.planned')}</p>
        ) : (
          <ul className={classes.lost}>
            <li>{t('stop.text.answers')}</li>
            <li>{t('stop.text.links', { count: campaign.turnout.invited })}</li>
            <li>{t('stop.text.final')}</li>
          </ul>
        )}
      </ConfirmDialog>
    </div>
  );
}
