import { useTranslation } from 'react-i18next';
import type { DataSetView } from '#libs/contracts';
import { Panel } from '../../../../components/panel';
import { useFormat } from '../../../../lib/i18n';
import own from './data-set.module.css';

/** Who did what with this delivery; nothing of it is ever rewritten. */
export function HistoryPanel({ set }: { set: DataSetView }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  if (set.history.length === 0) return null;
  return (
    <Panel title={t('history')}>
      <ol className={own.history}>
        {set.history.map((moment, at) => (
          <li key={at}>
            <b>{t(`state.${moment.state}`)}</b>
            <span>{[format.dateTime(moment.at), moment.by].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
