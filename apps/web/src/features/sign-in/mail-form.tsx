import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/error-state';
import { api } from '../../lib/api';
import { looksLikeMail } from '../../lib/mail-address';
import classes from './sign-in.module.css';

/** Asks for the address. The answer is the same for a known and an unknown one. */
export function MailForm({ onSent }: { onSent: (email: string) => void }) {
  const { t } = useTranslation('sign-in');
  const [email, setEmail] = useState('');
  const [wrong, setWrong] = useState(false);
  const send = useMutation({
    mutationFn: (address: string) => api.POST('/api/sign-in', { body: { email: address } }),
    onSuccess: (_, address) => onSent(address),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const ok = looksLikeMail(email);
    setWrong(!ok);
    if (ok) send.mutate(email.trim());
    else event.currentTarget.querySelector('input')?.focus();
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label={t('email')}
        description={t('email.why')}
        type="email"
        name="email"
        autoComplete="email"
        inputMode="email"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={wrong ? t('email.wrong') : null}
      />
      {send.error && <ErrorState error={send.error} />}
      <Button type="submit" loading={send.isPending}>
        {t('send')}
      </Button>
    </form>
  );
}
