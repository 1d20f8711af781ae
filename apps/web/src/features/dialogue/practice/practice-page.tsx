import { Button, Skeleton } from '@mantine/core';
import { IconAward, IconBook2, IconBroadcast } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type PracticeQuestionsView, type PracticeSessionView, sessionRoom } from '#libs/contracts';
import { AnswerSection } from '../../../components/answer-section';
import { Bare } from '../../../components/bare';
import { ErrorState } from '../../../components/error-state';
import { Waiting } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { PhoneDeadline, StatusCard } from '../../../components/status-card';
import { TaskPage } from '../../../components/task-page';
import { useFormat } from '../../../lib/i18n';
import { useNow } from '../../../lib/now';
import { asProblem } from '../../../lib/problem';
import { usePhone } from '../../../lib/screen';
import { useRoomVersion } from '../../../lib/socket';
import { type At, practiceQuestionsQuery, practiceSessionKey, practiceSessionQuery } from './practice-data';
import { QUESTION_FIELD, QuestionsPart } from './questions-part';
import { SessionFacts } from './session-facts';
import { REGISTRATION_FORM, WhoGoes } from './who-goes';
import classes from './practice.module.css';

/** One practice and one session: who goes and what is asked; on the day the way in; afterwards what came of it (journey D1). */
export default function PracticePage() {
  const { sessionId = '', practiceId = '' } = useParams();
  const at = { sessionId, practiceId };
  useRoomVersion(sessionRoom(sessionId), { keys: [practiceSessionKey(at)] });
  const session = useQuery(practiceSessionQuery(at));
  const questions = useQuery(practiceQuestionsQuery(at));
  if (session.data)
    return (
      <Practice
        key={`${sessionId} ${practiceId}`}
        at={at}
        page={session.data}
        questions={questions.data ?? null}
        questionsError={questions.error}
        onRetry={() => void questions.refetch()}
      />
    );
  if (session.error) return <Failed error={session.error} onRetry={() => void session.refetch()} />;
  return (
    <TaskPage practice="" status={null}>
      <Waiting>
        <Skeleton height={30} width="70%" mb={14} />
        <Skeleton height={74} mb={40} radius={10} />
        <Skeleton height={190} mb={32} radius={10} />
        <Skeleton height={140} radius={10} />
      </Waiting>
    </TaskPage>
  );
}

interface PracticeProps {
  at: At;
  page: PracticeSessionView;
  questions: PracticeQuestionsView | null;
  questionsError: unknown;
  onRetry: () => void;
}

function Practice({ at, page, questions, questionsError, onRetry }: PracticeProps) {
  const { t } = useTranslation('dialogue-practice');
  const phone = usePhone();
  const now = useNow();
  const { session, registration, practice } = page;
  const cancelled = session.state === 'cancelled';
  const over = session.state === 'ended' || new Date(session.endsAt).getTime() <= now;
  const closed = over || cancelled;
  const asks =
    questions?.own.filter(({ fate }) => fate.kind !== 'proposed' && fate.kind !== 'withdrawn').length ?? 0;
  const joined = questions?.others.filter(({ endorsed }) => endorsed).length ?? 0;
  const done = { who: registration !== null, questions: asks + joined > 0 };
  const deadline = closed
    ? null
    : session.shared
      ? session.startsAt
      : (session.questionsUntil ?? session.startsAt);
  const missing = [
    done.who ? null : t('missing.who'),
    done.questions || registration?.state === 'excused' ? null : t('missing.question'),
  ].filter((one) => one !== null);
  const toForm = !done.who && (
    <Button type="submit" form={REGISTRATION_FORM}>
      {t(session.placesLeft === 0 ? 'register.waiting' : 'register')}
    </Button>
  );
  const toQuestion = done.who && !done.questions && (
    <Button variant="default" onClick={() => document.getElementById(QUESTION_FIELD)?.focus()}>
      {t('ask')}
    </Button>
  );
  const status = closed ? null : (
    <StatusCard
      deadline={deadline}
      done={(done.who ? 1 : 0) + (done.questions ? 1 : 0)}
      total={2}
      // On a wide screen the form with its own button stands beside the card.
      action={phone ? toForm || toQuestion || <span /> : toQuestion || null}
      open={<Missing missing={missing} />}
      seenBy={t('seenBy')}
    />
  );
  return (
    <TaskPage practice={practice.name} status={status}>
      <PageHead
        title={t('title', { department: session.department })}
        lead={session.title.endsWith(session.department) ? undefined : session.title}
      />
      {deadline && <PhoneDeadline deadline={deadline} />}
      <SessionFacts session={session} />
      {cancelled && <p className={classes.note}>{t('cancelled')}</p>}
      {session.introduction && !over && <p className={classes.introduction}>{session.introduction}</p>}
      <Ways page={page} over={over} />
      <AnswerSection
        number={1}
        title={t(closed ? 'who.title.closed' : 'who.title', { practice: practice.name })}
        why={closed ? undefined : t('who.why')}
        done={done.who}
      >
        <WhoGoes at={at} page={page} closed={closed} />
      </AnswerSection>
      {questions ? (
        <AnswerSection
          number={2}
          title={t(closed ? 'questions.title.closed' : 'questions.title')}
          why={closed ? undefined : t('questions.why')}
          done={done.questions}
        >
          <QuestionsPart at={at} page={page} questions={questions} closed={closed} />
        </AnswerSection>
      ) : questionsError && asProblem(questionsError).status !== 404 ? (
        <ErrorState error={questionsError} onRetry={onRetry} />
      ) : null}
    </TaskPage>
  );
}

/** The way into the room on the day, and to what came of it afterwards. */
function Ways({ page, over }: { page: PracticeSessionView; over: boolean }) {
  const { t } = useTranslation('dialogue-practice');
  const { session, registration, certificate } = page;
  const coming = registration?.state === 'registered';
  const way = (to: string, icon: ReactNode, text: string, filled: boolean) => (
    <Button component={Link} to={to} size="lg" variant={filled ? 'filled' : 'default'} leftSection={icon}>
      {text}
    </Button>
  );
  const live = session.liveOpen && coming && !over;
  if (!live && !session.handoutPublished && !certificate) return null;
  return (
    <div className={classes.ways}>
      {live && way(`/live/${session.id}`, <IconBroadcast size={22} />, t('way.live'), true)}
      {session.handoutPublished &&
        way(`/naslagwerk/${session.id}`, <IconBook2 size={22} />, t('way.handout'), !live)}
      {certificate && (
        <Button
          component="a"
          href={`/api/dialogue-sessions/${session.id}/certificate`}
          download
          size="lg"
          variant="default"
          leftSection={<IconAward size={22} />}
        >
          {t('way.certificate')}
        </Button>
      )}
    </div>
  );
}

function Missing({ missing }: { missing: readonly string[] }) {
  const { t } = useTranslation('dialogue-practice');
  const format = useFormat();
  return missing.length === 0 ? t('missing.none') : t('missing', { list: format.list(missing) });
}

/** What is not there, or not for this person, cannot be helped by trying again. */
function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('dialogue-practice');
  const { status } = asProblem(error);
  const final = status >= 400 && status < 500;
  return (
    <Bare>
      {final && <PageHead title={t('gone.title')} />}
      <ErrorState error={error} onRetry={final ? undefined : onRetry} />
    </Bare>
  );
}
