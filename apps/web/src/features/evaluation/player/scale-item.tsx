import { VisuallyHidden } from '@mantine/core';
import { type CSSProperties, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScaleItem as Item } from '#libs/contracts';
import type { FieldProps } from './field';
import { Pick } from './pick';
import classes from './evaluation-player.module.css';

/** A grade: every step a square of at least 44 px, in one row where there is room and in two on a phone. */
export function ScaleItem({ item, ...field }: FieldProps & { item: Item }) {
  const { t } = useTranslation('evaluation', { lng: field.language });
  const name = useId();
  const steps = Array.from({ length: Math.max(0, item.max - item.min) + 1 }, (_, i) => item.min + i);
  const { answer, language } = field;
  const value = answer && 'value' in answer ? answer.value : null;
  const ends = { [item.min]: item.lowLabel[language], [item.max]: item.highLabel[language] };
  const columns = {
    '--steps': steps.length,
    '--narrow': steps.length > 6 ? Math.ceil(steps.length / 2) : steps.length,
  } as CSSProperties;
  return (
    <div
      role="radiogroup"
      aria-labelledby={field.labelledBy}
      aria-describedby={field.describedBy}
      aria-required={field.required}
    >
      <div className={classes.steps} style={columns}>
        {steps.map((step) => (
          <Pick
            key={step}
            type="radio"
            name={name}
            look="step"
            checked={value === step}
            disabled={field.disabled}
            onChange={() => field.onAnswer({ value: step })}
            onPressed={field.onPicked}
          >
            {step}
            {ends[step] && <VisuallyHidden component="span"> {ends[step]}</VisuallyHidden>}
          </Pick>
        ))}
      </div>
      <div className={classes.ends} aria-hidden>
        <span>{t('scale.end', { value: item.min, label: item.lowLabel[language] })}</span>
        <span>{t('scale.end', { value: item.max, label: item.highLabel[language] })}</span>
      </div>
      {field.notApplicable && (
        <Pick
          type="radio"
          name={name}
          look="quiet"
          checked={answer !== undefined && 'notApplicable' in answer}
          disabled={field.disabled}
          onChange={() => field.onAnswer({ notApplicable: true })}
          onPressed={field.onPicked}
        >
          {field.notApplicable}
        </Pick>
      )}
    </div>
  );
}
