import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatePollOptionView, DatePollView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { Panel } from '../../../components/panel';
import { Verdict } from '../../../components/verdict';
import { useFormat } from '../../../lib/i18n';
import { isPast, localTime } from '../../../lib/local-time';
import { useNow } from '../../../lib/now';
import { showToast } from '../../../lib/toast';
import { DayFlags } from './option-words';
import { type OptionWish, usePollChanges } from './poll-data';
import { daysAfter, MOST_OPTIONS } from './poll-draft';
import classes from './poll.module.css';

/** The dates while they are asked for: more, fewer or at another time, and no answer is lost. */
export function OptionsPanel({ poll }: { poll: DatePollView }) {
  const { t } = useTranslation('meeting-poll');
  const format = useFormat();
  const now = useNow();
  const changes = usePollChanges();
  /** Of an option, or `new`. */
  const [editing, setEditing] = useState<string | null>(null);
  const remove = useMutation({
    mutationFn: (option: DatePollOptionView) => changes.remove(poll, option.id),
    onSuccess: (after, option) =>
      showToast(t('options.removed', { date: format.localDate(option.date) }), {
        undo: () => changes.restore(after, option.id),
      }),
  });
  const last = poll.options.at(-1);
  const next: OptionWish = {
    date: last ? daysAfter(last.date, 7) : daysAfter(localTime(now).date, 14),
    startTime: last?.startTime ?? '19:30',
    endTime: last?.endTime ?? '21:00',
  };
  return (
    <Panel title={t('options.title')}>
      <p className={classes.hint}>{t('options.lead')}</p>
      <ul className={classes.picked}>
        {poll.options.map((option) => {
          const date = format.localDate(option.date);
          return (
            <li key={option.id}>
              {editing === option.id ? (
                <OptionForm
                  from={option}
                  save={t('options.save')}
                  onSave={async (wish) => {
                    const after = await changes.move(poll, option.id, wish);
                    showToast(t('options.moved'), { undo: () => changes.restore(after, option.id) });
                  }}
                  onDone={() => setEditing(null)}
                />
              ) : (
                <div className={classes.line}>
                  <div>
                    <b>{`${date}, ${format.hours(option.startTime, option.endTime)}`}</b>
                    <DayFlags flags={option.flags} />
                    {option.movedFrom && <Verdict kind="changed">{t('options.askedAgain')}</Verdict>}
                  </div>
                  <div className={classes.acts}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={44}
                      aria-label={t('options.change', { date })}
                      onClick={() => setEditing(option.id)}
                    >
                      <IconPencil size={18} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={44}
                      disabled={poll.options.length < 2}
                      aria-label={t('options.remove', { date })}
                      onClick={() => remove.mutate(option)}
                    >
                      <IconX size={18} />
                    </ActionIcon>
                  </div>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {remove.error ? <ErrorState error={remove.error} /> : null}
      {editing === 'new' ? (
        <OptionForm
          from={next}
          save={t('options.add')}
          onSave={(wish) => changes.add(poll, wish)}
          onDone={() => setEditing(null)}
        />
      ) : (
        poll.options.length < MOST_OPTIONS && (
          <div className={classes.buttons}>
            <Button
              size="sm"
              variant="default"
              leftSection={<IconPlus size={17} />}
              onClick={() => setEditing('new')}
            >
              {t('options.add')}
            </Button>
          </div>
        )
      )}
      {poll.options.some(({ date }) => date > poll.holidaysKnownUntil) && (
        <p className={classes.hint}>
          {t('holidays.beyond', { date: format.localDate(poll.holidaysKnownUntil) })}
        </p>
      )}
    </Panel>
  );
}

interface OptionFormProps {
  from: OptionWish;
  save: string;
  onSave: (wish: OptionWish) => Promise<unknown>;
  onDone: () => void;
}

function OptionForm({ from, save: label, onSave, onDone }: OptionFormProps) {
  const { t } = useTranslation(['meeting-poll', 'components']);
  const now = useNow();
  const first = useRef<HTMLInputElement>(null);
  // its button is gone while the form is here
  useEffect(() => first.current?.focus(), []);
  const [wish, setWish] = useState<OptionWish>({
    date: from.date,
    startTime: from.startTime,
    endTime: from.endTime,
  });
  const save = useMutation({ mutationFn: onSave, onSuccess: onDone });
  const past = wish.date !== '' && isPast({ date: wish.date, time: wish.startTime }, now);
  const ordered = wish.endTime > wish.startTime;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wish.date && !past && ordered) save.mutate(wish);
  };
  return (
    <form noValidate onSubmit={submit}>
      <div className={classes.fields}>
        <TextInput
          size="sm"
          type="date"
          ref={first}
          label={t('times.date')}
          min={localTime(now).date}
          value={wish.date}
          error={past ? t('times.past') : null}
          onChange={(event) => setWish({ ...wish, date: event.currentTarget.value })}
        />
        <TextInput
          size="sm"
          type="time"
          label={t('times.start')}
          value={wish.startTime}
          onChange={(event) => setWish({ ...wish, startTime: event.currentTarget.value })}
        />
        <TextInput
          size="sm"
          type="time"
          label={t('times.end')}
          value={wish.endTime}
          error={ordered ? null : t('times.order')}
          onChange={(event) => setWish({ ...wish, endTime: event.currentTarget.value })}
        />
      </div>
      {save.error ? <ErrorState error={save.error} /> : null}
      <div className={classes.buttons}>
        <Button
          type="submit"
          size="compact-md"
          loading={save.isPending}
          disabled={!wish.date || past || !ordered}
        >
          {label}
        </Button>
        <Button size="compact-md" variant="default" onClick={onDone}>
          {t('components:confirm.cancel')}
        </Button>
      </div>
    </form>
  );
}
