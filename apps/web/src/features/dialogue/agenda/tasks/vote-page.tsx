import { Button, UnstyledButton } from '@mantine/core';
import { IconCircleCheck, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { DepartmentVoteView } from '#libs/contracts';
import { AnswerSection } from '../../../../components/answer-section';
import { ErrorState } from '../../../../components/error-state';
import { PageHead } from '../../../../components/page-head';
import { RankedList } from '../../../../components/ranked-list';
import { PhoneDeadline, StatusCard } from '../../../../components/status-card';
import { TaskPage } from '../../../../components/task-page';
import { announce } from '../../../../lib/announce';
import { whenRecovered } from '../../../../lib/connection';
import { useFormat } from '../../../../lib/i18n';
import { useMay } from '../../../../lib/me';
import { asProblem } from '../../../../lib/problem';
import { useDraft } from '../../practice/use-draft';
import { taskDoors, voteQuery, yearQuery } from '../agenda-data';
import { TaskWaiting } from './task-frame';
import classes from './task.module.css';

/** A practice ranks the departments it wants to meet. */
export default function VotePage() {
  const { yearId = '', practiceId = '' } = useParams();
  const { data, error, refetch } = useQuery(voteQuery(yearId, practiceId));
  if (!data) return <TaskWaiting error={error} onRetry={() => void refetch()} />;
  return <Vote key={`${yearId} ${practiceId}`} vote={data} />;
}

function Vote({ vote }: { vote: DepartmentVoteView }) {
  const { t } = useTranslation('dialogue-agenda');
  const [editing, setEditing] = useState(vote.givenAt === null);
  const byOrganiser = useMay('dialogue.manage');
  if (!vote.open || !editing)
    return (
      <TaskPage practice={vote.practice.name} status={null}>
        <Given vote={vote} onChange={vote.open ? () => setEditing(true) : null} />
        {byOrganiser && (
          <p>
            <Link to={`/dialoog/agenda/${vote.yearId}`}>{t('to.agenda')}</Link>
          </p>
        )}
      </TaskPage>
    );
  return <Choosing vote={vote} onDone={() => setEditing(false)} />;
}

function Choosing({ vote, onDone }: { vote: DepartmentVoteView; onDone: () => void }) {
  const { t } = useTranslation('dialogue-agenda');
  const { t: c } = useTranslation('components');
  const client = useQueryClient();
  const [draft, keep] = useDraft(`vote.${vote.yearId}.${vote.practice.id}`);
  const [nothing, setNothing] = useState(false);
  const named = new Map(vote.departments.map((one) => [one.id, one.name]));
  const ranking = (draft === '' ? vote.ranking : draft.split(' ')).filter((id) => named.has(id));
  // the empty choice is a choice too: one blank
  const setRanking = (ids: readonly string[]) => keep(ids.join(' ') || ' ');
  const chosen = ranking.map((id) => ({ id, label: named.get(id) ?? '' }));
  const rest = vote.departments.filter(({ id }) => !ranking.includes(id));
  const full = ranking.length >= vote.most;
  const { queryKey } = voteQuery(vote.yearId, vote.practice.id);
  const send = useMutation({
    mutationFn: () => taskDoors.vote(vote.yearId, vote.practice.id, vote.version, [...ranking]),
    onSuccess: (next) => {
      window.scrollTo(0, 0);
      keep('');
      client.setQueryData(queryKey, next);
      void client.invalidateQueries({ queryKey: ['home'] });
      void client.invalidateQueries({ queryKey: yearQuery(vote.yearId).queryKey });
      onDone();
    },
    onError: (error) => {
      if (['conflict.stale', 'vote.closed'].includes(asProblem(error).code))
        void client.invalidateQueries({ queryKey });
    },
  });
  const failed = send.error ? asProblem(send.error).code : null;
  const sendAgain = useEffectEvent(() => failed === 'network' && send.mutate());
  useEffect(() => whenRecovered(() => sendAgain()), []);
  const choose = (id: string, label: string) => {
    setNothing(false);
    setRanking([...ranking, id]);
    announce(c('rank.added', { label, place: ranking.length + 1 }));
  };
  const status = (
    <StatusCard
      deadline={vote.voteUntil}
      done={ranking.length}
      total={vote.most}
      action={
        <Button
          loading={send.isPending}
          onClick={() => (ranking.length === 0 ? setNothing(true) : send.mutate())}
        >
          {t('send')}
        </Button>
      }
      open={
        <span role="alert" className={classes.error}>
          {nothing ? t('vote.nothing') : null}
        </span>
      }
      seenBy={t('vote.seenBy')}
    />
  );
  return (
    <TaskPage practice={vote.practice.name} status={status}>
      <PageHead
        title={t('vote.page', { year: vote.year })}
        lead={t('vote.page.lead', { practice: vote.practice.name, count: vote.most })}
      />
      {vote.voteUntil && <PhoneDeadline deadline={vote.voteUntil} />}
      {failed === 'network' ? (
        <p role="alert" className={classes.error}>
          {t('vote.waiting')}
        </p>
      ) : failed === 'conflict.stale' ? (
        <p role="alert" className={classes.error}>
          {t('vote.other', { names: vote.ranking.map((id) => named.get(id)).join(', ') })}
        </p>
      ) : send.error ? (
        <ErrorState error={send.error} />
      ) : null}
      <AnswerSection number={1} title={t('vote.question')} why={t('vote.why')} done={ranking.length > 0}>
        <RankedList
          label={t('vote.chosen')}
          items={chosen}
          places={vote.most}
          onChange={(items) => setRanking(items.map(({ id }) => id))}
        />
        {full && rest.length > 0 && <p className="lk-muted">{t('vote.full', { count: vote.most })}</p>}
        <ul className={classes.rest} aria-label={t('vote.rest')}>
          {rest.map(({ id, name, hospital }) => (
            <li key={id}>
              <UnstyledButton className={classes.chip} disabled={full} onClick={() => choose(id, name)}>
                <IconPlus size={16} stroke={2.2} className="lk-icon" aria-hidden />
                {name}
                {hospital && <span className="lk-muted">{hospital}</span>}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </AnswerSection>
    </TaskPage>
  );
}

/** What was chosen; it can be changed until the deadline. */
function Given({ vote, onChange }: { vote: DepartmentVoteView; onChange: (() => void) | null }) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  const named = new Map(vote.departments.map((one) => [one.id, one.name]));
  const given = vote.givenAt !== null;
  return (
    <>
      <PageHead
        title={t(given ? 'vote.given' : 'vote.over')}
        takeFocus={given && vote.open}
        lead={
          given && vote.open && vote.voteUntil
            ? t('vote.given.lead', { date: format.dateTime(vote.voteUntil) })
            : t(given ? 'vote.given.over' : 'vote.over.lead')
        }
      />
      {given && (
        <div className={classes.done}>
          <IconCircleCheck size={30} stroke={1.6} color="var(--lk-accent)" className="lk-icon" aria-hidden />
          <ol className={classes.given}>
            {vote.ranking.map((id) => (
              <li key={id}>{named.get(id)}</li>
            ))}
          </ol>
        </div>
      )}
      {onChange && (
        <Button variant="default" onClick={onChange}>
          {t('vote.change')}
        </Button>
      )}
    </>
  );
}
