import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconEye, IconEyeOff } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModerationTextView } from '#libs/contracts';
import { MarkedText } from '../../../../components/finding-note';
import { useProblemText } from '../../../../components/problem-text';
import { useGuard } from '../../../../lib/guard';
import type { TextDecision } from '../results-data';
import { proposalFor } from './queue';
import classes from './texts.module.css';

interface TextEditorProps {
  text: ModerationTextView;
  /** True when it is this one's turn: its field takes the focus. */
  called: boolean;
  onDecide: (decision: TextDecision) => Promise<void>;
  onCancel?: () => void;
}

/** What was written, and how it will be said on. Ctrl+Enter shows it and goes to the next; with Shift it is kept back. */
export function TextEditor({ text, called, onDecide, onCancel }: TextEditorProps) {
  const { t } = useTranslation('results');
  const problemText = useProblemText();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useState(() => proposalFor(text));
  const [busy, setBusy] = useState<TextDecision['state'] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const finding = useGuard(words);
  useEffect(() => {
    if (!called) return;
    field.current?.focus();
    field.current?.scrollIntoView({ block: 'center' });
  }, [called]);

  const decide = async (state: 'shown' | 'withheld') => {
    const shown = words.trim();
    if (busy || (state === 'shown' && shown === '')) return;
    setBusy(state);
    setError(null);
    try {
      await onDecide(state === 'shown' ? { state, shown } : { state });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(null);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && onCancel) onCancel();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void decide(event.shiftKey ? 'withheld' : 'shown');
  };
  const literal = words.trim() === text.original.trim();
  return (
    <div className={classes.editor} role="group" aria-labelledby={`${id}written`} onKeyDown={onKeyDown}>
      <div>
        <p className={classes.caption} id={`${id}written`}>
          {t('texts.written')}
        </p>
        <blockquote className={classes.written}>
          <MarkedText text={text.original} spans={text.findings?.spans ?? []} />
        </blockquote>
        {text.findings && <p className={classes.found}>{t(`texts.finding.${text.findings.verdict}`)}</p>}
      </div>
      <div>
        <Textarea
          ref={field}
          label={t('texts.field')}
          autosize
          minRows={3}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          error={error ? problemText(error) : undefined}
        />
        {finding ? (
          <p className={classes.hint} data-kind="warn">
            <IconAlertTriangle size={17} stroke={1.8} className="lk-icon" aria-hidden />
            <span>
              {t('texts.still')}{' '}
              <Button variant="subtle" size="compact-sm" onClick={() => setWords(finding.rewrite)}>
                {t('texts.take')}
              </Button>
            </span>
          </p>
        ) : (
          literal && (
            <p className={classes.hint} data-kind="literal">
              {t('texts.literal')}
            </p>
          )
        )}
        <div className={classes.acts}>
          <Button
            size="sm"
            leftSection={<IconEye size={17} />}
            loading={busy === 'shown'}
            disabled={words.trim() === ''}
            onClick={() => void decide('shown')}
          >
            {t('texts.show')}
          </Button>
          <Button
            size="sm"
            variant="default"
            leftSection={<IconEyeOff size={17} />}
            loading={busy === 'withheld'}
            onClick={() => void decide('withheld')}
          >
            {t('texts.withhold')}
          </Button>
          {onCancel && (
            <Button size="sm" variant="subtle" onClick={onCancel}>
              {t('texts.cancel')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
