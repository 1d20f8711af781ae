import { Button } from '@mantine/core';
import { IconShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CampaignSummaryView } from '#libs/contracts';
import { TimeLeft } from '../../../components/deadline';
import { Panel } from '../../../components/panel';
import { Row, RowList, RowProgress, RowTitle } from '../../../components/row-list';
import { Verdict } from '../../../components/verdict';
import { useFormat, useWords } from '../../../lib/i18n';
import { CampaignStateBadge } from '../campaign-state';
import { useTurnout } from '../turnout';

interface CampaignRowsProps {
  title: string;
  campaigns: readonly CampaignSummaryView[];
  manages: boolean;
}

/** Evaluations that stand at the same point; nothing when there are none. */
export function CampaignRows({ title, campaigns, manages }: CampaignRowsProps) {
  if (campaigns.length === 0) return null;
  return (
    <Panel title={title} padding="none">
      <RowList>
        {campaigns.map((campaign) => (
          <CampaignRow key={campaign.id} campaign={campaign} manages={manages} />
        ))}
      </RowList>
    </Panel>
  );
}

function CampaignRow({ campaign, manages }: { campaign: CampaignSummaryView; manages: boolean }) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const { state, shared, turnout } = campaign;
  const base = `/evaluaties/${campaign.id}`;
  const closed = state === 'closed';
  return (
    <Row
      beside={
        manages &&
        closed && (
          <Button
            component={Link}
            to={base}
            variant="subtle"
            size="compact-md"
            aria-label={t('list.course.label', { title: words(campaign.title) })}
          >
            {t('list.course')}
          </Button>
        )
      }
    >
      <RowTitle to={closed ? `${base}/resultaten` : base} title={words(campaign.title)}>
        {/* The heading of the list says the rest. */}
        {state === 'stopped' && <CampaignStateBadge state={state} />}
        {manages && closed && shared && (
          <Verdict kind="ok" icon={IconShare}>
            {t('shared')}
          </Verdict>
        )}
      </RowTitle>
      <Facts campaign={campaign} />
      {state === 'running' && turnout.answered !== null && turnout.invited > 0 && (
        <RowProgress
          percent={(turnout.answered / turnout.invited) * 100}
          label={t('turnout.answered', { count: turnout.invited, answered: turnout.answered })}
        />
      )}
    </Row>
  );
}

/** When, and how many answered. */
function Facts({ campaign }: { campaign: CampaignSummaryView }) {
  const { t } = useTranslation('surveys');
  const format = useFormat();
  const words = useWords();
  const turnout = useTurnout();
  const { state, opensAt, closesAt, closedAt } = campaign;
  const questionnaire = words(campaign.questionnaire);
  const facts: string[] = [];
  // What came with a session or a round is named after it.
  if (campaign.subjectKind === 'region' && questionnaire !== words(campaign.title)) facts.push(questionnaire);
  if (state === 'planned' && opensAt) facts.push(t('list.opens', { date: format.day(opensAt) }));
  if (state === 'closed' && closedAt) facts.push(t('list.closed', { date: format.day(closedAt) }));
  if (state === 'stopped' && closedAt) facts.push(t('list.stopped', { date: format.day(closedAt) }));
  if (state !== 'draft' && state !== 'stopped') facts.push(turnout(campaign));
  return (
    <p className="lk-muted">
      {facts.join(' · ')}
      {state === 'draft' && facts.length === 0 && t('list.draft')}
      {state === 'running' && closesAt && (
        <>
          {` · ${t('list.until', { date: format.day(closesAt) })} `}
          <TimeLeft deadline={closesAt} />
        </>
      )}
    </p>
  );
}
