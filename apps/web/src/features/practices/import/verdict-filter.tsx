import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleX, IconEqual, IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportVerdict, ImportView } from '#libs/contracts';
import { VERDICTS } from './preview';
import classes from './import.module.css';

const LOOK = {
  refused: { icon: IconCircleX, color: 'var(--lk-bad)' },
  decide: { icon: IconAlertTriangle, color: 'var(--lk-warn)' },
  new: { icon: IconPlus, color: 'var(--lk-accent)' },
  changed: { icon: IconPencil, color: 'var(--lk-accent)' },
  same: { icon: IconEqual, color: 'var(--mantine-color-dimmed)' },
} as const;

interface VerdictFilterProps {
  counts: ImportView['counts'];
  value: ImportVerdict | null;
  onChange: (verdict: ImportVerdict | null) => void;
}

/** One verdict at a time, or all: pressing the chosen one again shows all rows. */
export function VerdictFilter({ counts, value, onChange }: VerdictFilterProps) {
  const { t } = useTranslation('imports');
  return (
    <div role="group" aria-label={t('filter.label')} className={classes.chips}>
      {VERDICTS.filter((verdict) => counts[verdict] > 0 || verdict === value).map((verdict) => {
        const { icon: Icon, color } = LOOK[verdict];
        const on = verdict === value;
        return (
          <UnstyledButton
            key={verdict}
            className={classes.chip}
            aria-pressed={on}
            onClick={() => onChange(on ? null : verdict)}
          >
            <Icon size={17} stroke={2} color={color} aria-hidden />
            {t(`verdict.${verdict}`)} <b className="lk-num">{counts[verdict]}</b>
          </UnstyledButton>
        );
      })}
      {value && (
        <UnstyledButton className={classes.all} onClick={() => onChange(null)}>
          {t('filter.all')}
        </UnstyledButton>
      )}
    </div>
  );
}
