import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChoiceItem, ItemCondition, ScaleItem } from '#libs/contracts';
import { useWords } from '../../../lib/i18n';
import { WholeInput } from '../../../components/whole-input';
import { conditionOn } from './draft';
import classes from './questionnaires.module.css';

const PROBLEMS = 'condition-unknown condition-later condition-invalid';

interface ConditionFieldsProps {
  condition: ItemCondition;
  /** The items it may look at. */
  before: readonly (ScaleItem | ChoiceItem)[];
  set: (condition: ItemCondition) => void;
}

/** "Alleen vragen als …": an earlier item, and which answers to it. */
export function ConditionFields({ condition, before, set }: ConditionFieldsProps) {
  const { t } = useTranslation('surveys');
  const words = useWords();
  const on = before.find((item) => item.key === condition.item);
  return (
    <fieldset className={classes.condition}>
      <legend>{t('editor.condition')}</legend>
      <NativeSelect
        size="sm"
        aria-label={t('editor.condition.item')}
        data-problem={PROBLEMS}
        value={on ? on.key : ''}
        error={on ? null : t('editor.condition.lost')}
        onChange={(event) => {
          const next = before.find((item) => item.key === event.currentTarget.value);
          if (next) set(conditionOn(next));
        }}
        data={[
          ...(on ? [] : [{ value: '', label: t('editor.condition.choose') }]),
          ...before.map((item) => ({
            value: item.key,
            label: words(item.text) || t('editor.item.new'),
          })),
        ]}
      />
      {on?.type === 'scale' && condition.operator !== 'any-of' && (
        <div className={classes.compare}>
          <NativeSelect
            size="sm"
            aria-label={t('editor.condition.operator')}
            value={condition.operator}
            onChange={(event) =>
              set({ ...condition, operator: event.currentTarget.value as 'at-least' | 'at-most' })
            }
            data={(['at-least', 'at-most'] as const).map((operator) => ({
              value: operator,
              label: t(`editor.condition.${operator}`),
            }))}
          />
          <WholeInput
            size="sm"
            aria-label={t('editor.condition.value')}
            data-problem={PROBLEMS}
            value={condition.value}
            error={Number.isFinite(condition.value) ? null : t('editor.number')}
            onChange={(value) => set({ ...condition, value: value ?? Number.NaN })}
          />
        </div>
      )}
      {on?.type === 'choice' && condition.operator === 'any-of' && (
        <div className={classes.flags} role="group" aria-label={t('editor.condition.options')}>
          {on.options.map((option, i) => (
            <Checkbox
              key={option.key}
              label={words(option.text) || t('editor.option.unnamed', { place: i + 1 })}
              checked={condition.options.includes(option.key)}
              onChange={(event) => {
                const chosen = event.currentTarget.checked;
                set({
                  ...condition,
                  options: on.options
                    .map((one) => one.key)
                    .filter((key) => (key === option.key ? chosen : condition.options.includes(key))),
                });
              }}
            />
          ))}
        </div>
      )}
      {on && (on.type === 'choice') !== (condition.operator === 'any-of') && (
        <p className={classes.wrong}>{t('problem.condition-invalid')}</p>
      )}
    </fieldset>
  );
}
