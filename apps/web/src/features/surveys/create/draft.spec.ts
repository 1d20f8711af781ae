import { describe, expect, it } from '@jest/globals';
import { type CampaignDraft, type DraftFault, faultsOf, wishOf } from './draft';

const draft: CampaignDraft = {
  questionnaireId: 'q',
  title: { nl: ' Scholing ', en: 'Course' },
  roles: ['practice-holder'],
  practiceIds: null,
  anonymity: 'anonymous',
  responseDays: 14,
  reminders: [3, 7],
};

describe('an evaluation that is being prepared', () => {
  it.each<[DraftFault, Partial<CampaignDraft>]>([
    ['title', { title: { nl: 'Scholing', en: ' ' } }],
    ['roles', { roles: [] }],
    ['practices', { practiceIds: [] }],
    ['days', { responseDays: null }],
    ['days', { responseDays: 91 }],
    ['reminders', { reminders: [14, null] }],
  ])('is not saved while its %s is not right', (fault, change) => {
    expect(faultsOf({ ...draft, ...change })).toEqual([fault]);
  });

  it('goes to the server with the earliest reminder first and tidy texts', () => {
    expect(faultsOf(draft)).toEqual([]);
    expect(wishOf(draft)).toEqual({
      questionnaireId: 'q',
      title: { nl: 'Scholing', en: 'Course' },
      anonymity: 'anonymous',
      audience: { kind: 'roles', roles: ['practice-holder'], practiceIds: null },
      responseDays: 14,
      reminderDays: [7, 3],
    });
  });
});
