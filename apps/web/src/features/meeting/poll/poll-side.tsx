import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatePollView } from '#libs/contracts';
import { TimeLeft } from '../../../components/deadline';
import { ErrorState } from '../../../components/error-state';
import { MomentForm } from '../../../components/moment-form';
import { Panel } from '../../../components/panel';
import { useFormat } from '../../../lib/i18n';
import { useNow } from '../../../lib/now';
import { showToast } from '../../../lib/toast';
import { usePollChanges } from './poll-data';
import classes from './poll.module.css';

/** Milliseconds that a poll opened again stays open, unless another moment is chosen. */
const REOPENED_FOR = 3 * 86_400_000;

/** How it stands, until when, and closing or opening it again. */
export function PollSide({ poll }: { poll: DatePollView }) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const changes = usePollChanges();
  const now = useNow();
  const [editing, setEditing] = useState(false);
  const close = useMutation({
    mutationFn: () => changes.close(poll),
    onSuccess: () => showToast(t('close.done'), { undo: () => changes.reopen(poll, poll.answerUntil) }),
  });
  const open = poll.practices.filter(({ answers }) => poll.options.some(({ id }) => !answers[id]));
  const running = poll.state === 'open';
  const manages = poll.mayManage && poll.meetingState === 'polling' && poll.state !== 'chosen';
  return (
    <Panel title={t('side.title')}>
      <dl className={classes.facts}>
        <div>
          <dt>{t('side.until')}</dt>
          <dd>
            {format.dateTime(poll.answerUntil)} {running && <TimeLeft deadline={poll.answerUntil} />}
          </dd>
        </div>
        <div>
          <dt>{t('side.state')}</dt>
          <dd>
            {t(
              poll.meetingState === 'polling' || poll.state === 'chosen'
                ? `state.${poll.state}`
                : 'state.closed',
            )}
          </dd>
        </div>
        {running && (
          <div>
            <dt>{t('side.reminders')}</dt>
            <dd>
              {poll.reminderDays.length === 0
                ? t('side.reminders.none')
                : t('side.reminders.days', { days: format.list(poll.reminderDays.map(String)) })}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('side.open')}</dt>
          <dd>{open.length === 0 ? t('side.open.none') : format.list(open.map(({ name }) => name))}</dd>
        </div>
      </dl>
      {close.error ? <ErrorState error={close.error} /> : null}
      {manages &&
        (editing ? (
          <MomentForm
            label={t('deadline')}
            at={running ? poll.answerUntil : new Date(now + REOPENED_FOR).toISOString()}
            words={{
              date: t('deadline.date'),
              time: t('deadline.time'),
              past: t('deadline.past'),
              save: t(running ? 'deadline.save' : 'reopen'),
            }}
            onSave={(moment) =>
              running ? changes.change(poll, { answerUntil: moment }) : changes.reopen(poll, moment)
            }
            onDone={() => setEditing(false)}
          />
        ) : (
          <div className={classes.acts}>
            <Button size="compact-md" variant="default" onClick={() => setEditing(true)}>
              {t(running ? 'deadline.change' : 'reopen.ask')}
            </Button>
            {running && (
              <Button
                size="compact-md"
                variant="default"
                loading={close.isPending}
                onClick={() => close.mutate()}
              >
                {t('close')}
              </Button>
            )}
          </div>
        ))}
    </Panel>
  );
}
