import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconChecks, IconEraser, IconLock, IconPencil, IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import {
  type DateAnswer,
  type DatePollOptionView,
  type DatePollPracticeView,
  type DatePollView,
  datePollRoom,
} from '#libs/contracts';
import { Bare } from '../../../components/bare';
import { ErrorState } from '../../../components/error-state';
import { GuardedForm } from '../../../components/guarded-form';
import { Waiting } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { SaveState } from '../../../components/save-state';
import { SegmentedChoice } from '../../../components/segmented-choice';
import { PhoneDeadline, StatusCard } from '../../../components/status-card';
import { TaskPage } from '../../../components/task-page';
import { announce } from '../../../lib/announce';
import { useFormat, useWords } from '../../../lib/i18n';
import { asProblem } from '../../../lib/problem';
import { useRoomVersion } from '../../../lib/socket';
import { showToast } from '../../../lib/toast';
import { PollGrid } from './poll-grid';
import { DayFlags } from './option-words';
import { pollKey, pollQuery, useNoteSaver, usePollAnswer } from './poll-data';
import classes from './poll.module.css';

const NOTE_LENGTH = 300;

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
        <Closed poll={poll} practice={practice} stopped={outbox.stopped} />
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
        <p className={classes.hint}>
          {t('answer.last', {
            name: practice.savedBy,
            when: `${format.day(practice.savedAt)}, ${format.time(practice.savedAt)}`,
          })}
        </p>
      )}
      {refused ? <ErrorState error={refused} /> : null}
      {outbox.stopped ? <ErrorState error={outbox.stopped} /> : null}
      <Options poll={poll} answers={answers} give={give} />
      <Note poll={poll} practice={practice} />
      {rest}
    </TaskPage>
  );
}

interface OptionsProps {
  poll: DatePollView;
  answers: Record<string, DateAnswer>;
  give: ReturnType<typeof usePollAnswer>['give'];
}

function Options({ poll, answers, give }: OptionsProps) {
  const { t } = useTranslation('meeting-poll');
  const box = useRef<HTMLDivElement>(null);
  const allYes = poll.options.every(({ id }) => answers[id] === 'yes');
  const clear = (option: DatePollOptionView, spoken: string) => {
    // The button that is pressed goes away: the focus goes to the choice it stood beside.
    box.current?.querySelector<HTMLInputElement>(`[data-option="${CSS.escape(option.id)}"] input`)?.focus();
    announce(t('answer.cleared', { date: spoken }));
    give({ dates: { [option.id]: null } });
  };
  return (
    <div ref={box}>
      {poll.options.length > 1 && (
        <Button
          variant="default"
          size="sm"
          className={classes.all}
          leftSection={<IconChecks size={18} stroke={1.8} />}
          // Stays in reach when it has nothing to do: what has the focus must not go away.
          aria-disabled={allYes || undefined}
          data-disabled={allYes || undefined}
          onClick={() => {
            if (allYes) return;
            announce(t('answer.all.done', { count: poll.options.length }));
            give({ allDates: 'yes' });
          }}
        >
          {t('answer.all')}
        </Button>
      )}
      {poll.options.map((option) => (
        <OptionRow
          key={option.id}
          option={option}
          value={answers[option.id] ?? null}
          onChange={(value) => give({ dates: { [option.id]: value } })}
          onClear={(spoken) => clear(option, spoken)}
        />
      ))}
    </div>
  );
}

interface OptionRowProps {
  option: DatePollOptionView;
  value: DateAnswer | null;
  onChange: (value: DateAnswer) => void;
  onClear: (spoken: string) => void;
}

function OptionRow({ option, value, onChange, onClear }: OptionRowProps) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const words = useWords();
  const { movedFrom, flags } = option;
  const day = format.localDate(option.date);
  const hours = format.hours(option.startTime, option.endTime);
  const was =
    movedFrom &&
    t('answer.moved', {
      was:
        movedFrom.date === option.date
          ? format.hours(movedFrom.startTime, movedFrom.endTime)
          : `${format.localDate(movedFrom.date)}, ${format.hours(movedFrom.startTime, movedFrom.endTime)}`,
    });
  const label = [day, hours, ...flags.map(({ name }) => words(name)), ...(was ? [was] : [])].join(', ');
  return (
    <div className={classes.row} data-option={option.id}>
      <div className={classes.words} aria-hidden>
        <b>{day}</b>
        <span className={classes.meta}>{hours}</span>
        <DayFlags flags={flags} />
        {value === null && <span className={classes.none}>{t('answer.none')}</span>}
        {was && (
          <span className={classes.moved}>
            <IconPencil size={15} stroke={2} aria-hidden />
            {was}
          </span>
        )}
      </div>
      <div className={classes.choice}>
        <SegmentedChoice label={label} value={value} onChange={onChange} />
      </div>
      <div className={classes.clear}>
        {value !== null && (
          <ActionIcon
            variant="transparent"
            className={classes.clearButton}
            aria-label={t('answer.clear', { date: day })}
            title={t('answer.clear', { date: day })}
            onClick={() => onClear(day)}
          >
            <IconEraser size={17} stroke={1.7} />
          </ActionIcon>
        )}
      </div>
    </div>
  );
}

/** What cannot be said with yes and no; not asked for, so behind a button. */
function Note({ poll, practice }: { poll: DatePollView; practice: DatePollPracticeView }) {
  const { t } = useTranslation('meeting-poll');
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(practice.note ?? '');
  const save = useNoteSaver(poll.id, practice.practiceId);
  if (!open)
    return (
      <div className={classes.note}>
        {practice.note && <p className={classes.said}>{practice.note}</p>}
        <Button
          variant="default"
          size="sm"
          onClick={() => {
            setText(practice.note ?? '');
            setOpen(true);
          }}
        >
          {t(practice.note ? 'note.change' : 'note.add')}
        </Button>
      </div>
    );
  return (
    <div className={classes.note}>
      <GuardedForm
        id="poll-note"
        label={t('note')}
        description={t('note.hint')}
        value={text}
        onChange={setText}
        maxLength={NOTE_LENGTH}
        optional
        takeFocus
        size="sm"
        submit={t('note.save')}
        send={async (note, confirmed) => {
          await save(note, confirmed);
          showToast(t('note.saved'));
          setOpen(false);
        }}
        onCancel={() => setOpen(false)}
      />
    </div>
  );
}

/** Why nothing can be changed, which date it became, and what was answered. */
function Closed({
  poll,
  practice,
  stopped,
}: {
  poll: DatePollView;
  practice: DatePollPracticeView;
  stopped: unknown;
}) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const chosen = poll.options.find(({ id }) => id === poll.chosenOptionId);
  const reason = chosen
    ? t('closed.chosen', {
        date: format.localDate(chosen.date),
        hours: format.hours(chosen.startTime, chosen.endTime),
      })
    : poll.meetingState === 'cancelled'
      ? t('closed.cancelled')
      : poll.meetingState !== 'polling'
        ? t('closed.planned')
        : poll.state === 'open'
          ? t('closed.others')
          : t('closed.over');
  const said = poll.options.filter(({ id }) => practice.answers[id]);
  return (
    <>
      {stopped ? <ErrorState title={t('closed.stopped')} error={stopped} /> : null}
      <div className={classes.closed}>
        <IconLock size={20} stroke={1.7} className="lk-icon" aria-hidden />
        <p>{reason}</p>
      </div>
      {said.length > 0 && (
        <dl className={classes.given}>
          {said.map((option) => (
            <div key={option.id}>
              <dt>
                {format.localDate(option.date)}, {format.hours(option.startTime, option.endTime)}
              </dt>
              <dd>{t(`said.${practice.answers[option.id] as DateAnswer}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
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
