import { Textarea, type TextareaProps } from '@mantine/core';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Finding, useGuard } from '../lib/guard';
import { FindingNote } from './finding-note';
import classes from './guarded-field.module.css';

export interface GuardedFieldProps extends Omit<TextareaProps, 'value' | 'onChange'> {
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  /** What the server found in this very text. */
  found?: Finding | undefined;
  /** The writer has read the warning and keeps this very text. */
  kept: boolean;
  onKeep: () => void;
  /** Somebody asked to go on: nobody waits for the guard any more. */
  asked?: boolean;
  /** It opened here: the cursor goes to its end. */
  takeFocus?: boolean;
  /** A phone number or an address that belongs here: the guard would take it for somebody's. */
  unguarded?: boolean;
  ref?: RefObject<HTMLTextAreaElement | null>;
}

/** A text box with the guard beside it: what could point to a patient is said before it leaves the screen (DIA-20). The server decides. */
export function GuardedField(props: GuardedFieldProps) {
  const { found, kept, onKeep, asked = false, takeFocus = false, unguarded = false, ref, ...field } = props;
  const { t } = useTranslation('components');
  const { maxLength, error, description, ...rest } = field;
  const { value, onChange } = field;
  // nothing that somebody pasted is cut off: it says how much too long it is
  const room = maxLength - value.length;
  const own = useRef<HTMLTextAreaElement>(null);
  const box = ref ?? own;
  useEffect(() => {
    if (!takeFocus || !box.current) return;
    box.current.focus();
    box.current.setSelectionRange(box.current.value.length, box.current.value.length);
  }, [takeFocus, box]);
  const noticed = useGuard(unguarded ? '' : value, asked);
  const told = value === '' ? null : (found ?? noticed);
  const finding = told?.verdict === 'warn' && kept ? null : told;
  return (
    <div className={classes.field}>
      <Textarea
        size="sm"
        autosize
        minRows={2}
        maxRows={14}
        dir="auto"
        {...rest}
        ref={box}
        description={
          room >= 0 && room <= maxLength / 5 ? (
            <>
              {description} {t('text.room', { count: room })}
            </>
          ) : (
            description
          )
        }
        error={room < 0 ? t('text.too-long', { count: -room }) : error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {/* the buttons go with the note: the focus is in the text before they do */}
      <FindingNote
        text={value}
        finding={finding}
        onTake={(rewrite) => {
          box.current?.focus();
          onChange(rewrite);
        }}
        onKeep={() => {
          box.current?.focus();
          onKeep();
        }}
      />
    </div>
  );
}
