import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/error-state';
import { PracticePicker } from './practice-picker';
import classes from './rounds.module.css';

export interface NewPair {
  a: string;
  b: string;
  reason: string;
}

interface PairFormProps {
  busy: boolean;
  error: unknown;
  onAdd: (pair: NewPair) => Promise<unknown>;
}
/** Two practices, and why they never come into one group. */
export function PairForm({ busy, error, onAdd }: PairFormProps) {
  const { t } = useTranslation('intervision');
  const [a, setA] = useState<string | null>(null);
  const [b, setB] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!a || !b || !reason.trim()) return;
    try {
      await onAdd({ a, b, reason: reason.trim() });
    } catch {
      return;
    }
    setA(null);
    setB(null);
    setReason('');
    setTried(false);
  };
  return (
    <form className={classes.pairForm} onSubmit={(event) => void submit(event)} noValidate>
      <PracticePicker
        label={t('pairs.a')}
        value={a}
        onChange={setA}
        without={new Set(b ? [b] : [])}
        error={tried && !a ? t('pairs.missing') : null}
      />
      <PracticePicker
        label={t('pairs.b')}
        value={b}
        onChange={setB}
        without={new Set(a ? [a] : [])}
        error={tried && !b ? t('pairs.missing') : null}
      />
      <Textarea
        label={t('pairs.reason')}
        description={t('pairs.reason.text')}
        autosize
        minRows={2}
        value={reason}
        error={tried && !reason.trim() ? t('pairs.reason.missing') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error ? <ErrorState error={error} /> : null}
      <div>
        <Button type="submit" loading={busy}>
          {t('pairs.submit')}
        </Button>
      </div>
    </form>
  );
}
