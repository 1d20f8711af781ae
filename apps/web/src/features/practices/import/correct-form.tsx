import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRowView, PracticeField } from '#libs/contracts';
import classes from './import.module.css';
import type { Check } from './use-check';

interface CorrectFormProps {
  row: ImportRowView;
  fields: readonly PracticeField[];
  check: Check;
  onDone: () => void;
}

/** The wrong cells of one row, to be typed again here. The file itself stays as it is. */
export function CorrectForm({ row, fields, check, onDone }: CorrectFormProps) {
  const { t } = useTranslation(['imports', 'components']);
  const [texts, setTexts] = useState<Partial<Record<PracticeField, string>>>({});
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const given = (field: PracticeField) => String(row.values[field] ?? '');
  const save = async () => {
    const changed = fields.filter((field) => texts[field] !== undefined && texts[field] !== given(field));
    try {
      for (const field of changed)
        await check.correct.mutateAsync({ row: row.row ?? 0, field, value: texts[field] ?? '' });
      onDone();
      // The row has moved to where it belongs now: the list of rows takes the focus.
      document.querySelector<HTMLElement>(`.${classes.sheet}`)?.focus({ preventScroll: true });
    } catch {
      // The error is shown above the table; what was typed stays here.
    }
  };
  return (
    <form
      className={classes.correct}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      {fields.map((field, i) => (
        <TextInput
          key={field}
          ref={i === 0 ? first : undefined}
          size="sm"
          label={t(`field.${field}`)}
          value={texts[field] ?? given(field)}
          maxLength={1000}
          onChange={(event) => setTexts({ ...texts, [field]: event.currentTarget.value })}
        />
      ))}
      <Button type="submit" size="sm" loading={check.correct.isPending}>
        {t('correct.save')}
      </Button>
      <Button variant="subtle" size="sm" onClick={onDone}>
        {t('components:confirm.cancel')}
      </Button>
    </form>
  );
}
