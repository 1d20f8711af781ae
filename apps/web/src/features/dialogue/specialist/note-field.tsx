import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextFindingView } from '#libs/contracts';
import { useGuard } from '../../../lib/guard';
import { markedPieces } from '../../../lib/marked';
import classes from './specialist.module.css';

interface NoteFieldProps {
  id: string;
  label: string;
  description?: string;
  placeholder?: string;
  value: string;
  maxLength: number;
  minRows?: number;
  disabled: boolean;
  /** What the server did not take. */
  finding: TextFindingView | undefined;
  onChange: (text: string) => void;
  onConfirm: () => void;
}

/** A text that grows with what is typed and is saved by itself; what could point to a patient is shown at once. */
export function NoteField(props: NoteFieldProps) {
  const { t } = useTranslation('dialogue-specialist');
  // the server trims what it keeps: under the cursor the text stays as it was typed
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? props.value;
  const [agreed, setAgreed] = useState<string | null>(null);
  const noticed = useGuard(props.id, text);
  const found = props.finding ?? noticed;
  const finding = found?.verdict === 'warn' && agreed === text ? null : found;
  const change = (next: string) => {
    setTyped((was) => (was === null ? null : next));
    props.onChange(next);
  };
  return (
    <div className={classes.field}>
      <Textarea
        id={props.id}
        size="sm"
        autosize
        minRows={props.minRows ?? 2}
        maxRows={14}
        dir="auto"
        label={props.label}
        description={props.description}
        placeholder={props.placeholder}
        value={text}
        maxLength={props.maxLength}
        disabled={props.disabled}
        onFocus={() => setTyped(props.value)}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          props.onChange(event.currentTarget.value);
        }}
      />
      <div role="status">
        {finding && (
          <div className={classes.finding} data-verdict={finding.verdict}>
            <p className={classes.findingTitle}>
              <IconAlertTriangle size={17} stroke={1.9} className="lk-icon" aria-hidden />
              {t(`guard.${finding.verdict}`)}
            </p>
            <p>
              {markedPieces(text, finding.spans).map((piece, at) =>
                piece.type ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
              )}
            </p>
            <div className={classes.buttons}>
              <Button
                size="compact-sm"
                variant="light"
                onClick={() => change(finding.rewrite.slice(0, props.maxLength))}
              >
                {t('guard.take')}
              </Button>
              {finding.verdict === 'warn' && (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => {
                    setAgreed(text);
                    props.onConfirm();
                  }}
                >
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
