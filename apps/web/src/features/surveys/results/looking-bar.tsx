import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { SegmentedControl } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './results.module.css';

interface LookingBarProps {
  children?: ReactNode;
  tables: boolean;
  onTables: (tables: boolean) => void;
}

/** Above the figures: what is looked at, and whether as drawings or as tables. */
export function LookingBar({ children, tables, onTables }: LookingBarProps) {
  const { t } = useTranslation('results');
  return (
    <div className={classes.bar} data-print="hide">
      {children}
      <SegmentedControl
        className={classes.way}
        aria-label={t('way')}
        value={tables ? 'tables' : 'charts'}
        onChange={(way) => onTables(way === 'tables')}
        data={[
          {
            value: 'charts',
            label: (
              <span className={classes.wayWord}>
                <IconChartBar size={16} aria-hidden />
                {t('way.charts')}
              </span>
            ),
          },
          {
            value: 'tables',
            label: (
              <span className={classes.wayWord}>
                <IconTable size={16} aria-hidden />
                {t('way.tables')}
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}
