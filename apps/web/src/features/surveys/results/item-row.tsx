import { useTranslation } from 'react-i18next';
import type { ChoiceItem, ItemResultView, ScaleItem } from '#libs/contracts';
import { ChartFigure } from '../../../components/chart-figure';
import { ScaleColumns } from '../../../components/scale-columns';
import { ShareBars } from '../../../components/share-bars';
import { useFormat, useWords } from '../../../lib/i18n';
import { NotShown } from './not-shown';
import classes from './results.module.css';

/** One question: what was asked, what that says in one sentence, and the drawing. */
export function ItemRow({ item, result }: { item: ScaleItem | ChoiceItem; result: ItemResultView }) {
  const words = useWords();
  const drawn = result.mean !== null || (result.distribution?.bars.length ?? 0) > 0;
  return (
    <article className={classes.item} data-drawn={drawn || undefined}>
      <div>
        <h3>{words(item.text)}</h3>
        {drawn ? (
          <>
            <p>{words(result.sentence)}</p>
            <Silent result={result} />
          </>
        ) : (
          <NotShown>{words(result.sentence)}</NotShown>
        )}
      </div>
      {drawn &&
        (item.type === 'scale' ? (
          <ScaleFigure item={item} result={result} size="small" />
        ) : (
          <ChoiceFigure item={item} result={result} />
        ))}
    </article>
  );
}

/** Who gave no answer to this one (SUR-09, SUR-11). */
function Silent({ result: { distribution } }: { result: ItemResultView }) {
  const { t } = useTranslation('results');
  const unknown = distribution?.notApplicable ?? 0;
  const missing = distribution?.missing ?? 0;
  if (!distribution || unknown + missing === 0) return null;
  const parts =
    distribution.notApplicable === null
      ? [t('silent.some', { count: missing })]
      : [
          ...(unknown > 0 ? [t('silent.unknown', { count: unknown })] : []),
          ...(missing > 0 ? [t('silent.skipped', { count: missing })] : []),
        ];
  return <p className={classes.silent}>{parts.join(' · ')}</p>;
}

export function ScaleFigure(props: { item: ScaleItem; result: ItemResultView; size: 'large' | 'small' }) {
  const { t } = useTranslation('results');
  const words = useWords();
  const format = useFormat();
  const { item, result, size } = props;
  const bars = result.distribution?.bars ?? [];
  const { mean } = result;
  const one = (value: number) => format.number(value, 1);
  return (
    <ChartFigure
      table={{
        caption: words(item.text),
        head: [t('table.answer'), t('table.count'), t('table.share')],
        rows: [
          ...bars.map((bar) => [words(bar.label), String(bar.count), format.percent(bar.share)]),
          ...(mean
            ? [
                [
                  t('table.mean'),
                  one(mean.value),
                  t('table.range', { low: one(mean.low), high: one(mean.high) }),
                ],
              ]
            : []),
          ...(result.median === null ? [] : [[t('table.median'), one(result.median), '']]),
        ],
      }}
    >
      <ScaleColumns
        min={item.min}
        max={item.max}
        bars={bars.map(({ from, to, count }) => ({ from: Number(from), to: Number(to), count }))}
        highFrom={item.highFrom}
        mean={mean}
        ends={[words(item.lowLabel), words(item.highLabel)]}
        size={size}
      />
      {bars.length === 0 && <p className={classes.noBars}>{t('noBars')}</p>}
    </ChartFigure>
  );
}

function ChoiceFigure({ item, result }: { item: ChoiceItem; result: ItemResultView }) {
  const { t } = useTranslation('results');
  const words = useWords();
  const format = useFormat();
  const bars = result.distribution?.bars ?? [];
  return (
    <ChartFigure
      table={{
        caption: words(item.text),
        head: [t('table.answer'), t('table.count'), t('table.share')],
        rows: bars.map((bar) => [words(bar.label), String(bar.count), format.percent(bar.share)]),
      }}
    >
      <ShareBars
        bars={bars.map((bar) => ({
          key: String(bar.from),
          label: words(bar.label),
          share: bar.share,
          count: bar.count,
        }))}
      />
      {item.multiple && <p className={classes.noBars}>{t('multiple')}</p>}
    </ChartFigure>
  );
}
