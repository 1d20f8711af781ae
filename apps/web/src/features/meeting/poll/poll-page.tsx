import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type DatePollOptionView, type DatePollView, datePollRoom } from '#libs/contracts';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { DateTile } from '../../../components/date-tile';
import { ErrorState } from '../../../components/error-state';
import { Waiting } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { PanelColumns, Panels } from '../../../components/panels';
import { useFormat, useWords } from '../../../lib/i18n';
import { asProblem } from '../../../lib/problem';
import { useRoomVersion } from '../../../lib/socket';
import { showToast } from '../../../lib/toast';
import { DayFlags } from './option-words';
import { OptionsPanel } from './options-panel';
import { pollKey, pollQuery, usePollChanges } from './poll-data';
import { PollGrid } from './poll-grid';
import { PollSide } from './poll-side';
import classes from './poll.module.css';

/** How many other dates stand beside the best one with their reasons. */
const RUNNERS_UP = 2;

/** What the practices answered, the best date with its reason, and the choice (features 11). */
export default function DatePollPage() {
  const { pollId = '' } = useParams();
  useRoomVersion(datePollRoom(pollId), { keys: [pollKey(pollId)] });
  const { data, error, refetch } = useQuery(pollQuery(pollId));
  if (data) return <Poll key={pollId} poll={data} />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  return (
    <Waiting>
      <Skeleton height={30} width={320} mb={12} />
      <Skeleton height={16} width={220} mb={36} />
      <Skeleton height={180} radius={10} mb={20} />
      <Skeleton height={260} radius={10} />
    </Waiting>
  );
}

function Poll({ poll }: { poll: DatePollView }) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const [asked, setAsked] = useState<DatePollOptionView | null>(null);
  const choosable = poll.mayManage && poll.state !== 'chosen' && poll.meetingState === 'polling';
  // Nothing to weigh as yet. It stays so while the page is open: what somebody is changing does not move away.
  const [early] = useState(poll.advice.length === 0);
  const dates = choosable && poll.state === 'open' && <OptionsPanel poll={poll} />;
  const called = poll.group === null ? poll.title : `${poll.group}: ${poll.title}`;
  return (
    <>
      <PageHead
        title={t('page.title')}
        lead={called}
        crumbs={[
          { label: t('crumb'), to: '/intervisie' },
          { label: poll.group ?? poll.title, to: `/bijeenkomst/${poll.meetingId}` },
          { label: t('page.title') },
        ]}
      />
      <Panels>
        <PanelColumns side={<PollSide poll={poll} />}>
          <BestPanel poll={poll} onChoose={choosable ? setAsked : null} />
          {early && dates}
        </PanelColumns>
        <Panel title={t('grid.title')}>
          <PollGrid
            poll={poll}
            answers
            action={
              choosable
                ? (option) => (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('choose.of', { date: format.localDate(option.date) })}
                      onClick={() => setAsked(option)}
                    >
                      {t('choose.short')}
                    </Button>
                  )
                : undefined
            }
          />
        </Panel>
        {!early && dates}
      </Panels>
      <ChooseDialog poll={poll} option={asked} onClose={() => setAsked(null)} />
    </>
  );
}

interface BestPanelProps {
  poll: DatePollView;
  onChoose: ((option: DatePollOptionView) => void) | null;
}

function BestPanel({ poll, onChoose }: BestPanelProps) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const words = useWords();
  const chosen = poll.options.find(({ id }) => id === poll.chosenOptionId);
  const ranked = poll.advice.flatMap((advice) => {
    const option = poll.options.find(({ id }) => id === advice.optionId);
    return option ? [{ ...advice, option }] : [];
  });
  const [best, ...others] = ranked;
  const shown = chosen ? ranked.find(({ optionId }) => optionId === chosen.id) : best;
  const option = chosen ?? best?.option;
  if (!option)
    return (
      <Panel title={t('best.title')}>
        <p className={classes.hint}>{t(poll.state === 'open' ? 'best.none' : 'best.nobody')}</p>
      </Panel>
    );
  return (
    <Panel title={t(chosen ? 'best.chosen' : 'best.title')}>
      <div className={classes.best}>
        <DateTile at={option.startsAt} />
        <div>
          <b>{format.date(option.startsAt)}</b>
          <span className={classes.meta}>{format.hours(option.startTime, option.endTime)}</span>
          {shown && <p>{words(shown.reason)}</p>}
        </div>
      </div>
      <div className={classes.buttons}>
        {onChoose && <Button onClick={() => onChoose(option)}>{t('choose')}</Button>}
        {chosen && (
          <Button component={Link} to={`/bijeenkomst/${poll.meetingId}`}>
            {t('to.meeting')}
          </Button>
        )}
      </div>
      {!chosen && others.length > 0 && (
        <section className={classes.runners}>
          <h3>{t('best.others')}</h3>
          <ul>
            {others.slice(0, RUNNERS_UP).map((other) => (
              <li key={other.optionId}>
                <div>
                  <b>{`${format.date(other.option.startsAt)}, ${format.hours(other.option.startTime, other.option.endTime)}`}</b>
                  <p>{words(other.reason)}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Panel>
  );
}

interface ChooseDialogProps {
  poll: DatePollView;
  option: DatePollOptionView | null;
  onClose: () => void;
}

/** Names who gets the invitation, and what each of them had said. */
function ChooseDialog({ poll, option, onClose }: ChooseDialogProps) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const changes = usePollChanges();
  const choose = useMutation({
    mutationFn: (optionId: string) => changes.choose(poll, optionId),
    onSuccess: () => {
      onClose();
      showToast(t('choose.done'));
    },
  });
  const date = option ? format.localDate(option.date) : '';
  return (
    <ConfirmDialog
      opened={option !== null}
      onClose={() => {
        choose.reset();
        onClose();
      }}
      onConfirm={() => option && choose.mutate(option.id)}
      title={t('choose.title', { date })}
      confirm={t('choose.confirm')}
      receivers={poll.practices.map(({ practiceId, name, answers }) => ({
        id: practiceId,
        name,
        detail: t(`choose.said.${(option && answers[option.id]) ?? 'unanswered'}`),
      }))}
      busy={choose.isPending}
      error={choose.error}
    >
      <p>
        {option && t('choose.text', { hours: format.hours(option.startTime, option.endTime) })}{' '}
        {poll.state === 'open' && t('choose.closes')}
      </p>
      {option && <DayFlags flags={option.flags} />}
    </ConfirmDialog>
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('meeting-poll');
  const { status } = asProblem(error);
  const final = status >= 400 && status < 500;
  return (
    <>
      {final && <PageHead title={t('missing.title')} />}
      <ErrorState error={error} onRetry={final ? undefined : onRetry} />
    </>
  );
}
