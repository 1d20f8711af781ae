import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CutView } from '#libs/contracts';
import { useWords } from '../../../lib/i18n';
import type { CutKey } from './results-data';

export const cutKey = (cut: Pick<CutView, 'dimension' | 'value'>): string => `${cut.dimension}:${cut.value}`;

interface PartChoiceProps {
  label: string;
  cuts: readonly CutView[];
  value: CutKey;
  onChange: (cut: CutKey) => void;
  disabled?: boolean;
}

/** Everybody, or one part. What cannot be told is in the list, cannot be chosen, and says why. */
export function PartChoice({ label, cuts, value, onChange, disabled }: PartChoiceProps) {
  const { t } = useTranslation('results');
  const words = useWords();
  const group = (dimension: CutView['dimension']) => {
    const items = cuts
      .filter((cut) => cut.dimension === dimension)
      .map((cut) => ({
        value: cutKey(cut),
        label: cut.hidden
          ? t('part.hidden', { part: words(cut.label), reason: t(`hidden.short.${cut.hidden}`) })
          : words(cut.label),
        disabled: cut.hidden !== null,
      }));
    return items.length > 0 ? [{ group: t(`part.${dimension}`), items }] : [];
  };
  return (
    <NativeSelect
      size="sm"
      label={label}
      value={value ?? ''}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[{ value: '', label: t('part.all') }, ...group('role'), ...group('theme')]}
    />
  );
}
