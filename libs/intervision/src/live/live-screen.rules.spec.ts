import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyMeetingFact, type MeetingRole, type MeetingScreen } from '#libs/contracts';
import { step, words } from '../methods/step-words.rules.js';
import {
  allDone,
  factsBetween,
  isShown,
  partsFor,
  proposedRoles,
  seatsOf,
  type AtTable,
  type KeptInput,
  type MeetingState,
  type RoleTurn,
} from './live-screen.rules.js';

const one = words('x', 'x');
const STEPS = [
  step({ id: 'praten', minutes: 5, name: one, instruction: one, tip: one }),
  step({ id: 'meteen', minutes: 5, name: one, instruction: one, tip: one, writes: 'practices' }),
  step({
    id: 'samen',
    minutes: 5,
    name: one,
    instruction: one,
    tip: one,
    writes: 'practices',
    together: true,
  }),
  step({
    id: 'roddel',
    minutes: 5,
    name: one,
    instruction: one,
    tip: one,
    writes: 'others',
    together: true,
    named: false,
    hiddenFromOwner: true,
  }),
  step({ id: 'notities', minutes: 5, name: one, instruction: one, tip: one, writes: 'notes' }),
];
const TABLE: AtTable[] = ['a', 'b', 'c', 'd'].map((id) => ({ practiceId: id, practice: `Praktijk ${id}` }));
const LEADING = ['a', 'b'];
const at = (id: string): AtTable => TABLE.find(({ practiceId }) => practiceId === id) as AtTable;

const roles = fc
  .record({
    case: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null }),
    notes: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null }),
    leader: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null }),
  })
  .map(
    (given) =>
      new Map(
        Object.entries(given).flatMap(([role, id]) =>
          id === null ? [] : [[role as MeetingRole, at(id)] as const],
        ),
      ),
  );
const inputs = fc
  .uniqueArray(
    fc.record({
      stepId: fc.constantFrom('meteen', 'samen', 'roddel', 'notities'),
      practiceId: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null }),
      done: fc.boolean(),
      version: fc.integer({ min: 1, max: 3 }),
      lot: fc.integer({ min: 0, max: 99 }),
      empty: fc.boolean(),
    }),
    { selector: ({ stepId, practiceId }) => `${stepId}/${practiceId}`, maxLength: 16 },
  )
  .map((some) =>
    some.map(({ stepId, practiceId, done, version, lot, empty }): KeptInput => ({
      stepId,
      practiceId,
      practice: practiceId && at(practiceId).practice,
      done,
      version,
      shownId: `${lot}-${stepId}-${version}`,
      text: empty ? '' : `geheim van ${practiceId} in ${stepId} ${version}`,
    })),
  );
const states = fc
  .record({
    roles,
    inputs,
    shown: fc
      .dictionary(fc.constantFrom('samen', 'roddel'), fc.boolean())
      .map((some) => new Map(Object.entries(some))),
  })
  .map((some): MeetingState => ({ steps: STEPS, practices: TABLE, leading: LEADING, ...some }));

describe('what each seat of a live meeting sees', () => {
  it('never holds the text of another practice before it is shown to that seat', () => {
    fc.assert(
      fc.property(states, (state) => {
        for (const seat of seatsOf(state)) {
          const seen = JSON.stringify(partsFor(state, seat));
          const owner = state.roles.get('case')?.practiceId;
          for (const input of state.inputs) {
            if (input.text === '' || input.practiceId === null || input.practiceId === seat.practiceId)
              continue;
            const open =
              input.stepId === 'meteen'
                ? input.done
                : input.stepId === 'samen'
                  ? input.done && state.shown.has('samen')
                  : input.stepId === 'roddel'
                    ? input.done &&
                      state.shown.has('roddel') &&
                      (seat.practiceId !== owner || owner === undefined || state.shown.get('roddel') === true)
                    : input.done;
            expect([seat, input.stepId, seen.includes(input.text)]).toEqual([seat, input.stepId, open]);
          }
        }
      }),
    );
  });

  it('says nothing of who wrote a text that stands without names: no practice, no order of writing', () => {
    fc.assert(
      fc.property(states, (state) => {
        for (const seat of seatsOf(state)) {
          const gossip = partsFor(state, seat).inputs.find(({ stepId }) => stepId === 'roddel');
          const texts = gossip?.texts.filter(({ by }) => by !== 'group') ?? [];
          for (const text of texts) expect(Object.keys(text).sort()).toEqual(['by', 'id', 'text']);
          expect(texts.map(({ id }) => id)).toEqual(texts.map(({ id }) => id).sort());
        }
      }),
    );
  });

  it('is told exactly what changed: the facts of any change, applied to the screen before, give the screen after', () => {
    fc.assert(
      fc.property(states, states, (before, after) => {
        for (const seat of seatsOf(before)) {
          const was = partsFor(before, seat);
          const now = partsFor(after, seat);
          const facts = factsBetween(was, now);
          if (facts.some(({ type }) => type === 'reload')) {
            expect(facts).toHaveLength(1);
            continue;
          }
          const screen = { audience: seat.audience, steps: STEPS, ...was } as unknown as MeetingScreen;
          for (let twice = 0; twice < 2; twice++) {
            const applied = facts.reduce(applyMeetingFact, screen);
            expect({ roles: applied.roles, inputs: applied.inputs, own: applied.own }).toEqual(now);
          }
        }
      }),
    );
    const same = { roles: [], inputs: [], own: [] };
    expect(factsBetween(same, same)).toEqual([]);
  });

  it('shows texts by themselves when all who are here are done, two or more of them', () => {
    const input = (practiceId: string, done: boolean): KeptInput => ({
      stepId: 'samen',
      practiceId,
      practice: null,
      text: 't',
      done,
      shownId: practiceId,
      version: 1,
    });
    const together = STEPS[2] as (typeof STEPS)[number];
    const done = (here: string[], ...written: KeptInput[]) =>
      allDone(
        {
          steps: STEPS,
          practices: TABLE,
          leading: LEADING,
          roles: new Map(),
          shown: new Map(),
          inputs: written,
        },
        together,
        new Set(here),
      );
    expect(done(['a', 'b'], input('a', true), input('b', true))).toBe(true);
    expect(done(['a', 'b', 'c'], input('a', true), input('b', true))).toBe(false);
    // one alone waits for the leader
    expect(done(['a'], input('a', true))).toBe(false);
    // c began and lost the connection
    expect(done(['a', 'b'], input('a', true), input('b', true), input('c', false))).toBe(false);
    expect(done([], input('a', true), input('b', true), input('c', true))).toBe(true);
  });

  it('keeps it from the owner of the case until the step is over (roddelmethode)', () => {
    const gossip = STEPS[3] as (typeof STEPS)[number];
    const state = (shownToOwner: boolean): MeetingState => ({
      steps: STEPS,
      practices: TABLE,
      leading: LEADING,
      roles: new Map([['case', at('a')]]),
      shown: new Map([['roddel', shownToOwner]]),
      inputs: [],
    });
    const seat = (practiceId: string) => ({ audience: 'participant' as const, practiceId });
    expect([isShown(state(false), gossip, seat('a')), isShown(state(false), gossip, seat('b'))]).toEqual([
      false,
      true,
    ]);
    expect(isShown(state(true), gossip, seat('a'))).toBe(true);
    // leading does not help: the owner is the owner
    expect(isShown(state(false), gossip, { audience: 'leader', practiceId: 'a' })).toBe(false);
    // but they know that there is nothing left to show
    const parts = partsFor(state(false), { audience: 'leader', practiceId: 'a' });
    expect(parts.inputs.find(({ stepId }) => stepId === 'roddel')).toMatchObject({
      shown: false,
      revealed: true,
      texts: [],
    });
  });
});

describe('roles that rotate', () => {
  const given = (turns: RoleTurn[], leader: string | null = 'a', led = true) =>
    Object.fromEntries(
      [...proposedRoles(TABLE, turns, leader, led)].map(([role, { practiceId }]) => [role, practiceId]),
    );

  it('gives each role to who did it least, nobody two', () => {
    expect(given([])).toEqual({ leader: 'a', case: 'b', notes: 'c', time: 'd' });
    expect(given([{ role: 'case', practiceId: 'b', times: 1 }])).toMatchObject({ case: 'c' });
    expect(
      given([
        { role: 'case', practiceId: 'b', times: 2 },
        { role: 'case', practiceId: 'c', times: 1 },
        { role: 'case', practiceId: 'd', times: 1 },
        { role: 'notes', practiceId: 'c', times: 3 },
      ]),
    ).toMatchObject({ case: 'd' });
  });

  it('lets the lead rotate where nobody leads the group, and leaves it empty for a leader from elsewhere', () => {
    expect(given([{ role: 'leader', practiceId: 'a', times: 1 }], null, false)).toMatchObject({
      leader: 'b',
    });
    expect(given([], null, true)).not.toHaveProperty('leader');
  });

  it('has everybody bring a case before anybody does so twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }), (rounds) => {
        const turns: RoleTurn[] = [];
        for (let meeting = 0; meeting < rounds * TABLE.length; meeting++) {
          const owner = proposedRoles(TABLE, turns, null, true).get('case') as AtTable;
          const known = turns.find((turn) => turn.practiceId === owner.practiceId);
          if (known) known.times += 1;
          else turns.push({ role: 'case', practiceId: owner.practiceId, times: 1 });
        }
        expect(turns.map(({ times }) => times)).toEqual(TABLE.map(() => rounds));
      }),
    );
  });
});
