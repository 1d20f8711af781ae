import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureChoicesView, OwnFigureView } from '#libs/contracts';
import { PageHead } from '../../../components/page-head';
import { useWords } from '../../../lib/i18n';
import { useRoomVersion } from '../../../lib/socket';
import { figuresRoom } from '#libs/contracts';
import { CardPanel, type CardOf } from '../card/card-panel';
import { ComparisonPanel } from '../comparison-panel';
import { useFigureWords } from '../figure-words';
import { type FigureWish, figuresKey } from '../figures-data';
import { useAddress } from '../looking-bar';
import { RemarksPanel } from '../remarks/remarks-panel';
import { BreakdownPanel } from './breakdown-panel';
import { LevelsPanel } from './levels-panel';
import { ReadingPanel } from './reading-panel';
import { SaveAction } from './save-action';
import { TakeAlong } from './take-along';
import { TrendPanel } from './trend-panel';
import classes from '../figures.module.css';

interface PracticeFigureProps {
  figure: OwnFigureView;
  wish: FigureWish;
  groups: FigureChoicesView['groups'];
  /** Another figure is on its way: this one is what was asked before. */
  waiting: boolean;
  bar: ReactNode;
}

/** Everything about one measure and item: the comparison first, and where the figures come from beside it. */
export function PracticeFigure({ figure, wish, groups, waiting, bar }: PracticeFigureProps) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const read = useFigureWords(figure.measure.content);
  const drawing = useRef<HTMLDivElement>(null);
  const [card, setCard] = useState<CardOf | null>('own');
  const aside = useRef<HTMLElement>(null);
  useRoomVersion(figure.group ? figuresRoom(figure.group.groupId) : null, { keys: [figuresKey] });
  const show = (of: CardOf) => {
    setCard(of);
    // Beside the figure nothing moves; below it, on a narrow screen, the card comes into sight.
    requestAnimationFrame(() => {
      aside.current?.focus({ preventScroll: true });
      aside.current?.scrollIntoView({ block: 'nearest' });
    });
  };
  const { tables } = useAddress();
  const title = read.title(figure.item);
  const group = groups.find((one) => one.id === wish.group);
  return (
    <>
      <PageHead
        title={title}
        lead={t(figure.group ? 'figure.lead.group' : figure.region ? 'figure.lead' : 'figure.lead.alone', {
          period: read.period(figure.period),
        })}
        crumbs={[{ label: t('page'), to: '/spiegel' }, { label: words(figure.measure.content.title) }]}
        action={
          <>
            <SaveAction figure={figure} wish={wish} drawing={drawing} />
            {group && <TakeAlong wish={wish} group={group} />}
          </>
        }
      />
      {bar}
      <div
        className={classes.columns}
        data-waiting={waiting || undefined}
        data-single={card === null || undefined}
      >
        <div className={classes.main}>
          <ComparisonPanel figure={figure} drawing={drawing} onCard={show} />
          {figure.region || figure.group?.middle ? (
            <div className={classes.pair} data-tables={tables || undefined}>
              <TrendPanel figure={figure} />
              <LevelsPanel figure={figure} onCard={show} />
            </div>
          ) : (
            <TrendPanel figure={figure} />
          )}
          {figure.breakdown.length > 0 && <BreakdownPanel figure={figure} />}
          <RemarksPanel remarks={figure.remarks} groupRemarks={figure.group?.remarks ?? []} />
          <ReadingPanel figure={figure} />
        </div>
        {card && (
          <CardPanel
            ref={aside}
            figure={figure}
            of={card}
            onOf={setCard}
            onClose={() => setCard(null)}
            practiceId={wish.practice}
          />
        )}
      </div>
    </>
  );
}
