import { useTranslation } from 'react-i18next';
import type { ExtractProfileView } from '#libs/contracts';
import { ChartFigure } from '../../../../components/chart-figure';
import { Panel } from '../../../../components/panel';
import { useFormat, useLanguage } from '../../../../lib/i18n';
import { periodMark, periodName } from '../period-words';
import own from './data-set.module.css';

/** How much every period counts, as small bars; a period that practices are missing from is drawn open. */
export function PeriodsPanel({ profile }: { profile: ExtractProfileView }) {
  const { t } = useTranslation('mirror-data');
  const format = useFormat();
  const language = useLanguage();
  const { periods } = profile;
  if (periods.length === 0) return null;
  const most = Math.max(...periods.map(({ count }) => count), 1);
  const least = Math.min(...periods.map(({ count }) => count));
  const practices = Math.max(...periods.map((one) => one.practices));
  const short = periods.filter((one) => one.practices < practices);
  // Marks under the bars only where they fit.
  const every = Math.ceil(periods.length / 12);
  return (
    <Panel title={t('periods')}>
      <p className={own.sentence}>
        {t(least === most ? 'periods.same' : 'periods.sentence', {
          count: periods.length,
          least: format.number(least),
          most: format.number(most),
        })}{' '}
        {short.length === 0
          ? t('periods.whole', { count: practices })
          : t('periods.short', { count: short.length })}
      </p>
      <ChartFigure
        table={{
          caption: t('periods'),
          head: [t('example.period'), t('summary.count'), t('summary.practices')],
          rows: periods.map((one) => [
            periodName(one.from, one.months, language),
            format.number(one.count),
            format.number(one.practices),
          ]),
        }}
      >
        <div className={own.bars}>
          {periods.map((one, at) => (
            <div
              key={one.from}
              className={own.barCell}
              title={`${periodName(one.from, one.months, language)}: ${format.number(one.count)}`}
            >
              <span className={own.barRoom}>
                <span
                  className={own.bar}
                  data-short={one.practices < practices || undefined}
                  style={{ height: `${Math.max((one.count / most) * 100, 1)}%` }}
                />
              </span>
              <span className={own.mark}>
                {at % every === 0 ? periodMark(one.from, one.months, language) : ''}
              </span>
            </div>
          ))}
        </div>
        <div className={own.ends}>
          <span>{periodName(periods[0]?.from ?? '', periods[0]?.months ?? 1, language)}</span>
          <span>{periodName(periods.at(-1)?.from ?? '', periods.at(-1)?.months ?? 1, language)}</span>
        </div>
        {short.length > 0 && (
          <p className={own.key}>
            <span className={own.swatch} aria-hidden /> {t('periods.key')}
          </p>
        )}
      </ChartFigure>
    </Panel>
  );
}
