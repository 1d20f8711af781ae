import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { GroupComparisonView, ScaleItem } from '#libs/contracts';
import { ChartFigure } from '../../../../components/chart-figure';
import { IntervalRows } from '../../../../components/interval-rows';
import { Panel } from '../../../../components/panel';
import { useFormat, useWords } from '../../../../lib/i18n';
import { inAHundred } from '../effect';
import { NotShown } from '../not-shown';
import results from '../results.module.css';
import { useChance } from './use-chance';
import classes from './compare.module.css';

/** What the test says in one sentence, both means, how large the difference is in words, and how it was reckoned (SUR-06, SUR-13). */
export function Comparison({ found, item }: { found: GroupComparisonView; item: ScaleItem }) {
  const { t } = useTranslation('results');
  const words = useWords();
  const format = useFormat();
  if (found.hidden)
    return (
      <Panel title={t('compare.hidden')}>
        <NotShown>{words(found.sentence)}</NotShown>
      </Panel>
    );
  const sides = [found.a, found.b];
  const one = (value: number | null) => (value === null ? t('none') : format.number(value, 1));
  return (
    <div className={classes.two}>
      <Panel>
        <h2 className={results.question}>{words(found.sentence)}</h2>
        <p className={results.sentence}>{words(item.text)}</p>
        <ChartFigure
          table={{
            caption: words(item.text),
            head: [t('table.group'), t('table.count'), t('table.mean'), t('table.median')],
            rows: sides.map((side) => [
              words(side.label),
              String(side.n ?? ''),
              one(side.mean),
              one(side.median),
            ]),
          }}
        >
          <IntervalRows
            rows={sides.map((side, at) => ({
              key: String(at),
              label: words(side.label),
              value: side.mean,
              low: null,
              high: null,
              text: t('compare.mean', { mean: one(side.mean), count: side.n ?? 0 }),
            }))}
            ticks={ticksOf(item).map((value) => ({ value, label: String(value) }))}
          />
        </ChartFigure>
        <HowLarge found={found} />
      </Panel>
      <HowReckoned found={found} />
    </div>
  );
}

function HowLarge({ found }: { found: GroupComparisonView }) {
  const { t } = useTranslation('results');
  const words = useWords();
  const often = inAHundred(found);
  const higher = often?.side === 'b' ? found.b : found.a;
  return (
    <ul className={classes.notes}>
      <li>
        <IconInfoCircle size={19} stroke={1.8} className="lk-icon" aria-hidden />
        <span>
          <b>{t('effect.take')}</b>{' '}
          {often
            ? t('effect.higher', { count: often.count, higher: words(higher.label) })
            : t('effect.equal')}
        </span>
      </li>
      {found.cautions.map((caution) => (
        <li key={caution.nl} data-kind="caution">
          <IconAlertTriangle size={19} stroke={1.8} className="lk-icon" aria-hidden />
          <span>{words(caution)}</span>
        </li>
      ))}
    </ul>
  );
}

function HowReckoned({ found }: { found: GroupComparisonView }) {
  const { t } = useTranslation('results');
  const words = useWords();
  const format = useFormat();
  const chance = useChance();
  return (
    <aside>
      <Panel title={t('reckoned')}>
        <dl className={results.made}>
          {found.method && (
            <div>
              <dt>{t('reckoned.test')}</dt>
              <dd>{words(found.method)}</dd>
            </div>
          )}
          <div>
            <dt>{t('reckoned.outcome')}</dt>
            <dd>
              {[
                ...(found.u === null
                  ? []
                  : [t('reckoned.u', { u: format.number(found.u), group: words(found.a.label) })]),
                t('reckoned.n', { a: found.a.n, b: found.b.n }),
                ...(found.p === null ? [] : [chance(found.p)]),
              ].join(', ')}
            </dd>
          </div>
          {found.cliffsDelta !== null && (
            <div>
              <dt>{t('reckoned.effect')}</dt>
              <dd>{t('reckoned.delta', { delta: format.signed(found.cliffsDelta, 2) })}</dd>
            </div>
          )}
          <div>
            <dt>{t('reckoned.p')}</dt>
            <dd>{t('reckoned.p.text')}</dd>
          </div>
        </dl>
      </Panel>
    </aside>
  );
}

/** Every step of a short scale, the ends and the middle of a long one. */
function ticksOf({ min, max }: ScaleItem): number[] {
  return max - min <= 10 ? Array.from({ length: max - min + 1 }, (_, at) => min + at) : [min, max];
}
