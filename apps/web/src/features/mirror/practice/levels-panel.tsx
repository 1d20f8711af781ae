import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OwnFigureView } from '#libs/contracts';
import { ChartFigure } from '../../../components/chart-figure';
import { IntervalRows, type IntervalRow } from '../../../components/interval-rows';
import { Panel } from '../../../components/panel';
import { useFormat } from '../../../lib/i18n';
import { niceTicks, tickDecimals } from '../../../lib/ticks';
import type { CardOf } from '../card/card-panel';
import { useFigureWords } from '../figure-words';
import classes from '../figures.module.css';

/** Practice, group and region on one axis. A margin for the practice; the middle half for a group of six or more. */
export function LevelsPanel({ figure, onCard }: { figure: OwnFigureView; onCard: (of: CardOf) => void }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const read = useFigureWords(figure.measure.content);
  const { own, group, region } = figure;
  const middle = group?.middle ?? null;
  const rows: IntervalRow[] = [
    {
      key: 'own',
      label: whole(t('own')),
      value: own.value,
      low: own.low,
      high: own.high,
      text: read.value(own.value),
      tone: 'own',
    },
    ...(middle
      ? [
          {
            key: 'group',
            label: whole(t('levels.group')),
            value: middle.median,
            low: middle.low,
            high: middle.high,
            text: read.value(middle.median),
            tone: 'other' as const,
          },
        ]
      : []),
    ...(region
      ? [
          {
            key: 'region',
            label: t('region'),
            value: region.value,
            low: null,
            high: null,
            text: read.value(region.value),
            tone: 'other' as const,
          },
        ]
      : []),
  ];
  const all = rows.flatMap((row) => [row.value, row.low, row.high]).filter((value) => value !== null);
  const ticks = niceTicks(Math.min(...all), Math.max(...all), 3);
  return (
    <Panel title={t(middle ? 'levels.title' : 'levels.title.region')}>
      <p className={classes.reading}>{t(levelSentence(own, region?.value ?? null))}</p>
      <ChartFigure
        table={{
          caption: t(middle ? 'levels.title' : 'levels.title.region'),
          head: [t('levels.level'), t('value'), t('bars.margin')],
          rows: rows.map((row) => [
            row.label,
            row.text,
            row.low === null
              ? ''
              : t('value.range', { low: read.value(row.low), high: read.value(row.high ?? row.low) }),
          ]),
        }}
      >
        <IntervalRows
          rows={rows}
          ticks={ticks.map((value) => ({ value, label: format.number(value, tickDecimals(ticks)) }))}
        />
      </ChartFigure>
      <p className={classes.unit}>{t(middle ? 'levels.note.group' : 'levels.note')}</p>
      {region && (
        <div className={classes.origin} data-print="hide">
          <Button variant="subtle" size="compact-sm" onClick={() => onCard('region')}>
            {t('origin.region')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

/** A short name stays on one line, however narrow its column. */
const whole = (name: string) => name.replaceAll(' ', '\u00a0');

/** What the margin says about the region, and no more than that. */
function levelSentence(
  own: OwnFigureView['own'],
  region: number | null,
): 'levels.above' | 'levels.below' | 'levels.within' | 'levels.alone' {
  if (region === null || own.low === null || own.high === null) return 'levels.alone';
  if (own.low > region) return 'levels.above';
  return own.high < region ? 'levels.below' : 'levels.within';
}
