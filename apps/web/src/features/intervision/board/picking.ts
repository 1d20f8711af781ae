import type { BoardChange, BoardGroupView, BoardMemberView, ProposalView } from '#libs/contracts';

/** Where a practice that was picked up would go: into a group, or in the place of another practice. */
export type Target = { kind: 'group'; groupId: string | null } | { kind: 'practice'; practiceId: string };

/** A practice that was picked up and not put down yet. */
export interface Picking {
  practiceId: string;
  target: Target | null;
  /** With the keyboard, by clicking, or by dragging: it decides which words are shown. */
  how: 'keys' | 'click' | 'drag';
}

export type ArrowKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
export const isArrow = (key: string): key is ArrowKey => /^Arrow(Left|Right|Up|Down)$/.test(key);

/** A group, or with `groupId: null` those who have no place yet, in the order of the screen. */
export interface Column {
  groupId: string | null;
  practiceIds: readonly string[];
}

/** The board as columns of practices; who was left out stands first, as on the screen. */
export function columnsOf(proposal: Pick<ProposalView, 'board' | 'left'>): Column[] {
  const groups = proposal.board.map((group) => ({
    groupId: group.id,
    practiceIds: group.members.map((member) => member.practiceId),
  }));
  return proposal.left.length > 0
    ? [{ groupId: null, practiceIds: proposal.left.map((left) => left.practiceId) }, ...groups]
    : groups;
}

function placeOf(columns: readonly Column[], practiceId: string): { column: number; row: number } | null {
  for (const [column, { practiceIds }] of columns.entries()) {
    const row = practiceIds.indexOf(practiceId);
    if (row >= 0) return { column, row };
  }
  return null;
}

/**
 * The practice that the focus goes to: up and down through a group and on into the next, left and right to the same
 * place in the group beside it. Null when there is nothing that way.
 */
export function neighbour(columns: readonly Column[], practiceId: string, key: ArrowKey): string | null {
  const place = placeOf(columns, practiceId);
  if (!place) return null;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const all = columns.flatMap((column) => column.practiceIds);
    return all[all.indexOf(practiceId) + (key === 'ArrowDown' ? 1 : -1)] ?? null;
  }
  const step = key === 'ArrowRight' ? 1 : -1;
  for (let at = place.column + step; columns[at]; at += step) {
    const ids = columns[at]?.practiceIds ?? [];
    const id = ids[Math.min(place.row, ids.length - 1)];
    if (id) return id;
  }
  return null;
}

/**
 * The next target of a practice that was picked up. Left and right choose a group (going round, past its own), up and
 * down a practice in that group to trade places with; above the first practice is the group itself.
 */
export function nextTarget(columns: readonly Column[], picking: Picking, key: ArrowKey): Target | null {
  const own = placeOf(columns, picking.practiceId);
  if (!own) return null;
  const { target } = picking;
  const at = columnOfTarget(columns, target) ?? own.column;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const step = key === 'ArrowRight' ? 1 : -1;
    const count = columns.length;
    for (let n = 1; n < count; n += 1) {
      const next = (at + step * n + count * n) % count;
      const column = columns[next];
      if (column && next !== own.column) return { kind: 'group', groupId: column.groupId };
    }
    return target;
  }
  // Who has no place yet cannot trade one, and nobody trades with an empty place.
  if (at === own.column || columns[own.column]?.groupId === null || columns[at]?.groupId === null)
    return target;
  const ids = columns[at]?.practiceIds ?? [];
  const row = target?.kind === 'practice' ? ids.indexOf(target.practiceId) : -1;
  const next = Math.min(row + (key === 'ArrowDown' ? 1 : -1), ids.length - 1);
  const practiceId = ids[next];
  return practiceId === undefined
    ? { kind: 'group', groupId: columns[at]?.groupId ?? null }
    : { kind: 'practice', practiceId };
}

function columnOfTarget(columns: readonly Column[], target: Target | null): number | null {
  if (!target) return null;
  if (target.kind === 'practice') return placeOf(columns, target.practiceId)?.column ?? null;
  const at = columns.findIndex((column) => column.groupId === target.groupId);
  return at < 0 ? null : at;
}

/** The change that putting down here makes; null when nothing would change. */
export function changeOf(columns: readonly Column[], picking: Picking | null): BoardChange | null {
  if (!picking?.target) return null;
  const { practiceId, target } = picking;
  const own = placeOf(columns, practiceId);
  const at = columnOfTarget(columns, target);
  if (!own || at === null || at === own.column) return null;
  const from = columns[own.column]?.groupId ?? null;
  const to = columns[at]?.groupId ?? null;
  // With a side that has no group there is nothing to trade: it is a move.
  if (target.kind === 'group' || from === null || to === null)
    return { kind: 'move', practiceId, groupId: to };
  return { kind: 'swap', a: practiceId, b: target.practiceId };
}

/** A change that the server proposes, as something that was picked up and has a target. */
export function pickingOf(change: BoardChange): Picking | null {
  if (change.kind === 'move')
    return {
      practiceId: change.practiceId,
      target: { kind: 'group', groupId: change.groupId },
      how: 'click',
    };
  if (change.kind === 'swap')
    return { practiceId: change.a, target: { kind: 'practice', practiceId: change.b }, how: 'click' };
  return null;
}

/** What a group would lose and win, to draw before it is done. */
export interface GroupPreview {
  leaving: ReadonlySet<string>;
  coming: readonly { practiceId: string; name: string }[];
}

/** Per group that a move or trade touches: who leaves and who comes. */
export function previewOf(
  proposal: Pick<ProposalView, 'board' | 'left'>,
  change: BoardChange | null,
): ReadonlyMap<string, GroupPreview> {
  const preview = new Map<string, { leaving: Set<string>; coming: { practiceId: string; name: string }[] }>();
  const of = (groupId: string) => {
    const known = preview.get(groupId) ?? { leaving: new Set<string>(), coming: [] };
    preview.set(groupId, known);
    return known;
  };
  const go = (practiceId: string, to: string | null) => {
    const from = groupOf(proposal.board, practiceId);
    if (from) of(from.id).leaving.add(practiceId);
    if (to) of(to).coming.push({ practiceId, name: nameOf(proposal, practiceId) });
  };
  if (change?.kind === 'move') go(change.practiceId, change.groupId);
  if (change?.kind === 'swap') {
    const [a, b] = [groupOf(proposal.board, change.a), groupOf(proposal.board, change.b)];
    go(change.a, b?.id ?? null);
    go(change.b, a?.id ?? null);
  }
  return preview;
}

export function groupOf(board: readonly BoardGroupView[], practiceId: string): BoardGroupView | null {
  return board.find((group) => group.members.some((member) => member.practiceId === practiceId)) ?? null;
}

export function memberOf(board: readonly BoardGroupView[], practiceId: string): BoardMemberView | null {
  for (const group of board) {
    const member = group.members.find((one) => one.practiceId === practiceId);
    if (member) return member;
  }
  return null;
}

export function nameOf(proposal: Pick<ProposalView, 'board' | 'left'>, practiceId: string): string {
  return (
    memberOf(proposal.board, practiceId)?.name ??
    proposal.left.find((left) => left.practiceId === practiceId)?.name ??
    ''
  );
}
