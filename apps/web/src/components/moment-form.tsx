import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPast, localTime, momentText } from '../lib/local-time';
import { useNow } from '../lib/now';
import { ErrorState } from './error-state';
import classes from './moment-form.module.css';

interface MomentFormProps {
  /** What it is a moment for. */
  label: string;
  /** ISO 8601: where it is now. */
  at: string;
  words: { date: string; time: string; past: string; save: string };
  /** @param moment local time, as the server reads it */
  onSave: (moment: string) => Promise<unknown>;
  onDone: () => void;
}

/** Another day and time, from now on; in the place of the button that asked for it. */
export function MomentForm({ label, at: known, words, onSave, onDone }: MomentFormProps) {
  const { t } = useTranslation('components');
  const now = useNow();
  const [at, setAt] = useState(() => localTime(known));
  const first = useRef<HTMLInputElement>(null);
  // its button is gone while the form is here
  useEffect(() => first.current?.focus(), []);
  const text = momentText(at);
  const late = isPast(at, now);
  const save = useMutation({ mutationFn: onSave, onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text && !late) save.mutate(text);
  };
  return (
    <form noValidate onSubmit={submit} className={classes.form} aria-label={label}>
      <div className={classes.fields}>
        <TextInput
          size="sm"
          type="date"
          label={words.date}
          min={localTime(now).date}
          value={at.date}
          ref={first}
          error={late ? words.past : null}
          onChange={(event) => setAt({ ...at, date: event.currentTarget.value })}
        />
        <TextInput
          size="sm"
          type="time"
          label={words.time}
          value={at.time}
          onChange={(event) => setAt({ ...at, time: event.currentTarget.value })}
        />
      </div>
      {save.error ? <ErrorState error={save.error} /> : null}
      <Group gap={8}>
        <Button type="submit" size="compact-md" loading={save.isPending} disabled={!text || late}>
          {words.save}
        </Button>
        <Button size="compact-md" variant="default" onClick={onDone}>
          {t('confirm.cancel')}
        </Button>
      </Group>
    </form>
  );
}
