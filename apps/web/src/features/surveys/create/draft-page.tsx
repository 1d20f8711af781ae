import { Button } from '@mantine/core';
import { IconSend, IconTrash } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CampaignView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { PanelColumns } from '../../../components/panels';
import { SaveState } from '../../../components/save-state';
import { useWords } from '../../../lib/i18n';
import { later } from '../../../lib/later';
import { asProblem } from '../../../lib/problem';
import { showToast } from '../../../lib/toast';
import { KeptNotice } from '../../../components/kept-notice';
import { type LocalTime, momentText, nextWorkday } from '../../../lib/local-time';
import { campaignDoors, campaignKey, campaignsQuery, launchPreviewQuery } from '../survey-data';
import { useKept } from '../../../lib/use-kept';
import { AboutSection } from './about-section';
import { AudienceSection } from './audience-section';
import { draftOf, faultsOf, wishOf } from './draft';
import { LaunchDialog } from './launch-dialog';
import { PlanCard } from './plan-card';
import { PromiseSection } from './promise-section';
import { TimesSection } from './times-section';

/** Below the fold: the table comes after the form. */
const ReceiversPanel = later(
  async () => (await import('./receivers-panel')).ReceiversPanel,
  <LoadingState rows={4} height={48} />,
);

/** An evaluation before it goes out: what is asked of whom, what is promised, and exactly who will get mail. */
export function DraftPage({ campaign }: { campaign: CampaignView }) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const client = useQueryClient();
  const kept = useKept({
    server: () => draftOf(campaign),
    version: campaign.version,
    valid: (draft) => faultsOf(draft).length === 0,
    save: async (draft, based) => {
      try {
        const saved = await campaignDoors.change(campaign.id, based, wishOf(draft));
        client.setQueryData(campaignKey(campaign.id), saved);
        void client.invalidateQueries({ queryKey: campaignsQuery.queryKey });
        return saved.version;
      } catch (error) {
        if (['conflict.stale', 'campaign.launched'].includes(asProblem(error).code))
          await client.invalidateQueries({ queryKey: campaignKey(campaign.id) });
        throw error;
      }
    },
  });
  /** Null: at once. */
  const [opening, setOpening] = useState<LocalTime | null>(() => nextWorkday(Date.now()));
  const [launching, setLaunching] = useState(false);
  const faults = faultsOf(kept.draft);
  const opensAt = opening && momentText(opening);
  const preview = useQuery({
    ...launchPreviewQuery(campaign.id, campaign.version, opensAt),
    enabled: opening === null || opensAt !== null,
    placeholderData: keepPreviousData,
  });
  const levels = preview.data?.levels ?? campaign.levels;
  const untrue = levels.some((one) => one.level === kept.draft.anonymity && !one.possible);
  const parts = { draft: kept.draft, set: kept.set, faults };
  const launch = (
    <Button
      leftSection={<IconSend size={18} />}
      onClick={() => {
        if (kept.dirty) void kept.saveNow();
        setLaunching(true);
      }}
      disabled={faults.length > 0 || kept.stale || untrue || preview.data?.recipients.length === 0}
    >
      {t(opening ? 'launch.later' : 'launch.now')}
    </Button>
  );
  return (
    <>
      <PageHead
        crumbs={[{ label: t('title'), to: '/evaluaties' }, { label: words(campaign.title) }]}
        title={words(campaign.title)}
        lead={t('draft.lead')}
        action={
          <SaveState
            savedAt={kept.dirty ? null : kept.savedAt}
            saving={kept.saving}
            failed={kept.error !== null}
          />
        }
      />
      <PanelColumns
        side={
          <PlanCard
            preview={preview}
            behind={kept.dirty || preview.isPlaceholderData}
            anonymity={kept.draft.anonymity}
            minimumResponses={campaign.minimumResponses}
            untrue={untrue}
            faults={faults}
            action={launch}
          />
        }
      >
        <KeptNotice kept={kept} />
        <AboutSection {...parts} />
        <AudienceSection {...parts} />
        <PromiseSection {...parts} levels={levels} />
        <TimesSection {...parts} opening={opening} onOpening={setOpening} />
        <ReceiversPanel preview={preview} />
      </PanelColumns>
      <Discard campaign={campaign} />
      <LaunchDialog
        campaign={campaign}
        opensAt={opensAt}
        preview={preview.data}
        ready={!kept.dirty && !kept.saving && !preview.isFetching && !preview.isPlaceholderData}
        opened={launching}
        onClose={() => setLaunching(false)}
      />
    </>
  );
}

/** Takes the draft away; there is no way back, so it is asked. */
function Discard({ campaign }: { campaign: CampaignView }) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const title = words(campaign.title);
  const discard = useMutation({
    mutationFn: () => campaignDoors.discard(campaign.id),
    onSuccess: async () => {
      showToast(t('discarded', { title }));
      void client.invalidateQueries({ queryKey: campaignsQuery.queryKey });
      await navigate('/evaluaties');
    },
  });
  return (
    <>
      <Button
        variant="subtle"
        size="sm"
        mt="md"
        leftSection={<IconTrash size={17} />}
        onClick={() => setAsked(true)}
      >
        {t('discard')}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        onConfirm={() => discard.mutate()}
        title={t('discard.title', { title })}
        confirm={t('discard.confirm')}
        danger
        busy={discard.isPending}
        error={discard.error}
      >
        <p>{t('discard.text')}</p>
      </ConfirmDialog>
    </>
  );
}
