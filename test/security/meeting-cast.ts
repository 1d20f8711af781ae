import { PLACES, type Place } from './meeting-places.js';

/** What somebody is, to a group, a practice or a region. */
export type Kind =
  | 'leader' // of the group, and one of the people of its first practice
  | 'p0' // the GP whose referrals were counted
  | 'p1' // who wrote the most
  | 'p2'
  | 'p3' // who brought the case
  | 'employee' // of the second practice
  | 'link' // the same practice by the link of a mail, to the meeting that is on
  | 'later' // and to another meeting of the group
  | 'holder'
  | 'contact'
  | 'guest' // of a practice that was asked to come too
  | 'guestlink'
  | 'consultant'
  | 'coordinator'
  | 'operator';

const MEMBERS: Kind[] = ['leader', 'p0', 'p1', 'p2', 'p3', 'employee'];
const TABLE: Kind[] = [...MEMBERS, 'link'];
const OUTSIDE: Kind[] = ['holder', 'contact', 'guest', 'guestlink'];
const SAID: Kind[] = [...TABLE, ...OUTSIDE];
export const REVIEW: Kind[] = ['leader', 'p0', 'holder', 'contact'];
/** Who finds each text: whoever stands here does, so that this can fail, and nobody else. */
const READ_BY: Record<string, Kind[]> = {
  // what is said in a meeting, and written besides it (SES-02)
  note: SAID,
  insight: SAID,
  action: [...SAID, 'later'],
  kept: SAID,
  released: [...SAID, 'coordinator'],
  point: [...TABLE, 'later'],
  oldpoint: [...TABLE, 'later'],
  packnote: ['leader'],
  story: MEMBERS,
  // written while it is on: shown at once, shown but not to who brought the case, waiting for the others, not done
  open: TABLE,
  groupnote: TABLE,
  aside: ['leader', 'p0', 'p1', 'p2', 'employee', 'link'],
  waiting: ['p1', 'employee', 'link'],
  draft: ['p2'],
  // that it exists, when and where, and who was there: also who organises it
  title: [...MEMBERS, ...OUTSIDE, 'later', 'coordinator', 'consultant', 'operator'], // an operator sees what mails are about
  location: [...MEMBERS, 'later', 'coordinator', 'consultant'],
  pollnote: [...MEMBERS, 'coordinator'],
  standin: ['leader', 'p0', 'coordinator'],
  activity: ['p1', 'coordinator'],
  // the review of referrals: the people of the practice, nobody else (REF-07)
  specialism: REVIEW,
  reason: REVIEW,
  remark: ['leader', 'contact'], // whose referral it was looks first too
  conclusion: REVIEW,
  todo: REVIEW,
  count: REVIEW,
};
/** Who finds what is of a region: whoever has to do with meetings there. */
const READ_IN_REGION: Record<string, Kind[]> = {
  method: [...TABLE, ...OUTSIDE, 'later', 'consultant', 'coordinator'],
};

export type Region = 'A' | 'B';
export const REGION_OF: Record<Place, Region> = { noord: 'A', zuid: 'A', buiten: 'A', verweg: 'B' };
export interface Part {
  region: Region | null;
  /** What they are to which place; of a whole region where the place is one. */
  is: [Place | Region, Kind][];
}
/** Everybody who tries. */
export const VISITORS: Record<string, Part> = {
  'the leader of noord': { region: 'A', is: [['noord', 'leader']] },
  'a GP of noord': { region: 'A', is: [['noord', 'p0']] },
  'a member of noord that was asked to buiten': {
    region: 'A',
    is: [
      ['noord', 'p1'],
      ['buiten', 'guest'],
    ],
  },
  'another member of noord': { region: 'A', is: [['noord', 'p2']] },
  'who brought the case in noord': { region: 'A', is: [['noord', 'p3']] },
  'an employee of a member of noord': {
    region: 'A',
    is: [
      ['noord', 'employee'],
      ['buiten', 'guest'],
    ],
  },
  'a link to the meeting of noord': { region: 'A', is: [['noord', 'link']] },
  'a link to the meeting of buiten, of the same person': { region: 'A', is: [['buiten', 'guestlink']] },
  'a link to another meeting of noord': { region: 'A', is: [['noord', 'later']] },
  'the leader of zuid': { region: 'A', is: [['zuid', 'leader']] },
  'a member of zuid': { region: 'A', is: [['zuid', 'p1']] },
  'a link to the meeting of zuid': { region: 'A', is: [['zuid', 'link']] },
  'the holder of buiten': { region: 'A', is: [['buiten', 'holder']] },
  'the contact of buiten': { region: 'A', is: [['buiten', 'contact']] },
  'the consultant of a practice of noord': { region: 'A', is: [['noord', 'consultant']] },
  'the coordinator': { region: 'A', is: [['A', 'coordinator']] },
  'a data steward': { region: 'A', is: [] },
  'an auditor': { region: 'A', is: [] },
  'an operator': {
    region: 'A',
    is: [
      ['noord', 'operator'],
      ['zuid', 'operator'],
    ],
  },
  'the coordinator of the other region': { region: 'B', is: [['B', 'coordinator']] },
  'the leader of verweg': { region: 'B', is: [['verweg', 'leader']] },
  'a member of verweg': { region: 'B', is: [['verweg', 'p1']] },
  'nobody who is known': { region: null, is: [] },
};
export const NAMES = Object.keys(VISITORS);

/** The texts that somebody finds, as `place what`. */
export function theirs({ region, is }: Part): string[] {
  return PLACES.flatMap((place) => [
    ...Object.entries(READ_BY)
      .filter(([what, kinds]) =>
        is.some(
          ([where, kind]) =>
            (where === place || where === REGION_OF[place]) &&
            kinds.includes(kind) &&
            PLANTED[place].includes(what),
        ),
      )
      .map(([what]) => `${place} ${what}`),
    ...Object.entries(READ_IN_REGION)
      .filter(
        ([what, kinds]) =>
          region === REGION_OF[place] &&
          PLANTED[place].includes(what) &&
          is.some(([, kind]) => kinds.includes(kind)),
      )
      .map(([what]) => `${place} ${what}`),
  ]).sort();
}
const EVERYWHERE = Object.keys({ ...READ_BY, ...READ_IN_REGION });
const NOT_OUTSIDE = [
  'point',
  'oldpoint',
  'packnote',
  'story',
  'open',
  'groupnote',
  'aside',
  'waiting',
  'draft',
];
const PLANTED: Record<Place, string[]> = {
  noord: EVERYWHERE,
  zuid: EVERYWHERE,
  verweg: EVERYWHERE,
  buiten: EVERYWHERE.filter(
    (what) => ![...NOT_OUTSIDE, 'location', 'pollnote', 'standin', 'activity', 'method'].includes(what),
  ),
};
