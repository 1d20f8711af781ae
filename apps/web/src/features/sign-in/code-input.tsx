import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/error-state';
import classes from './sign-in.module.css';

interface CodeInputProps {
  label: string;
  submit: string;
  busy: boolean;
  error: unknown;
  onCode: (code: string) => void;
}

/** Six digits in one plain field: it can be pasted, and a phone fills it in from the mail. */
export function CodeInput({ label, submit, busy, error, onCode }: CodeInputProps) {
  const { t } = useTranslation('sign-in');
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(false);
  const check = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const digits = code.replace(/\D/g, '');
    setWrong(digits.length !== 6);
    if (digits.length === 6) onCode(digits);
    else event.currentTarget.querySelector('input')?.focus();
  };
  return (
    <form className={classes.form} onSubmit={check} noValidate>
      <TextInput
        label={label}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        classNames={{ input: classes.code }}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={wrong ? t('code.wrong') : null}
      />
      {error ? <ErrorState error={error} /> : null}
      <Button type="submit" loading={busy}>
        {submit}
      </Button>
    </form>
  );
}
