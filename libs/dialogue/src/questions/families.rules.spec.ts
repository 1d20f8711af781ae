import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { familiesOf, mergePlan, nextHead } from './families.rules.js';

type Made = Parameters<typeof mergePlan>[0] & { askedAt: Date | null };
const question = (id: string, values: Partial<Made> = {}): Made => ({
  id,
  practiceId: `practice of ${id}`,
  state: 'asked',
  mergedInto: null,
  sharedAt: null,
  fate: null,
  askedAt: new Date(0),
  ...values,
});
/** Applies a plan as the desk does. */
const merged = (all: Made[], id: string, into: string): Made[] => {
  const of = (one: string): Made => all.find((other) => other.id === one)!;
  const plan = mergePlan(of(id), of(into), all);
  return plan
    ? all.map((one) => (plan.members.includes(one.id) ? { ...one, mergedInto: plan.head } : one))
    : all;
};

describe('questions put together (DIA-17)', () => {
  it('counts a practice once, whether it asked, asked twice or said "wij ook"', () => {
    const all = [
      question('a', { practiceId: 'p1' }),
      question('b', { practiceId: 'p1', mergedInto: 'a' }),
      question('c', { practiceId: 'p2', mergedInto: 'a' }),
      question('own', { practiceId: null }),
    ];
    const given = [
      { questionId: 'c', practiceId: 'p1' },
      { questionId: 'b', practiceId: 'p3' },
      { questionId: 'a', practiceId: 'p3' },
      { questionId: 'gone', practiceId: 'p9' },
    ];
    const [a, own] = familiesOf(all, given);
    expect([...a!.practiceIds].sort()).toEqual(['p1', 'p2', 'p3']);
    expect([...a!.endorsedBy].sort()).toEqual(['p1', 'p3']);
    expect(a!.members.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(own!.practiceIds.size).toBe(0);
  });

  it('leaves out what is proposed or taken back', () => {
    const all = [question('a', { state: 'proposed' }), question('b', { state: 'withdrawn' })];
    expect(familiesOf(all, [{ questionId: 'a', practiceId: 'p1' }])).toEqual([]);
  });

  it('flattens: the members of a head that is merged go along, and a merged target means its head', () => {
    const all = [
      question('a'),
      question('b', { mergedInto: 'a' }),
      question('c'),
      question('d', { mergedInto: 'c' }),
    ];
    expect(mergePlan(all[0]!, all[2]!, all)).toEqual({ head: 'c', members: ['a', 'b'] });
    expect(mergePlan(all[0]!, all[3]!, all)).toEqual({ head: 'c', members: ['a', 'b'] });
  });

  it.each<[string, Made, Made]>([
    ['a question with itself', question('a'), question('a')],
    ['a question with one merged into it', question('a'), question('b', { mergedInto: 'a' })],
    ['one that is merged already', question('a', { mergedInto: 'x' }), question('b')],
    ['one that was sent back', question('a', { fate: 'sent-back' }), question('b')],
    ['into one that was sent back', question('a'), question('b', { fate: 'sent-back' })],
    ['one that is only proposed', question('a', { state: 'proposed' }), question('b')],
  ])('does not merge %s', (_what, one, other) => {
    expect(mergePlan(one, other, [one, other])).toBeNull();
  });

  it('keeps what the specialist has as the head, whichever way it is asked (DIA-21)', () => {
    const shared = question('shared', { sharedAt: new Date(1) });
    const late = question('late');
    expect(mergePlan(shared, late, [shared, late])).toEqual({ head: 'shared', members: ['late'] });
    expect(mergePlan(late, shared, [shared, late])).toEqual({ head: 'shared', members: ['late'] });
  });

  it('whatever is merged: nobody points to a merged one, and no practice is lost or counted twice', () => {
    const step = fc.tuple(fc.nat(7), fc.nat(7));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const start = Array.from({ length: 8 }, (_, k) => question(String(k), { practiceId: `p${k % 5}` }));
        const end = steps.reduce((all, [id, into]) => merged(all, String(id), String(into)), start);
        const heads = new Set(end.filter(({ mergedInto }) => mergedInto === null).map(({ id }) => id));
        for (const { mergedInto } of end) if (mergedInto !== null) expect(heads).toContain(mergedInto);
        const families = familiesOf(end, []);
        expect(families.reduce((sum, { members }) => sum + 1 + members.length, 0)).toBe(8);
        for (const { head, members, practiceIds } of families)
          expect(practiceIds.size).toBe(new Set([head, ...members].map(({ practiceId }) => practiceId)).size);
      }),
    );
  });

  it('gives the place of a head that leaves to who asked first after it', () => {
    const all = [
      question('a'),
      question('b', { mergedInto: 'a', askedAt: new Date(9) }),
      question('c', { mergedInto: 'a', askedAt: new Date(5) }),
      question('d', { mergedInto: 'a', askedAt: new Date(1), state: 'withdrawn' }),
    ];
    expect(nextHead(all[0]!, all)?.id).toBe('c');
    expect(nextHead(all[1]!, all)).toBeNull();
  });
});
