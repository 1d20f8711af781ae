import { useState } from 'react';
import { GuardedField, type GuardedFieldProps } from './guarded-field';

interface NoteFieldProps extends Omit<GuardedFieldProps, 'kept' | 'error'> {
  /** What it says when nothing is left of a text that has to be there; the empty text is then not given on. */
  needed?: string;
}

/** A text that is saved by itself, while it is typed. */
export function NoteField({ needed, value, onChange, onKeep, ...field }: NoteFieldProps) {
  // the server trims what it keeps: under the cursor the text stays as it was typed
  const [typed, setTyped] = useState<string | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  const text = typed ?? value;
  const missing = (words: string) => needed !== undefined && words.trim() === '';
  const fits = (words: string) => !missing(words) && words.length <= field.maxLength;
  return (
    <GuardedField
      {...field}
      value={text}
      error={missing(text) ? needed : null}
      kept={kept === text}
      onFocus={() => setTyped(value)}
      onBlur={() => setTyped(null)}
      onChange={(next) => {
        setTyped((was) => (was === null ? null : next));
        if (fits(next)) onChange(next);
      }}
      onKeep={() => {
        setKept(text);
        onKeep();
      }}
    />
  );
}
