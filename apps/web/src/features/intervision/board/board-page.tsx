import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import {
  type FormingView,
  type ProgressView,
  type ProposalSummaryView,
  type RoundView,
  roundRoom,
} from '#libs/contracts';
import { ErrorState } from '../../../components/error-state';
import { LoadingState } from '../../../components/loading-state';
import { useRoomVersion } from '../../../lib/socket';
import { formingQuery, proposalsQuery, roundKey, roundQuery } from '../round-data';
import { BoardHead } from './board-head';
import { FormingProgress } from './forming-progress';
import { Infeasible } from './infeasible';
import { ProposalDesk } from './proposal-desk';
import { StartForming } from './start-forming';

const isBusy = (forming: FormingView | null | undefined) =>
  forming?.state === 'queued' || forming?.state === 'running';

/** From "make groups" to "published": starting, waiting, what stands in the way, and the board of a proposal. */
export default function BoardPage() {
  const { id = '' } = useParams();
  const [progress, setProgress] = useState<ProgressView | null>(null);
  const room = useRoomVersion(roundRoom(id), {
    keys: [roundKey(id)],
    onProgress: setProgress,
    onFact: (fact) => fact.type === 'forming.done' && setProgress(null),
  });
  const round = useQuery(roundQuery(id));
  const forming = useQuery({
    ...formingQuery(id),
    // Facts come over the socket; without one the page asks itself.
    refetchInterval: ({ state }) => (isBusy(state.data) ? (room.live ? 3_000 : 1_500) : false),
  });
  const proposals = useQuery(proposalsQuery(id));
  const client = useQueryClient();
  const busy = isBusy(forming.data);
  const wasBusy = useRef(false);
  useEffect(() => {
    // Ready: its proposals are fetched, also when the fact of it was missed.
    if (wasBusy.current && !busy) void client.invalidateQueries({ queryKey: roundKey(id) });
    wasBusy.current = busy;
  }, [busy, client, id]);
  const error = round.error ?? forming.error ?? proposals.error;
  if (round.data && forming.data !== undefined && proposals.data) {
    return <Stage round={round.data} forming={forming.data} proposals={proposals.data} progress={progress} />;
  }
  return error ? (
    <ErrorState
      error={error}
      onRetry={() => {
        for (const query of [round, forming, proposals]) if (query.error) void query.refetch();
      }}
    />
  ) : (
    <LoadingState rows={5} height={96} />
  );
}

interface StageProps {
  round: RoundView;
  forming: FormingView | null;
  proposals: readonly ProposalSummaryView[];
  progress: ProgressView | null;
}

/** The one screen that fits where this round is. */
function Stage({ round, forming, proposals, progress }: StageProps) {
  const { t } = useTranslation('board');
  const [search, setSearch] = useSearchParams();
  const [accepted, setAccepted] = useState<string | null>(null);
  const usable = proposals.filter((proposal) => proposal.state === 'ready');
  const busy = isBusy(forming);
  const clash =
    forming?.state === 'done' &&
    forming.purpose === 'form' &&
    (forming.unassigned.length > 0 || forming.conflicts.length > 0);
  const looking = search.get('bekijk') === 'ja' && usable.length > 0;

  if (busy && forming && (forming.purpose !== 'improve' || usable.length === 0)) {
    return (
      <>
        <BoardHead round={round} lead={t('forming.lead')} />
        <FormingProgress round={round} forming={forming} progress={progress} />
      </>
    );
  }
  if (clash && !looking) {
    return (
      <Infeasible
        round={round}
        forming={forming}
        canLook={usable.length > 0}
        onLook={() => setSearch({ bekijk: 'ja' })}
        onAccept={setAccepted}
      />
    );
  }
  if (usable.length > 0) {
    return (
      <ProposalDesk
        round={round}
        proposals={usable}
        forming={forming}
        progress={progress}
        accepted={accepted}
        onTakenBack={() => setAccepted(null)}
        clash={clash}
      />
    );
  }
  return <StartForming round={round} forming={forming} />;
}
