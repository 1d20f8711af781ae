import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/error-state';
import { ErrorSummary } from '../../components/error-summary';
import { asProblem, refusedFields } from '../../lib/problem';
import { DRAFT_FIELDS, type DraftField, type PracticeDraft, wrongFields } from './practice-draft';
import classes from './practices.module.css';

const GROUPS = {
  practice: ['name', 'agb', 'listSize'],
  address: ['street', 'postcode', 'town'],
  together: ['district', 'ftoGroup', 'dtoGroup'],
  programme: ['startQuarter', 'startWave', 'consultant', 'motivation'],
} as const satisfies Record<string, readonly DraftField[]>;
/** Fields whose form needs a word. */
const HINTED = ['agb', 'startQuarter', 'startWave', 'motivation'] as const;
const isHinted = (field: DraftField): field is (typeof HINTED)[number] =>
  (HINTED as readonly string[]).includes(field);

interface PracticeFormProps {
  draft: PracticeDraft;
  onChange: (draft: PracticeDraft) => void;
  onSave: () => void;
  onCancel: () => void;
  save: string;
  busy: boolean;
  error: unknown;
  /** Instead of the usual sentence, e.g. when somebody else changed the practice first. */
  notice?: ReactNode;
}

/** Every field of a practice; used for a new one and for changing one. */
export function PracticeForm(props: PracticeFormProps) {
  const { t } = useTranslation(['practices', 'components']);
  const { draft, onChange, error } = props;
  const [checked, setChecked] = useState(false);
  const problem = error ? asProblem(error) : null;
  const refused = refusedFields(problem);
  const own = checked ? wrongFields(draft) : [];
  const isWrong = (field: DraftField) =>
    own.includes(field) || field in refused || (field === 'agb' && problem?.code === 'practice.agb-taken');
  const text = (field: DraftField) =>
    field === 'agb' && problem?.code === 'practice.agb-taken' ? t('wrong.agb.taken') : t(`wrong.${field}`);
  const wrong = DRAFT_FIELDS.filter(isWrong);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wrongFields(draft).length === 0) props.onSave();
  };
  const input = (field: DraftField) => {
    const common = {
      id: field,
      label: t(`field.${field}`),
      description: isHinted(field) ? t(`hint.${field}`) : undefined,
      error: isWrong(field) ? text(field) : null,
      value: draft[field],
      onChange: (event: { currentTarget: { value: string } }) =>
        onChange({ ...draft, [field]: event.currentTarget.value }),
    };
    if (field === 'motivation') {
      const options = ['1', '2', '3', '4', '5'];
      return (
        <NativeSelect
          key={field}
          size="md"
          {...common}
          data={[{ value: '', label: t('unknown') }, ...options]}
        />
      );
    }
    return (
      <TextInput
        key={field}
        {...common}
        required={field === 'name' || field === 'agb'}
        withAsterisk={false}
        maxLength={200}
        inputMode={field === 'agb' || field === 'listSize' ? 'numeric' : undefined}
        autoComplete="off"
      />
    );
  };
  return (
    <form noValidate onSubmit={submit} className={classes.form}>
      <ErrorSummary
        errors={wrong.map((field) => ({ field, text: `${t(`field.${field}`)}: ${text(field)}` }))}
      />
      {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
        <fieldset key={group} className={classes.part}>
          <legend>{t(`part.${group}`)}</legend>
          <div className={classes.fields}>{GROUPS[group].map(input)}</div>
          {group === 'practice' && (
            <Checkbox
              mt="sm"
              label={t('field.solo')}
              description={t('hint.solo')}
              checked={draft.solo}
              onChange={(event) => onChange({ ...draft, solo: event.currentTarget.checked })}
            />
          )}
        </fieldset>
      ))}
      {props.notice ?? (problem && wrong.length === 0 ? <ErrorState error={error} /> : null)}
      <Group gap={10}>
        <Button type="submit" loading={props.busy}>
          {props.save}
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          {t('components:confirm.cancel')}
        </Button>
      </Group>
    </form>
  );
}
