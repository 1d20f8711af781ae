import { useTranslation } from 'react-i18next';
import type { MeasureContent } from '#libs/contracts';
import { useFormat, useLanguage, useWords } from '../../lib/i18n';
import { ALL_ITEMS } from './items';
import { type Period, periodWords } from './period';

type Read = Pick<MeasureContent, 'title' | 'kind' | 'numerator' | 'per' | 'decimals' | 'denominatorWords'>;

/** How the figures of a measure are read: its values, its unit, its title with an item, its period. */
export function useFigureWords(content: Read) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const words = useWords();
  const language = useLanguage();
  const of = words(content.denominatorWords);
  const percent = content.per === 100;
  const value = (amount: number) =>
    percent ? format.percent(amount / 100, content.decimals) : format.number(amount, content.decimals);
  return {
    value,
    /** `57 (48 tot 67)` */
    margin: (low: number | null, high: number | null) =>
      low === null || high === null
        ? t('value.noMargin')
        : t('value.margin', { low: value(low), high: value(high) }),
    /** `per 1.000 …`: what one value is of. */
    unit: percent ? t('unit.percent', { of }) : t('unit.per', { per: format.number(content.per, 0), of }),
    title: (item: { code: string; name: string }) =>
      item.code === ALL_ITEMS
        ? words(content.title)
        : t(
            content.kind === 'referrals' && content.numerator !== 'consults'
              ? 'figure.title.to'
              : 'figure.title',
            { measure: words(content.title), item: item.name },
          ),
    period: (period: Period) => periodWords(period, language),
  };
}
