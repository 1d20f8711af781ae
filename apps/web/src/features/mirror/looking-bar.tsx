import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { SegmentedControl } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import classes from './figures.module.css';

type Name = 'praktijk' | 'maat' | 'onderdeel' | 'vanaf' | 'groep' | 'als' | 'spreiding';

/** What is looked at stands in the address: a link opens what somebody looked at. Null takes a choice back. */
export function useAddress() {
  const [params, setParams] = useSearchParams();
  return {
    asked: (name: Name) => params.get(name),
    change: (changes: Partial<Record<Name, string | null>>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value === null) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    tables: params.get('als') === 'tabel',
  };
}

/** Above the figures: what is looked at, and whether as drawings or as tables. */
export function LookingBar({ children, drawn = true }: { children?: ReactNode; drawn?: boolean }) {
  const { t } = useTranslation('figures');
  const { tables, change } = useAddress();
  return (
    <div className={classes.bar} data-print="hide">
      {children}
      {drawn && (
        <SegmentedControl
          className={classes.way}
          size="sm"
          aria-label={t('way')}
          value={tables ? 'tables' : 'charts'}
          onChange={(way) => change({ als: way === 'tables' ? 'tabel' : null })}
          data={(['charts', 'tables'] as const).map((value) => {
            const Icon = value === 'charts' ? IconChartBar : IconTable;
            return {
              value,
              label: (
                <span className={classes.wayWord}>
                  <Icon size={16} aria-hidden />
                  {t(`way.${value}`)}
                </span>
              ),
            };
          })}
        />
      )}
    </div>
  );
}
