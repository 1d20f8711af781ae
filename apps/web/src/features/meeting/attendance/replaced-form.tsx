import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FindingNote } from '../../../components/finding-note';
import { findingsOf } from '../../../lib/guard';
import classes from './attendance.module.css';

const NAME_LENGTH = 120;

interface ReplacedFormProps {
  label: string;
  was: string;
  /** Somebody counts as the replacement already: there is nothing to cancel. */
  kept: boolean;
  /** @throws text.identifiers, shown beside the name */
  send: (name: string) => Promise<unknown>;
  onKept: () => void;
  /** Nothing was said. */
  onBack: () => void;
}

/** Who came instead and is nobody of the practice. A name is what is asked for: the guard refuses only what must never be kept. */
export function ReplacedForm({ label, was, kept, send, onKept, onBack }: ReplacedFormProps) {
  const { t } = useTranslation(['meeting-attendance', 'components']);
  const [name, setName] = useState(was);
  const [checked, setChecked] = useState(false);
  const sending = useMutation({ mutationFn: () => send(name.trim()), onSuccess: onKept });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() !== '') sending.mutate();
  };
  const [finding] = findingsOf(sending.error);
  return (
    <form noValidate className={classes.replaced} onSubmit={submit}>
      <div className={classes.replacedLine}>
        <TextInput
          size="sm"
          label={label}
          value={name}
          maxLength={NAME_LENGTH}
          error={checked && name.trim() === '' ? t('replaced.missing') : null}
          onChange={(event) => {
            sending.reset();
            setName(event.currentTarget.value);
          }}
        />
        <Button type="submit" size="sm" loading={sending.isPending}>
          {t('save')}
        </Button>
        <Button variant="subtle" size="sm" onClick={onBack}>
          {t(kept ? 'people.close' : 'components:confirm.cancel')}
        </Button>
      </div>
      <FindingNote
        text={name}
        finding={finding}
        onTake={(text) => {
          sending.reset();
          setName(text);
        }}
        onKeep={() => sending.mutate()}
      />
    </form>
  );
}
