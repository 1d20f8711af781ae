import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { Panel } from '../../../components/panel';
import { isPast, localTime, momentText } from '../../../lib/local-time';
import { useNow } from '../../../lib/now';
import { showToast } from '../../../lib/toast';
import { choicesQuery, meetingQuery } from '../page/meeting-data';
import { MonthPicker } from './month-picker';
import classes from './new.module.css';
import { PickedDates } from './picked-dates';
import { type OptionWish, usePollChanges } from './poll-data';
import { MOST_OPTIONS, sortedOptions, usualDeadline } from './poll-draft';
import shared from './poll.module.css';
import { SeriesFields } from './series-fields';

const REMINDERS = [7, 3, 1];

/** Asks when the practices can come: for a meeting without a date (`?bijeenkomst=`), or for a next one of a group (`?groep=`). */
export default function NewPollPage() {
  const { t } = useTranslation('meeting-poll');
  const [search] = useSearchParams();
  const meetingId = search.get('bijeenkomst') ?? undefined;
  const groupId = search.get('groep') ?? undefined;
  const meeting = useQuery({ ...meetingQuery(meetingId ?? ''), enabled: meetingId !== undefined });
  const choices = useQuery({ ...choicesQuery, enabled: meetingId === undefined });
  const group = choices.data?.groups.find(({ id }) => id === groupId);
  const asked = meetingId === undefined ? choices : meeting;
  const called = meeting.data
    ? meeting.data.groupId === null
      ? meeting.data.title
      : `${meeting.data.group}: ${meeting.data.title}`
    : group && `${group.name}: ${group.theme}`;
  const back = meetingId === undefined ? `/intervisie/groepen/${groupId ?? ''}` : `/bijeenkomst/${meetingId}`;
  return (
    <>
      <PageHead
        title={t('new.title')}
        lead={called ?? t('new.lead')}
        crumbs={[
          { label: t('crumb'), to: '/intervisie' },
          ...(called ? [{ label: meeting.data?.group ?? group?.name ?? called, to: back }] : []),
          { label: t('page.title') },
        ]}
      />
      {asked.error ? (
        <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
      ) : !asked.data ? (
        <LoadingState rows={1} height={320} />
      ) : called ? (
        <Panel>
          <PollForm
            whose={meetingId === undefined ? { groupId } : { meetingId }}
            practices={meeting.data?.members.length ?? null}
            back={back}
          />
        </Panel>
      ) : (
        <Panel>
          <p className={shared.hint}>{t('new.none')}</p>
          <Button component={Link} to="/intervisie/bijeenkomsten/nieuw?datum=prikken">
            {t('new.none.to')}
          </Button>
        </Panel>
      )}
    </>
  );
}

interface PollFormProps {
  whose: { meetingId?: string | undefined; groupId?: string | undefined };
  /** Who gets a mail; null when that is not known yet. */
  practices: number | null;
  back: string;
}

function PollForm({ whose, practices, back }: PollFormProps) {
  const { t } = useTranslation(['meeting-poll', 'components']);
  const now = useNow();
  const navigate = useNavigate();
  const changes = usePollChanges();
  const today = localTime(now).date;
  const [times, setTimes] = useState({ startTime: '19:30', endTime: '21:00' });
  const [options, setOptions] = useState<OptionWish[]>([]);
  const [deadline, setDeadline] = useState<{ date: string; time: string } | null>(null);
  const [reminders, setReminders] = useState<number[]>([3, 1]);
  const [checked, setChecked] = useState(false);
  const until = deadline ?? { date: usualDeadline(options, today), time: '17:00' };
  const moment = momentText(until);
  const ordered = times.endTime > times.startTime;
  const last = options.at(-1);
  const beforeLast = !last || `${until.date} ${until.time}` < `${last.date} ${last.startTime}`;
  const inTime = moment !== null && !isPast(until, now) && beforeLast;
  const ask = useMutation({
    mutationFn: () =>
      changes.ask({
        ...(whose.meetingId !== undefined ? { meetingId: whose.meetingId } : { groupId: whose.groupId }),
        options,
        answerUntil: moment ?? '',
        reminderDays: reminders,
      }),
    onSuccess: ({ id }) => {
      showToast(t('new.done'));
      void navigate(`/intervisie/datumprikker/${id}`, { replace: true });
    },
  });
  const add = (dates: string[]) =>
    setOptions(
      sortedOptions([...options, ...dates.map((date) => ({ date, ...times }))]).slice(0, MOST_OPTIONS),
    );
  const toggle = (date: string) =>
    options.some((one) => one.date === date)
      ? setOptions(options.filter((one) => one.date !== date))
      : ordered && add([date]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (options.length > 0 && inTime) ask.mutate();
  };
  return (
    <form noValidate onSubmit={submit} className={classes.form}>
      <div className={classes.moments}>
        <TextInput
          type="time"
          label={t('times.start')}
          value={times.startTime}
          onChange={(event) => setTimes({ ...times, startTime: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('times.end')}
          value={times.endTime}
          error={ordered ? null : t('times.order')}
          onChange={(event) => setTimes({ ...times, endTime: event.currentTarget.value })}
        />
      </div>
      <div className={classes.pick}>
        <MonthPicker today={today} picked={new Set(options.map(({ date }) => date))} onToggle={toggle} />
        <div>
          <SeriesFields today={today} disabled={!ordered} onAdd={add} times={times} />
          <PickedDates options={options} today={today} onChange={setOptions} />
          {checked && options.length === 0 && (
            <p role="alert" className={classes.wrong}>
              {t('new.noOptions')}
            </p>
          )}
        </div>
      </div>
      <div className={classes.moments}>
        <TextInput
          type="date"
          label={t('deadline')}
          min={today}
          value={until.date}
          error={
            inTime ? null : isPast(until, now) ? t('deadline.past') : beforeLast ? null : t('deadline.late')
          }
          onChange={(event) => setDeadline({ ...until, date: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('deadline.time')}
          value={until.time}
          onChange={(event) => setDeadline({ ...until, time: event.currentTarget.value })}
        />
      </div>
      <Checkbox.Group
        label={t('reminders')}
        description={t('reminders.hint')}
        value={reminders.map(String)}
        onChange={(days) => setReminders(days.map(Number))}
      >
        <div className={classes.checks}>
          {REMINDERS.map((days) => (
            <Checkbox key={days} value={String(days)} label={t('reminders.days', { count: days })} />
          ))}
        </div>
      </Checkbox.Group>
      {ask.error ? <ErrorState error={ask.error} /> : null}
      <p className={shared.hint}>
        {practices === null ? t('new.hint') : t('new.hint.count', { count: practices })}
      </p>
      <div className={shared.acts}>
        <Button type="submit" loading={ask.isPending}>
          {t('new.ask', { count: options.length })}
        </Button>
        <Button component={Link} to={back} variant="default">
          {t('components:confirm.cancel')}
        </Button>
      </div>
    </form>
  );
}
