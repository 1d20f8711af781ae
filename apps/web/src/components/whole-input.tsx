import { TextInput, type TextInputProps } from '@mantine/core';

interface WholeInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'inputMode'> {
  /** Null, or not a number: the field is empty. */
  value: number | null;
  onChange: (value: number | null) => void;
  'data-problem'?: string;
}

/** A whole number of a few digits, from 0. Mantine's own field weighs more than the rest of a form. */
export function WholeInput({ value, onChange, ...props }: WholeInputProps) {
  return (
    <TextInput
      {...props}
      inputMode="numeric"
      autoComplete="off"
      maxLength={4}
      value={value === null || !Number.isFinite(value) ? '' : String(value)}
      onChange={(event) => {
        const digits = event.currentTarget.value.replace(/\D/g, '');
        onChange(digits === '' ? null : Number(digits));
      }}
    />
  );
}
