import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextFindingView } from '#libs/contracts';
import { useConnection } from '../lib/connection';
import { findingsOf, isHeld } from '../lib/guard';
import { ErrorState } from './error-state';
import { GuardedField } from './guarded-field';
import classes from './guarded-form.module.css';

/** Shorter than this says nothing. */
const SHORTEST = 3;

interface GuardedFormProps {
  id: string;
  label: string;
  description?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  minRows?: number;
  size?: 'sm' | 'md';
  /** May be sent empty. */
  optional?: boolean;
  /** It opened here: the cursor goes to it. */
  takeFocus?: boolean;
  submit: string;
  icon?: ReactNode;
  variant?: 'filled' | 'light' | 'default';
  /** @throws text.identifiers, shown beside the text */
  send: (text: string, confirmed: boolean) => Promise<unknown>;
  onCancel?: () => void;
  /** Which of the texts sent this is, where there are more. */
  item?: string;
  /** Further fields, before the button; with what was found in all that was sent. */
  children?: ReactNode | ((findings: readonly TextFindingView[]) => ReactNode);
}

/** One free text that is sent with a button, or with Ctrl+Enter; what was typed stays until the server has it (DIA-20). */
export function GuardedForm(props: GuardedFormProps) {
  const { t } = useTranslation('components');
  const { value, size = 'md', optional = false, onCancel } = props;
  const plain = value.trim();
  const unfit = (!optional && plain.length < SHORTEST) || plain.length > props.maxLength;
  const short = unfit && plain.length < SHORTEST;
  const lost = useConnection() === 'lost';
  const field = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState(false);
  const [kept, setKept] = useState<string | null>(null);
  const sending = useMutation({
    mutationFn: (confirmed: boolean) => props.send(plain, confirmed),
    onSuccess: () => setAsked(false),
  });
  const { isSuccess } = sending;
  // still there: for the next text
  useEffect(() => {
    if (isSuccess) field.current?.focus();
  }, [isSuccess]);
  const findings = findingsOf(sending.error);
  const found = props.item ? findings.find(({ item }) => item === props.item) : findings[0];

  const send = (confirmed: boolean) => {
    if (sending.isPending) return;
    setAsked(true);
    if (unfit) field.current?.focus();
    else if (!isHeld(value, confirmed)) sending.mutate(confirmed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && onCancel) {
      event.stopPropagation();
      onCancel();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(kept === value);
  };
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        send(kept === value);
      }}
    >
      <GuardedField
        ref={field}
        id={props.id}
        label={props.label}
        description={props.description}
        size={size}
        minRows={props.minRows ?? 2}
        value={value}
        maxLength={props.maxLength}
        takeFocus={props.takeFocus}
        error={asked && short ? t('guard.short') : null}
        found={found}
        asked={asked}
        kept={kept === value}
        onKeep={() => {
          setKept(value);
          if (asked) send(true);
        }}
        onChange={(next) => {
          if (sending.error) sending.reset();
          setAsked(false);
          props.onChange(next);
        }}
        onKeyDown={onKeyDown}
      />
      {typeof props.children === 'function' ? props.children(findings) : props.children}
      {sending.error && findings.length === 0 ? <ErrorState error={sending.error} /> : null}
      <Group gap={8}>
        <Button
          type="submit"
          size={size === 'md' ? undefined : size}
          variant={props.variant ?? 'filled'}
          leftSection={props.icon}
          loading={sending.isPending}
        >
          {props.submit}
        </Button>
        {onCancel && (
          <Button size={size === 'md' ? undefined : size} variant="subtle" onClick={onCancel}>
            {t('confirm.cancel')}
          </Button>
        )}
        {lost && plain !== '' && <span className="lk-muted">{t('guard.kept')}</span>}
      </Group>
    </form>
  );
}
