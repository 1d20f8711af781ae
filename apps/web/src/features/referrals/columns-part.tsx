import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { REFERRAL_FIELDS, type ReferralField, type ReferralPreviewView } from '#libs/contracts';
import type { Mapping } from './referrals-data';
import classes from './referrals.module.css';

interface ColumnsPartProps {
  columns: ReferralPreviewView['columns'];
  reading: boolean;
  onMap: (change: Mapping) => void;
}

/** What stands in which column, for a list whose headings say it otherwise; open by itself when nothing was recognised. */
export function ColumnsPart({ columns, reading, onMap }: ColumnsPartProps) {
  const { t } = useTranslation('referrals');
  const id = useId();
  const choosable = columns.filter(({ dropped }) => dropped === null || dropped === 'unused');
  if (choosable.length === 0) return null;
  const known = choosable.some(({ field }) => field === 'specialism' || field === 'reason');
  const choose = (heading: string, field: ReferralField | null) =>
    onMap({
      ...Object.fromEntries(
        choosable.filter((one) => field !== null && one.field === field).map((one) => [one.heading, null]),
      ),
      [heading]: field,
    });
  return (
    <details className={classes.columns} open={!known || undefined}>
      <summary id={id}>{t(known ? 'columns.change' : 'columns.unknown')}</summary>
      <div className={classes.columnGrid} role="group" aria-labelledby={id}>
        {choosable.map(({ heading, field }) => (
          <NativeSelect
            key={heading}
            size="sm"
            label={heading}
            value={field ?? ''}
            disabled={reading}
            onChange={({ currentTarget: { value } }) =>
              choose(heading, (value || null) as ReferralField | null)
            }
            data={[
              { value: '', label: t('columns.none') },
              ...REFERRAL_FIELDS.map((one) => ({ value: one, label: t(`columns.${one}`) })),
            ]}
          />
        ))}
      </div>
    </details>
  );
}
