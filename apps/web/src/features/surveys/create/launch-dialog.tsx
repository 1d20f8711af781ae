import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CampaignView, LaunchPreviewView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { useFormat, useWords } from '../../../lib/i18n';
import { asProblem } from '../../../lib/problem';
import { showToast } from '../../../lib/toast';
import { campaignDoors, campaignKey, campaignsQuery } from '../survey-data';

interface LaunchDialogProps {
  campaign: CampaignView;
  /** Null: at once. */
  opensAt: string | null;
  preview: LaunchPreviewView | undefined;
  /** The preview is of what will be launched. */
  ready: boolean;
  opened: boolean;
  onClose: () => void;
}

/** The last look: who gets mail when, what is promised, and that the promise stays as it is. */
export function LaunchDialog({ campaign, opensAt, preview, ready, opened, onClose }: LaunchDialogProps) {
  const { t } = useTranslation('surveys');
  const format = useFormat();
  const words = useWords();
  const client = useQueryClient();
  const launch = useMutation({
    mutationFn: () =>
      campaignDoors.launch(campaign.id, campaign.version, opensAt ?? new Date().toISOString()),
    onSuccess: (launched) => {
      onClose();
      showToast(t(opensAt ? 'launched.later' : 'launched.now'));
      client.setQueryData(campaignKey(campaign.id), launched);
      void client.invalidateQueries({ queryKey: campaignsQuery.queryKey });
    },
    onError: (error) => {
      if (['conflict.stale', 'campaign.launched'].includes(asProblem(error).code))
        void client.invalidateQueries({ queryKey: campaignKey(campaign.id) });
    },
  });
  const moment = (at: string) => `${format.day(at)}, ${format.time(at)}`;
  const count = preview?.recipients.length ?? 0;
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        launch.reset();
        onClose();
      }}
      onConfirm={() => launch.mutate()}
      title={t('launch.title', { title: words(campaign.title) })}
      confirm={t(opensAt ? 'launch.confirm.later' : 'launch.confirm.now', { count })}
      disabled={!ready || count === 0}
      busy={launch.isPending}
      error={launch.error}
      receivers={preview?.recipients.map((one, place) => ({
        id: `${place}`,
        name: one.practice ? `${one.practice}: ${one.name}` : one.name,
        detail: one.email,
      }))}
    >
      {preview && (
        <>
          <p>
            {opensAt ? t('launch.text.later', { moment: moment(preview.opensAt) }) : t('launch.text.now')}{' '}
            {preview.reminders.length > 0 &&
              t('launch.reminders', {
                moments: format.list(preview.reminders.map((at) => format.day(at))),
              })}{' '}
            {t('launch.close', { moment: moment(preview.closesAt) })}
          </p>
          <p>{t(`launch.promise.${campaign.anonymity}`)}</p>
        </>
      )}
    </ConfirmDialog>
  );
}
