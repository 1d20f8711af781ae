import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/ScrollArea.css';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { practicesQuery } from '../../lib/practices';

interface PracticePickerProps {
  label: string;
  value: string | null;
  onChange: (practiceId: string | null) => void;
  error?: string | null;
  /** Practices that cannot be chosen here. */
  without?: ReadonlySet<string>;
  /** Only these can be chosen. */
  among?: ReadonlySet<string>;
}

/** One practice of the region, found by typing a part of its name or town. */
export function PracticePicker({ label, value, onChange, error, without, among }: PracticePickerProps) {
  const { t } = useTranslation('intervision');
  const practices = useQuery(practicesQuery);
  return (
    <Select
      label={label}
      searchable
      clearable
      placeholder={t('picker.placeholder')}
      nothingFoundMessage={t('picker.nothing')}
      value={value}
      onChange={onChange}
      error={error}
      limit={50}
      disabled={!practices.data}
      clearButtonProps={{ 'aria-label': t('picker.clear', { label }) }}
      data={(practices.data ?? [])
        .filter((one) => !without?.has(one.id) && (!among || among.has(one.id)))
        .map((one) => ({ value: one.id, label: one.town ? `${one.name} (${one.town})` : one.name }))}
    />
  );
}
