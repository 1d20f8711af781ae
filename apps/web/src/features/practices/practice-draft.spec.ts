import { describe, expect, it } from '@jest/globals';
import { changedValues, draftOf, onFreshBase, wholeNumber, wrongFields } from './practice-draft';

const start = { ...draftOf(), name: 'De Linde', agb: '01075954', listSize: '3353', town: 'Vlierdam' };

describe('the form of a practice', () => {
  it('sends only what was changed, and null for what was emptied (ORG-01)', () => {
    expect(changedValues(start, { ...start, name: ' De Linde ', listSize: '3.410', town: '' })).toEqual({
      listSize: 3410,
      town: null,
    });
  });
  it('reads a number with dots or spaces, and nothing else', () => {
    expect([wholeNumber('3.353'), wholeNumber('3 353'), wholeNumber('3353')]).toEqual([3353, 3353, 3353]);
    expect(wholeNumber('3,5')).toBeNaN();
    expect(wholeNumber('veel')).toBeNaN();
  });
  it('names the fields that are wrong before the server is asked', () => {
    expect(wrongFields({ ...start, name: ' ', agb: '12 A', listSize: 'veel' })).toEqual([
      'name',
      'agb',
      'listSize',
    ]);
    expect(wrongFields(start)).toEqual([]);
  });
  it('keeps what was typed and takes what somebody else changed (decisions: conflict.stale)', () => {
    const typed = { ...start, name: 'De Linde-Zuid' };
    const fresh = { ...start, town: 'Duinrand', solo: true };
    expect(onFreshBase(start, typed, fresh)).toEqual({ ...fresh, name: 'De Linde-Zuid' });
  });
});
