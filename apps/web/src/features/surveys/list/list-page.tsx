import { Button } from '@mantine/core';
import { IconClipboardCheck, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CampaignState } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Panels } from '../../../components/panels';
import { useMay } from '../../../lib/me';
import { campaignsQuery } from '../survey-data';
import { CampaignRows } from './campaign-rows';

/** All evaluations, what asks for somebody first. People of a practice see those whose results were shared. */
export default function EvaluationsPage() {
  const { t } = useTranslation('surveys');
  const manages = useMay('surveys.manage');
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t(manages ? 'lead' : 'lead.practice')}
        action={
          manages && (
            <>
              <Button component={Link} to="vragenlijsten" variant="default">
                {t('questionnaires')}
              </Button>
              <Button component={Link} to="nieuw" leftSection={<IconPlus size={18} />}>
                {t('new')}
              </Button>
            </>
          )
        }
      />
      <Campaigns manages={manages} />
    </>
  );
}

function Campaigns({ manages }: { manages: boolean }) {
  const { t } = useTranslation('surveys');
  const { data, error, refetch } = useQuery(campaignsQuery);
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingState rows={4} height={84} />
    );
  if (data.length === 0)
    return (
      <EmptyState
        icon={IconClipboardCheck}
        title={t(manages ? 'empty.title' : 'empty.practice.title')}
        text={t(manages ? 'empty.text' : 'empty.practice.text')}
        action={
          manages && (
            <Button component={Link} to="nieuw">
              {t('empty.action')}
            </Button>
          )
        }
      />
    );
  const of = (moment: 'opensAt' | 'closesAt' | 'closedAt', ...states: CampaignState[]) =>
    data
      .filter((campaign) => states.includes(campaign.state))
      .toSorted((a, b) => (a[moment] ?? '').localeCompare(b[moment] ?? ''));
  return (
    <Panels>
      <CampaignRows title={t('list.running')} campaigns={of('closesAt', 'running')} manages={manages} />
      <CampaignRows title={t('list.planned')} campaigns={of('opensAt', 'planned')} manages={manages} />
      <CampaignRows title={t('list.drafts')} campaigns={of('opensAt', 'draft')} manages={manages} />
      <CampaignRows
        title={t(manages ? 'list.done' : 'list.shared')}
        campaigns={of('closedAt', 'closed', 'stopped').reverse()}
        manages={manages}
      />
    </Panels>
  );
}
