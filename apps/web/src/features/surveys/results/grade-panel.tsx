import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemResultView, ResultsView, ScaleItem } from '#libs/contracts';
import { useFormat, useWords } from '../../../lib/i18n';
import { AsTables } from '../../../components/chart-figure';
import { Panel } from '../../../components/panel';
import { ScaleFigure } from './item-row';
import { NotShown } from './not-shown';
import classes from './results.module.css';

/** Four figures to take in at once: the grade, how many gave a high one, who answered, who gave no grade. */
export function Facts({ result, shown }: { result: ItemResultView; shown: ResultsView }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const words = useWords();
  const { mean, high, distribution, medianCategory } = result;
  const silent = distribution ? (distribution.notApplicable ?? 0) + (distribution.missing ?? 0) : null;
  const one = (value: number) => format.number(value, 1);
  const silentWords = (given: ItemResultView['distribution']) => {
    if (!given || given.notApplicable === null) return t('fact.silent.all');
    if (silent === 0) return t('fact.silent.none');
    return [
      ...(given.notApplicable > 0 ? [t('fact.silent.unknown', { count: given.notApplicable })] : []),
      ...(given.missing ? [t('fact.silent.skipped', { count: given.missing })] : []),
    ].join(', ');
  };
  return (
    <dl className={classes.facts}>
      <Fact
        label={t('fact.mean')}
        value={mean ? one(mean.value) : medianCategory ? words(medianCategory) : null}
        detail={
          mean
            ? t('fact.margin', { low: one(mean.low), high: one(mean.high), n: result.n ?? 0 })
            : medianCategory
              ? t('fact.middle')
              : undefined
        }
      />
      {high ? (
        <Fact
          label={t('fact.high', { from: high.from })}
          value={format.percent(high.share)}
          detail={t('fact.range', { low: format.percent(high.low), high: format.percent(high.high) })}
        />
      ) : (
        <Fact label={t('fact.highUntold')} value={null} />
      )}
      <Fact
        label={t('fact.turnout')}
        value={format.percent(shown.invited ? shown.answered / shown.invited : 0)}
        detail={t('fact.of', { answered: shown.answered, invited: shown.invited })}
      />
      <Fact
        label={t('fact.silent')}
        value={silent === null ? null : String(silent)}
        detail={silentWords(distribution)}
      />
    </dl>
  );
}

function Fact({ label, value, detail }: { label: string; value: string | null; detail?: string }) {
  const { t } = useTranslation('results');
  return (
    <div>
      <dt>{label}</dt>
      <dd className={classes.figure} data-none={value === null || undefined}>
        {value ?? t('none')}
      </dd>
      {value !== null && detail && <dd className={classes.detail}>{detail}</dd>}
    </div>
  );
}

export function GradePanel({ item, result }: { item: ScaleItem; result: ItemResultView }) {
  const { t } = useTranslation('results');
  const words = useWords();
  const tables = use(AsTables);
  const bars = result.distribution?.bars ?? [];
  const merged = bars.some((bar) => bar.from !== bar.to);
  return (
    <Panel>
      <h2 className={classes.question}>{words(item.text)}</h2>
      {result.mean || bars.length > 0 ? (
        <>
          <p className={classes.sentence}>{words(result.sentence)}</p>
          <ScaleFigure item={item} result={result} size="large" />
          <ul className={classes.legend} hidden={tables}>
            {item.highFrom !== undefined && bars.length > 0 && (
              <>
                <li>
                  <span data-tone="low" />
                  {t('legend.low', { from: item.min, to: item.highFrom - 1 })}
                </li>
                <li>
                  <span data-tone="high" />
                  {t('legend.high', { from: item.highFrom, to: item.max })}
                </li>
              </>
            )}
            {bars.some((bar) => bar.count > 0 && straddles(bar, item)) && (
              <li>
                <span data-tone="both" />
                {t('legend.both')}
              </li>
            )}
            {result.mean && (
              <li>
                <span data-tone="mean" />
                {t('legend.mean')}
              </li>
            )}
            {merged && <li className={classes.merged}>{t('legend.merged')}</li>}
          </ul>
        </>
      ) : (
        <NotShown>{words(result.sentence)}</NotShown>
      )}
    </Panel>
  );
}

/** A bar for steps on both sides of what counts as high. */
const straddles = (bar: { from: number | string; to: number | string }, { highFrom }: ScaleItem): boolean =>
  highFrom !== undefined && Number(bar.from) < highFrom && Number(bar.to) >= highFrom;
