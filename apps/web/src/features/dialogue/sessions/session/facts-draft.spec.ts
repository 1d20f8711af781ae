import { describe, expect, it } from '@jest/globals';
import type { DialogueSessionView } from '#libs/contracts';
import { changesOf, draftOf, hoursOf, wrongIn } from './facts-draft';

const session = {
  title: 'Dialoogsessie Cardiologie',
  introduction: null,
  meetingLink: 'https://video.example/a',
  places: null,
  moderated: false,
  talkOn: null,
  activityId: null,
  accreditedHours: 1.5,
} as DialogueSessionView;

describe('the facts of a session in a form', () => {
  it('sends nothing that was not changed, so that nobody is mailed about the same link', () => {
    expect(changesOf(draftOf(session), session)).toEqual({});
    expect(changesOf({ ...draftOf(session), meetingLink: ' ', places: 40 }, session)).toEqual({
      meetingLink: null,
      places: 40,
    });
  });

  it.each([
    ['', null],
    ['1,5', 1.5],
    ['2', 2],
    ['1.25', 1.25],
    ['een', Number.NaN],
  ])('reads %j hours as %p', (text, hours) => {
    expect(hoursOf(text)).toEqual(hours);
  });

  it('says which fields cannot be kept', () => {
    expect(wrongIn(draftOf(session))).toEqual([]);
    expect(
      wrongIn({
        ...draftOf(session),
        title: ' ',
        meetingLink: 'video.example',
        places: 0,
        accreditedHours: '25',
      }),
    ).toEqual(['title', 'meetingLink', 'places', 'accreditedHours']);
  });
});
