import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type Language,
  type LedMethodStepView,
  STEP_SPEAKERS,
  STEP_WRITINGS,
  type StepSpeaker,
  type StepWriting,
  type Words,
} from '#libs/contracts';
import { GuardedField, type GuardedFieldProps } from '../../../components/guarded-field';
import { LIMITS } from './method-draft';
import classes from './methods.module.css';

/** What a text box needs beside its words, by where the server names the text. */
export type TextProps = (at: string, value: string) => Omit<GuardedFieldProps, 'onChange' | 'label'>;

interface StepFieldsProps {
  step: LedMethodStepView;
  language: Language;
  text: TextProps;
  onChange: (part: Partial<LedMethodStepView>) => void;
}

/** Everything of one step: what is done, who speaks, what is written and for whom it stays hidden, and the leader's tip. */
export function StepFields({ step, language, text, onChange }: StepFieldsProps) {
  const { t } = useTranslation('meeting-methods');
  const { id, name, minutes, writes, together } = step;
  const each = writes === 'practices' || writes === 'others';
  const box = (part: 'instruction' | 'ownerInstruction' | 'tip') => {
    const now: Words = step[part] ?? { nl: '', en: '' };
    return (
      <GuardedField
        label={t(`step.${part}`)}
        {...text(`steps.${id}.${part}`, now[language])}
        onChange={(value) => onChange({ [part]: { ...now, [language]: value } })}
      />
    );
  };
  const check = (part: 'together' | 'hiddenFromOwner' | 'ownerOutside' | 'figures') => (
    <Checkbox
      label={t(`step.${part}`)}
      checked={step[part]}
      onChange={(event) => onChange({ [part]: event.currentTarget.checked })}
    />
  );
  const { error } = text(`steps.${id}.name`, name[language]);
  return (
    <div className={classes.stepFields}>
      <div className={classes.nameAndTime}>
        <TextInput
          size="sm"
          label={t('name')}
          value={name[language]}
          maxLength={LIMITS.name}
          error={error}
          onChange={(event) => onChange({ name: { ...name, [language]: event.currentTarget.value } })}
        />
        <TextInput
          size="sm"
          type="number"
          inputMode="numeric"
          label={t('step.minutes')}
          min={1}
          max={LIMITS.minutes}
          value={minutes}
          onChange={({ currentTarget: { value } }) =>
            onChange({ minutes: Math.min(LIMITS.minutes, Math.max(1, Math.round(Number(value)) || 1)) })
          }
        />
      </div>
      {box('instruction')}
      {box('ownerInstruction')}
      <div className={classes.selects}>
        <NativeSelect
          label={t('step.speaks')}
          value={step.speaks}
          data={STEP_SPEAKERS.map((value) => ({ value, label: t(`speaks.${value}`) }))}
          onChange={(event) => onChange({ speaks: event.currentTarget.value as StepSpeaker })}
        />
        <NativeSelect
          label={t('step.writes')}
          value={writes}
          data={STEP_WRITINGS.map((value) => ({ value, label: t(`writes.${value}`) }))}
          onChange={(event) => onChange({ writes: event.currentTarget.value as StepWriting })}
        />
      </div>
      <div className={classes.checks}>
        {each && check('together')}
        {together && (
          <Checkbox
            label={t('step.anonymous')}
            checked={!step.named}
            onChange={(event) => onChange({ named: !event.currentTarget.checked })}
          />
        )}
        {together && check('hiddenFromOwner')}
        {check('ownerOutside')}
        {check('figures')}
      </div>
      {box('tip')}
    </div>
  );
}
