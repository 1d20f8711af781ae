import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextFindingView } from '#libs/contracts';
import { useGuard } from '../../../lib/guard';
import { markedPieces } from '../../../lib/marked';
import classes from './live.module.css';

interface GuardedFieldProps {
  name: string;
  label: ReactNode;
  /** Where the label is not enough, or not there. */
  ariaLabel?: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  maxLength: number;
  minRows?: number;
  disabled?: boolean;
  error?: string | null;
  /** What the server found in this field. */
  found?: TextFindingView | null;
  confirmed: boolean;
  onConfirm: () => void;
}

/** A text box with the guard beside it: what could point to a patient is said before it leaves the screen. The server decides. */
export function GuardedField(props: GuardedFieldProps) {
  const { t } = useTranslation('dialogue-live');
  const noticed = useGuard(props.name, props.value);
  const [seen, setSeen] = useState<TextFindingView | null>(null);
  const told = props.found ?? noticed;
  const finding = told && !(told.verdict === 'warn' && props.confirmed) && told !== seen ? told : null;
  return (
    <div className={classes.guarded}>
      <Textarea
        size="md"
        autosize
        minRows={props.minRows ?? 2}
        maxRows={10}
        label={props.label}
        aria-label={props.ariaLabel}
        placeholder={props.placeholder}
        value={props.value}
        maxLength={props.maxLength}
        disabled={props.disabled}
        error={props.error}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onBlur={props.onBlur}
      />
      <div role="status">
        {finding && (
          <div className={classes.finding} data-verdict={finding.verdict}>
            <p className={classes.findingTitle}>
              <IconAlertTriangle size={17} stroke={1.9} className="lk-icon" aria-hidden />
              {t(finding.verdict === 'block' ? 'guard.block' : 'guard.warn')}
            </p>
            <p>
              {markedPieces(props.value, finding.spans).map((piece, at) =>
                piece.type ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
              )}
            </p>
            <div className={classes.buttons}>
              <Button
                size="compact-sm"
                variant="light"
                onClick={() => {
                  setSeen(told);
                  props.onChange(finding.rewrite.slice(0, props.maxLength));
                }}
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
    </div>
  );
}
