import { Button } from '@mantine/core';
import { IconChartBar, IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type GroupPreparationView, figuresRoom } from '#libs/contracts';
import { AsTables } from '../../../components/chart-figure';
import { Deferred, type DeferredProps } from '../../../components/deferred';
import { EmptyState } from '../../../components/empty-state';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PageHead } from '../../../components/page-head';
import { asProblem } from '../../../lib/problem';
import { useRoomVersion } from '../../../lib/socket';
import { useKept } from '../../../lib/use-kept';
import { CardPanel, type CardOf } from '../card/card-panel';
import {
  type PreparationDraft,
  figureDoors,
  figuresKey,
  groupExportHref,
  preparationKey,
  preparationQuery,
} from '../figures-data';
import { FiguresTabs } from '../figures-tabs';
import classes from '../figures.module.css';
import { LookingBar, useAddress } from '../looking-bar';
import { ModePanel } from '../open-mode/mode-panel';
import { AddFigure } from './add-figure';
import { PreparedFigures } from './prepared-figures';
import { MOST_FIGURES, draftOf } from './preparation';
import { StoryPanel } from './story-panel';

const Menu = lazy(() => import('../save-menu').then((module) => ({ default: module.SaveMenu })));

/** What a group puts on its table: the story first, then the question, then two to four figures (MIR-05). */
export default function GroupFiguresPage() {
  const { t } = useTranslation('group-figures');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(preparationQuery(id));
  // Whoever signs or takes a signature back changes what may be seen here: at once, not at the next visit.
  useRoomVersion(data ? figuresRoom(id) : null, { keys: [figuresKey] });
  if (data && !error) return <Preparation key={id} view={data} />;
  return (
    <>
      <PageHead title={t('page')} crumbs={[{ label: t('crumb'), to: '/spiegel' }, { label: t('page') }]} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState rows={3} height={180} />
      )}
    </>
  );
}

function Preparation({ view }: { view: GroupPreparationView }) {
  const { t } = useTranslation('group-figures');
  const client = useQueryClient();
  const { tables } = useAddress();
  const [card, setCard] = useState<{ key: string; of: CardOf } | null>(null);
  const kept = useKept<PreparationDraft, number>({
    server: () => draftOf(view),
    version: view.version,
    save: async (draft, based) => {
      try {
        const changed = await figureDoors.prepare(view.groupId, draft, based);
        client.setQueryData(preparationKey(view.groupId), changed);
        return changed.version;
      } catch (error) {
        // Whoever chooses between two versions must be able to read the other one.
        if (asProblem(error).code === 'conflict.stale')
          await client.invalidateQueries({ queryKey: preparationKey(view.groupId) });
        throw error;
      }
    },
  });
  const shown = view.figures.find(
    (figure) => figure.view && `${figure.measure} ${figure.item}` === card?.key,
  )?.view;
  const { figures } = kept.draft;
  return (
    <>
      <PageHead
        title={t('title', { group: view.group })}
        lead={t(`lead.${view.mode}`)}
        crumbs={[{ label: t('crumb'), to: '/spiegel' }, { label: view.group }]}
        action={view.figures.some((figure) => figure.view) && <SaveGroup groupId={view.groupId} />}
      />
      <FiguresTabs groups={[{ id: view.groupId, name: view.group }]} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <StoryPanel kept={kept} mayPrepare={view.mayPrepare} />
          {figures.length > 0 && <LookingBar />}
          <AsTables value={tables}>
            {figures.length > 0 ? (
              <PreparedFigures view={view} kept={kept} onCard={(key, of) => setCard({ key, of })} />
            ) : (
              <EmptyState
                icon={IconChartBar}
                title={t('empty.title')}
                text={t(view.mayPrepare ? 'empty.text' : 'empty.wait')}
              />
            )}
          </AsTables>
          {view.mayPrepare && figures.length < MOST_FIGURES && <AddFigure kept={kept} />}
        </div>
        <div className={classes.side} data-asks={(view.openMode?.maySign.length ?? 0) > 0 || undefined}>
          {card && shown && (
            <CardPanel
              figure={shown}
              of={card.of}
              onOf={(of) => setCard({ ...card, of })}
              onClose={() => setCard(null)}
              practiceId={null}
              ref={intoSight}
            />
          )}
          <ModePanel view={view} />
        </div>
      </div>
    </>
  );
}

/** The card appears beside the figure, or below it: it takes the focus and comes into sight. */
function intoSight(node: HTMLElement | null): void {
  node?.focus({ preventScroll: true });
  node?.scrollIntoView({ block: 'nearest' });
}

function SaveGroup({ groupId }: { groupId: string }) {
  const { t } = useTranslation('figures');
  const menu = useMemo(() => {
    const files = (['pptx', 'xlsx'] as const).map((kind) => ({ kind, href: groupExportHref(groupId, kind) }));
    return function OfGroup(props: DeferredProps) {
      return <Menu {...props} files={files} onImage={null} />;
    };
  }, [groupId]);
  return (
    <Deferred
      component={menu}
      target={
        <Button
          variant="default"
          leftSection={<IconDownload size={18} />}
          rightSection={<IconChevronDown size={16} />}
          aria-haspopup="menu"
        >
          {t('save')}
        </Button>
      }
    />
  );
}
