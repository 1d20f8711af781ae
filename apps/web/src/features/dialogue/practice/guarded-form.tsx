import { Button, Group, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state';
import { useConnection } from '../../../lib/connection';
import { guardNow, useGuard } from '../../../lib/guard';
import { FindingNote, findingsOf } from './finding-note';
import classes from './practice.module.css';

interface GuardedFormProps {
  id: string;
  label: string;
  description?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  /** May be sent empty. */
  optional?: boolean;
  submit: string;
  icon?: ReactNode;
  variant?: 'filled' | 'light' | 'default';
  /** @throws text.identifiers, shown beside the text */
  send: (text: string, confirmed: boolean) => Promise<unknown>;
  onCancel?: () => void;
  field?: Ref<HTMLTextAreaElement>;
}

/** One free text with the guard beside it, on this device while typing and on the server when it is sent (DIA-20). */
export function GuardedForm(props: GuardedFormProps) {
  const { t } = useTranslation(['dialogue-practice', 'components']);
  const { value, optional = false, field } = props;
  const plain = value.trim();
  const lost = useConnection() === 'lost';
  const [asked, setAsked] = useState(false);
  const sending = useMutation({
    mutationFn: (confirmed: boolean) => props.send(plain, confirmed),
    onSuccess: () => setAsked(false),
  });
  const noticed = useGuard(props.id, plain);
  const refused = sending.variables !== undefined ? findingsOf(sending.error)[0] : undefined;
  const finding = refused ?? noticed ?? (asked ? guardNow(props.id, plain) : null);
  const short = !optional && plain.length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (short || guardNow(props.id, plain)) return;
    sending.mutate(false);
  };
  const change = (next: string) => {
    if (sending.error) sending.reset();
    setAsked(false);
    props.onChange(next.slice(0, props.maxLength));
  };
  return (
    <form noValidate className={classes.guarded} onSubmit={submit}>
      <Textarea
        ref={field}
        id={props.id}
        label={props.label}
        description={props.description}
        size="md"
        rows={2}
        value={value}
        maxLength={props.maxLength}
        error={asked && short ? t('question.short') : null}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <div role="status">
        {finding && plain !== '' && (
          <FindingNote
            text={plain}
            finding={finding}
            busy={sending.isPending}
            onTake={change}
            onConfirm={() => sending.mutate(true)}
          />
        )}
      </div>
      {sending.error && !refused ? <ErrorState error={sending.error} /> : null}
      <Group gap={8}>
        <Button
          type="submit"
          variant={props.variant ?? 'filled'}
          leftSection={props.icon}
          loading={sending.isPending}
        >
          {props.submit}
        </Button>
        {props.onCancel && (
          <Button variant="subtle" onClick={props.onCancel}>
            {t('components:confirm.cancel')}
          </Button>
        )}
        {lost && plain !== '' && <span className="lk-muted">{t('draft.kept')}</span>}
      </Group>
    </form>
  );
}
