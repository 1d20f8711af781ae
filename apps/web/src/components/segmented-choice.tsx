import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { SegmentedControl } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DateAnswer } from '#libs/contracts';
import classes from './segmented-choice.module.css';

const ICON = { yes: IconCheck, maybe: IconMinus, no: IconX } as const;
const ANSWERS = ['yes', 'maybe', 'no'] as const satisfies readonly DateAnswer[];

interface SegmentedChoiceProps {
  /** What is asked, e.g. the date: read aloud as the name of the group. */
  label: string;
  /** null: no answer yet. */
  value: DateAnswer | null;
  onChange: (value: DateAnswer) => void;
  disabled?: boolean;
}

/** Yes, if needed, or no: three radios in a row, with icon and word. */
export function SegmentedChoice({ label, value, onChange, disabled }: SegmentedChoiceProps) {
  const { t } = useTranslation('components');
  return (
    <SegmentedControl
      aria-label={label}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen as DateAnswer)}
      disabled={disabled}
      classNames={classes}
      data={ANSWERS.map((answer) => {
        const Icon = ICON[answer];
        return {
          value: answer as string,
          label: (
            <span className={classes.word}>
              <Icon size={15} stroke={2.2} aria-hidden />
              {t(`choice.${answer}`)}
            </span>
          ),
        };
      })}
    />
  );
}
