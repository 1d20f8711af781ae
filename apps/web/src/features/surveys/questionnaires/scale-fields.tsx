import { useTranslation } from 'react-i18next';
import type { QuestionnaireItem, ScaleItem, TextItem } from '#libs/contracts';
import { WholeInput } from '../../../components/whole-input';
import { TwoTexts } from '../../../components/two-texts';
import classes from './questionnaires.module.css';

interface FieldsProps<Item> {
  item: Item;
  set: (item: QuestionnaireItem, field?: string) => void;
}

/** A scale from one whole number to another, with words at its ends. */
export function ScaleFields({ item, set }: FieldsProps<ScaleItem>) {
  const { t } = useTranslation('surveys');
  const { highFrom } = item;
  return (
    <>
      <div className={classes.numbers}>
        {(['min', 'max'] as const).map((end) => (
          <Whole
            key={end}
            label={t(`editor.${end}`)}
            value={item[end]}
            problem="scale-invalid"
            onChange={(value) => set({ ...item, [end]: value ?? Number.NaN }, end)}
          />
        ))}
        <Whole
          label={t('editor.highFrom')}
          value={highFrom ?? null}
          problem="scale-invalid"
          mayBeEmpty
          onChange={(value) => {
            const { highFrom: _before, ...rest } = item;
            set(value === null ? rest : { ...rest, highFrom: value }, 'highFrom');
          }}
        />
      </div>
      <TwoTexts
        label={t('editor.lowLabel')}
        value={item.lowLabel}
        maxLength={60}
        onChange={(lowLabel) => set({ ...item, lowLabel }, 'lowLabel')}
      />
      <TwoTexts
        label={t('editor.highLabel')}
        value={item.highLabel}
        maxLength={60}
        onChange={(highLabel) => set({ ...item, highLabel }, 'highLabel')}
      />
    </>
  );
}

/** How long an open answer may be. */
export function TextFields({ item, set }: FieldsProps<TextItem>) {
  const { t } = useTranslation('surveys');
  return (
    <div className={classes.numbers}>
      <Whole
        label={t('editor.maxLength')}
        value={item.maxLength}
        problem="length-invalid"
        onChange={(value) => set({ ...item, maxLength: value ?? Number.NaN }, 'maxLength')}
      />
    </div>
  );
}

interface WholeProps {
  label: string;
  value: number | null;
  problem: string;
  mayBeEmpty?: boolean;
  onChange: (value: number | null) => void;
}

function Whole({ label, value, problem, mayBeEmpty = false, onChange }: WholeProps) {
  const { t } = useTranslation('surveys');
  const known = value !== null && Number.isFinite(value);
  return (
    <WholeInput
      size="sm"
      label={label}
      data-problem={problem}
      value={value}
      error={known || mayBeEmpty ? null : t('editor.number')}
      onChange={onChange}
    />
  );
}
