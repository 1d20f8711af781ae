import { Button, Group, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { TextFindingView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { guardNow, useGuard } from '../../../lib/guard';
import { markedPieces } from '../../../lib/marked';
import { asProblem } from '../../../lib/problem';
import classes from './guarded-text.module.css';

/** The sentences around it, in the words of its page. */
export interface GuardedWords {
  label: string;
  /** Under the label. */
  description?: string;
  send: string;
  cancel?: string;
  /** Above what the guard found. */
  block: string;
  warn: string;
  /** Above the text without it. */
  instead: string;
  take: string;
  keep: string;
}
interface GuardedTextProps {
  id: string;
  words: GuardedWords;
  value: string;
  onChange: (value: string) => void;
  /** @throws text.identifiers when the server finds what this device did not */
  onSend: (text: string, confirmed: boolean) => Promise<unknown>;
  onCancel?: () => void;
  maxLength: number;
  rows?: number;
  /** It opened here: the cursor goes to it. */
  takeFocus?: boolean;
  /** The one thing to do on its page. */
  large?: boolean;
  /** Further fields, before the button. */
  children?: ReactNode;
}

/** One free text that leaves this page: the guard reads along, the server decides (DIA-20). */
export function GuardedText(props: GuardedTextProps) {
  const { id, words, value } = props;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [told, setTold] = useState<{ text: string; finding: TextFindingView } | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const { takeFocus = false } = props;
  useEffect(() => {
    const box = field.current;
    if (!takeFocus || !box) return;
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  }, [takeFocus]);
  const text = value.trim();
  const noticed = useGuard(id, text);
  const finding = (told?.text === text ? told.finding : null) ?? noticed;
  const short = text.length < 3;

  const send = async (confirmed: boolean) => {
    if (short || busy) return;
    const found = guardNow(id, text);
    if (found && (found.verdict === 'block' || !confirmed)) return setTold({ text, finding: found });
    setBusy(true);
    setError(null);
    try {
      await props.onSend(text, confirmed);
    } catch (failure) {
      const refused = findingOf(failure);
      if (refused) setTold({ text, finding: refused });
      else setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && props.onCancel) {
      event.stopPropagation();
      props.onCancel();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(false);
  };
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send(false);
      }}
    >
      <Textarea
        id={id}
        label={words.label}
        description={words.description}
        value={value}
        rows={props.rows ?? 3}
        size={props.large ? 'md' : 'sm'}
        maxLength={props.maxLength}
        ref={field}
        onKeyDown={onKeyDown}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <div role="status">
        {finding && text !== '' && (
          <div className={classes.finding} data-verdict={finding.verdict}>
            <p className={classes.title}>
              <IconAlertTriangle size={17} stroke={1.9} className="lk-icon" aria-hidden />
              {finding.verdict === 'block' ? words.block : words.warn}
            </p>
            <MarkedText text={text} finding={finding} />
            <p className="lk-muted">{words.instead}</p>
            <p className={classes.rewrite}>{finding.rewrite}</p>
            <Group gap={8}>
              <Button size="sm" variant="light" onClick={() => props.onChange(finding.rewrite)}>
                {words.take}
              </Button>
              {finding.verdict === 'warn' && (
                <Button size="sm" variant="default" loading={busy} onClick={() => void send(true)}>
                  {words.keep}
                </Button>
              )}
            </Group>
          </div>
        )}
      </div>
      {props.children}
      {error ? <ErrorState error={error} /> : null}
      <Group gap={8}>
        <Button
          type="submit"
          size={props.large ? 'md' : 'sm'}
          loading={busy}
          aria-disabled={short || undefined}
          data-disabled={short || undefined}
        >
          {words.send}
        </Button>
        {props.onCancel && (
          <Button size="sm" variant="subtle" onClick={props.onCancel}>
            {words.cancel}
          </Button>
        )}
      </Group>
    </form>
  );
}

/** A text with what the guard found in it marked. */
export function MarkedText({ text, finding }: { text: string; finding: TextFindingView }) {
  return (
    <p className={classes.marked}>
      {markedPieces(text, finding.spans).map((piece, at) =>
        piece.type ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
      )}
    </p>
  );
}

/** What the server found, of a refusal for that; null for every other failure. */
function findingOf(failure: unknown): TextFindingView | null {
  const { code, details } = asProblem(failure);
  const findings = details['findings'];
  return code === 'text.identifiers' && Array.isArray(findings)
    ? ((findings[0] as TextFindingView | undefined) ?? null)
    : null;
}
