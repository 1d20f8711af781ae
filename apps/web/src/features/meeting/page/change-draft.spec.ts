import { describe, expect, it } from '@jest/globals';
import { changesOf, type ChangeDraft, rebased } from './change-draft';

describe('what somebody changes of a meeting', () => {
  const start: ChangeDraft = {
    date: '2027-02-09',
    startTime: '19:30',
    endTime: '21:00',
    title: 'Verwijzen',
    location: '',
    link: '',
    mandatory: false,
    company: new Set(['a', 'b']),
  };

  it('sends nothing when nothing was changed, also not for spaces or another order', () =>
    expect(changesOf({ ...start, title: 'Verwijzen ', company: new Set(['b', 'a']) }, start)).toEqual({}));

  it('sends the times together, and an emptied place as none', () =>
    expect(
      changesOf({ ...start, startTime: '20:00', location: ' ' }, { ...start, location: 'Wijkcentrum' }),
    ).toEqual({ date: '2027-02-09', startTime: '20:00', endTime: '21:00', location: null }));

  it('says nothing about times as long as there is no date', () =>
    expect(changesOf({ ...start, date: '', startTime: '20:00' }, { ...start, date: '' })).toEqual({}));

  it('says who is asked from now on (GRP-09)', () =>
    expect(changesOf({ ...start, company: new Set(['a']) }, start)).toEqual({ practiceIds: ['a'] }));

  it('takes over what a colleague saved meanwhile, and keeps what was typed here', () => {
    const saved = { ...start, location: 'Wijkcentrum', title: 'Verwijzen en meedenken' };
    const draft = rebased({ ...start, title: 'Samen verwijzen' }, start, saved);
    expect(draft).toEqual({ ...saved, title: 'Samen verwijzen' });
    expect(changesOf(draft, saved)).toEqual({ title: 'Samen verwijzen' });
  });
});
