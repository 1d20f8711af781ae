import { Anchor, Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DepartmentVoterView, DialogueYearView } from '#libs/contracts';
import { Panel } from '../../../../components/panel';
import { Verdict } from '../../../../components/verdict';
import { VoteDeadline } from './vote-deadline';
import classes from '../agenda.module.css';

const SHOWN = 8;

/** Who has chosen and who has not, and until when; the organiser can enter what a theme meeting collected. */
export function VotersPanel({ year }: { year: DialogueYearView }) {
  const { t } = useTranslation('dialogue-agenda');
  const silent = year.voters.filter(({ source }) => source === null);
  const voted = year.voters.filter(({ source }) => source !== null);
  const open = year.state === 'voting';
  return (
    <Panel title={t('voters')}>
      <p className={classes.voted}>{t('voters.count', { votes: year.votes, count: year.practices })}</p>
      <Progress
        value={year.practices ? (year.votes / year.practices) * 100 : 0}
        aria-label={t('voters.count', { votes: year.votes, count: year.practices })}
      />
      {open && year.voteUntil && <VoteDeadline year={year} voteUntil={year.voteUntil} />}
      {open && <p className={classes.under}>{t('voters.lead')}</p>}
      {silent.length > 0 && (
        <Voters title={t('voters.silent')} voters={silent} yearId={year.id} open={open} />
      )}
      {voted.length > 0 && <Voters title={t('voters.voted')} voters={voted} yearId={year.id} open={open} />}
    </Panel>
  );
}

interface VotersProps {
  title: string;
  voters: readonly DepartmentVoterView[];
  yearId: string;
  open: boolean;
}

function Voters({ title, voters, yearId, open }: VotersProps) {
  const { t } = useTranslation('dialogue-agenda');
  const [all, setAll] = useState(false);
  const shown = all ? voters : voters.slice(0, SHOWN);
  return (
    <>
      <h3 className={classes.small}>{title}</h3>
      <ul className={classes.voters}>
        {shown.map(({ practiceId, name, source, reachable }) => (
          <li key={practiceId}>
            <span className={classes.words}>
              {name}
              {source === 'meeting' && <span className="lk-muted"> · {t('source.meeting')}</span>}
            </span>
            {!reachable && !source && <Verdict kind="warn">{t('unreachable')}</Verdict>}
            {open && (
              <Anchor
                component={Link}
                to={`/taak/vakgroepen/${yearId}/${practiceId}`}
                aria-label={t(source ? 'change.label' : 'enter.label', { name })}
              >
                {t(source ? 'change' : 'enter')}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
      {voters.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t('fewer') : t('more', { count: voters.length - SHOWN })}
        </Button>
      )}
    </>
  );
}
