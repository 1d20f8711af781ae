import { describe, expect, it } from '@jest/globals';
import type { BoardGroupView } from '#libs/contracts';
import { type Picking, changeOf, columnsOf, neighbour, nextTarget, pickingOf, previewOf } from './picking';

const group = (id: string, ...names: string[]): BoardGroupView => ({
  id,
  number: Number(id),
  themeId: 't',
  theme: 'Triage',
  dateId: 'd',
  date: '2027-02-09',
  leaderPracticeId: names[0] ?? null,
  leaderName: null,
  pinned: false,
  leaderPinned: false,
  violations: [],
  members: names.map((name) => ({
    practiceId: name,
    name: `Praktijk ${name}`,
    district: null,
    rank: 1,
    attendance: 'yes',
    leader: false,
    canLead: false,
    pinned: false,
    value: 80,
  })),
});
const full = { board: [group('1', 'a', 'b', 'c'), group('2', 'd', 'e'), group('3', 'f')], left: [] };
const columns = columnsOf(full);
const pick = (practiceId: string, target: Picking['target'] = null): Picking => ({
  practiceId,
  target,
  how: 'keys',
});

describe('the focus on the board', () => {
  it('goes down through a group and on into the next', () => {
    expect(neighbour(columns, 'a', 'ArrowDown')).toBe('b');
    expect(neighbour(columns, 'c', 'ArrowDown')).toBe('d');
    expect(neighbour(columns, 'd', 'ArrowUp')).toBe('c');
    expect(neighbour(columns, 'f', 'ArrowDown')).toBeNull();
  });
  it('goes sideways to the same place, or to the last one of a shorter group', () => {
    expect(neighbour(columns, 'b', 'ArrowRight')).toBe('e');
    expect(neighbour(columns, 'c', 'ArrowRight')).toBe('e');
    expect(neighbour(columns, 'e', 'ArrowRight')).toBe('f');
    expect(neighbour(columns, 'a', 'ArrowLeft')).toBeNull();
  });
});

describe('a practice that was picked up', () => {
  it('visits the other groups in a circle and never its own', () => {
    const right = nextTarget(columns, pick('d'), 'ArrowRight');
    expect(right).toEqual({ kind: 'group', groupId: '3' });
    expect(nextTarget(columns, pick('d', right), 'ArrowRight')).toEqual({ kind: 'group', groupId: '1' });
    expect(nextTarget(columns, pick('d'), 'ArrowLeft')).toEqual({ kind: 'group', groupId: '1' });
    expect(nextTarget(columns, pick('a'), 'ArrowLeft')).toEqual({ kind: 'group', groupId: '3' });
  });
  it('finds the practices of the chosen group with up and down, and the group itself above the first', () => {
    const inGroup = pick('d', { kind: 'group', groupId: '1' });
    expect(nextTarget(columns, inGroup, 'ArrowDown')).toEqual({ kind: 'practice', practiceId: 'a' });
    const onFirst = pick('d', { kind: 'practice', practiceId: 'a' });
    expect(nextTarget(columns, onFirst, 'ArrowUp')).toEqual({ kind: 'group', groupId: '1' });
    const onLast = pick('d', { kind: 'practice', practiceId: 'c' });
    expect(nextTarget(columns, onLast, 'ArrowDown')).toEqual({ kind: 'practice', practiceId: 'c' });
  });
  it('has nothing to choose from with up and down before a group was chosen', () => {
    expect(nextTarget(columns, pick('d'), 'ArrowDown')).toBeNull();
  });
  it('makes a move of a group and a swap of a practice, and nothing of its own group', () => {
    expect(changeOf(columns, pick('a', { kind: 'group', groupId: '2' }))).toEqual({
      kind: 'move',
      practiceId: 'a',
      groupId: '2',
    });
    expect(changeOf(columns, pick('a', { kind: 'practice', practiceId: 'e' }))).toEqual({
      kind: 'swap',
      a: 'a',
      b: 'e',
    });
    expect(changeOf(columns, pick('a', { kind: 'practice', practiceId: 'b' }))).toBeNull();
    expect(changeOf(columns, pick('a'))).toBeNull();
  });
  it('only moves when it has no place yet', () => {
    const some = { ...full, left: [{ practiceId: 'x', name: 'Praktijk x', reason: { nl: '', en: '' } }] };
    const withLeft = columnsOf(some);
    expect(changeOf(withLeft, pick('x', { kind: 'practice', practiceId: 'a' }))).toEqual({
      kind: 'move',
      practiceId: 'x',
      groupId: '1',
    });
    const target = { kind: 'group', groupId: '1' } as const;
    expect(nextTarget(withLeft, pick('x', target), 'ArrowDown')).toEqual(target);
    expect(nextTarget(withLeft, pick('a'), 'ArrowLeft')).toEqual({ kind: 'group', groupId: null });
  });
});

describe('the drawing of what would change', () => {
  it('shows who leaves and who comes in both groups of a swap', () => {
    const preview = previewOf(full, { kind: 'swap', a: 'a', b: 'd' });
    expect([...(preview.get('1')?.leaving ?? [])]).toEqual(['a']);
    expect(preview.get('1')?.coming).toEqual([{ practiceId: 'd', name: 'Praktijk d' }]);
    expect([...(preview.get('2')?.leaving ?? [])]).toEqual(['d']);
    expect(preview.get('2')?.coming).toEqual([{ practiceId: 'a', name: 'Praktijk a' }]);
  });
  it('shows nothing for a change that moves no practice', () => {
    expect(previewOf(full, { kind: 'leader', groupId: '1', practiceId: 'b' }).size).toBe(0);
    expect(pickingOf({ kind: 'leader', groupId: '1', practiceId: 'b' })).toBeNull();
  });
});
