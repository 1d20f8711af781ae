import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FigureChoicesView } from '#libs/contracts';
import { useLanguage, useWords } from '../../../lib/i18n';
import { itemsOf } from '../items';
import { useAddress } from '../looking-bar';
import { useOwnPractices } from '../own-practices';
import { periodWords } from '../period';
import { type Chosen, itemFor } from './choice';

/** What to look at: practice (who has more than one), measure, item, period and group. */
export function Choosers({ choices, chosen }: { choices: FigureChoicesView; chosen: Chosen | null }) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const language = useLanguage();
  const practices = useOwnPractices();
  const { change } = useAddress();
  const items = chosen ? itemsOf(choices, chosen.measure, t('item.all')) : [];
  return (
    <>
      {practices.length > 1 && (
        <NativeSelect
          size="sm"
          label={t('choose.practice')}
          value={choices.practice.id}
          onChange={({ currentTarget: { value } }) => change({ praktijk: value, groep: null })}
          data={practices.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <NativeSelect
        size="sm"
        label={t('choose.measure')}
        value={chosen?.measure ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({
            maat: value || null,
            onderdeel: value ? itemFor(choices, value, chosen?.item ?? '') : null,
          })
        }
        data={[
          ...(chosen ? [] : [{ value: '', label: t('choose.pick') }]),
          ...choices.measures.map((one) => ({ value: one.code, label: words(one.title) })),
        ]}
      />
      {chosen && (
        <NativeSelect
          size="sm"
          label={t('choose.item')}
          value={chosen.item}
          onChange={({ currentTarget: { value } }) => change({ onderdeel: value })}
          data={items.map((item) => ({ value: item.code, label: item.name }))}
        />
      )}
      {chosen && choices.periods.length > 0 && (
        <NativeSelect
          size="sm"
          label={t('choose.period')}
          value={chosen.from ?? choices.periods[0]?.from ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change({ vanaf: value === choices.periods[0]?.from ? null : value })
          }
          data={choices.periods.map((period) => ({
            value: period.from,
            label: periodWords(period, language),
          }))}
        />
      )}
      {chosen && choices.groups.length > 1 && (
        <NativeSelect
          size="sm"
          label={t('choose.group')}
          value={chosen.group ?? ''}
          onChange={({ currentTarget: { value } }) => change({ groep: value })}
          data={choices.groups.map((group) => ({ value: group.id, label: group.name }))}
        />
      )}
    </>
  );
}
