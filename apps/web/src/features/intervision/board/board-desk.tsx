import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowBackUp, IconPinnedOff, IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardChange, FormingView, ProgressView, ProposalView, RoundView } from '#libs/contracts';
import { later } from '../../../lib/later';
import { Board } from './board';
import { type Ask, useBoardActions } from './board-actions';
import { EffectStrip } from './effect-strip';
import { FormingProgress } from './forming-progress';
import { Legend } from './legend';
import { pickingOf } from './picking';
import { usePicking } from './use-picking';
import { pinCount, pinsOf, useProposal } from './use-proposal';
import { WhyPanel } from './why-panel';
import classes from './desk.module.css';

const ChangeDialog = later(async () => (await import('./change-dialog')).ChangeDialog);
const WhyDrawer = later(async () => (await import('./why-drawer')).WhyDrawer);

interface BoardDeskProps {
  round: RoundView;
  proposal: ProposalView;
  forming: FormingView | null;
  progress: ProgressView | null;
}

/** The board with its strip above and its reasons beside it; on a small screen the reasons come in a drawer. */
export function BoardDesk({ round, proposal, forming, progress }: BoardDeskProps) {
  const { t } = useTranslation(['board', 'components']);
  const narrow = useMediaQuery('(max-width: 74.99em)', false, { getInitialValueInEffect: false });
  const doing = useProposal(round.id, proposal.id);
  const state = usePicking(proposal, (change, done) => doing.change.mutateAsync({ change, done }));
  const [chosen, setChosen] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const [ask, setAsk] = useState<Ask | null>(null);
  const actions = useBoardActions({
    proposal,
    state,
    doing,
    narrow,
    ask: (next) => {
      setOpened(false);
      setAsk(next);
    },
    change: state.carryOut,
  });
  const pins = pinCount(pinsOf(proposal.board));
  const improving =
    forming?.purpose === 'improve' && (forming.state === 'queued' || forming.state === 'running');
  const tryOut = (change: BoardChange) => {
    setOpened(false);
    state.setPicking(pickingOf(change));
  };
  const why = (
    <WhyPanel proposal={proposal} practiceId={chosen} actions={actions} onChoose={setChosen} onTry={tryOut} />
  );
  return (
    <div className={classes.desk}>
      <div className={classes.main}>
        <div className={classes.bar} data-picking={state.picking ? true : undefined} data-print="hide">
          {state.picking ? (
            <EffectStrip proposal={proposal} state={state} busy={doing.change.isPending} />
          ) : (
            <div className={classes.tools}>
              <Button
                variant="default"
                size="sm"
                leftSection={<IconArrowBackUp size={17} />}
                disabled={!proposal.canUndo}
                loading={doing.undo.isPending}
                onClick={() => doing.undo.mutate()}
              >
                {t('components:undo')}
              </Button>
              {/* Published groups only take the smallest change. */}
              {round.state !== 'published' && (
                <Button
                  variant="default"
                  size="sm"
                  leftSection={<IconSparkles size={17} />}
                  disabled={improving}
                  loading={doing.improve.isPending}
                  onClick={() => doing.improve.mutate()}
                >
                  {t('improve')}
                </Button>
              )}
              {pins > 0 && (
                <Button
                  variant="subtle"
                  size="sm"
                  leftSection={<IconPinnedOff size={17} />}
                  loading={doing.pin.isPending}
                  onClick={actions.unpinAll}
                >
                  {t('pin.release', { count: pins })}
                </Button>
              )}
              <p className={classes.how}>{t(narrow ? 'how.narrow' : 'how')}</p>
            </div>
          )}
        </div>
        {improving && <FormingProgress round={round} forming={forming} progress={progress} />}
        <Legend />
        <Board
          proposal={proposal}
          state={state}
          actions={actions}
          chosen={narrow ? null : chosen}
          onChoose={setChosen}
          onOpen={(practiceId) => {
            setChosen(practiceId);
            setOpened(true);
          }}
          narrow={narrow}
        />
      </div>
      {narrow ? (
        <WhyDrawer opened={opened} onClose={() => setOpened(false)}>
          {why}
        </WhyDrawer>
      ) : (
        <aside className={classes.aside} aria-label={t('why.drawer')} data-print="hide">
          {why}
        </aside>
      )}
      {ask && (
        <ChangeDialog
          ask={ask}
          proposal={proposal}
          round={round}
          onClose={() => setAsk(null)}
          onConfirm={(change) => {
            setAsk(null);
            void state.carryOut(change);
          }}
        />
      )}
    </div>
  );
}
