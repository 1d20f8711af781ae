import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { TaskLinksService } from '#libs/access';
import { meetingLiveRoom, meetingRoom, referralsRoom, type Role } from '#libs/contracts';
import {
  ActionsSweeps,
  AgreementsSweeps,
  DatePollSweeps,
  IntervisionSweeps,
  ReferralReminders,
} from '#libs/intervision';
import { DeliveryService } from '#libs/notifications';
import { Clock, LOG, Secrets, systemActor } from '#libs/platform';
import { makeActor, makeRegion } from '#libs/testing';
import { RateLimitGuard } from '../../apps/api/src/http/rate-limit.guard.js';
import { openTestApp, type TestApp } from '../../apps/api/test/test-app.js';
import { TestBrowser } from '../../apps/api/test/test-browser.adapter.js';
import { Doors, type Visitor } from './meeting-doors.js';
import { NAMES, REGION_OF, theirs, VISITORS, type Part, type Region } from './meeting-cast.js';
import {
  mark,
  marksIn,
  PLACES,
  Planter,
  type GroupPlace,
  type OutsidePlace,
  type Person,
  type Place,
} from './meeting-places.js';

/** A word of the review of referrals. */
const isReview = (word: string): boolean =>
  ['specialism', 'reason', 'remark', 'conclusion', 'todo'].includes(word.split(' ')[1] ?? '');

describe('what is said in a meeting, and in the review of referrals, stays where it was said (SES-02, REF-07)', () => {
  let api: TestApp;
  let doors: Doors;
  let noord: GroupPlace;
  let zuid: GroupPlace;
  let verweg: GroupPlace;
  let buiten: OutsidePlace;
  const visitors = new Map<string, Visitor>();
  const regions = new Map<Region, string>();
  const logged: string[] = [];

  beforeAll(async () => {
    // how much one person may ask in a while has specs of its own
    Object.assign(RateLimitGuard.prototype, { canActivate: () => Promise.resolve(true) });
    api = await openTestApp({ embedded: false });
    await api.app.listen(0, '127.0.0.1');
    // the log's own file descriptor is out of reach here, so its lines are taken where they leave the logger
    const log = api.app.get<pino.Logger>(LOG);
    log.level = 'trace';
    (log as unknown as Record<symbol, unknown>)[pino.symbols.streamSym] = {
      write: (line: string) => logged.push(line),
    };
    const { database } = api.test;
    for (const one of ['A', 'B'] as const) regions.set(one, (await makeRegion(database)).id);
    const staff = (role: Role, region: Region = 'A', scopeId?: string) =>
      makeActor(database, regions.get(region) as string, role, scopeId ? { scopeId } : {});
    const planter = new Planter(api);
    const [coordinator, farCoordinator] = [
      await staff('region-coordinator'),
      await staff('region-coordinator', 'B'),
    ];
    noord = await planter.group('noord', regions.get('A') as string, coordinator);
    zuid = await planter.group('zuid', regions.get('A') as string, coordinator);
    verweg = await planter.group('verweg', regions.get('B') as string, farCoordinator);
    const guest = { id: noord.practices[1] as string, person: noord.members[1] as Person };
    buiten = await planter.outside('buiten', regions.get('A') as string, guest);
    await sweep();

    const cookies: Record<string, string | null> = {
      'a link to the meeting of noord': await byLink(noord, noord.meetings.live),
      'a link to the meeting of buiten, of the same person': await byLink(noord, buiten.meeting),
      'a link to another meeting of noord': await byLink(noord, noord.meetings.next),
      'a link to the meeting of zuid': await byLink(zuid, zuid.meetings.live),
      'nobody who is known': null,
    };
    const people: Record<string, Person> = {
      'the leader of noord': noord.leader,
      'a GP of noord': noord.members[0] as Person,
      'a member of noord that was asked to buiten': noord.members[1] as Person,
      'another member of noord': noord.members[2] as Person,
      'who brought the case in noord': noord.members[3] as Person,
      'an employee of a member of noord': await staff('practice-employee', 'A', noord.practices[1]),
      'the leader of zuid': zuid.leader,
      'a member of zuid': zuid.members[1] as Person,
      'the holder of buiten': buiten.holder,
      'the contact of buiten': buiten.contact,
      'the consultant of a practice of noord': await staff('practice-consultant', 'A', noord.practices[0]),
      'the coordinator': coordinator,
      'a data steward': await staff('data-steward'),
      'an auditor': await staff('auditor'),
      'an operator': await staff('operator'),
      'the coordinator of the other region': farCoordinator,
      'the leader of verweg': verweg.leader,
      'a member of verweg': verweg.members[1] as Person,
    };
    for (const name of NAMES) {
      const person = people[name];
      visitors.set(name, { name, cookie: person ? await api.cookieFor(person) : (cookies[name] ?? null) });
    }
    doors = await Doors.open(api);
  }, 180_000);
  afterAll(async () => {
    await doors?.close();
    await api?.close();
  });

  /** Everything that the clock asks for, so that its mails are there too. */
  async function sweep(): Promise<void> {
    for (const regionId of regions.values()) {
      await api.app.get(IntervisionSweeps).sweep(regionId);
      await api.app.get(ActionsSweeps).sweep(regionId);
      await api.app.get(AgreementsSweeps).sweep(regionId);
      await api.app.get(DatePollSweeps).sweep(regionId);
      await api.app.get(ReferralReminders).sweep(regionId, api.app.get(Clock).now());
    }
  }

  /** The session that the link of a mail gives the second practice of a group. */
  async function byLink({ regionId, members, practices }: GroupPlace, meetingId: string): Promise<string> {
    const id = await api.app.get(TaskLinksService).create(systemActor(regionId), {
      personId: (members[1] as Person).personId,
      kind: 'meeting',
      subjectId: meetingId,
      practiceId: practices[1] as string,
      until: new Date(Date.now() + 3_600_000),
    });
    const browser = new TestBrowser(api);
    await browser.call('POST', `/api/task-links/${new Secrets(api.config).token('task-link', id)}`);
    return [...browser.jar].map((pair) => pair.join('=')).join('; ');
  }
  const visitor = (name: string): Visitor => visitors.get(name) as Visitor;

  it.each(NAMES)(
    '%s reads at every door what is theirs, and nothing else',
    async (name) => {
      const finds = await doors.walk(visitor(name));
      const own = new Set(theirs(VISITORS[name] as Part));
      const leaks = [...finds].filter(([word]) => !own.has(word)).map(([word, where]) => [word, ...where]);
      expect({ leaks, missed: [...own].filter((word) => !finds.has(word)) }).toEqual({
        leaks: [],
        missed: [],
      });
    },
    120_000,
  );

  it('went through every door there is about meetings and reviews, each open to somebody', () => {
    expect([...doors.shut]).toEqual([]);
    expect(doors.broken).toEqual([]);
  });

  /** What each place has: its meetings, its group, and the practices whose referrals were looked at. */
  const idsOf = (place: Place): string[] => {
    if (place === 'buiten') return [buiten.meeting, buiten.practiceId];
    const { meetings, rows, practices } = { noord, zuid, verweg }[place];
    return [...Object.values(meetings), rows.groupId, practices[0] as string];
  };
  const has = (name: string, place: Place): boolean =>
    (VISITORS[name] as Part).is.some(([where]) => where === place || where === REGION_OF[place]);

  it('lets nobody into the room of a meeting or a practice that is not theirs', async () => {
    const wrong: string[] = [];
    const entered = new Map<string, string[]>();
    for (const name of NAMES) {
      const rooms = await doors.enters(visitor(name));
      entered.set(name, rooms);
      for (const place of PLACES)
        for (const id of idsOf(place))
          for (const room of rooms.filter((one) => one.includes(id)))
            if (!has(name, place)) wrong.push(`${name}: ${room}`);
    }
    expect(wrong).toEqual([]);
    const { live } = noord.meetings;
    const [first, second] = noord.practices as [string, string];
    const inside = (name: string) =>
      [
        meetingRoom(live),
        referralsRoom(first),
        meetingLiveRoom(live, 'leader', first),
        meetingLiveRoom(live, 'participant', second),
      ].map((room) => (entered.get(name) ?? []).includes(room));
    expect(inside('the leader of noord')).toEqual([true, true, true, false]);
    // whose practice leads may lead too
    expect(inside('a GP of noord')).toEqual([true, true, true, false]);
    expect(inside('a link to the meeting of noord')).toEqual([true, false, false, true]);
    expect(inside('who brought the case in noord')).toEqual([true, false, false, false]);
    expect(inside('the coordinator')).toEqual([true, false, false, false]);
  }, 120_000);

  it('tells sockets what is theirs while it happens, and strangers not even that something did', async () => {
    const { live } = noord.meetings;
    const seats = noord.practices.map((id) => meetingLiveRoom(live, 'participant', id));
    const first = noord.practices[0] as string;
    const all = [meetingRoom(live), referralsRoom(first), meetingLiveRoom(live, 'leader', first), ...seats];
    const listening = new Map<string, Awaited<ReturnType<Doors['listen']>>>();
    for (const name of NAMES) listening.set(name, await doors.listen(visitor(name), all));
    const before = new Map([...listening].map(([name, { frames }]) => [name, frames()]));
    const [gp] = noord.members as [Person];
    const send = async (by: Person, method: string, url: string, body: object) => {
      const { status } = await api.call(method, url, { cookie: await api.cookieFor(by), body });
      expect([url, status < 300]).toEqual([url, true]);
    };
    const text = `Nog niet af: ${mark('noord', 'whisper')}`;
    await send(noord.leader, 'PUT', `/api/meetings/${live}/live/input/open`, {
      text,
      done: false,
      confirmed: true,
      for: 'group',
    });
    await send(gp, 'POST', `/api/practices/${first}/referrals/minutes`, { minutes: 10 });
    await send(noord.leader, 'POST', `/api/meetings/${live}/insights`, { text, confirmed: true });
    const owners = ['the leader of noord', 'a GP of noord', 'an employee of a member of noord'];
    for (let wait = 0; wait < 200; wait++) {
      if (owners.every((name) => listening.get(name)?.heard().has('noord whisper'))) break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const heard = (name: string) => [...(listening.get(name)?.heard().keys() ?? [])].sort();
    for (const name of owners) expect([name, heard(name)]).toEqual([name, ['noord open', 'noord whisper']]);
    for (const name of NAMES.filter((one) => !has(one, 'noord')))
      expect([
        name,
        listening.get(name)?.joined,
        (listening.get(name)?.frames() ?? 0) - (before.get(name) ?? 0),
      ]).toEqual([name, [], 0]);
    for (const name of ['the coordinator', 'the consultant of a practice of noord'])
      expect([name, listening.get(name)?.joined, heard(name)]).toEqual([name, [meetingRoom(live)], []]);
  }, 60_000);

  it('keeps each text in its own table: not in the log of events, not in the queue', async () => {
    const stored = await doors.stored();
    const review = ['referral_action', 'referral_judgement', 'reviewed_referral'];
    const said = [
      'action_item',
      'group_agreement',
      'group_preparation',
      'live_fact',
      'meeting_input',
      'meeting_insight',
    ];
    const besides = [
      'date_poll_practice',
      'meeting_accreditation',
      'meeting_attendance',
      'meeting_note',
      'outcome',
      'preparation_note',
    ];
    const frame = ['mail', 'meeting', 'discussion_method', 'meeting_live'];
    const tables = new Set([...stored.values()].flat().map((table) => table.replace('public.', '')));
    expect([...tables].sort()).toEqual([...review, ...said, ...besides, ...frame].sort());
    const inMails = [...stored]
      .filter(([, places]) => places.includes('public.mail'))
      .map(([word]) => word.split(' ')[1]);
    expect(new Set(inMails)).toEqual(new Set(['title', 'location']));
  }, 60_000);

  it('mails when and where to who belongs there, and nothing of what is said', async () => {
    const mails = await doors.mails();
    expect(mails.length).toBeGreaterThan(20);
    const allowed = new Map<string, Set<string>>(
      ([noord, zuid, verweg] as const).map(({ place, members, leader }) => [
        place,
        new Set([...members, leader].map(({ personId }) => personId)),
      ]),
    );
    const wrong: unknown[] = [];
    let said = 0;
    for (const { template, personId, mail } of mails) {
      for (const word of marksIn(
        JSON.stringify(api.app.get(DeliveryService).render(mail, { name: 'Regio', replyTo: null })),
      )) {
        const [place, what] = word.split(' ') as [string, string];
        said += 1;
        if (!['title', 'location'].includes(what) || !allowed.get(place)?.has(personId))
          wrong.push([template, word]);
      }
    }
    expect(wrong).toEqual([]);
    expect(said).toBeGreaterThan(0);
  });

  it('writes no word of it into the log of the process, also not when the database refuses a row', async () => {
    const gp = noord.members[0] as Person;
    const note = { text: `Te laat: ${mark('noord', 'refused')}`, confirmed: true };
    const todo = { ...note, ownerId: gp.personId, dueOn: '2030-01-31' };
    const failed = await doors.refusing(['meeting_insight', 'referral_action'], async () => [
      await api.call('POST', `/api/meetings/${noord.meetings.live}/insights`, {
        cookie: await api.cookieFor(gp),
        body: note,
      }),
      await api.call('POST', `/api/practices/${noord.practices[0]}/referrals/actions`, {
        cookie: await api.cookieFor(gp),
        body: todo,
      }),
    ]);
    expect(failed.map(({ status }) => status)).toEqual([500, 500]);
    for (const { raw } of failed) expect([...marksIn(raw.toString())]).toEqual([]);
    const lines = logged.join('');
    expect(lines.match(/request failed/g)).toHaveLength(2);
    expect(lines).not.toMatch(new RegExp(PLACES.map((place) => `zz${place}`).join('|'), 'i'));
  });

  it.each([
    ['another region', 'B', null, (word: string) => word.startsWith('verweg ')],
    [
      'the region, naming no practice',
      'A',
      null,
      (word: string) => !word.startsWith('verweg ') && !isReview(word),
    ],
    [
      'the region and another practice',
      'A',
      'zuid',
      (word: string) => !word.startsWith('verweg ') && (!isReview(word) || word.startsWith('zuid ')),
    ],
  ] as const)('shows a connection of %s no row of the others', async (_who, region, practice, own) => {
    const practiceId = practice ? (zuid.practices[0] as string) : '';
    const words = await api.test.database.transaction(
      { regionId: regions.get(region) as string },
      async () => {
        await api.test.database.query(`select set_config('app.practice_id', $1, true)`, [practiceId]);
        return doors.visible((sql) => api.test.database.query(sql));
      },
    );
    expect([...words].filter((word) => !own(word))).toEqual([]);
    expect(words.size).toBeGreaterThan(15);
  });
});
