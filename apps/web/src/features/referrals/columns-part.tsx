import { NativeSelect } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REFERRAL_FIELDS, type ReferralField, type ReferralPreviewView } from '#libs/contracts';
import { useColumnWords } from './column-words';
import classes from './referrals.module.css';

interface ColumnsPartProps {
  columns: ReferralPreviewView['columns'];
  onMap: (heading: string, field: ReferralField | null) => void;
}

/**
 * What stands in which column, for a list whose headings say it otherwise; open by itself when nothing was recognised, and it stays so for
 * the next choice.
 */
export function ColumnsPart({ columns, onMap }: ColumnsPartProps) {
  const { t } = useTranslation('referrals');
  const words = useColumnWords();
  const id = useId();
  const [begun, setBegun] = useState(false);
  const choosable = columns.filter(({ dropped }) => dropped === null || dropped === 'unused');
  if (choosable.length === 0) return null;
  const known = choosable.some(({ field }) => field === 'specialism' || field === 'reason');
  const choose = (heading: string, field: ReferralField | null) => {
    setBegun(true);
    onMap(heading, field);
  };
  return (
    <details className={classes.columns} open={!known || begun || undefined}>
      <summary id={id}>{t(known ? 'columns.change' : 'columns.unknown')}</summary>
      <div className={classes.columnGrid} role="group" aria-labelledby={id}>
        {choosable.map(({ heading, field }) => (
          <NativeSelect
            key={heading}
            size="sm"
            label={words(heading)}
            value={field ?? ''}
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
