import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { FormingView, ProgressView, ProposalSummaryView, RoundView } from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { PublishDialog } from '../publish/publish-dialog';
import { proposalQuery } from '../round-data';
import { BoardDesk } from './board-desk';
import { BoardHead } from './board-head';
import { BoardNotices } from './board-notices';
import { ScoreTable } from './score-table';
import classes from './desk.module.css';

interface ProposalDeskProps {
  round: RoundView;
  /** Those that can still be published. */
  proposals: readonly ProposalSummaryView[];
  forming: FormingView | null;
  progress: ProgressView | null;
  /** Title of the relaxation that was just accepted. */
  accepted: string | null;
  onTakenBack: () => void;
  /** The last forming could not place everybody. */
  clash: boolean;
}

/** Choosing a proposal, adjusting it and publishing it. */
export function ProposalDesk(props: ProposalDeskProps) {
  const { t } = useTranslation('board');
  const { round, proposals, forming, progress } = props;
  const [search, setSearch] = useSearchParams();
  const [publishing, setPublishing] = useState(false);
  const cards = useMediaQuery('(max-width: 74.99em)', false, { getInitialValueInEffect: false });
  const wanted = search.get('voorstel');
  const summary = proposals.find((one) => one.id === wanted) ?? proposals[0];
  const id = summary?.id ?? '';
  const proposal = useQuery(proposalQuery(round.id, id));
  const choose = (next: string) =>
    setSearch(
      (before) => {
        before.set('voorstel', next);
        return before;
      },
      { replace: true },
    );

  // What came out of "better from here" or a repair is shown at once, also when it was ready before its proposals were.
  const [result] = forming?.state === 'done' && forming.purpose !== 'form' ? forming.proposalIds : [];
  const arrived = result !== undefined && proposals.some((one) => one.id === result);
  const seen = useRef(arrived ? result : null);
  useEffect(() => {
    if (!arrived || seen.current === result) return;
    seen.current = result;
    choose(result);
  });

  const board = proposal.data;
  const placed = board?.board.reduce((sum, group) => sum + group.members.length, 0);
  return (
    <>
      <BoardHead
        round={round}
        lead={
          board
            ? t('desk.lead', {
                practices: t('practices', { count: placed }),
                groups: t('groups', { count: board.board.length }),
              })
            : t('desk.lead.short')
        }
        action={
          <>
            <Button
              component="a"
              href={`/api/proposals/${id}/export.xlsx`}
              download
              variant="default"
              leftSection={<IconDownload size={18} />}
            >
              {t('desk.excel')}
            </Button>
            <Button leftSection={<IconSend size={18} />} onClick={() => setPublishing(true)}>
              {t('desk.publish')}
            </Button>
          </>
        }
      />
      <BoardNotices {...props} proposal={board ?? null} />
      <div className={classes.scores}>
        <ScoreTable proposals={proposals} chosen={id} onChoose={choose} cards={cards} />
      </div>
      {board ? (
        <BoardDesk key={id} round={round} proposal={board} forming={forming} progress={progress} />
      ) : proposal.error ? (
        <ErrorState error={proposal.error} onRetry={() => void proposal.refetch()} />
      ) : (
        <LoadingState rows={4} height={160} />
      )}
      {board && (
        <PublishDialog
          round={round}
          proposal={board}
          opened={publishing}
          onClose={() => setPublishing(false)}
        />
      )}
    </>
  );
}
