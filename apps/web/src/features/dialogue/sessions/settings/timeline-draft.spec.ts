import { describe, expect, it } from '@jest/globals';
import type { DialogueSettingsView } from '#libs/contracts';
import { draftOf, timelineOf, wrongIn } from './timeline-draft';

const timeline: DialogueSettingsView['timeline'] = {
  invite: { days: -42, time: '09:00' },
  remind: { days: null, time: '09:00' },
  share: { days: -28, time: '09:00' },
  'remind-specialist': { days: -7, time: '09:00' },
  practical: { days: -1, time: '09:00' },
  handout: { days: 0, time: '18:00' },
  'remind-handout': { days: 8, time: '09:00' },
};

describe('the moments of a region in a form', () => {
  it('counts days away from the session and comes back as it was', () => {
    expect(draftOf(timeline).invite).toEqual({ used: true, days: 42, time: '09:00' });
    expect(timelineOf(draftOf(timeline))).toEqual(timeline);
    expect(wrongIn(draftOf(timeline))).toEqual([]);
  });

  it('says what cannot be followed', () => {
    const draft = draftOf(timeline);
    const moment = (days: number | null, time = '09:00') => ({ used: true, days, time });
    expect(wrongIn({ ...draft, remind: moment(50) })).toEqual(['remind']);
    expect(wrongIn({ ...draft, share: moment(42, '08:00') })).toEqual(['share']);
    expect(wrongIn({ ...draft, practical: moment(0) })).toEqual(['practical']);
    expect(wrongIn({ ...draft, handout: moment(null) })).toEqual(['handout']);
    expect(wrongIn({ ...draft, 'remind-handout': moment(0, '18:00') })).toEqual(['remind-handout']);
    expect(wrongIn({ ...draft, invite: moment(42, '') })).toEqual(['invite']);
  });
});
