import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MeetingPresence } from '#libs/contracts';
import {
  heldHour,
  lengthOf,
  peopleOf,
  plainly,
  presenceOf,
  timeOf,
  type SaidPresence,
} from './attendance.rules.js';
import { mandatoryState, type MandatoryAsked } from './mandatory.rules.js';

const at = (time: string): Date => new Date(`2027-02-09T${time}:00Z`);
const planned = { startsAt: at('18:30'), endsAt: at('20:00'), closedAt: null };
const hour = { ...planned, now: at('22:00') };
const said = (state: MeetingPresence | null, ...people: string[]): SaidPresence => ({
  state,
  people: people.map((personId) => ({ personId, minutes: null })),
});

describe('who was at a meeting (SES-13)', () => {
  it.each<[string, SaidPresence | null, boolean, MeetingPresence | null]>([
    ['nothing said, nobody measured', null, false, null],
    ['measured is a proposal', null, true, 'present'],
    ['what was said goes before what was measured', said('absent'), true, 'absent'],
    ['replaced', said('replaced', 'noor'), false, 'replaced'],
    ['taken back: measured counts again', said(null), true, 'present'],
    ['taken back, and nobody measured', said(null), false, null],
  ])('%s', (_name, word, measured, state) => expect(presenceOf(word, measured)).toBe(state));

  it.each<[string, SaidPresence | null, string[], string[]]>([
    ['the measured ones, as long as nobody said who', said('present'), ['noor', 'bo'], ['noor', 'bo']],
    ['the ones who were named instead', said('present', 'els'), ['noor'], ['els']],
    ['nobody of a practice that was absent', said('absent'), ['noor'], []],
    ['not the measured ones for somebody from elsewhere', said('replaced'), ['noor'], []],
    ['the measured ones after it was taken back', said(null), ['noor'], ['noor']],
  ])('counts %s', (_name, word, measured, people) =>
    expect(peopleOf(word, measured).map(({ personId }) => personId)).toEqual(people),
  );

  it('counts real minutes: noted, else measured, else as long as the meeting lasted', () => {
    const stays = [{ joinedAt: at('18:40'), leftAt: at('19:30') }];
    expect(timeOf(45, stays, hour)).toMatchObject({
      minutes: 45,
      hours: 0.75,
      measured: false,
      joinedAt: null,
    });
    expect(timeOf(null, stays, hour)).toMatchObject({ minutes: 50, hours: 0.75, measured: true });
    expect(timeOf(null, [], hour)).toMatchObject({ minutes: 90, hours: 1.5, hoursFull: 1, measured: false });
  });

  it('ends the time when the meeting was closed, and follows one that was held at another moment', () => {
    expect(lengthOf(heldHour({ ...planned, closedAt: at('19:30') }, [], at('22:00')))).toBe(60);
    expect(lengthOf(heldHour({ ...planned, closedAt: at('21:30') }, [], at('22:00')))).toBe(90);
    const early = heldHour(planned, [{ joinedAt: at('16:00'), leftAt: at('17:00') }], at('22:00'));
    expect([early.startsAt, early.endsAt]).toEqual([at('16:00'), at('17:30')]);
  });

  it('never counts more measured minutes than the meeting lasted', () => {
    const minute = fc.integer({ min: -600, max: 600 });
    fc.assert(
      fc.property(fc.array(fc.tuple(minute, minute), { minLength: 1, maxLength: 8 }), (pairs) => {
        const stays = pairs.map(([a, b]) => ({
          joinedAt: new Date(at('18:30').getTime() + Math.min(a, b) * 60_000),
          leftAt: new Date(at('18:30').getTime() + Math.max(a, b) * 60_000),
        }));
        const held = heldHour(planned, stays, at('23:00'));
        const time = timeOf(null, stays, held);
        expect(time.minutes).toBeLessThanOrEqual(lengthOf(held));
        expect(time.hours * 60).toBeLessThanOrEqual(time.minutes);
      }),
    );
  });

  it.each<[string, string[], string | null, string[]]>([
    ['the only one', ['noor'], null, ['noor']],
    ['the leader among several', ['noor', 'bo'], 'bo', ['bo']],
    ['nobody of two', ['noor', 'bo'], 'els', []],
    ['nobody of none', [], 'els', []],
  ])('names with one click %s', (_name, staff, leader, named) =>
    expect(
      plainly(
        staff.map((personId) => ({ personId })),
        leader,
      ),
    ).toEqual(named),
  );
});

describe('the yearly mandatory meeting (GRP-03)', () => {
  const asked = (id: string, over: boolean, presence: MeetingPresence | null): MandatoryAsked => ({
    id,
    title: 'Polyfarmacie',
    group: 'Groep 3',
    date: id === 'undated' ? null : `2027-0${id}-09`,
    over,
    presence,
  });
  it.each<[string, MandatoryAsked[], string, string | null, string | null]>([
    ['was there', [asked('2', true, 'present')], 'met', null, '2'],
    ['was replaced', [asked('2', true, 'replaced')], 'met', null, '2'],
    [
      'was absent, and there later',
      [asked('2', true, 'absent'), asked('5', true, 'present')],
      'met',
      null,
      '5',
    ],
    [
      'was absent, and comes later',
      [asked('2', true, 'absent'), asked('9', false, null)],
      'coming',
      null,
      '9',
    ],
    ['waits for a date', [asked('undated', false, null)], 'coming', null, 'undated'],
    ['is in the room of one that is not over', [asked('2', false, 'present')], 'coming', null, '2'],
    ['was absent', [asked('2', true, 'absent')], 'not-yet', 'absent', '2'],
    ['was not noted', [asked('2', true, null), asked('5', true, 'absent')], 'not-yet', 'unrecorded', '2'],
    ['has nothing', [], 'not-yet', 'none', null],
  ])('%s', (_name, meetings, state, reason, meeting) => {
    const shown = mandatoryState(meetings);
    expect([shown.state, shown.reason, shown.meeting?.id ?? null]).toEqual([state, reason, meeting]);
  });
});
