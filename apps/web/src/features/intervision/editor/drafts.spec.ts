import { describe, expect, it } from '@jest/globals';
import type { RoundView } from '#libs/contracts';
import {
  type DateDraft,
  type ThemeDraft,
  dateFaults,
  evened,
  newDate,
  sumOf,
  themeFaults,
  themeWishes,
  withThemeIds,
} from './drafts';

const theme = (key: string, name: string, shortName = name.slice(0, 24)): ThemeDraft => ({
  key,
  name,
  shortName,
  description: '',
  maxGroups: null,
});
const date = (key: string, day: string, startTime = '19:30', endTime = '21:00'): DateDraft => ({
  key,
  date: day,
  startTime,
  endTime,
  maxGroups: null,
});

describe('themes that are being written', () => {
  it('are faulted for what is missing, too long or there twice, and not for an empty row', () => {
    const faults = themeFaults([
      theme('a', 'Triage'),
      theme('b', '', ''),
      theme('c', '', 'Kort'),
      theme('d', 'Ouderen', ''),
      theme('e', 'Verwijzen', 'Een korte naam die veel te lang is'),
      theme('f', 'triage '),
    ]);
    expect([...faults]).toEqual([
      ['c', 'name'],
      ['d', 'shortName'],
      ['e', 'tooLong'],
      ['f', 'twice'],
    ]);
  });
  it('get the ids of the server, also when a row was added while saving', () => {
    const sent = [theme('a', 'Triage'), theme('leeg', '', ''), theme('b', 'Ouderen')];
    const round = {
      themes: [
        { id: '1', archived: false },
        { id: 'oud', archived: true },
        { id: '2', archived: false },
      ],
    } as RoundView;
    const settled = withThemeIds([...sent, theme('c', 'Nieuw')], sent, round);
    expect(settled.map((one) => one.id)).toEqual(['1', undefined, '2', undefined]);
    expect(themeWishes(settled)).toHaveLength(3);
  });
});

describe('dates that are being written', () => {
  it('are faulted for no day, an end before the start, and a moment that is there twice', () => {
    const faults = dateFaults([
      date('a', '2027-02-09'),
      date('b', ''),
      date('c', '2027-02-10', '21:00', '19:30'),
      date('d', '2027-02-09'),
    ]);
    expect([...faults]).toEqual([
      ['b', 'date'],
      ['c', 'times'],
      ['d', 'twice'],
    ]);
  });
  it('start a week after the last one, also over the end of a year', () => {
    expect(newDate([date('a', '2026-12-28')])).toMatchObject({ date: '2027-01-04', startTime: '19:30' });
    expect(newDate([])).toMatchObject({ date: '', startTime: '19:30', endTime: '21:00' });
  });
});

describe('weights', () => {
  it('add up to a hundred after evening out, whatever they were', () => {
    for (const weights of [
      { theme: 40, attendance: 20, continuity: 30, motivation: 15 },
      { theme: 1, attendance: 1, continuity: 1, motivation: 0 },
      { theme: 0, attendance: 0, continuity: 0, motivation: 0 },
    ]) {
      expect(sumOf(evened(weights))).toBe(100);
    }
    expect(evened({ theme: 1, attendance: 1, continuity: 1, motivation: 0 })).toEqual({
      theme: 34,
      attendance: 33,
      continuity: 33,
      motivation: 0,
    });
  });
});
