import { ActionIcon, Skeleton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupPreparationView, OwnFigureView } from '#libs/contracts';
import { Waiting } from '../../../components/loading-state';
import { Panel } from '../../../components/panel';
import { announce } from '../../../lib/announce';
import { useWords } from '../../../lib/i18n';
import { showToast } from '../../../lib/toast';
import type { Kept } from '../../../lib/use-kept';
import type { CardOf } from '../card/card-panel';
import { ComparisonPanel } from '../comparison-panel';
import { useFigureWords } from '../figure-words';
import { type PreparationDraft, choicesQuery } from '../figures-data';
import { ALL_ITEMS, itemsOf } from '../items';
import { useOwnPractices } from '../own-practices';
import { RemarksPanel } from '../remarks/remarks-panel';
import classes from './group.module.css';

type Wish = PreparationDraft['figures'][number];
const keyOf = ({ measure, item }: Wish) => `${measure} ${item}`;

interface PreparedFiguresProps {
  view: GroupPreparationView;
  kept: Kept<PreparationDraft>;
  onCard: (key: string, of: CardOf) => void;
}

/** The figures in the order in which the group will talk about them; moved with buttons. */
export function PreparedFigures({ view, kept, onCard }: PreparedFiguresProps) {
  const { t } = useTranslation('group-figures');
  const { draft } = kept;
  const words = useWords();
  const nameOf = ({ measure, item }: OwnFigureView) =>
    item.code === ALL_ITEMS ? words(measure.content.title) : `${words(measure.content.title)} ${item.name}`;
  const practice = useOwnPractices()[0]?.id ?? null;
  const choices = useQuery({ ...choicesQuery(practice), enabled: practice !== null }).data;
  const wished = ({ measure, item }: Wish) => {
    const known = choices?.measures.find((one) => one.code === measure);
    const named = choices && itemsOf(choices, measure, '').find((one) => one.code === item);
    return [known ? words(known.title) : measure, named?.name].filter(Boolean).join(' ');
  };
  const list = useRef<HTMLOListElement>(null);
  const change = (figures: Wish[]) => kept.set({ ...draft, figures });
  const move = (at: number, by: -1 | 1, name: string) => {
    const next = [...draft.figures];
    const [moved] = next.splice(at, 1);
    if (!moved) return;
    next.splice(at + by, 0, moved);
    change(next);
    announce(t('moved', { name, place: at + by + 1, total: next.length }));
    // The row moved away from under the pointer: the focus goes along with it.
    requestAnimationFrame(() =>
      list.current
        ?.querySelector<HTMLElement>(`[data-at='${at + by}'] [data-move='${by}']:not(:disabled)`)
        ?.focus(),
    );
  };
  const remove = (at: number, name: string) => {
    const before = draft.figures;
    change(before.toSpliced(at, 1));
    showToast(t('removed', { name }), { undo: () => change(before) });
  };
  return (
    <ol ref={list} className={classes.figures}>
      {draft.figures.map((wish, at) => {
        const found = view.figures.find((figure) => keyOf(figure) === keyOf(wish));
        const name = found?.view ? nameOf(found.view) : wished(wish);
        return (
          <li key={keyOf(wish)} data-at={at} className={classes.figure}>
            {view.mayPrepare && (
              <div className={classes.tools} data-print="hide">
                {([-1, 1] as const).map((by) => (
                  <ActionIcon
                    key={by}
                    variant="default"
                    size={34}
                    data-move={by}
                    disabled={at + by < 0 || at + by >= draft.figures.length}
                    aria-label={t(by < 0 ? 'up' : 'down', { name })}
                    onClick={() => move(at, by, name)}
                  >
                    {by < 0 ? <IconArrowUp size={17} /> : <IconArrowDown size={17} />}
                  </ActionIcon>
                ))}
                <ActionIcon
                  variant="default"
                  size={34}
                  aria-label={t('remove', { name })}
                  onClick={() => remove(at, name)}
                >
                  <IconX size={17} />
                </ActionIcon>
              </div>
            )}
            {found?.view ? (
              <Figure at={at} figure={found.view} onCard={(of) => onCard(keyOf(wish), of)} />
            ) : found ? (
              <Panel>
                <p className="lk-muted">{t('absent', { name })}</p>
              </Panel>
            ) : (
              <Waiting>
                <Skeleton height={320} radius={10} />
              </Waiting>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Figure({ at, figure, onCard }: { at: number; figure: OwnFigureView; onCard: (of: CardOf) => void }) {
  const { t } = useTranslation('group-figures');
  const read = useFigureWords(figure.measure.content);
  const remarks = figure.group?.remarks ?? [];
  return (
    <div className={classes.stack}>
      <ComparisonPanel
        figure={figure}
        onCard={onCard}
        title={t('figure', {
          place: at + 1,
          title: read.title(figure.item),
          period: read.period(figure.period),
        })}
      />
      <RemarksPanel remarks={figure.remarks} groupRemarks={remarks} />
    </div>
  );
}
