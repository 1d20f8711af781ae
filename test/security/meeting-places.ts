import type {
  ActionItemView,
  DatePollView,
  InsightView,
  MeetingOutcomesView,
  MeetingView,
  MethodView,
  ReferralWeekView,
} from '#libs/contracts';
import { mondayOn, weekOf, weeksAfter } from '#libs/contracts';
import { localDay } from '#libs/platform';
import { makeActor, makeLiveMeeting, makeMeeting, makePractice, type LiveMeetingRows } from '#libs/testing';
import type { TestApp } from '../../apps/api/test/test-app.js';

/** Two groups of one region, a practice outside any group, and a group of another region. */
export const PLACES = ['noord', 'zuid', 'buiten', 'verweg'] as const;
export type Place = (typeof PLACES)[number];

/** A word that stands in one text of one place, and nowhere else. */
export const mark = (place: Place, what: string): string => `zz${place}${what}zz`;
const MARK = new RegExp(`zz(${PLACES.join('|')})([a-z]+?)zz`, 'g');
/** How many referrals the GP of a place made in the week: numbers that nothing else here counts to. */
const COUNTS: Record<Place, number> = { noord: 173, zuid: 179, buiten: 191, verweg: 181 };

/** Every word of a place that can be read in a text, and the counts per GP, as `place what`. */
export function marksIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, place, what] of text.toLowerCase().matchAll(MARK)) found.add(`${place} ${what}`);
  for (const place of PLACES)
    if (new RegExp(`[:;,[>]"?${COUNTS[place]}"?(?=[;,\\]}<\\r\\n])`).test(text)) found.add(`${place} count`);
  return found;
}

export const WEEK = weekOf(weeksAfter(mondayOn(localDay(new Date())), -1));
/** A moment so many hours from now. */
const at = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
/** A local day so many days from now. */
const day = (days: number): string => at(days * 24).slice(0, 10);

export type Person = LiveMeetingRows['leader'];
/** A group in the middle of a meeting. */
export interface GroupPlace {
  place: Place;
  regionId: string;
  rows: LiveMeetingRows;
  leader: Person;
  /** Ids of its practices, and one person of each; the last brings the case. */
  practices: string[];
  members: Person[];
  /** Ids of its meetings: the one that is on, the next, the last, and the one whose date is asked for. */
  meetings: { live: string; next: string; past: string; asked: string };
}
/** A practice of no group, and a meeting that it called together with another. */
export interface OutsidePlace {
  place: Place;
  regionId: string;
  practiceId: string;
  holder: Person;
  contact: Person;
  meeting: string;
}

/** Fills places with what people say to each other, through the doors that they use. */
export class Planter {
  constructor(private readonly api: TestApp) {}

  private async must<T>(
    by: Person,
    method: string,
    url: string,
    body?: unknown,
    version?: number,
  ): Promise<T> {
    const answer = await this.api.call<T>(method, url, {
      cookie: await this.api.cookieFor(by),
      body,
      ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
    });
    if (answer.status >= 300)
      throw new Error(`${method} ${url}: ${answer.status} ${answer.raw.toString().slice(0, 500)}`);
    return answer.body;
  }

  async group(place: Place, regionId: string, coordinator: Person): Promise<GroupPlace> {
    const rows = await makeLiveMeeting(this.api.test.database, regionId, {
      practices: 4,
      startsAt: at(-1 / 60),
    });
    const { leader, groupId } = rows;
    const members = rows.practices.map(({ person }) => person);
    const next = await this.must<MeetingView>(leader, 'POST', '/api/meetings', {
      groupId,
      title: `Avond ${mark(place, 'title')}`,
      date: day(40),
      startTime: '19:30',
      endTime: '21:00',
      location: `Zaal ${mark(place, 'location')}`,
      confirmed: true,
    });
    const past = await makeMeeting(this.api.test.database, regionId, {
      groupId,
      startsAt: at(-50),
      endsAt: at(-48),
      closedAt: at(-48),
      mandatory: true,
    });
    const filled = {
      place,
      regionId,
      rows,
      leader,
      practices: rows.practices.map(({ id }) => id),
      members,
      meetings: {
        live: rows.id,
        next: next.id,
        past,
        asked: await this.poll(place, groupId, leader, members),
      },
    };
    await this.agreement(filled);
    await this.live(filled, coordinator);
    await this.said(place, rows.id, filled.practices, leader, members);
    await this.attendance(filled, coordinator);
    await this.referrals(place, filled.practices[0] as string, members[0] as Person, leader);
    return filled;
  }

  /** @param guest a practice of a group that comes to its meeting too */
  async outside(
    place: Place,
    regionId: string,
    guest: { id: string; person: Person },
  ): Promise<OutsidePlace> {
    const { database } = this.api.test;
    const { id } = await makePractice(database, regionId, { name: 'Praktijk Buiten' });
    const holder = await makeActor(database, regionId, 'practice-holder', { scopeId: id });
    const contact = await makeActor(database, regionId, 'practice-contact', { scopeId: id });
    const meeting = await makeMeeting(database, regionId, {
      title: `Overleg ${mark(place, 'title')}`,
      startsAt: at(-1),
      endsAt: at(1),
      practices: [id, guest.id],
      organiserPracticeId: id,
    });
    await this.said(place, meeting, [id, guest.id], holder, [holder, guest.person]);
    await this.referrals(place, id, holder, contact);
    return { place, regionId, practiceId: id, holder, contact, meeting };
  }

  private async poll(place: Place, groupId: string, leader: Person, members: Person[]): Promise<string> {
    const poll = await this.must<DatePollView>(leader, 'POST', '/api/date-polls', {
      groupId,
      options: [60, 67].map((days) => ({ date: day(days), startTime: '19:30', endTime: '21:00' })),
      answerUntil: `${day(20)}T17:00`,
      reminderDays: [3],
    });
    const own = poll.practices.find(({ practiceId }) => members[1]?.roles[0]?.scopeId === practiceId);
    await this.must(members[1] as Person, 'PATCH', `/api/date-polls/${poll.id}/answers/${own?.practiceId}`, {
      all: 'yes',
      note: `Liever later, ${mark(place, 'pollnote')}`,
      confirmed: true,
    });
    return poll.meetingId;
  }

  private async agreement({ place, rows, leader, members, meetings }: GroupPlace): Promise<void> {
    const url = `/api/groups/${rows.groupId}`;
    const points = (what: string) => ({
      points: [`Wij spreken over ${mark(place, what)}.`],
      confirmed: true,
    });
    await this.must(members[1] as Person, 'PUT', `${url}/agreement`, points('oldpoint'), 0);
    await this.must(members[2] as Person, 'PUT', `${url}/agreement`, points('point'), 1);
    await this.must(members[1] as Person, 'POST', `${url}/agreement/acceptances`, {
      practiceId: rows.practices[1]?.id,
      version: 2,
      accepted: true,
    });
    await this.must(leader, 'PUT', `/api/meetings/${meetings.next}/preparation/note`, {
      text: `Vraag naar ${mark(place, 'packnote')}`,
      ticked: [],
      confirmed: true,
      version: 0,
    });
    await this.must(leader, 'PUT', `${url}/figures`, {
      story: `Het verhaal van ${mark(place, 'story')}`,
      question: '',
      figures: [],
    });
  }

  /** What is written while it is on: shown, hidden from who brought the case, waiting for the others, and not done yet. */
  private async live({ place, rows, leader, members }: GroupPlace, coordinator: Person): Promise<void> {
    const { id: methodId } = await this.must<MethodView>(coordinator, 'POST', '/api/methods', {
      from: 'figures',
      name: { nl: 'Eigen', en: 'Own' },
    });
    const { version } = await this.must<MethodView>(coordinator, 'GET', `/api/methods/${methodId}`);
    await this.must(
      coordinator,
      'PUT',
      `/api/methods/${methodId}`,
      methodNamed(mark(place, 'method')),
      version ?? 1,
    );
    const url = `/api/meetings/${rows.id}/live`;
    await this.must(leader, 'POST', `${url}/open`, {
      methodId,
      roles: [{ role: 'case', practiceId: rows.practices[3]?.id }],
    });
    await this.must(leader, 'POST', `${url}/actions`, { do: 'start', stepId: null });
    const write = (by: Person, step: string, what: string, done: boolean, whose = 'practice') =>
      this.must(by, 'PUT', `${url}/input/${step}`, {
        text: `Ik denk aan ${mark(place, what)}`,
        done,
        confirmed: true,
        for: whose,
      });
    await write(members[1] as Person, 'open', 'open', true);
    await write(members[1] as Person, 'terzijde', 'aside', true);
    await this.must(leader, 'POST', `${url}/show/terzijde`);
    await write(members[1] as Person, 'straks', 'waiting', true);
    await write(members[2] as Person, 'straks', 'draft', false);
    await write(leader, 'notities', 'groupnote', false, 'group');
  }

  /** Notes, an insight, an action, and two sentences for outside: one that all agreed to, one that only one practice agreed to. */
  private async said(
    place: Place,
    meeting: string,
    practices: string[],
    leader: Person,
    members: Person[],
  ): Promise<void> {
    const url = `/api/meetings/${meeting}`;
    const text = (what: string) => ({ text: `Gezegd: ${mark(place, what)}`, confirmed: true });
    await this.must(members[1] as Person, 'PUT', `${url}/notes`, { ...text('note'), version: 0 });
    const { id: insightId } = await this.must<InsightView>(
      members[1] as Person,
      'POST',
      `${url}/insights`,
      text('insight'),
    );
    await this.must<ActionItemView>(leader, 'POST', `${url}/actions`, {
      ...text('action'),
      ownerPracticeId: practices[1],
      dueOn: day(3),
    });
    const ask = async (what: string, more: object) => {
      const body = { ...text(what), ...more };
      const { outcomes } = await this.must<MeetingOutcomesView>(leader, 'POST', `${url}/outcomes`, body);
      const asked = outcomes.find((one) => one.text === body.text);
      return (k: number) =>
        this.must(members[k] as Person, 'PUT', `/api/outcomes/${asked?.id}/answers/${practices[k]}`, {
          answer: 'yes',
          version: asked?.version,
        });
    };
    const agree = await ask('kept', { kind: 'tip', insightId });
    await agree(1);
    const release = await ask('released', { kind: 'signal' });
    for (const k of practices.keys()) await release(k);
  }

  private async attendance(
    { place, rows, leader, members, meetings }: GroupPlace,
    coordinator: Person,
  ): Promise<void> {
    const url = `/api/meetings/${meetings.past}`;
    const there = (k: number, body: object) =>
      this.must(leader, 'PUT', `${url}/attendance/${rows.practices[k]?.id}`, body);
    await there(0, { state: 'replaced', replacedBy: `Sam ${mark(place, 'standin')}` });
    await there(1, { state: 'present', people: [{ personId: members[1]?.personId }] });
    await this.must(coordinator, 'PUT', `${url}/accreditation`, { activityId: mark(place, 'activity') });
  }

  private async referrals(place: Place, practiceId: string, gp: Person, colleague: Person): Promise<void> {
    const url = `/api/practices/${practiceId}/referrals`;
    const referral = { gpId: gp.personId, kind: 'referral', specialism: mark(place, 'specialism') };
    await this.must(gp, 'PUT', `${url}/settings`, {
      moments: [{ form: 'weekly', weekday: 2, time: '12:30', remind: true }],
      participants: [gp.personId, colleague.personId],
    });
    await this.must(gp, 'POST', `${url}/weeks/${WEEK}/referrals`, {
      referrals: Array.from({ length: COUNTS[place] }, () => ({
        ...referral,
        reason: `om ${mark(place, 'reason')}`,
      })),
      source: 'list',
      confirmed: true,
    });
    const { referrals } = await this.must<ReferralWeekView>(colleague, 'GET', `${url}/weeks/${WEEK}`);
    const [first] = referrals;
    await this.must(colleague, 'PUT', `${url}/items/${first?.id}/judgement`, {
      avoidable: 'yes',
      ground: 'content',
      remark: `Kon wachten: ${mark(place, 'remark')}`,
      confirmed: true,
    });
    await this.must(gp, 'PATCH', `${url}/items/${first?.id}`, {
      conclusion: `Besloten: ${mark(place, 'conclusion')}`,
      confirmed: true,
    });
    await this.must(gp, 'POST', `${url}/actions`, {
      text: `Regelen: ${mark(place, 'todo')}`,
      ownerId: colleague.personId,
      dueOn: day(4),
      referralId: first?.id,
      confirmed: true,
    });
    const baseline = { baselineFrom: WEEK, baselineTo: WEEK };
    await this.must(gp, 'PUT', `${url}/goal`, { about: 'referrals', ...baseline, percent: -20 });
    await this.must(gp, 'POST', `${url}/minutes`, { minutes: 30 });
  }
}

/** A method of a region's own with every way in which a text can be kept from somebody. */
function methodNamed(name: string): object {
  const words = (text: string) => ({ nl: text, en: text });
  const step = (id: string, more: object) => ({
    id,
    name: words(id),
    minutes: 15,
    instruction: words('Schrijf op.'),
    ownerInstruction: null,
    tip: words('Neem de tijd.'),
    speaks: 'everybody',
    ownerOutside: false,
    writes: 'practices',
    together: false,
    named: true,
    hiddenFromOwner: false,
    role: null,
    figures: false,
    ...more,
  });
  return {
    name: words(name),
    when: words('Om te schrijven.'),
    fit: { metBefore: 0, practices: { min: 3, max: 8 } },
    steps: [
      step('open', {}),
      step('terzijde', { writes: 'others', together: true, hiddenFromOwner: true }),
      step('straks', { together: true }),
      step('notities', { writes: 'notes', role: 'notes' }),
    ],
    confirmed: true,
  };
}
