import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useGuard } from '../../../lib/guard';
import { markedPieces } from '../../../lib/marked';
import classes from './remarks.module.css';

interface GuardedTextProps {
  label: string;
  description?: string;
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  rows?: number;
  error?: string | null;
  /** It appears where a button was, and takes the focus that the button had. */
  takesFocus?: boolean;
  disabled?: boolean;
  /** The writer wants to keep what the guard warns of; what it refuses cannot be kept. */
  confirmed: boolean;
  onConfirm: () => void;
  /** False where the next field says the same. */
  hint?: boolean;
}

/** Free text with the guard beside it: what could point to a patient is shown before it is sent. The server decides. */
export function GuardedText(props: GuardedTextProps) {
  const { t } = useTranslation('figures');
  const { value, onChange, maxLength } = props;
  const found = useGuard('remark', value);
  const finding = found?.verdict === 'warn' && props.confirmed ? null : found;
  return (
    <div className={classes.guarded}>
      <Textarea
        size="sm"
        label={props.label}
        description={props.description}
        rows={props.rows ?? 4}
        value={value}
        maxLength={maxLength}
        error={props.error}
        disabled={props.disabled}
        ref={props.takesFocus ? focusOnce : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div role="status">
        {finding && (
          <div className={classes.finding} data-verdict={finding.verdict}>
            <p className={classes.findingTitle}>
              <IconAlertTriangle size={17} stroke={1.9} className="lk-icon" aria-hidden />
              {t(finding.verdict === 'block' ? 'guard.block' : 'guard.warn')}
            </p>
            <p>
              {markedPieces(value, finding.spans).map((piece, at) =>
                piece.type ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
              )}
            </p>
            <div className={classes.buttons}>
              <Button
                size="compact-sm"
                variant="light"
                onClick={() => onChange(finding.rewrite.slice(0, maxLength))}
              >
                {t('guard.take')}
              </Button>
              {finding.verdict === 'warn' && (
                <Button size="compact-sm" variant="default" onClick={props.onConfirm}>
                  {t('guard.keep')}
                </Button>
              )}
            </div>
          </div>
        )}
      </div>
      {props.hint !== false && (
        <p className={classes.hint}>
          <IconShieldCheck size={16} stroke={1.7} className="lk-icon" aria-hidden />
          <span>{t('guard.hint')}</span>
        </p>
      )}
    </div>
  );
}

function focusOnce(node: HTMLTextAreaElement | null): void {
  node?.focus();
}
