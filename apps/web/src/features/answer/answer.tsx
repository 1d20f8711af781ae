import { Button } from '@mantine/core';
import { IconArrowLeft, IconPhone } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { AnswerPageView } from '#libs/contracts';
import { SaveState } from '../../components/save-state';
import { StatusCard } from '../../components/status-card';
import { TaskPage } from '../../components/task-page';
import { useFormat } from '../../lib/i18n';
import { useMe } from '../../lib/me';
import { useNow } from '../../lib/now';
import { usePhone } from '../../lib/screen';
import { useAnswer } from './answer-data';
import { Closed } from './closed';
import { type LeaderDraft, leaderOf } from './leader-question';
import { type AnswerProgress, progressOf } from './progress';
import { Questions } from './questions';
import { Sent } from './sent';
import classes from './answer.module.css';

/** Which of the three faces the page has, and whether the person went there on this page. */
interface Face {
  editing: boolean;
  moved: boolean;
}

export function Answer({ page }: { page: AnswerPageView }) {
  const { t } = useTranslation('answer');
  const me = useMe();
  const phone = usePhone();
  const [search] = useSearchParams();
  const { answer, outbox, give, submit } = useAnswer(page);
  const { round } = page;
  const progress = progressOf(page, answer);
  const [face, setFace] = useState<Face>({ editing: answer.submittedAt === null, moved: false });
  const [draft, setDraft] = useState<LeaderDraft | null>(null);
  const [draftChecked, setDraftChecked] = useState(false);
  const [nothing, setNothing] = useState(false);
  /** The answer was asked to be sent from here: the confirmation then takes the place of the questions. */
  const asked = useRef(false);
  const byPhone = isByPhone(me, answer.practice.id, search.get('telefoon') === '1');
  useRefetchAtDeadline(page);
  useWarnAbout(draft);

  useEffect(() => {
    if (!asked.current || outbox.submitting || !page.answer.submittedAt) return;
    asked.current = false;
    window.scrollTo(0, 0);
    setFace({ editing: false, moved: true });
  }, [outbox.submitting, page.answer.submittedAt]);

  const go = (editing: boolean) => {
    window.scrollTo(0, 0);
    setFace({ editing, moved: true });
  };
  /** A leader typed but not yet chosen goes along; false when that name or address is not complete. */
  const takeDraft = (): boolean => {
    if (!draft || answer.canLead !== true) return true;
    const leader = leaderOf(draft);
    setDraftChecked(true);
    if (!leader) {
      document.getElementById(draft.name.trim() ? 'leader-email' : 'leader-name')?.focus();
      return false;
    }
    give({ leader });
    setDraft(null);
    return true;
  };
  const send = () => {
    if (!takeDraft()) return;
    const empty = progress.done === 0 && Object.keys(answer.dates).length === 0 && answer.canLead === null;
    setNothing(empty);
    if (empty) return;
    asked.current = true;
    submit();
  };

  const banner = byPhone && <PhoneBanner roundId={round.id} practice={answer.practice.name} />;
  if (!page.editable) {
    return (
      <TaskPage practice={answer.practice.name} status={null}>
        {banner}
        <Closed page={page} byPhone={byPhone} stopped={outbox.stopped} />
      </TaskPage>
    );
  }

  const unsent = outbox.sending !== null || outbox.waiting !== null || outbox.submitting;
  const submitted = answer.submittedAt !== null;
  const action = !face.editing ? (
    <Button variant="default" onClick={() => go(true)}>
      {t(phone ? 'change.short' : 'change')}
    </Button>
  ) : submitted ? (
    <Button onClick={() => takeDraft() && go(false)}>{t(phone ? 'ready.short' : 'ready')}</Button>
  ) : (
    <Button loading={outbox.submitting} onClick={send}>
      {t(phone ? 'send.short' : 'send')}
    </Button>
  );
  const status = (
    <StatusCard
      deadline={face.editing ? round.answerUntil : null}
      done={progress.done}
      total={progress.total}
      action={action}
      open={
        <StatusWords
          progress={progress}
          error={nothing && progress.done === 0 ? t('send.nothing') : null}
          note={submitted && face.editing ? t('ready.note') : outbox.submitting ? t('send.waiting') : null}
        />
      }
      saved={<SaveState savedAt={answer.savedAt} saving={unsent} />}
      seenBy={t(byPhone ? 'seenBy.phone' : 'seenBy')}
    />
  );
  return (
    <TaskPage practice={answer.practice.name} status={status}>
      {banner}
      {face.editing ? (
        <Questions
          page={page}
          answer={answer}
          outbox={outbox}
          give={give}
          progress={progress}
          byPhone={byPhone}
          moved={face.moved}
          draft={draft}
          onDraft={(next) => {
            setDraft(next);
            setDraftChecked(false);
          }}
          draftChecked={draftChecked}
          onDraftDone={takeDraft}
        />
      ) : (
        <Sent page={page} answer={answer} byPhone={byPhone} moved={face.moved} />
      )}
    </TaskPage>
  );
}

/** What is open, or why sending did not work: one place, so that nothing is said twice. */
function StatusWords(props: { progress: AnswerProgress; error: string | null; note: string | null }) {
  const { t } = useTranslation('answer');
  const format = useFormat();
  const { progress, error, note } = props;
  const open = progress.questions.flatMap(({ ask, done }) => {
    if (done) return [];
    if (ask === 'dates') return t('open.dates', { count: progress.openDates });
    if (ask === 'leader' && progress.leaderUnnamed) return t('open.leaderName');
    return t(`open.${ask}`);
  });
  return (
    <>
      <span role="alert" className={classes.error}>
        {error}
      </span>
      {!error &&
        (note ??
          (open.length === progress.total
            ? t('open.all')
            : open.length > 0
              ? t('open', { list: format.list(open) })
              : t('open.none')))}
    </>
  );
}

function PhoneBanner({ roundId, practice }: { roundId: string; practice: string }): ReactNode {
  const { t } = useTranslation('answer');
  return (
    <div className={classes.phoneBanner}>
      <IconPhone size={18} stroke={1.8} className="lk-icon" aria-hidden />
      <span>{t('phone.banner', { practice })}</span>
      <Link to={`/intervisie/rondes/${roundId}/antwoorden`}>
        <IconArrowLeft size={16} aria-hidden />
        {t('phone.back')}
      </Link>
    </div>
  );
}

/** A coordinator who does not work at the practice fills it in for them. */
function isByPhone(me: ReturnType<typeof useMe>, practiceId: string, told: boolean): boolean {
  if (!me.permissions.includes('rounds.manage')) return false;
  return told || !me.roles.some((role) => role.scopeId === practiceId && role.until === null);
}

/** A page that was open when the deadline passed then shows what was answered. */
function useRefetchAtDeadline({ round, editable, answer }: AnswerPageView): void {
  const client = useQueryClient();
  const now = useNow();
  const until = round.answerUntil ? new Date(round.answerUntil).getTime() : Infinity;
  const passed = editable && round.state === 'open' && now >= until;
  const { roundId, practice } = answer;
  useEffect(() => {
    if (passed) void client.invalidateQueries({ queryKey: ['answer', roundId, practice.id] });
  }, [client, passed, roundId, practice.id]);
}

/** Half a name is not saved by itself: closing the page asks first. */
function useWarnAbout(draft: LeaderDraft | null): void {
  const typed = draft !== null && (draft.name.trim() !== '' || draft.email.trim() !== '');
  useEffect(() => {
    if (!typed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [typed]);
}
