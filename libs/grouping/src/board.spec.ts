import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkSolution } from './check.js';
import { effectOf } from './effect.js';
import type { BoardChange } from './effect.js';
import { explain, explainPractice } from './explain.js';
import { formGroups } from './form.js';
import type { Instance, Solution } from './instance.js';
import { improveFrom } from './refine.js';
import { repairGroups } from './repair.js';
import { sampleInstance } from './sample.js';

const SECRET = 'geheim belangenconflict';
let instance: Instance;
let solution: Solution;

beforeAll(async () => {
  instance = sampleInstance({ practices: 31, seed: 11, forbidden: 2.5, themes: 4, availability: 0.8 });
  for (const pair of instance.forbiddenPairs) pair.reason = SECRET;
  solution = await formGroups(instance, { iterations: 40_000 });
});

const seats = (found: Solution) =>
  new Map(found.groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));

describe('effectOf', () => {
  it('gives the deltas that checking again gives, for any change (GRP-05)', () => {
    const groups = solution.groups.map(({ id }) => id);
    const practice = fc.constantFrom(...instance.practices.map(({ id }) => id));
    const change: fc.Arbitrary<BoardChange> = fc.oneof(
      fc.record({ kind: fc.constant('move' as const), practice, to: fc.constantFrom(null, ...groups) }),
      fc.record({ kind: fc.constant('swap' as const), a: practice, b: practice }),
      fc.record({ kind: fc.constant('leader' as const), group: fc.constantFrom(...groups), practice }),
      fc.record({
        kind: fc.constant('type' as const),
        group: fc.constantFrom(...groups),
        theme: fc.constantFrom(...instance.themes.map(({ id }) => id)),
        date: fc.constantFrom(...instance.dates.map(({ id }) => id)),
      }),
    );
    fc.assert(
      fc.property(change, (made) => {
        const effect = effectOf(instance, solution, made);
        const [before, after] = [checkSolution(instance, solution), checkSolution(instance, effect.solution)];
        expect(effect.violations).toEqual(after.violations);
        expect(effect.delta.total).toBeCloseTo((after.objective - before.objective) * 100, 9);
        expect(effect.delta.worst).toBeCloseTo(
          ((after.fairness.minimum ?? 0) - (before.fairness.minimum ?? 0)) * 100,
          9,
        );
        const seated = effect.solution.groups.flatMap(({ members }) => members);
        expect(new Set(seated).size + effect.solution.unassigned.length).toBe(instance.practices.length);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('says which rule a change would break', () => {
    const full = solution.groups.find(({ members }) => members.length === 6) ?? solution.groups[0]!;
    const outsiders = instance.practices.map(({ id }) => id).filter((id) => !full.members.includes(id));
    let current = solution;
    let codes: string[] = [];
    for (const id of outsiders.slice(0, 3)) {
      const effect = effectOf(instance, current, { kind: 'move', practice: id, to: full.id });
      current = effect.solution;
      codes = effect.violations.map(({ code }) => code);
    }
    expect(codes).toContain('TOO_LARGE');
  });

  it('refuses an unknown group with its path', () => {
    expect(() =>
      effectOf(instance, solution, { kind: 'move', practice: instance.practices[0]!.id, to: 'nope' }),
    ).toThrow(/^change\.to: names no group/);
  });
});

describe('explain', () => {
  it('explains everybody in one Dutch and one English sentence', () => {
    const all = explain(instance, solution);
    expect(all).toHaveLength(instance.practices.length);
    for (const { sentence, sentenceEn } of all) {
      expect(sentence).toMatch(/^[^\n]+\.$/);
      expect(sentenceEn).toMatch(/^[^\n]+\.$/);
    }
  });

  it('gives a blocker or a cost to whoever missed the first choice (GRP-04)', () => {
    const missed = explain(instance, solution).filter(({ firstChoice }) => firstChoice && !firstChoice.got);
    expect(missed.length).toBeGreaterThan(0);
    for (const { firstChoice } of missed) expect(firstChoice!.blockers.length).toBeGreaterThan(0);
  });

  it('never tells a participant a forbidden pair, its reason, a swap partner or a motivation of others (GRP-06)', () => {
    const organiser = JSON.stringify(explain(instance, solution));
    expect(organiser).toContain('FORBIDDEN_PAIR');
    for (const practice of instance.practices) {
      const told = explainPractice(instance, solution, practice.id, { audience: 'participant' });
      const text = JSON.stringify(told);
      expect(text).not.toContain('FORBIDDEN_PAIR');
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain('niet samen');
      expect(told.bestAlternative?.with ?? null).toBeNull();
      const motivation = told.terms.find(({ term }) => term === 'motivation');
      if (motivation?.term === 'motivation')
        expect(motivation).toMatchObject({ own: practice.motivation, level: null });
      const others = told.terms.flatMap((term) => (term.term === 'continuity' ? term.partnersHere : []));
      const partners = new Set(
        instance.history
          .filter(({ members }) => members.includes(practice.id))
          .flatMap(({ members }) => members),
      );
      for (const id of others) expect(partners.has(id)).toBe(true);
    }
  });

  it('writes dates the Dutch way and uses the names it is given', () => {
    const [first] = instance.practices;
    const told = explainPractice(instance, solution, first!.id, {
      names: { [first!.id]: 'Praktijk De Linde' },
    });
    expect(told.sentence).toMatch(/^Praktijk De Linde .* op (ma|di|wo|do|vr|za|zo) \d{1,2} [a-z]+/);
  });
});

describe('improveFrom', () => {
  it('keeps every pin and is never worse (GRP-05)', () => {
    const shaken = effectOf(instance, solution, {
      kind: 'swap',
      a: solution.groups[0]!.members[1]!,
      b: solution.groups[1]!.members[1]!,
    }).solution;
    const start = checkSolution(instance, shaken).hardOk ? shaken : solution;
    const [one, two, three] = start.groups;
    const pins = {
      practices: [{ practice: one!.members[2]!, group: one!.id }],
      groups: [two!.id],
      leaders: [{ group: three!.id, practice: three!.leader }],
    };
    const better = improveFrom(instance, start, { pins, iterations: 30_000, seed: 2 });
    expect(checkSolution(instance, better).violations).toEqual([]);
    expect(better.objective!).toBeGreaterThanOrEqual(checkSolution(instance, start).objective - 1e-9);
    expect(seats(better).get(one!.members[2]!)).toBe(one!.id);
    const kept = better.groups.find(({ id }) => id === two!.id)!;
    expect({ ...kept, members: [...kept.members].sort() }).toEqual({
      ...two!,
      members: [...two!.members].sort(),
    });
    expect(better.groups.find(({ id }) => id === three!.id)!.leader).toBe(three!.leader);
  });
});

describe('repairGroups', () => {
  it('mends every group after leavers, and moves nobody when nothing breaks (GRP-16)', () => {
    const large = solution.groups.find(
      ({ members, leader }) => members.length > 4 && members.some((id) => id !== leader),
    )!;
    const leaver = large.members.find((id) => id !== large.leader)!;
    const result = repairGroups(instance, solution, { leave: [leaver] });
    expect(result.moved).toBe(0);
    expect(result.moves.filter(({ kind }) => kind === 'move')).toEqual([]);
    expect(checkSolution(instance, result.solution).violations).toEqual([]);
  });

  it('moves as few practices as trying every single move allows (GRP-16)', () => {
    const small = solution.groups.find(({ members }) => members.length === 4);
    const group = small ?? solution.groups[0]!;
    const result = repairGroups(instance, solution, {
      leave: group.members.slice(0, group.members.length - 3),
    });
    expect(checkSolution(instance, result.solution).violations).toEqual([]);
    const [was, is] = [seats(solution), seats(result.solution)];
    const moved = [...is].filter(([id, at]) => was.get(id) !== at);
    expect(moved).toHaveLength(result.moved);
    const after = {
      ...solution,
      groups: solution.groups.map((one) =>
        one.id === group.id ? { ...one, members: one.members.slice(-3) } : one,
      ),
    };
    const single = instance.practices.some(({ id }) => {
      if (after.groups.find(({ members }) => members.includes(id))?.id === group.id || !was.has(id))
        return false;
      const { violations } = effectOf(instance, after, { kind: 'move', practice: id, to: group.id });
      return violations.every(({ code }) => code === 'SILENTLY_DROPPED');
    });
    expect(result.moved === 1).toBe(single);
  });

  it('seats a late joiner and says so (GRP-16)', () => {
    const group = solution.groups.find(({ members }) => members.length > 4)!;
    const late = group.members.find((id) => id !== group.leader)!;
    const before = effectOf(instance, solution, { kind: 'move', practice: late, to: null }).solution;
    const result = repairGroups(instance, before, { join: [late] });
    expect(result.moved).toBe(0);
    expect(seats(result.solution).has(late)).toBe(true);
    expect(result.moves[0]).toMatchObject({ kind: 'join', practice: late });
  });

  it('refuses a joiner that already sits, with its path', () => {
    expect(() => repairGroups(instance, solution, { join: [solution.groups[0]!.members[0]!] })).toThrow(
      /^join\[0\]: .* already sits in group/,
    );
  });
});
