import { useTranslation } from 'react-i18next';
import type { BoardGroupView, ProposalView } from '#libs/contracts';
import { memberOf } from './picking';
import { type Pins, pinsOf, useProposal } from './use-proposal';
import type { PickingState } from './use-picking';

/** A change that is chosen in a dialog, instead of on the board. */
export type Ask =
  | { kind: 'move'; practiceId: string }
  | { kind: 'swap'; practiceId: string }
  | { kind: 'leader'; groupId: string }
  | { kind: 'retype'; groupId: string };

/** What the menus and the panel beside the board can start. */
export interface BoardActions {
  /** Move or swap: on the board where there is room, else in a dialog. */
  start: (kind: 'move' | 'swap', practiceId: string) => void;
  takeOut: (practiceId: string) => void;
  ask: (ask: Ask) => void;
  makeLeader: (groupId: string, practiceId: string) => void;
  togglePracticePin: (practiceId: string) => void;
  toggleGroupPin: (group: BoardGroupView) => void;
  toggleLeaderPin: (group: BoardGroupView) => void;
  unpinAll: () => void;
}

interface Parts {
  proposal: ProposalView;
  state: PickingState;
  doing: ReturnType<typeof useProposal>;
  ask: (ask: Ask) => void;
  narrow: boolean;
  /** Says a change by hand in one sentence. */
  change: PickingState['carryOut'];
}

const without = <T>(list: readonly T[], keep: (item: T) => boolean): T[] => list.filter(keep);

export function useBoardActions({ proposal, state, doing, ask, narrow, change }: Parts): BoardActions {
  const { t } = useTranslation('board');
  const { board } = proposal;
  const save = (pins: Pins, done: string) => doing.pin.mutate({ pins, done });
  return {
    start: (kind, practiceId) => (narrow ? ask({ kind, practiceId }) : state.pickUp(practiceId, 'click')),
    takeOut: (practiceId) => void change({ kind: 'move', practiceId, groupId: null }),
    ask,
    makeLeader: (groupId, practiceId) => void change({ kind: 'leader', groupId, practiceId }),
    togglePracticePin: (practiceId) => {
      const pins = pinsOf(board);
      const member = memberOf(board, practiceId);
      const group = board.find((one) => one.members.some((m) => m.practiceId === practiceId));
      if (!member || !group) return;
      const others = without(pins.practices, (one) => one.practiceId !== practiceId);
      if (member.pinned) save({ ...pins, practices: others }, t('pin.off', { name: member.name }));
      else {
        const all = [...others, { practiceId, groupId: group.id }];
        save({ ...pins, practices: all }, t('pin.on', { name: member.name, number: group.number }));
      }
    },
    toggleGroupPin: (group) => {
      const pins = pinsOf(board);
      const name = t('group', { number: group.number });
      const groups = without(pins.groups, (id) => id !== group.id);
      if (group.pinned) save({ ...pins, groups }, t('pin.off', { name }));
      else save({ ...pins, groups: [...groups, group.id] }, t('pin.groupOn', { name }));
    },
    toggleLeaderPin: (group) => {
      const practiceId = group.leaderPracticeId;
      if (!practiceId) return;
      const pins = pinsOf(board);
      const leaders = without(pins.leaders, (one) => one.groupId !== group.id);
      const name = t('group', { number: group.number });
      if (group.leaderPinned) save({ ...pins, leaders }, t('pin.leaderOff', { name }));
      else
        save(
          { ...pins, leaders: [...leaders, { groupId: group.id, practiceId }] },
          t('pin.leaderOn', { name }),
        );
    },
    unpinAll: () => save({ practices: [], groups: [], leaders: [] }, t('pin.noneLeft')),
  };
}
