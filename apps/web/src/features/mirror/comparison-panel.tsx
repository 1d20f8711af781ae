import { Button } from '@mantine/core';
import { IconEyeOff, IconFileInfo, IconInfoCircle, IconUsers } from '@tabler/icons-react';
import { type Ref, use } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnFigureView } from '#libs/contracts';
import { AsTables, ChartFigure } from '../../components/chart-figure';
import { HelpTip } from '../../components/help-tip';
import { Panel } from '../../components/panel';
import { RankedBars } from '../../components/ranked-bars';
import { useWords } from '../../lib/i18n';
import { comparedBars } from './bars';
import type { CardOf } from './card/card-panel';
import { useFigureWords } from './figure-words';
import classes from './figures.module.css';

interface ComparisonPanelProps {
  figure: OwnFigureView;
  /** Holds the drawing, for saving it as a picture. */
  drawing?: Ref<HTMLDivElement>;
  onCard: (of: CardOf) => void;
  /** Above the sentence, where several figures stand under each other; what holds for all of them is then said elsewhere. */
  title?: string;
}

/** What the figure says, in a sentence, a line and bars: one's own practice among its group, with the region as a line. */
export function ComparisonPanel({ figure, drawing, onCard, title }: ComparisonPanelProps) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const tables = use(AsTables);
  const { own, group, region } = figure;
  const read = useFigureWords(figure.measure.content);
  // The server's labels are letters: `Praktijk C`; a name of a practice stays as it is.
  const labelled = (label: string) => {
    const letter = /^(?:Praktijk )?([A-Z]{1,2})$/.exec(label)?.[1];
    return letter ? t('bars.label', { letter }) : label;
  };
  const bars = comparedBars(figure).map((bar) => ({
    key: bar.key,
    label: bar.label === null ? t('own') : labelled(bar.label),
    value: bar.value,
    text: bar.value === null ? '' : read.value(bar.value),
    own: bar.own,
    low: bar.own ? own.low : null,
    high: bar.own ? own.high : null,
  }));
  // As the figure was made, not as its measure would like it.
  const corrected = (group?.card ?? figure.card).card.measure.standardisation !== 'none';
  const hidden = bars.some((bar) => bar.value === null);
  const regionRow = region ? [[t('region'), read.value(region.value), '']] : [];
  const middle = group?.middle;
  return (
    <Panel>
      {title && <p className={classes.kicker}>{title}</p>}
      <h2 className={classes.sentence}>{words(figure.sentence)}</h2>
      <p className={classes.detail}>{words(figure.detail)}</p>
      <div ref={drawing}>
        <ChartFigure
          table={{
            caption: t('bars.caption'),
            head: [t('bars.practice'), t('value'), t('bars.margin')],
            rows: [
              ...bars.map((bar) => [
                bar.label,
                bar.value === null ? t('notShown') : bar.text,
                bar.own ? read.margin(own.low, own.high) : '',
              ]),
              ...regionRow,
            ],
          }}
        >
          <RankedBars
            bars={bars}
            reference={
              region
                ? { value: region.value, label: t('bars.region', { value: read.value(region.value) }) }
                : null
            }
            notShown={t('notShown')}
          />
        </ChartFigure>
      </div>
      <p className={classes.unit}>
        {corrected ? `${read.unit}, ${t('unit.corrected')}` : read.unit}
        {'. '}
        {!tables && own.low !== null && t('bars.whisker')}
        {own.low !== null && <HelpTip term="sureness" label={t('bars.margin')} />}
      </p>
      {middle && (
        <p className={classes.note}>
          <IconUsers size={17} stroke={1.7} className="lk-icon" aria-hidden />
          <span>
            {t('bars.middle', {
              median: read.value(middle.median),
              low: read.value(middle.low),
              high: read.value(middle.high),
            })}
          </span>
        </p>
      )}
      {hidden && (
        <p className={classes.note}>
          <IconEyeOff size={17} stroke={1.7} className="lk-icon" aria-hidden />
          <span>{t('bars.hidden')}</span>
        </p>
      )}
      {group && !title && (
        <p className={classes.note}>
          <IconInfoCircle size={17} stroke={1.7} className="lk-icon" aria-hidden />
          <span>{t(`mode.${group.mode}`, { count: group.bars.length })}</span>
        </p>
      )}
      {figure.noGroup && (
        <p className={classes.note}>
          <IconInfoCircle size={17} stroke={1.7} className="lk-icon" aria-hidden />
          <span>{words(figure.noGroup)}</span>
        </p>
      )}
      <div className={classes.origin} data-print="hide">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconFileInfo size={16} />}
          onClick={() => onCard(group ? 'group' : 'own')}
        >
          {t(group ? 'origin.group' : 'origin.own')}
        </Button>
      </div>
    </Panel>
  );
}
