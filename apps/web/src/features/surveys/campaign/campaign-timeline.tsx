import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignStepView, CampaignView } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { Panel } from '../../../components/panel';
import { Timeline } from '../../../components/timeline';
import { useWords } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import { StepRow } from './step-row';
import { useStepName } from './step-name';
import type { CampaignChanges } from './use-campaign';

interface CampaignTimelineProps {
  campaign: CampaignView;
  changes: CampaignChanges;
  /** False: it can be read only. */
  editable: boolean;
}

/** What was done and what is still to come, in its order. What is late asks for a decision. */
export function CampaignTimeline({ campaign, changes, editable }: CampaignTimelineProps) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const nameOf = useStepName(campaign);
  const [asked, setAsked] = useState<CampaignStepView | null>(null);
  const doNow = useMutation({
    mutationFn: (step: CampaignStepView) => changes.doNow(step.id),
    onSuccess: (_campaign, step) => {
      setAsked(null);
      showToast(t('step.done.toast', { step: nameOf(step) }));
    },
  });
  const kind = asked?.kind ?? 'remind';
  return (
    <Panel title={t('course')}>
      <Timeline>
        {campaign.steps.map((step) => (
          <StepRow
            key={step.id}
            step={step}
            campaign={campaign}
            changes={changes}
            editable={editable}
            onDoNow={() => setAsked(step)}
          />
        ))}
      </Timeline>
      <ConfirmDialog
        opened={asked !== null}
        onClose={() => {
          doNow.reset();
          setAsked(null);
        }}
        onConfirm={() => asked && doNow.mutate(asked)}
        title={t(`now.${kind}.title`, { title: words(campaign.title) })}
        confirm={t(`now.${kind}.confirm`)}
        busy={doNow.isPending}
        error={doNow.error}
      >
        <p>{t(`now.${kind}.text`, { count: campaign.turnout.invited })}</p>
        {kind === 'remind' && campaign.anonymity === 'anonymous' && <p>{t('now.remind.names')}</p>}
        {kind === 'close' && <p>{t(`close.${campaign.anonymity}`)}</p>}
      </ConfirmDialog>
    </Panel>
  );
}
