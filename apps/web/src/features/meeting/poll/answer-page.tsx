import { Skeleton } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type DatePollPracticeView, type DatePollView, datePollRoom } from '#libs/contracts';
import { Bare } from '../../../components/bare';
import { ErrorState } from '../../../components/error-state';
import { Waiting } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { SaveState } from '../../../components/save-state';
import { PhoneDeadline, StatusCard } from '../../../components/status-card';
import { TaskPage } from '../../../components/task-page';
import { useFormat } from '../../../lib/i18n';
import { asProblem } from '../../../lib/problem';
import { useRoomVersion } from '../../../lib/socket';
import { AnswerClosed } from './answer-closed';
import { AnswerNote } from './answer-note';
import { AnswerOptions } from './answer-options';
import classes from './answer.module.css';
import { pollKey, pollQuery, usePollAnswer } from './poll-data';
import { PollGrid } from './poll-grid';
import shared from './poll.module.css';

/** A practice says when it can come: one answer per practice, saved per click, from any device (GRP-15). */
export default function DatePollAnswerPage() {
  const { pollId = '', practiceId = '' } = useParams();
  useRoomVersion(datePollRoom(pollId), { keys: [pollKey(pollId)] });
  const { data, error, refetch } = useQuery(pollQuery(pollId));
  const practice = data?.practices.find((one) => one.practiceId === practiceId);
  const reads = data && (data.ownPracticeIds.includes(practiceId) || data.mayManage);
  if (data && practice && reads) return <Answer key={practiceId} poll={data} practice={practice} />;
  if (data || error) return <Failed error={error} onRetry={() => void refetch()} />;
  return (
    <TaskPage practice="" status={null}>
      <Waiting>
        <Skeleton height={30} width="70%" mb={14} />
        <Skeleton height={16} width="90%" mb={40} />
        <Skeleton height={300} radius={10} />
      </Waiting>
    </TaskPage>
  );
}

function Answer({ poll, practice }: { poll: DatePollView; practice: DatePollPracticeView }) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const { answers, outbox, give } = usePollAnswer(poll, practice);
  const { practiceId, name } = practice;
  const editable = poll.answerable.includes(practiceId);
  const byPhone = !poll.ownPracticeIds.includes(practiceId);
  const done = poll.options.filter(({ id }) => answers[id]).length;
  const open = poll.options.length - done;
  const unsent = outbox.sending !== null || outbox.waiting !== null;
  const others = poll.practices.some((one) => one.practiceId !== practiceId && one.savedAt !== null);
  const called = poll.group ?? poll.title;
  const head = (
    <PageHead
      title={byPhone ? t('answer.title.phone', { practice: name }) : t('answer.title')}
      lead={poll.group === null ? poll.title : `${called}: ${poll.title}`}
    />
  );
  const rest = others && (
    <section className={classes.others}>
      <h2>{t('answer.others')}</h2>
      <PollGrid poll={poll} />
    </section>
  );
  if (!editable)
    return (
      <TaskPage practice={name} status={null}>
        {head}
        <AnswerClosed poll={poll} practice={practice} stopped={outbox.stopped} />
        {rest}
      </TaskPage>
    );
  const refused = outbox.refused.dates;
  return (
    <TaskPage
      practice={name}
      status={
        <StatusCard
          deadline={poll.answerUntil}
          done={done}
          total={poll.options.length}
          action={null}
          open={open > 0 ? t('answer.open', { count: open }) : t('answer.done')}
          saved={<SaveState savedAt={practice.savedAt} saving={unsent} failed={outbox.stopped !== null} />}
          seenBy={t('answer.seenBy')}
        />
      }
    >
      {byPhone && (
        <p className={classes.banner}>
          <IconPhone size={18} stroke={1.8} className="lk-icon" aria-hidden />
          {t('answer.phone', { practice: name })}
        </p>
      )}
      {head}
      <PhoneDeadline deadline={poll.answerUntil} />
      <p className={classes.lead}>{t('answer.lead')}</p>
      {practice.savedBy && practice.savedAt && (
        <p className={shared.hint}>
          {t('answer.last', {
            name: practice.savedBy,
            when: `${format.day(practice.savedAt)}, ${format.time(practice.savedAt)}`,
          })}
        </p>
      )}
      {refused ? <ErrorState error={refused} /> : null}
      {outbox.stopped ? <ErrorState error={outbox.stopped} /> : null}
      <AnswerOptions poll={poll} answers={answers} give={give} />
      <AnswerNote poll={poll} practice={practice} />
      {rest}
    </TaskPage>
  );
}

/** What is not there, or not for this person, cannot be helped by trying again. */
function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('meeting-poll');
  const { status } = asProblem(error);
  const final = !error || (status >= 400 && status < 500);
  return (
    <Bare>
      {final && <PageHead title={t('missing.title')} lead={t('missing.text')} />}
      {error ? <ErrorState error={error} onRetry={final ? undefined : onRetry} /> : null}
    </Bare>
  );
}
