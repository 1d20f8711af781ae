import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCalendarCheck, IconCheck, IconMinus, IconQuestionMark, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialogueDateView, YearDepartmentView } from '#libs/contracts';
import { useFormat } from '../../../../lib/i18n';
import classes from '../agenda.module.css';

const ICON = { yes: IconCheck, maybe: IconMinus, no: IconX, unknown: IconQuestionMark } as const;

interface BoardCellProps {
  date: DialogueDateView;
  department: YearDepartmentView;
  on: boolean;
  onPress: () => void;
  /** In front of how it suits, where the row does not say it. */
  children?: ReactNode;
}

/** How a department suits a date, as a button that puts it there. */
export function BoardCell({ date, department, on, onPress, children }: BoardCellProps) {
  const { t } = useTranslation('dialogue-agenda');
  const format = useFormat();
  const fit = department.fits[date.id] ?? 'unknown';
  const Icon = ICON[fit];
  return (
    <UnstyledButton
      className={classes.cell}
      data-fit={fit}
      data-on={on || undefined}
      aria-pressed={on}
      onClick={onPress}
    >
      <VisuallyHidden>
        {t('cell.label', { name: department.name, date: format.localDate(date.date) })}
      </VisuallyHidden>
      {children}
      <span className={classes.fit}>
        <Icon size={16} stroke={2.2} className="lk-icon" aria-hidden />
        {t(`fit.${fit}`)}
      </span>
      {on && (
        <span className={classes.here}>
          <IconCalendarCheck size={15} stroke={2} className="lk-icon" aria-hidden />
          {t('cell.here')}
        </span>
      )}
    </UnstyledButton>
  );
}
