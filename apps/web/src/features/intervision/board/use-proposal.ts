import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type {
  BoardChange,
  BoardGroupView,
  FormingView,
  ProposalSummaryView,
  ProposalView,
  Words,
} from '#libs/contracts';
import { useProblemText } from '../../../components/problem-text';
import { api, ifMatch, view } from '../../../lib/api';
import { useWords } from '../../../lib/i18n';
import { asProblem } from '../../../lib/problem';
import { showToast } from '../../../lib/toast';
import { formingQuery, proposalQuery, proposalsQuery, roundKey } from '../round-data';

/** What stays where it is when the computer looks for something better. */
export interface Pins {
  practices: { practiceId: string; groupId: string }[];
  groups: string[];
  leaders: { groupId: string; practiceId: string }[];
}

/** The pins of a board; a practice in a pinned group needs none of its own. */
export function pinsOf(board: readonly BoardGroupView[]): Pins {
  return {
    practices: board
      .filter((group) => !group.pinned)
      .flatMap((group) =>
        group.members
          .filter((member) => member.pinned)
          .map((member) => ({ practiceId: member.practiceId, groupId: group.id })),
      ),
    groups: board.filter((group) => group.pinned).map((group) => group.id),
    leaders: board.flatMap((group) =>
      group.leaderPinned && group.leaderPracticeId
        ? [{ groupId: group.id, practiceId: group.leaderPracticeId }]
        : [],
    ),
  };
}

export const pinCount = (pins: Pins): number =>
  pins.practices.length + pins.groups.length + pins.leaders.length;

/** The sentences of the hard rules that a refused change would break. */
function brokenRules(error: unknown): Words[] {
  const { code, details } = asProblem(error);
  const sentences = code === 'proposal.hard-rule' ? details['sentences'] : null;
  return Array.isArray(sentences) ? (sentences as Words[]) : [];
}

/** Everything that can be done to a proposal. Each answer is the new board; what somebody else did first is said. */
export function useProposal(roundId: string, id: string) {
  const { t } = useTranslation('board');
  const client = useQueryClient();
  const words = useWords();
  const problemText = useProblemText();
  const { queryKey } = proposalQuery(roundId, id);
  const path = { params: { path: { id } } };
  // Read when it is needed: an undo from a message comes long after the board was drawn.
  const version = () => ifMatch(client.getQueryData(queryKey)?.version ?? 0);

  const keep = (next: ProposalView) => {
    client.setQueryData(queryKey, next);
    client.setQueryData(proposalsQuery(roundId).queryKey, (all) =>
      all?.map((one): ProposalSummaryView => (one.id === next.id ? { ...one, ...summaryOf(next) } : one)),
    );
  };
  const refuse = (error: unknown) => {
    const rules = brokenRules(error);
    const text = rules.length > 0 ? rules.map(words).join(' ') : problemText(error);
    showToast(text, { kind: 'failed' });
    if (asProblem(error).status === 409) void client.invalidateQueries({ queryKey: roundKey(roundId) });
  };
  const undo = useMutation({
    mutationFn: () => view<ProposalView>(api.POST('/api/proposals/{id}/undo', { ...path, ...version() })),
    onSuccess: keep,
    onError: refuse,
  });
  const change = useMutation({
    mutationFn: (wish: { change: BoardChange; done: string }) =>
      view<ProposalView>(
        api.POST('/api/proposals/{id}/changes', { ...path, ...version(), body: { change: wish.change } }),
      ),
    onSuccess: (next, wish) => {
      keep(next);
      showToast(wish.done, { undo: () => undo.mutateAsync() });
    },
    onError: refuse,
  });
  const pin = useMutation({
    mutationFn: (wish: { pins: Pins; done: string }) =>
      view<ProposalView>(api.PUT('/api/proposals/{id}/pins', { ...path, ...version(), body: wish.pins })),
    onSuccess: (next, wish) => {
      keep(next);
      showToast(wish.done);
    },
    onError: refuse,
  });
  const improve = useMutation({
    mutationFn: () => view<FormingView>(api.POST('/api/proposals/{id}/improve', { ...path, body: {} })),
    onSuccess: (forming) => {
      client.setQueryData(formingQuery(roundId).queryKey, forming);
      showToast(t('improve.started'));
    },
    onError: refuse,
  });
  return { change, undo, pin, improve };
}

function summaryOf(proposal: ProposalView): Partial<ProposalSummaryView> {
  const { objective, bound, gapPercent, optimal, scores, groups, unassigned, stale, version } = proposal;
  return { objective, bound, gapPercent, optimal, scores, groups, unassigned, stale, version };
}
