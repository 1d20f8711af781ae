import '@mantine/core/styles/Stepper.css';
import { Progress, Stepper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePhone } from '../lib/screen';
import classes from './steps.module.css';

interface StepsProps {
  /** Names in order. */
  steps: readonly string[];
  /** Index of the step one is at; equal to the length when all is done. */
  active: number;
  /** Going back to an earlier step; without it the steps only show the way. */
  onBack?: (step: number) => void;
}

/** Where one is in a few steps. On a phone one line: "Stap 3 van 4: Controle". */
export function Steps({ steps, active, onBack }: StepsProps) {
  const { t } = useTranslation('components');
  const phone = usePhone();
  const at = Math.min(active, steps.length - 1);
  const position = t('steps.position', { step: at + 1, total: steps.length });
  if (phone) {
    return (
      <div className={classes.phone}>
        <p>
          <span className="lk-muted">{position}</span> <b>{steps[at]}</b>
        </p>
        <Progress value={((at + 1) / steps.length) * 100} size={4} aria-label={position} />
      </div>
    );
  }
  return (
    <Stepper
      active={active}
      onStepClick={onBack}
      size="xs"
      iconSize={30}
      role="group"
      aria-label={`${t('steps.label')}: ${position}`}
      classNames={classes}
      className={classes.stepper}
    >
      {steps.map((label, i) => (
        <Stepper.Step
          key={label}
          label={label}
          allowStepSelect={Boolean(onBack) && i < active}
          aria-current={i === active ? 'step' : undefined}
        />
      ))}
    </Stepper>
  );
}
