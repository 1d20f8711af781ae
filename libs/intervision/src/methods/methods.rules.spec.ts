import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MethodContent, MethodView } from '#libs/contracts';
import { BUILT_IN_METHODS } from './built-in.rules.js';
import { adviceFor, faultsOf, inOrderOfAdvice, minutesOf, type MeetingFacts } from './methods.rules.js';
import { step, words } from './step-words.rules.js';

const builtIn = (id: string): MethodView => BUILT_IN_METHODS.find((one) => one.id === id) as MethodView;
const facts = (more: Partial<MeetingFacts> = {}): MeetingFacts => ({
  metBefore: 3,
  practices: 5,
  minutesAvailable: 90,
  doneBefore: new Map(),
  ...more,
});
const method = (steps: Partial<MethodContent['steps'][number]>[]): MethodContent => ({
  name: words('Naam', 'Name'),
  when: words('Wanneer.', 'When.'),
  fit: { metBefore: 0, practices: { min: 3, max: 6 } },
  steps: steps.map((own, k) =>
    step({
      id: `stap-${k}`,
      name: words('Stap', 'Step'),
      minutes: 10,
      instruction: words('Doe dit.', 'Do this.'),
      tip: words('Let op.', 'Mind.'),
      ...own,
    }),
  ),
});

describe('methods (SES-03)', () => {
  it('has the nine that the field uses, the incident method in 65 minutes (field B6)', () => {
    expect(BUILT_IN_METHODS.map(({ id }) => id).sort()).toEqual([
      'appreciative',
      'balint',
      'figures',
      'five-step',
      'free-agenda',
      'gossip',
      'incident',
      'problem-solving',
      'ten-step',
    ]);
    expect(builtIn('incident').minutes).toBe(65);
    expect(builtIn('five-step').steps).toHaveLength(5);
    expect(builtIn('ten-step').steps).toHaveLength(10);
    for (const one of BUILT_IN_METHODS) expect([one.id, one.minutes <= 90]).toEqual([one.id, true]);
  });

  it('says every word in both languages, briefly, and breaks no rule of its own', () => {
    for (const one of BUILT_IN_METHODS) {
      expect([one.id, faultsOf(one)]).toEqual([one.id, []]);
      for (const part of [
        one.name,
        one.when,
        ...one.steps.flatMap((s) => [s.name, s.instruction, s.tip, s.ownerInstruction]),
      ]) {
        if (part === null) continue;
        expect(part.nl.length * part.en.length).toBeGreaterThan(0);
        expect([part.nl, part.nl.length <= 180]).toEqual([part.nl, true]);
        // formal throughout
        expect(part.nl).not.toMatch(/\b(je|jij|jouw|jullie)\b/i);
      }
    }
  });

  it('tells who brings the case their own part wherever the others have another', () => {
    const askers = /\bU (luistert|vraagt|stelt|helpt|verdedigt|verklaart)\b|\bIeder (stelt|geeft)\b/;
    const wordless = BUILT_IN_METHODS.flatMap(({ id, steps }) =>
      steps
        .filter(
          ({ speaks, writes, instruction }) =>
            ['owner', 'others'].includes(speaks) || writes === 'others' || askers.test(instruction.nl),
        )
        .filter(({ ownerInstruction }) => ownerInstruction === null)
        .map((one) => `${id}/${one.id}`),
    );
    expect(wordless).toEqual([]);
    // and never what is for the others
    for (const { steps } of BUILT_IN_METHODS)
      for (const { ownerInstruction } of steps) expect(ownerInstruction?.nl ?? '').not.toMatch(/inbrenger/i);
  });

  it('asks nobody to talk and to write at once, except behind the back of the owner (roddelmethode)', () => {
    for (const { id, steps } of BUILT_IN_METHODS)
      for (const { writes, speaks, ownerOutside } of steps)
        if (writes === 'practices' || writes === 'others')
          expect([id, speaks]).toEqual([id, ownerOutside ? 'others' : 'nobody']);
  });

  it('keeps the owner of the case outside where the method says so (roddelmethode)', () => {
    const gossiping = builtIn('gossip').steps.find(({ id }) => id === 'roddelen');
    expect(gossiping).toMatchObject({
      ownerOutside: true,
      speaks: 'others',
      writes: 'others',
      together: true,
      named: false,
      hiddenFromOwner: true,
    });
  });

  it.each([
    ['a step twice', [{ id: 'a' }, { id: 'a' }], [{ at: 'a', rule: 'step-twice' }]],
    [
      'hiding what nobody writes',
      [{ id: 'a', together: true }],
      [{ at: 'a', rule: 'nobody-writes-together' }],
    ],
    [
      'hiding the notes of the group',
      [{ id: 'a', writes: 'notes', together: true }],
      [{ at: 'a', rule: 'notes-are-one-text' }],
    ],
    [
      'texts without names that appear one by one',
      [{ id: 'a', writes: 'practices', named: false }],
      [{ at: 'a', rule: 'names-hidden-at-once' }],
    ],
    [
      'hiding from the owner what all others see at once',
      [{ id: 'a', writes: 'others', hiddenFromOwner: true }],
      [{ at: 'a', rule: 'owner-hidden-at-once' }],
    ],
    ['a method of a day', [{ minutes: 481 }], [{ at: 'fit', rule: 'longer-than-a-day' }]],
  ] as const)('refuses %s', (_what, steps, faults) => {
    expect(faultsOf(method(steps as never))).toEqual(faults);
  });

  it.each([
    ['gossip', facts({ metBefore: 1 }), 'not-now', false, [{ code: 'knows-each-other', met: 1, needed: 2 }]],
    ['gossip', facts({ metBefore: 2 }), 'good', true, [{ code: 'fits' }]],
    ['incident', facts({ practices: 3 }), 'possible', true, [{ code: 'size', practices: 3, min: 4, max: 8 }]],
    [
      'incident',
      facts({ minutesAvailable: 60 }),
      'possible',
      true,
      [{ code: 'too-long', minutes: 65, available: 60 }],
    ],
    [
      'incident',
      facts({ minutesAvailable: 40 }),
      'not-now',
      true,
      [{ code: 'too-long', minutes: 65, available: 40 }],
    ],
    [
      'incident',
      facts({ doneBefore: new Map([['incident', 2]]) }),
      'good',
      true,
      [{ code: 'done-before', times: 2 }],
    ],
  ] as const)('advises %s with its reason (SES-04)', (id, known, advice, allowed, reasons) => {
    expect(adviceFor(builtIn(id), known)).toMatchObject({ methodId: id, advice, allowed, reasons });
  });

  it('always gives a reason, refuses only for a group that does not know each other, and sorts without losing one', () => {
    fc.assert(
      fc.property(
        fc.record({
          metBefore: fc.nat(5),
          practices: fc.nat(12),
          minutesAvailable: fc.integer({ min: 10, max: 240 }),
        }),
        (some) => {
          const known = facts(some);
          const all = BUILT_IN_METHODS.map((one) => adviceFor(one, known));
          for (const { reasons, allowed } of all) {
            expect(reasons.length).toBeGreaterThan(0);
            expect(allowed).toBe(!reasons.some(({ code }) => code === 'knows-each-other'));
          }
          const sorted = inOrderOfAdvice(all, known.doneBefore);
          expect([...sorted].sort((a, b) => a.methodId.localeCompare(b.methodId))).toEqual(
            [...all].sort((a, b) => a.methodId.localeCompare(b.methodId)),
          );
        },
      ),
    );
  });

  it('sums the minutes of the steps', () => {
    expect(minutesOf(method([{ minutes: 5 }, { minutes: 7 }]))).toBe(12);
  });
});
