import { ActionIcon, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Language, LedMethodStepView } from '#libs/contracts';
import { Verdict } from '../../../components/verdict';
import classes from './methods.module.css';
import { StepFields, type TextProps } from './step-fields';

interface StepRowProps {
  step: LedMethodStepView;
  number: number;
  last: boolean;
  language: Language;
  opened: boolean;
  /** A text of it is not there yet. */
  incomplete: boolean;
  text: TextProps;
  onToggle: () => void;
  onChange: (part: Partial<LedMethodStepView>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One step in the list: its name and minutes, opened to change it, moved and taken out on the right. */
export function StepRow({ step, number, last, language, opened, incomplete, ...on }: StepRowProps) {
  const { t } = useTranslation('meeting-methods');
  const { onToggle, onChange, onMove, onRemove, text } = on;
  const name = step.name[language] || step.name.nl || step.name.en || t('step.new');
  const button = (
    label: 'step.up' | 'step.down' | 'step.remove',
    Icon: typeof IconTrash,
    act: () => void,
  ) => (
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={t(label, { name })} onClick={act}>
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
  return (
    <li className={classes.step}>
      <div className={classes.stepHead}>
        <UnstyledButton className={classes.stepName} aria-expanded={opened} onClick={onToggle}>
          <IconChevronDown size={18} aria-hidden className={classes.chevron} />
          <span>
            {number}. {name}
          </span>
          <span className={classes.about}>{t('minutes', { minutes: step.minutes })}</span>
          {incomplete && (
            <Verdict kind="warn" icon={IconAlertTriangle}>
              {t('step.incomplete')}
            </Verdict>
          )}
        </UnstyledButton>
        <span className={classes.stepTools}>
          {number > 1 && button('step.up', IconArrowUp, () => onMove(-1))}
          {last ? <span className={classes.noTool} /> : button('step.down', IconArrowDown, () => onMove(1))}
          {button('step.remove', IconTrash, onRemove)}
        </span>
      </div>
      {opened && <StepFields step={step} language={language} text={text} onChange={onChange} />}
    </li>
  );
}
