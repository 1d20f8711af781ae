import { useId } from 'react';
import type { ChoiceItem as Item } from '#libs/contracts';
import type { FieldProps } from './field';
import { Pick } from './pick';
import classes from './evaluation-player.module.css';

/** One of a few, or more than one: cards over the whole width. */
export function ChoiceItem({ item, ...field }: FieldProps & { item: Item }) {
  const name = useId();
  const { answer, language } = field;
  const chosen = answer && 'options' in answer ? answer.options : [];
  const type = item.multiple ? 'checkbox' : 'radio';

  function choose(option: string) {
    if (!item.multiple) return field.onAnswer({ options: [option] });
    // In the order of the questionnaire, whatever the order of choosing: that tells nothing about anybody.
    const next = item.options
      .map(({ key }) => key)
      .filter((key) => chosen.includes(key) !== (key === option));
    field.onAnswer(next.length > 0 ? { options: next } : null);
  }

  const none = answer !== undefined && 'notApplicable' in answer;
  return (
    <div
      role={item.multiple ? 'group' : 'radiogroup'}
      aria-labelledby={field.labelledBy}
      aria-describedby={field.describedBy}
      aria-required={item.multiple ? undefined : field.required}
      className={classes.options}
    >
      {item.options.map((option) => (
        <Pick
          key={option.key}
          type={type}
          name={name}
          look="row"
          checked={chosen.includes(option.key)}
          disabled={field.disabled}
          onChange={() => choose(option.key)}
          onPressed={item.multiple ? undefined : field.onPicked}
        >
          {option.text[language]}
        </Pick>
      ))}
      {field.notApplicable && (
        <Pick
          type={type}
          name={name}
          look="quiet"
          checked={none}
          disabled={field.disabled}
          onChange={() => field.onAnswer(none ? null : { notApplicable: true })}
          onPressed={item.multiple ? undefined : field.onPicked}
        >
          {field.notApplicable}
        </Pick>
      )}
    </div>
  );
}
