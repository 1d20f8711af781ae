import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGuard } from '../../../lib/guard';
import { markedPieces } from '../../../lib/marked';
import type { Saving } from './use-saving';
import classes from './handout.module.css';

interface EditFieldProps {
  saving: Saving;
  /** A question by its id, or one of the things of fields.ts. */
  thing: string;
  field: string;
  label: string;
  description?: string;
  /** What the server has. */
  value: string;
  maxLength: number;
  minRows?: number;
  required?: boolean;
  /** A phone number or an address of the department: the guard would take it for somebody's. */
  unguarded?: boolean;
}

/** A text that grows with what is typed and is saved by itself; what could point to a patient is shown at once (DIA-20). */
export function EditField({ saving, thing, field, ...props }: EditFieldProps) {
  const { t } = useTranslation('dialogue-handout');
  const { state, saver } = saving;
  const id = `${thing}-${field}`;
  const kept = (state.local[thing]?.[field] as string | undefined) ?? props.value;
  // the server trims what it keeps: under the cursor the text stays as it was typed
  const [typed, setTyped] = useState<string | null>(null);
  const [agreed, setAgreed] = useState<string | null>(null);
  const text = typed ?? kept;
  const noticed = useGuard(id, props.unguarded ? '' : text);
  const found = state.findings[`${thing}/${field}`] ?? noticed;
  const finding = found?.verdict === 'warn' && agreed === text ? null : found;
  const missing = props.required === true && text.trim() === '';
  const change = (next: string) => {
    setTyped((was) => (was === null ? null : next));
    if (props.required !== true || next.trim() !== '') saver.give(thing, { [field]: next });
  };
  return (
    <div className={classes.field}>
      <Textarea
        id={id}
        size="sm"
        autosize
        minRows={props.minRows ?? 1}
        maxRows={16}
        dir="auto"
        label={props.label}
        description={props.description}
        value={text}
        maxLength={props.maxLength}
        error={missing ? t('field.needed') : null}
        onFocus={() => setTyped(kept)}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          change(event.currentTarget.value);
        }}
      />
      <div role="status">
        {finding && text !== '' && (
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
                    saver.confirm(thing, field);
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
