import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OwnFigureView } from '#libs/contracts';
import { Panel } from '../../../components/panel';
import { useWords } from '../../../lib/i18n';
import { useFigureWords } from '../figure-words';
import classes from '../figures.module.css';

/** The same figure per age and sex, of the practice and the region. */
export function BreakdownPanel({ figure }: { figure: OwnFigureView }) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const read = useFigureWords(figure.measure.content);
  const rows = figure.breakdown.toSorted((a, b) =>
    words(a.stratum).localeCompare(words(b.stratum), 'nl', { numeric: true }),
  );
  const region = rows.some((row) => row.region !== null);
  const hidden = rows.some((row) => row.own === null || (region && row.region === null));
  const cell = (value: number | null | undefined) =>
    value === null || value === undefined ? <Colon label={t('notShown')} /> : read.value(value);
  return (
    <Panel title={t('breakdown')}>
      <table className={classes.table}>
        <caption className={classes.caption}>{read.unit}</caption>
        <thead>
          <tr>
            <th scope="col">{t('breakdown.who')}</th>
            <th scope="col">{t('own')}</th>
            <th scope="col">{t('bars.margin')}</th>
            {region && <th scope="col">{t('region')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.stratum.nl}>
              <th scope="row">{words(row.stratum)}</th>
              <td data-own>{cell(row.own?.value)}</td>
              <td>
                {row.own && row.own.low !== null && row.own.high !== null
                  ? t('value.range', { low: read.value(row.own.low), high: read.value(row.own.high) })
                  : ''}
              </td>
              {region && <td>{cell(row.region)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {hidden && (
        <p className={classes.note}>
          <IconInfoCircle size={17} stroke={1.8} className="lk-icon" aria-hidden />
          <span>{t('breakdown.hidden')}</span>
        </p>
      )}
    </Panel>
  );
}

function Colon({ label }: { label: string }) {
  return (
    <span className={classes.colon}>
      <span aria-hidden>:</span>
      <span className={classes.spoken}>{label}</span>
    </span>
  );
}
