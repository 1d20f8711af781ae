import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { ErrorState } from '../../../components/error-state';
import { GuardedField } from '../../../components/guarded-field';
import { announce } from '../../../lib/announce';
import { findingsOf, isHeld } from '../../../lib/guard';
import classes from './actions.module.css';

interface LineFormProps {
  /** What is added; also stands in the empty field. */
  label: string;
  submit: string;
  /** Said once it was added. */
  done: string;
  maxLength: number;
  /** False: something under it is missing. */
  ready?: boolean;
  /** @throws text.identifiers, shown beside the text */
  send: (text: string, confirmed: boolean) => Promise<unknown>;
  /** Once something is typed. */
  children?: ReactNode;
}

/** One line and Enter. What was typed stays until the server has it, then the field is ready for the next. */
export function LineForm(props: LineFormProps) {
  const { ready = true } = props;
  const [text, setText] = useState('');
  const [kept, setKept] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const sending = useMutation({
    mutationFn: ({ said, confirmed }: { said: string; confirmed: boolean }) =>
      props.send(said.trim(), confirmed),
    onSuccess: (_added, { said }) => {
      // the next one may be typed already
      setText((now) => (now.startsWith(said) ? now.slice(said.length).trimStart() : now));
      setKept(null);
      setAsked(false);
      announce(props.done);
      field.current?.focus();
    },
  });
  const [found] = findingsOf(sending.error);
  const send = (confirmed: boolean) => {
    if (text.trim() === '') field.current?.focus();
    else if (ready && !sending.isPending) {
      setAsked(true);
      if (!isHeld(text, confirmed)) sending.mutate({ said: text, confirmed });
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send(kept === text);
  };
  return (
    <form
      noValidate
      className={classes.add}
      data-print="hide"
      onSubmit={(event) => {
        event.preventDefault();
        send(kept === text);
      }}
    >
      <GuardedField
        ref={field}
        id={id}
        size="md"
        minRows={1}
        maxLength={props.maxLength}
        aria-label={props.label}
        placeholder={props.label}
        value={text}
        found={found}
        asked={asked}
        kept={kept === text}
        onKeep={() => {
          setKept(text);
          if (asked) send(true);
        }}
        onChange={(next) => {
          if (sending.error) sending.reset();
          setAsked(false);
          setText(next.replace(/\n/g, ' '));
        }}
        onKeyDown={onKeyDown}
        rightSectionWidth={44}
        rightSection={
          <ActionIcon
            type="submit"
            variant="subtle"
            size={36}
            aria-label={props.submit}
            loading={sending.isPending}
          >
            <IconPlus size={20} stroke={1.8} />
          </ActionIcon>
        }
      />
      {text.trim() !== '' && props.children}
      {sending.error && !found ? <ErrorState error={sending.error} /> : null}
    </form>
  );
}
