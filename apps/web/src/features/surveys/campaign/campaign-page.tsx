import { Button } from '@mantine/core';
import { IconChartBar, IconFlag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type CampaignView, campaignRoom } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { PanelColumns } from '../../../components/panels';
import { useFormat, useWords } from '../../../lib/i18n';
import { useMay } from '../../../lib/me';
import { useRoomVersion } from '../../../lib/socket';
import { CampaignStateBadge } from '../campaign-state';
import { campaignKey, campaignQuery, campaignsQuery } from '../survey-data';
import { AboutPanel } from './about-panel';
import { CloseDialog, StopCampaign } from './ending';
import { CampaignTimeline } from './campaign-timeline';
import { TurnoutPanel } from './turnout-panel';
import { useCampaign } from './use-campaign';

const DraftPage = lazy(() =>
  import('../create/draft-page').then((module) => ({ default: module.DraftPage })),
);

/** One evaluation: while it is prepared, while it runs, and afterwards. */
export default function CampaignPage() {
  const { id = '' } = useParams();
  useRoomVersion(campaignRoom(id), { keys: [campaignKey(id), campaignsQuery.queryKey] });
  const { data, error, refetch } = useQuery(campaignQuery(id));
  const manages = useMay('surveys.manage');
  /** It was launched on this very page: the form that had the focus is gone. */
  const [prepared, setPrepared] = useState(false);
  if (data?.state === 'draft' && !prepared) setPrepared(true);
  const waiting = <LoadingState rows={4} height={110} />;
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : waiting;
  if (data.state === 'draft')
    return (
      <Suspense fallback={waiting}>
        <DraftPage key={data.id} campaign={data} />
      </Suspense>
    );
  return <Campaign campaign={data} manages={manages} launched={prepared} />;
}

interface CampaignProps {
  campaign: CampaignView;
  manages: boolean;
  launched: boolean;
}

function Campaign({ campaign, manages, launched }: CampaignProps) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const changes = useCampaign(campaign);
  const [closing, setClosing] = useState(false);
  const { state } = campaign;
  const live = state === 'planned' || state === 'running';
  return (
    <>
      <PageHead
        crumbs={[{ label: t('title'), to: '/evaluaties' }, { label: words(campaign.title) }]}
        title={words(campaign.title)}
        takeFocus={launched}
        lead={
          <>
            <CampaignStateBadge state={state} /> <Lead campaign={campaign} />
          </>
        }
        action={
          state === 'closed' ? (
            <Button
              component={Link}
              to={`/evaluaties/${campaign.id}/resultaten`}
              leftSection={<IconChartBar size={18} />}
            >
              {t('results')}
            </Button>
          ) : (
            manages &&
            state === 'running' && (
              <Button variant="default" leftSection={<IconFlag size={18} />} onClick={() => setClosing(true)}>
                {t('close')}
              </Button>
            )
          )
        }
      />
      <PanelColumns side={<AboutPanel campaign={campaign} manages={manages} />}>
        {state !== 'planned' && state !== 'stopped' && <TurnoutPanel campaign={campaign} />}
        {campaign.steps.length > 0 && (
          <CampaignTimeline campaign={campaign} changes={changes} editable={manages && live} />
        )}
        {manages && live && <StopCampaign campaign={campaign} changes={changes} />}
      </PanelColumns>
      <CloseDialog campaign={campaign} changes={changes} opened={closing} onClose={() => setClosing(false)} />
    </>
  );
}

/** Where it stands, in one sentence. */
function Lead({ campaign }: { campaign: CampaignView }) {
  const { t } = useTranslation('surveys');
  const format = useFormat();
  const { state, opensAt, closesAt, closedAt } = campaign;
  const at = (moment: string | null) => (moment ? `${format.day(moment)}, ${format.time(moment)}` : '–');
  if (state === 'planned') return t('lead.planned', { moment: at(opensAt) });
  if (state === 'running') return t('lead.running', { moment: at(closesAt) });
  if (state === 'stopped') return t('lead.stopped', { moment: at(closedAt) });
  return t('lead.closed', { moment: at(closedAt) });
}
