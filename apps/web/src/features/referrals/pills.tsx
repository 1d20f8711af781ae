import { useId } from 'react';
import classes from './referrals.module.css';

interface PillsProps<Value extends string> {
  label: string;
  choices: readonly { value: Value; label: string }[];
  /** Null: none yet. */
  value: Value | null;
  onChange: (value: Value) => void;
  /** The choice is a large answer instead of a small mark. */
  large?: boolean;
  hideLabel?: boolean;
}

/** One of some, each a single tap: radios in the shape of buttons, arrow keys choose. */
export function Pills<Value extends string>(props: PillsProps<Value>) {
  const { label, choices, value, onChange, large = false, hideLabel = false } = props;
  const name = useId();
  return (
    <fieldset className={classes.pills} data-large={large || undefined}>
      <legend className={hideLabel ? classes.spoken : classes.legend}>{label}</legend>
      <div className={classes.pillRow}>
        {choices.map((choice) => (
          <label key={choice.value} className={classes.pill} data-on={choice.value === value || undefined}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              // choosing the same again is an answer too
              onClick={() => choice.value === value && onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ToggleProps {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** Yes or not, in the shape of a pill. */
export function TogglePill({ label, on, onChange }: ToggleProps) {
  return (
    <label className={classes.pill} data-on={on || undefined}>
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      {label}
    </label>
  );
}
