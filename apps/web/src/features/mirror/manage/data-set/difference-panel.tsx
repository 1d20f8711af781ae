import { IconArrowRight } from '@tabler/icons-react';
import { Button, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataSetView } from '#libs/contracts';
import { Panel } from '../../../../components/panel';
import { useFormat, useLanguage } from '../../../../lib/i18n';
import { codedPeriod } from '../period-words';
import own from './data-set.module.css';

const FEW = 6;

/** What is another number than in the data set that this one replaces: old, arrow, new. */
export function DifferencePanel({ difference }: { difference: DataSetView['difference'] }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  if (!difference) return null;
  const { cells, practices, examples } = difference;
  return (
    <Panel title={t('difference')}>
      <p className={own.sentence}>
        {cells === 0
          ? t('difference.none')
          : t('difference.sentence', { count: practices, cells: format.number(cells) })}
      </p>
      {examples.length > 0 && (
        <div className={own.scroll} role="region" tabIndex={0} aria-label={t('difference')}>
          <table className={own.table}>
            <thead>
              <tr>
                {(['practice', 'item', 'period'] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`example.${key}`)}
                  </th>
                ))}
                <th scope="col">{t('difference.change')}</th>
              </tr>
            </thead>
            <tbody>
              {(all ? examples : examples.slice(0, FEW)).map((one, at) => (
                <tr key={at}>
                  <td>{one.practice}</td>
                  <td>{one.item}</td>
                  <td>{codedPeriod(one.period, language, format.localDate)}</td>
                  <td>
                    <span className={own.oldNew}>
                      <s>{format.number(one.was)}</s>
                      <IconArrowRight size={14} aria-hidden />
                      <VisuallyHidden>{t('difference.becomes')}</VisuallyHidden>
                      <b>{format.number(one.is)}</b>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!all && examples.length > FEW && (
        <Button variant="subtle" size="sm" mt="sm" onClick={() => setAll(true)}>
          {t('difference.all', { count: examples.length })}
        </Button>
      )}
    </Panel>
  );
}
