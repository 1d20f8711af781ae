import { Anchor, Button, Progress } from '@mantine/core';
import { IconChevronRight, IconShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CampaignSummaryView } from '#libs/contracts';
import { TimeLeft } from '../../../components/deadline';
import { Panel } from '../../../components/panel';
import { Verdict } from '../../../components/verdict';
import { useFormat, useWords } from '../../../lib/i18n';
import { CampaignStateBadge } from '../campaign-state';
import { useTurnout } from '../turnout';
import classes from '../surveys.module.css';

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
      <ul className={classes.rows}>
        {campaigns.map((campaign) => (
          <Row key={campaign.id} campaign={campaign} manages={manages} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ campaign, manages }: { campaign: CampaignSummaryView; manages: boolean }) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const { state, shared, turnout } = campaign;
  const base = `/evaluaties/${campaign.id}`;
  const closed = state === 'closed';
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <p className={classes.title}>
          <Anchor component={Link} to={closed ? `${base}/resultaten` : base} className={classes.link}>
            {words(campaign.title)}
          </Anchor>
          {/* The heading of the list says the rest. */}
          {state === 'stopped' && <CampaignStateBadge state={state} />}
          {manages && closed && shared && (
            <Verdict kind="ok" icon={IconShare}>
              {t('shared')}
            </Verdict>
          )}
        </p>
        <Facts campaign={campaign} />
        {state === 'running' && turnout.answered !== null && turnout.invited > 0 && (
          <Progress
            className={classes.bar}
            value={(turnout.answered / turnout.invited) * 100}
            aria-label={t('turnout.answered', { count: turnout.invited, answered: turnout.answered })}
          />
        )}
      </div>
      {manages && closed && (
        <Button
          component={Link}
          to={base}
          variant="subtle"
          size="compact-md"
          className={classes.second}
          aria-label={t('list.course.label', { title: words(campaign.title) })}
        >
          {t('list.course')}
        </Button>
      )}
      <IconChevronRight size={18} className="lk-icon" aria-hidden />
    </li>
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
