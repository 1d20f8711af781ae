import { Button } from '@mantine/core';
import { IconHourglass, IconLockOpen, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useParams, useSearchParams } from 'react-router';
import { type CampaignView, campaignRoom } from '#libs/contracts';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { type Crumb, PageHead } from '../../../components/page-head';
import { SectionTabs } from '../../../components/section-tabs';
import { Verdict } from '../../../components/verdict';
import { useFormat, useWords } from '../../../lib/i18n';
import { useMay } from '../../../lib/me';
import { useRoomVersion } from '../../../lib/socket';
import { campaignKey, campaignQuery } from '../survey-data';
import type { Looked } from './looked';
import { ResultActions } from './result-actions';
import { resultsQuery } from './results-data';
import { gradeOf } from './questions';
import { TooFew } from './too-few';

/** Around everything that is told of a campaign: its name, who answered and who did not, and the way between the parts. */
export default function ResultsFrame() {
  const { id = '' } = useParams();
  useRoomVersion(campaignRoom(id), { keys: [campaignKey(id)] });
  const campaign = useQuery(campaignQuery(id));
  const closed = campaign.data?.state === 'closed';
  const results = useQuery({ ...resultsQuery(id), enabled: closed });
  if (campaign.data && !closed) return <NotYet campaign={campaign.data} />;
  if (!campaign.data || !results.data) {
    const error = campaign.error ?? results.error;
    return error ? (
      <ErrorState error={error} onRetry={() => void Promise.all([campaign.refetch(), results.refetch()])} />
    ) : (
      <LoadingState rows={4} height={180} />
    );
  }
  return <Found looked={{ campaign: campaign.data, results: results.data }} />;
}

function useCrumbs(campaign: CampaignView): Crumb[] {
  const { t } = useTranslation('results');
  const words = useWords();
  const manages = useMay('surveys.manage');
  return [
    { label: t('crumb.evaluations'), to: '/evaluaties' },
    ...(manages ? [{ label: words(campaign.title), to: `/evaluaties/${campaign.id}` }] : []),
    { label: t('crumb') },
  ];
}

function Found({ looked }: { looked: Looked }) {
  const { t } = useTranslation('results');
  const words = useWords();
  const manages = useMay('surveys.manage');
  const { campaign, results } = looked;
  const crumbs = useCrumbs(campaign);
  const silent = results.invited - results.answered;
  const base = `/evaluaties/${campaign.id}/resultaten`;
  const tellable = results.hidden === null;
  const [params] = useSearchParams();
  const tabs = [
    { to: base + kept(params, 'deel', 'als'), label: t('tab.outcome'), end: true },
    ...(results.factors.length > 0
      ? [{ to: `${base}/factoren${kept(params, 'deel', 'als')}`, label: t('tab.factors') }]
      : []),
    ...(results.texts.length > 0 ? [{ to: `${base}/teksten`, label: t('tab.texts') }] : []),
    ...(gradeOf(campaign.content)
      ? [
          { to: `${base}/trend${kept(params, 'als')}`, label: t('tab.trend') },
          { to: `${base}/vergelijken`, label: t('tab.compare') },
          { to: `${base}/verdieping`, label: t('tab.regression') },
        ]
      : []),
  ];
  return (
    <>
      <PageHead
        title={words(campaign.title)}
        crumbs={crumbs}
        lead={
          <>
            {manages && campaign.shared && (
              <>
                <Verdict kind="ok" icon={IconLockOpen}>
                  {t('shared')}
                </Verdict>{' '}
              </>
            )}
            {tellable && words(results.sentence)} {tellable && silent > 0 && t('silent', { count: silent })}
            {!tellable && t('answered', { answered: results.answered, invited: results.invited })}
          </>
        }
        action={<ResultActions looked={looked} />}
      />
      {tellable ? (
        <>
          <SectionTabs label={t('tabs')} tabs={tabs} />
          <Outlet context={looked} />
        </>
      ) : (
        <TooFew looked={looked} />
      )}
    </>
  );
}

/** What goes along from one tab to the next: the chosen part, and drawings or tables. */
function kept(params: URLSearchParams, ...names: string[]): string {
  const search = new URLSearchParams(
    names.flatMap((name) => (params.has(name) ? [[name, params.get(name) ?? '']] : [])),
  );
  return search.size > 0 ? `?${search}` : '';
}

/** Nothing is counted before closing: says when that is, or that there will be nothing. */
function NotYet({ campaign }: { campaign: CampaignView }) {
  const { t } = useTranslation('results');
  const words = useWords();
  const format = useFormat();
  const crumbs = useCrumbs(campaign);
  const stopped = campaign.state === 'stopped';
  return (
    <>
      <PageHead title={words(campaign.title)} crumbs={crumbs} />
      <EmptyState
        icon={stopped ? IconUsers : IconHourglass}
        title={t(stopped ? 'stopped.title' : 'notYet.title')}
        text={
          stopped
            ? t('stopped.text')
            : campaign.closesAt
              ? t('notYet.on', { date: format.dateTime(campaign.closesAt) })
              : t('notYet.text')
        }
        action={
          <Button component={Link} to={`/evaluaties/${campaign.id}`} variant="default">
            {t('toCampaign')}
          </Button>
        }
      />
    </>
  );
}
