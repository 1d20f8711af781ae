import { useTranslation } from 'react-i18next';
import { NoteField } from '../../../components/note-field';
import type { Saving } from './use-saving';

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

/** One text of the handout, saved by itself. */
export function EditField({ saving, thing, field, value, minRows = 1, required, ...props }: EditFieldProps) {
  const { t } = useTranslation('dialogue-handout');
  const { state, saver } = saving;
  return (
    <NoteField
      {...props}
      id={`${thing}-${field}`}
      minRows={minRows}
      value={(state.local[thing]?.[field] as string | undefined) ?? value}
      needed={required ? t('field.needed') : undefined}
      found={state.findings[`${thing}/${field}`]}
      onChange={(text) => saver.give(thing, { [field]: text })}
      onKeep={() => saver.confirm(thing, field)}
    />
  );
}
