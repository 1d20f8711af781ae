import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import { Radio } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './choice-cards.module.css';

export interface Choice<Value extends string> {
  value: Value;
  label: ReactNode;
  /** One line under the label. */
  text?: ReactNode;
  disabled?: boolean;
}
interface ChoiceCardsProps<Value extends string> {
  /** The question; shown above unless `hideLegend`, then it is only read aloud. */
  legend: string;
  hideLegend?: boolean;
  choices: readonly Choice<Value>[];
  /** null: nothing chosen yet. */
  value: Value | null;
  onChange: (value: Value) => void;
  /** Cards beside each other where there is room. */
  columns?: 1 | 2 | 3;
  disabled?: boolean;
  error?: string | null;
}

/** One of a few, as cards around real radios: one tab stop, arrow keys choose. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { legend, hideLegend = false, choices, value, onChange, columns = 1, disabled, error } = props;
  const name = useId();
  const errorId = useId();
  return (
    <fieldset className={classes.group} aria-describedby={error ? errorId : undefined}>
      <legend className={hideLegend ? classes.hidden : classes.legend}>{legend}</legend>
      <div className={classes.cards} data-columns={columns}>
        {choices.map((choice) => (
          <label key={choice.value} className={classes.card} data-on={choice.value === value || undefined}>
            <Radio
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={disabled || choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            <span className={classes.words}>
              <span className={classes.label}>{choice.label}</span>
              {choice.text && <span className={classes.text}>{choice.text}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={errorId} className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
