import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RegressionView } from '#libs/contracts';
import { ChartFigure } from '../../../../components/chart-figure';
import { IntervalRows } from '../../../../components/interval-rows';
import { Panel } from '../../../../components/panel';
import { useFormat, useWords } from '../../../../lib/i18n';
import { ratioTicks } from '../effect';
import { NotShown } from '../not-shown';
import results from '../results.module.css';
import { useChance } from './use-chance';
import classes from './compare.module.css';

/** Odds ratios with their margins, each with its sentence; never a badge, always the warnings (SUR-07, SUR-13). */
export function Regression({ found }: { found: RegressionView }) {
  const { t } = useTranslation('results');
  const words = useWords();
  const format = useFormat();
  const chance = useChance();
  if (found.hidden)
    return (
      <Panel title={t('deep.hidden')}>
        <NotShown>{t(`hidden.${found.hidden}`)}</NotShown>
        <p className={results.sentence}>{t('deep.hidden.text')}</p>
      </Panel>
    );
  const two = (value: number | null) => (value === null ? t('none') : format.number(value, 2));
  const margin = (low: number | null, high: number | null) =>
    low === null || high === null ? t('none') : t('table.range', { low: two(low), high: two(high) });
  return (
    <div className={classes.two}>
      <Panel title={t('deep.found', { from: found.outcome.highFrom, item: words(found.outcome.text) })}>
        <p className={results.sentence}>{t('deep.n', { n: found.n, events: found.events })}</p>
        <ChartFigure
          table={{
            caption: t('deep.table'),
            head: [t('deep.predictor'), t('deep.ratio'), t('table.margin'), t('deep.p')],
            rows: found.terms.map((term) => [
              words(term.text),
              two(term.oddsRatio),
              margin(term.low, term.high),
              term.p === null ? t('none') : chance(term.p),
            ]),
          }}
        >
          <IntervalRows
            scale="log"
            reference={1}
            directions={[t('deep.lower'), t('deep.higher')]}
            rows={found.terms.map((term) => ({
              key: term.item,
              label: words(term.text),
              value: term.oddsRatio,
              low: term.low,
              high: term.high,
              text: two(term.oddsRatio),
            }))}
            ticks={ratioTicks(found.terms.flatMap(({ oddsRatio, low, high }) => [oddsRatio, low, high])).map(
              (value) => ({ value, label: format.number(value, value < 1 ? -Math.log10(value) : 0) }),
            )}
          />
        </ChartFigure>
        <ul className={classes.sentences}>
          {found.terms.map((term) => (
            <li key={term.item}>{words(term.sentence)}</li>
          ))}
        </ul>
      </Panel>
      <aside className={classes.aside}>
        <Panel title={t('notes')}>
          <ul className={results.notes}>
            {found.cautions.map((caution) => (
              <li key={caution.nl}>
                <IconAlertTriangle size={19} stroke={1.8} className="lk-icon" aria-hidden />
                <span>{words(caution)}</span>
              </li>
            ))}
            <li data-kind="info">
              <IconInfoCircle size={19} stroke={1.8} className="lk-icon" aria-hidden />
              <span>{t('deep.cause')}</span>
            </li>
          </ul>
        </Panel>
        <Panel title={t('reckoned')}>
          <dl className={results.made}>
            {found.method && (
              <div>
                <dt>{t('reckoned.method')}</dt>
                <dd>{words(found.method)}</dd>
              </div>
            )}
            <div>
              <dt>{t('deep.ratio')}</dt>
              <dd>{t('deep.ratio.text')}</dd>
            </div>
          </dl>
        </Panel>
      </aside>
    </div>
  );
}
