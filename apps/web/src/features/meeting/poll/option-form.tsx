import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state';
import { isPast, localTime } from '../../../lib/local-time';
import { useNow } from '../../../lib/now';
import type { OptionWish } from './poll-data';
import classes from './poll.module.css';

interface OptionFormProps {
  from: OptionWish;
  save: string;
  onSave: (wish: OptionWish) => Promise<unknown>;
  onDone: () => void;
}

/** Another day or time for a date, or one more. */
export function OptionForm({ from, save: label, onSave, onDone }: OptionFormProps) {
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
