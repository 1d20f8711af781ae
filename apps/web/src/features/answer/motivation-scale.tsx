import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './motivation-scale.module.css';

const STEPS = [1, 2, 3, 4, 5] as const;

/** One to five, each with its word: real radios drawn as numbers. */
export function MotivationScale(props: { value: number | null; onChange: (value: number) => void }) {
  const { t } = useTranslation('answer');
  const name = useId();
  return (
    <fieldset className={classes.scale}>
      <legend>{t('motivation.title')}</legend>
      <div className={classes.steps}>
        {STEPS.map((step) => (
          <label key={step} className={classes.step}>
            <input
              type="radio"
              name={name}
              checked={props.value === step}
              onChange={() => props.onChange(step)}
            />
            <b>{step}</b>
            <span>{t(`motivation.${step}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
