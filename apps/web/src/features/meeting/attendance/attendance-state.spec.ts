import { describe, expect, it } from '@jest/globals';
import type { MeetingAttendanceView, MeetingPresence, PracticeAttendanceView } from '#libs/contracts';
import { countOf, newestOf, steppedTo, wishOf } from './attendance-state';

const practice = (
  practiceId: string,
  state: MeetingPresence | null,
  more: Partial<PracticeAttendanceView> = {},
): PracticeAttendanceView => ({
  practiceId,
  practice: practiceId,
  state,
  said: state !== null,
  replacedBy: null,
  people: [],
  staff: [],
  history: [],
  version: 1,
  ...more,
});
const view = (...practices: PracticeAttendanceView[]): MeetingAttendanceView => ({
  meetingId: 'm',
  begun: true,
  minutes: 90,
  practices,
  mayRecord: true,
  certificate: false,
  accreditation: null,
});
const person = (personId: string, minutes: number, measured = false) => ({
  personId,
  name: personId,
  minutes,
  hours: 1,
  measured,
});

describe('attendance as a page keeps it (SES-13)', () => {
  it('keeps of every practice the word that was said last, in whichever order the answers came', () => {
    const late = view(
      practice('linde', 'present', { version: 1 }),
      practice('kade', 'absent', { version: 3 }),
    );
    const early = view(
      practice('linde', 'absent', { version: 2 }),
      practice('kade', 'present', { version: 2 }),
    );
    for (const [before, now] of [
      [late, early],
      [early, late],
    ] as const)
      expect(newestOf(before, now).practices.map(({ state, version }) => [state, version])).toEqual([
        ['absent', 2],
        ['absent', 3],
      ]);
    expect(newestOf(undefined, early)).toBe(early);
  });

  it.each([
    ['what nobody said: taken back', practice('a', 'present', { said: false }), { state: null }],
    ['absent', practice('a', 'absent'), { state: 'absent' }],
    [
      'a replacement',
      practice('a', 'replaced', { replacedBy: 'Bo' }),
      { state: 'replaced', replacedBy: 'Bo' },
    ],
    [
      'a replacement by somebody of the practice',
      practice('a', 'replaced', { people: [person('bo', 45)] }),
      { state: 'replaced', people: [{ personId: 'bo', minutes: 45 }] },
    ],
    [
      'people with the minutes that were noted alone',
      practice('a', 'present', { people: [person('els', 90), person('bo', 45), person('noor', 50, true)] }),
      {
        state: 'present',
        people: [{ personId: 'els' }, { personId: 'bo', minutes: 45 }, { personId: 'noor' }],
      },
    ],
  ])('brings back with undo %s', (_name, was, wish) => expect(wishOf(was, 90)).toEqual(wish));

  it('counts who was there, who was replaced with them, and who is unknown', () => {
    const practices = [
      practice('a', 'present'),
      practice('b', 'replaced'),
      practice('c', 'absent'),
      practice('d', null),
    ];
    expect(countOf(practices)).toEqual({ total: 4, there: 2, unknown: 1 });
  });

  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowDown', 2, 0],
    ['ArrowLeft', 0, 2],
    ['ArrowUp', 2, 1],
    [' ', 1, null],
    ['Tab', 1, null],
    // the focus is on no choice
    ['ArrowRight', -1, null],
  ])('moves with %s from choice %i to %s', (key, from, to) => expect(steppedTo(key, from, 3)).toBe(to));
});
