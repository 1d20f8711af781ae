import { queryOptions } from '@tanstack/react-query';
import type {
  BoardChange,
  EffectView,
  ExplanationView,
  ForbiddenPairView,
  FormingView,
  GroupSummaryView,
  GroupView,
  Page,
  ParticipantView,
  ProposalSummaryView,
  ProposalView,
  PublishPreviewView,
  RoundKindView,
  RoundOpenPreviewView,
  RoundSummaryView,
  RoundView,
} from '#libs/contracts';
import { api, view } from '../../lib/api';
import { everyItem } from '../../lib/pages';
import { asProblem } from '../../lib/problem';
import { inTurn } from './in-turn';

/** Everything of one round hangs under this key: one call makes all of it stale. */
export const roundKey = (id: string) => ['round', id] as const;

export const roundsQuery = queryOptions({
  queryKey: ['rounds'],
  queryFn: ({ signal }) =>
    everyItem((query) => view<Page<RoundSummaryView>>(api.GET('/api/rounds', { params: { query }, signal }))),
});

export const kindsQuery = queryOptions({
  queryKey: ['round-kinds'],
  queryFn: ({ signal }) => view<RoundKindView[]>(api.GET('/api/round-kinds', { signal })),
  staleTime: Infinity,
});

export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: roundKey(id),
    queryFn: ({ signal }) =>
      view<RoundView>(api.GET('/api/rounds/{id}', { params: { path: { id } }, signal })),
  });

export const participantsQuery = (id: string) =>
  queryOptions({
    queryKey: [...roundKey(id), 'participants'],
    queryFn: ({ signal }) =>
      everyItem((query) =>
        view<Page<ParticipantView>>(
          api.GET('/api/rounds/{id}/participants', { params: { path: { id }, query }, signal }),
        ),
      ),
  });

export const openPreviewQuery = (id: string) =>
  queryOptions({
    queryKey: [...roundKey(id), 'open-preview'],
    queryFn: ({ signal }) =>
      inTurn(() =>
        view<RoundOpenPreviewView>(
          api.GET('/api/rounds/{id}/open-preview', { params: { path: { id } }, signal }),
        ),
      ),
    staleTime: 0,
  });

/** The latest forming of the round; null when there never was one. */
export const formingQuery = (id: string) =>
  queryOptions({
    queryKey: [...roundKey(id), 'forming'],
    queryFn: async ({ signal }): Promise<FormingView | null> => {
      try {
        const forming = await view<FormingView | null | undefined>(
          api.GET('/api/rounds/{id}/forming', { params: { path: { id } }, signal }),
        );
        return forming ?? null;
      } catch (error) {
        if (asProblem(error).code === 'forming.none') return null;
        throw error;
      }
    },
  });

export const proposalsQuery = (roundId: string) =>
  queryOptions({
    queryKey: [...roundKey(roundId), 'proposals'],
    queryFn: ({ signal }) =>
      view<ProposalSummaryView[]>(
        api.GET('/api/rounds/{id}/proposals', { params: { path: { id: roundId } }, signal }),
      ),
  });

export const proposalQuery = (roundId: string, id: string) =>
  queryOptions({
    queryKey: [...roundKey(roundId), 'proposal', id],
    queryFn: ({ signal }) =>
      view<ProposalView>(api.GET('/api/proposals/{id}', { params: { path: { id } }, signal })),
  });

/** What a change would do to this version of the proposal. The same question has the same answer: it is asked once. */
export const effectQuery = (
  roundId: string,
  proposal: { id: string; version: number },
  change: BoardChange,
) =>
  queryOptions({
    queryKey: [...roundKey(roundId), 'proposal', proposal.id, 'effect', proposal.version, change],
    queryFn: ({ signal }) =>
      view<EffectView>(
        api.POST('/api/proposals/{id}/effect', {
          params: { path: { id: proposal.id } },
          body: { change },
          signal,
        }),
      ),
    staleTime: Infinity,
  });

export const explanationQuery = (
  roundId: string,
  proposal: { id: string; version: number },
  practiceId: string,
) =>
  queryOptions({
    queryKey: [...roundKey(roundId), 'proposal', proposal.id, 'explanation', proposal.version, practiceId],
    queryFn: ({ signal }) =>
      view<ExplanationView>(
        api.GET('/api/proposals/{id}/explanations/{practiceId}', {
          params: { path: { id: proposal.id, practiceId } },
          signal,
        }),
      ),
  });

export const publishPreviewQuery = (roundId: string, proposal: { id: string; version: number }) =>
  queryOptions({
    queryKey: [...roundKey(roundId), 'proposal', proposal.id, 'publish-preview', proposal.version],
    queryFn: ({ signal }) =>
      view<PublishPreviewView>(
        api.GET('/api/proposals/{id}/publish-preview', { params: { path: { id: proposal.id } }, signal }),
      ),
    staleTime: 0,
  });

export const groupsQuery = (roundId?: string) =>
  queryOptions({
    queryKey: roundId ? [...roundKey(roundId), 'groups'] : ['groups'],
    queryFn: ({ signal }) =>
      everyItem((page) =>
        view<Page<GroupSummaryView>>(
          api.GET('/api/groups', { params: { query: roundId ? { ...page, roundId } : page }, signal }),
        ),
      ),
  });

export const groupQuery = (id: string) =>
  queryOptions({
    queryKey: ['group', id],
    queryFn: ({ signal }) =>
      view<GroupView>(api.GET('/api/groups/{id}', { params: { path: { id } }, signal })),
  });

export const forbiddenPairsQuery = queryOptions({
  queryKey: ['forbidden-pairs'],
  queryFn: ({ signal }) =>
    everyItem((query) =>
      view<Page<ForbiddenPairView>>(api.GET('/api/forbidden-pairs', { params: { query }, signal })),
    ),
});
