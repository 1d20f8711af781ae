import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DialogueYearView, TaskKind } from '#libs/contracts';
import { TaskKinds, TaskLinksService } from '#libs/access';
import { newId, Secrets, type Actor } from '#libs/platform';
import {
  makeActor,
  makeDepartment,
  makeRegion,
  makeVoters,
  openTestDatabase,
  processOf,
  refusalOf,
  queriesOf,
  TurnedClock,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { DialogueAgendaAttention } from './agenda-attention.service.js';
import { AgendaTasks } from './agenda-tasks.service.js';
import { AskingService } from './asking.service.js';
import { DepartmentsService } from './departments.service.js';
import { PreferencesService } from './preferences.service.js';
import { VotesService } from './votes.service.js';
import { YearsService } from './years.service.js';

interface MailRow {
  template: string;
  to_email: string;
  person_id: string;
  state: string;
  due_at: Date;
  params: { taskLinkId: string; starts: string[]; departments: string[]; deadline: string };
}

/** A Monday in autumn; the clock of everything here. */
const MONDAY = '2026-11-23T08:00:00Z';

describe('the agenda of a year (DIA-01…03)', () => {
  let test: TestDatabase;
  let process: TestProcess;
  let services: TestProcess['services'];
  let years: YearsService;
  let votes: VotesService;
  let asking: AskingService;
  let preferences: PreferencesService;
  let region: { id: string };
  let coordinator: Actor;
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    process = processOf(test, clock);
    ({ services } = process);
    years = services(YearsService);
    votes = services(VotesService);
    asking = services(AskingService);
    preferences = services(PreferencesService);
    services(AgendaTasks);
  });
  afterAll(async () => {
    await process.close();
    await test.close();
  });
  beforeEach(async () => {
    clock.set(MONDAY);
    region = await makeRegion(test.database);
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
  });

  const inRegion = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId: region.id }, () => test.database.query<Row>(sql, values));
  const mails = (template: string): Promise<MailRow[]> =>
    inRegion(`select * from mail where template = $1 and state <> 'cancelled' order by due_at, id`, [
      template,
    ]);
  const audited = async (): Promise<string[]> =>
    (await inRegion<{ event: string }>('select event from audit_entry order by seq')).map(
      ({ event }) => event,
    );
  /** Somebody who came in with a link. */
  const byLink = (
    kind: TaskKind,
    subjectId: string,
    personId: string,
    practiceId: string | null = null,
  ): Actor => ({
    ...coordinator,
    kind: 'task',
    personId,
    roles: [],
    task: { id: newId(), kind, subjectId, practiceId },
  });
  /** Four departments with a contact, so many practices, and voting open until 10 December. */
  async function voting(practices: number) {
    const departments = [];
    for (const name of ['Cardiologie', 'Dermatologie', 'KNO', 'Longziekten', 'Urologie'])
      departments.push(
        await makeDepartment(test.database, region.id, { name, contactEmail: `${newId()}@zkh.example` }),
      );
    const voters = await makeVoters(test.database, region.id, practices);
    const draft = await years.create(coordinator, 2027);
    const year = await votes.open(coordinator, draft.id, '2026-12-10');
    return { year, voters, departments, ids: departments.map(({ id }) => id) };
  }
  /** Voting closed and the departments asked, without a coordinating specialist. */
  async function asked() {
    const made = await voting(2);
    const [one] = made.voters;
    await votes.save(one?.contact as Actor, made.year.id, one?.practice.id as string, made.ids.slice(0, 4));
    const year = await asking.ask(coordinator, made.year.id, { preferUntil: '2027-01-10' });
    return { ...made, year, invited: year.departments.filter(({ invited }) => invited) };
  }
  const answer = (year: DialogueYearView, yearDepartmentId: string, fits: string) =>
    preferences.save(coordinator, yearDepartmentId, {
      answers: year.dates.flatMap(({ id }, k) => {
        const fit = ({ y: 'yes', m: 'maybe', n: 'no' } as const)[fits[k] as 'y'];
        return fit ? [{ dateId: id, fit }] : [];
      }),
      note: null,
    });

  it('begins with four dates of an hour outside the holidays and every department of the register', async () => {
    await makeDepartment(test.database, region.id, { name: 'KNO' });
    const specialist = await makeActor(test.database, region.id, 'coordinating-specialist');
    const year = await years.create(coordinator, 2027);
    expect(year).toMatchObject({ year: 2027, state: 'draft', version: 1, practices: 0, proposal: null });
    expect(
      year.dates.map(({ date, startTime, endTime, flags }) => [date, startTime, endTime, flags]),
    ).toEqual([
      ['2027-02-09', '19:30', '20:30', []],
      ['2027-04-13', '19:30', '20:30', []],
      ['2027-09-14', '19:30', '20:30', []],
      ['2027-11-09', '19:30', '20:30', []],
    ]);
    expect(year.departments.map(({ name, reachable }) => [name, reachable])).toEqual([['KNO', false]]);
    expect(year.coordinator?.personId).toBe(specialist.personId);
    expect(await refusalOf(years.create(coordinator, 2027))).toBe('agenda.year-taken');
    expect(await audited()).toEqual(['agenda.created']);
  });

  it('changes its dates with their holidays, by one version after the other', async () => {
    const year = await years.create(coordinator, 2027);
    const added = await years.addDate(
      coordinator,
      year.id,
      { date: '2027-05-06', startTime: '19:00', endTime: '20:00' },
      1,
    );
    const extra = added.dates.find(({ date }) => date === '2027-05-06');
    expect(extra?.flags.map(({ nl }) => nl)).toContain('Hemelvaartsdag');
    const wish = { date: '2027-02-09', startTime: '19:30', endTime: '20:30' };
    expect(await refusalOf(years.addDate(coordinator, year.id, wish))).toBe('agenda.times-invalid');
    expect(
      await refusalOf(years.changeDate(coordinator, year.id, extra?.id as string, { date: '2028-01-01' })),
    ).toBe('agenda.times-invalid');
    expect(await refusalOf(years.removeDate(coordinator, year.id, extra?.id as string, 1))).toBe(
      'conflict.stale',
    );
    const { dates } = await years.removeDate(coordinator, year.id, extra?.id as string, 2);
    expect(dates).toHaveLength(4);
    expect(await refusalOf(years.removeDate(coordinator, year.id, extra?.id as string))).toBe('not-found');
  });

  it('mails every practice its own link, and once more two days before the end (DIA-02)', async () => {
    const { year, voters } = await voting(3);
    expect(year).toMatchObject({
      state: 'voting',
      voteUntil: '2026-12-10T22:59:00.000Z',
      practices: 3,
      votes: 0,
    });
    const rows = await mails('department-vote');
    expect(rows.map(({ due_at }) => due_at.toISOString())).toEqual([
      ...Array<string>(3).fill('2026-11-23T08:00:00.000Z'),
      ...Array<string>(3).fill('2026-12-08T08:00:00.000Z'),
    ]);
    expect(new Set(rows.map(({ params }) => params.taskLinkId)).size).toBe(3);
    expect(
      rows
        .slice(0, 3)
        .map(({ person_id }) => person_id)
        .sort(),
    ).toEqual(voters.map(({ contact }) => contact.personId).sort());
    expect(rows[0]?.params).toMatchObject({ year: 2027, most: 4, minutes: 2 });
  });

  it('keeps one vote per practice, changed until the deadline, and reminds that practice no more (DIA-02)', async () => {
    const { year, voters, ids } = await voting(2);
    const [{ practice, contact }, other] = voters as [(typeof voters)[0], (typeof voters)[0]];
    const link = byLink('department-vote', year.id, contact.personId, practice.id);
    expect(await votes.page(link, year.id, practice.id)).toMatchObject({
      open: true,
      most: 4,
      ranking: [],
      version: 0,
      practice: { name: practice.name },
    });
    const first = await votes.save(link, year.id, practice.id, [ids[1] as string], 0);
    expect(first).toMatchObject({ ranking: [ids[1]], version: 1 });
    expect((await mails('department-vote')).filter(({ due_at }) => due_at > clock.now())).toMatchObject([
      { person_id: other.contact.personId },
    ]);
    expect(await refusalOf(votes.save(contact, year.id, practice.id, [ids[0] as string], 0))).toBe(
      'conflict.stale',
    );
    await votes.save(contact, year.id, practice.id, [ids[0] as string, ids[1] as string], 1);
    expect(
      await refusalOf(votes.save(contact, year.id, practice.id, [ids[0] as string, ids[0] as string])),
    ).toBe('vote.invalid');
    const board = await years.get(coordinator, year.id);
    expect(board.departments.slice(0, 2).map(({ name, points, ranks }) => [name, points, ranks])).toEqual([
      ['Cardiologie', 4, [1, 0, 0, 0]],
      ['Dermatologie', 3, [0, 1, 0, 0]],
    ]);
    expect(board.voters.map(({ source }) => source)).toEqual(
      board.voters.map(({ practiceId }) => (practiceId === practice.id ? 'site' : null)),
    );
    clock.set('2026-12-10T23:00:00Z');
    expect(await refusalOf(votes.save(link, year.id, practice.id, [ids[0] as string]))).toBe('vote.closed');
    const meeting = await votes.save(coordinator, year.id, other.practice.id, [ids[2] as string]);
    expect(meeting.open).toBe(true);
    expect((await years.get(coordinator, year.id)).voters.map(({ source }) => source).sort()).toEqual([
      'meeting',
      'site',
    ]);
  });

  it('keeps one vote when two people of a practice send it at the same moment', async () => {
    const { year, voters, ids } = await voting(1);
    const [{ practice, contact }] = voters as [(typeof voters)[0]];
    const colleague = await makeActor(test.database, region.id, 'practice-holder', { scopeId: practice.id });
    const codes = await Promise.all([
      refusalOf(votes.save(contact, year.id, practice.id, [ids[0] as string], 0)),
      refusalOf(votes.save(colleague, year.id, practice.id, [ids[1] as string], 0)),
    ]);
    expect(codes.sort()).toEqual(['allowed', 'conflict.stale']);
    expect((await years.get(coordinator, year.id)).votes).toBe(1);
  });

  it('moves the deadline with its links and reminder, and reminds only who has not voted', async () => {
    const { year, voters, ids } = await voting(2);
    const [{ practice, contact }, other] = voters as [(typeof voters)[0], (typeof voters)[0]];
    await votes.save(contact, year.id, practice.id, [ids[0] as string]);
    await years.change(coordinator, year.id, { voteUntil: '2026-12-20' });
    const later = (await mails('department-vote')).filter(({ due_at }) => due_at > clock.now());
    expect(later.map(({ due_at, person_id }) => [due_at.toISOString(), person_id])).toEqual([
      ['2026-12-18T08:00:00.000Z', other.contact.personId],
    ]);
    clock.set('2026-11-30T08:00:00Z');
    await votes.open(coordinator, year.id, undefined);
    const again = (await mails('department-vote')).filter(
      ({ due_at }) => due_at.toISOString() === '2026-11-30T08:00:00.000Z',
    );
    expect(again.map(({ person_id }) => person_id)).toEqual([other.contact.personId]);
    await votes.open(coordinator, year.id, undefined);
    expect(
      (await mails('department-vote')).filter(
        ({ due_at }) => due_at.toISOString() === '2026-11-30T08:00:00.000Z',
      ),
    ).toHaveLength(1);
  });

  it('takes departments in while practices choose, and none out', async () => {
    const { year, ids } = await voting(1);
    const extra = await makeDepartment(test.database, region.id, { name: 'Oogheelkunde' });
    const more = await years.setDepartments(coordinator, year.id, [...ids, extra.id]);
    expect(more.departments).toHaveLength(6);
    expect(await refusalOf(years.setDepartments(coordinator, year.id, ids))).toBe('agenda.not-draft');
    expect(await refusalOf(years.setDepartments(coordinator, year.id, [...ids, extra.id, newId()]))).toBe(
      'not-found',
    );
  });

  it('sends the dates by the coordinating specialist, who passes them on with one press (DIA-03, ORG-09)', async () => {
    const specialist = await makeActor(test.database, region.id, 'coordinating-specialist');
    const { year, voters, ids } = await voting(1);
    const [{ practice, contact }] = voters as [(typeof voters)[0]];
    await votes.save(contact, year.id, practice.id, [ids[4] as string, ids[3] as string]);
    const open = await asking.ask(coordinator, year.id, { preferUntil: '2027-01-10' });
    expect(open).toMatchObject({ state: 'asking', passedOnAt: null });
    expect(open.departments.filter(({ invited }) => invited).map(({ name }) => name)).toEqual([
      'Urologie',
      'Longziekten',
      'Cardiologie',
      'Dermatologie',
    ]);
    expect((await mails('department-vote')).filter(({ due_at }) => due_at > clock.now())).toEqual([]);
    expect(await mails('department-dates')).toEqual([]);
    expect(await mails('agenda-dates')).toMatchObject([
      {
        person_id: specialist.personId,
        params: { departments: ['Urologie', 'Longziekten', 'Cardiologie', 'Dermatologie'] },
      },
    ]);
    const link = byLink('agenda-dates', year.id, specialist.personId);
    const page = await asking.passOnPage(link, year.id);
    expect(page.departments[0]).toMatchObject({ name: 'Urologie', contact: 'Contact Urologie', wantedBy: 1 });
    await Promise.all([asking.passOn(link, year.id), asking.passOn(specialist, year.id)]);
    const rows = (await mails('department-dates')).filter(({ due_at }) => due_at <= clock.now());
    expect(rows).toHaveLength(4);
    expect(rows[0]?.params.starts[0]).toBe('2027-02-09T18:30:00.000Z');
    expect(rows[0]?.params.starts[1]).toBe('2027-04-13T17:30:00.000Z');
    expect((await audited()).filter((event) => event === 'agenda.dates-passed-on')).toHaveLength(1);
  });

  it('asks the departments at once when there is no coordinating specialist, and says which fit', async () => {
    const { year, invited, departments } = await asked();
    expect(year.passedOnAt).toBe('2026-11-23T08:00:00.000Z');
    const first = invited[0] as DialogueYearView['departments'][number];
    const contactId = departments.find(({ id }) => id === first.departmentId)?.contactId as string;
    const link = byLink('department-dates', first.id, contactId);
    const page = await preferences.page(link, first.id);
    expect(page).toMatchObject({ department: 'Cardiologie', open: true, answeredAt: null, note: null });
    expect(page.dates.map(({ fit }) => fit)).toEqual([null, null, null, null]);
    const answers = page.dates
      .slice(0, 2)
      .map(({ id }, k) => ({ dateId: id, fit: k ? 'no' : 'yes' }) as const);
    const said = await preferences.save(link, first.id, { answers, note: 'Liefst na achten.' }, page.version);
    expect(said.dates.map(({ fit }) => fit)).toEqual(['yes', 'no', null, null]);
    expect((await mails('department-dates')).filter(({ person_id }) => person_id === contactId)).toHaveLength(
      0,
    );
    expect(await refusalOf(preferences.save(link, first.id, { answers, note: null }, page.version))).toBe(
      'conflict.stale',
    );
    expect(await refusalOf(preferences.save(link, first.id, { answers, note: 'BSN 111222333' }))).toBe(
      'text.identifiers',
    );
    const elsewhere = [{ dateId: newId(), fit: 'yes' as const }];
    expect(await refusalOf(preferences.save(link, first.id, { answers: elsewhere, note: null }))).toBe(
      'not-found',
    );
    const board = await years.get(coordinator, year.id);
    expect(board.departments.find(({ id }) => id === first.id)).toMatchObject({ note: 'Liefst na achten.' });
    expect(board.proposal?.places[0]).toMatchObject({ yearDepartmentId: first.id, fit: 'yes' });
    clock.set('2027-01-11T08:00:00Z');
    expect(await refusalOf(preferences.save(link, first.id, { answers, note: null }))).toBe('vote.closed');
    await answer(year, first.id, 'nnyn');
    expect((await years.get(coordinator, year.id)).proposal?.places[2]).toMatchObject({
      yearDepartmentId: first.id,
    });
  });

  it('asks a date again when it moves, and leaves what was said about the others', async () => {
    const { year, invited } = await asked();
    const [one, two] = invited.map(({ id }) => id) as [string, string];
    await answer(year, one, 'ynnn');
    await answer(year, two, 'nynn');
    const moved = await years.changeDate(coordinator, year.id, year.dates[0]?.id as string, {
      date: '2027-02-16',
    });
    const fits = (id: string) => Object.values(moved.departments.find((d) => d.id === id)?.fits ?? {});
    expect(fits(one)).toEqual(['no', 'no', 'no']);
    expect(fits(two).sort()).toEqual(['no', 'no', 'yes']);
    expect(moved.departments.find(({ id }) => id === one)?.answeredAt).toBeNull();
  });

  it('settles another assignment than the proposal, and makes a session of every place', async () => {
    const { year, invited } = await asked();
    for (const { id } of invited) await answer(year, id, 'yyyy');
    const { proposal } = await years.get(coordinator, year.id);
    expect(proposal).toMatchObject({ clash: null, unplacedIds: [], emptyDateIds: [] });
    const places = (proposal?.places ?? []).map(({ dateId, yearDepartmentId }) => ({
      dateId,
      yearDepartmentId,
    }));
    const [a, b] = places as [(typeof places)[0], (typeof places)[0]];
    const swapped = [{ ...a, dateId: b.dateId }, { ...b, dateId: a.dateId }, ...places.slice(2)];
    expect(await refusalOf(asking.confirm(coordinator, year.id, [a, { ...b, dateId: a.dateId }]))).toBe(
      'agenda.assignment-invalid',
    );
    expect(await refusalOf(asking.confirm(coordinator, year.id, [{ ...a, yearDepartmentId: newId() }]))).toBe(
      'agenda.assignment-invalid',
    );
    const done = await asking.confirm(coordinator, year.id, swapped);
    expect(done).toMatchObject({ state: 'confirmed', proposal: null });
    expect(done.sessions.map(({ department, startsAt }) => [department, startsAt])).toEqual([
      ['Dermatologie', '2027-02-09T18:30:00.000Z'],
      ['Cardiologie', '2027-04-13T17:30:00.000Z'],
      ['KNO', '2027-09-14T17:30:00.000Z'],
      ['Longziekten', '2027-11-09T18:30:00.000Z'],
    ]);
    expect(done.sessions.map(({ dateId }) => dateId)).toEqual(done.dates.map(({ id }) => id));
    expect((await mails('department-dates')).filter(({ due_at }) => due_at > clock.now())).toEqual([]);
    // each department that can be reached hears its own date
    const placed = await mails('department-placed');
    const moment = (id: string) => {
      const at = swapped.find(({ yearDepartmentId }) => yearDepartmentId === id)?.dateId;
      return done.sessions.find(({ dateId }) => dateId === at)?.startsAt;
    };
    expect(placed.map(({ params }) => params)).toEqual(
      expect.arrayContaining(
        invited
          .filter(({ reachable }) => reachable)
          .map(
            ({ id, name }) => expect.objectContaining({ department: name, startsAt: moment(id) }) as object,
          ),
      ),
    );
    expect(placed.length).toBe(invited.filter(({ reachable }) => reachable).length);
    expect(placed.length).toBeGreaterThan(0);
    expect(await refusalOf(asking.confirm(coordinator, year.id, swapped))).toBe('agenda.confirmed');
    expect(await refusalOf(years.change(coordinator, year.id, { coordinator: null }))).toBe(
      'agenda.confirmed',
    );
  });

  it('makes the sessions once when two confirm at the same moment', async () => {
    const { year } = await asked();
    const { proposal } = await years.get(coordinator, year.id);
    const places = (proposal?.places ?? []).map(({ dateId, yearDepartmentId }) => ({
      dateId,
      yearDepartmentId,
    }));
    const codes = await Promise.all(
      [1, 2].map(() => refusalOf(asking.confirm(coordinator, year.id, places))),
    );
    expect(codes.sort()).toEqual(['agenda.confirmed', 'allowed']);
    expect((await years.get(coordinator, year.id)).sessions).toHaveLength(4);
  });

  it('goes on only in its order', async () => {
    const draft = await years.create(coordinator, 2027);
    expect(await refusalOf(votes.open(coordinator, draft.id, '2026-12-10'))).toBe('agenda.no-departments');
    expect(await refusalOf(asking.ask(coordinator, draft.id, { preferUntil: '2026-12-10' }))).toBe(
      'agenda.not-voting',
    );
    expect(await refusalOf(asking.confirm(coordinator, draft.id, []))).toBe('agenda.not-asking');
    expect(await refusalOf(years.change(coordinator, draft.id, { voteUntil: '2026-12-10' }))).toBe(
      'agenda.not-voting',
    );
    const { id } = await makeDepartment(test.database, region.id);
    await years.setDepartments(coordinator, draft.id, [id]);
    expect(await refusalOf(votes.open(coordinator, draft.id, undefined))).toBe('agenda.times-invalid');
    expect(await refusalOf(votes.open(coordinator, draft.id, '2026-11-22'))).toBe('agenda.times-invalid');
    for (const { id: dateId } of draft.dates) await years.removeDate(coordinator, draft.id, dateId);
    await votes.open(coordinator, draft.id, '2026-12-10');
    expect(await refusalOf(asking.ask(coordinator, draft.id, { preferUntil: '2026-12-10' }))).toBe(
      'agenda.no-dates',
    );
  });

  it('ends the links of a contact who was replaced, and keeps an archived department where it was used', async () => {
    const { year, invited, departments } = await asked();
    const first = invited[0] as DialogueYearView['departments'][number];
    const registry = services(DepartmentsService);
    const old = departments.find(({ id }) => id === first.departmentId)?.contactId;
    const [mail] = (await mails('department-dates')).filter(({ person_id }) => person_id === old);
    const token = services(Secrets).token('task-link', mail?.params.taskLinkId as string);
    const stateOf = async () => (await services(TaskLinksService).view(token)).state;
    expect(await stateOf()).toBe('ready');
    await registry.change(coordinator, first.departmentId, {
      contact: { name: 'Nieuw contact', email: `${newId()}@zkh.example` },
    });
    expect(await stateOf()).toBe('expired');
    await registry.archive(coordinator, first.departmentId);
    expect((await registry.list(coordinator)).map(({ id }) => id)).not.toContain(first.departmentId);
    expect((await years.get(coordinator, year.id)).departments.map(({ id }) => id)).toContain(first.id);
    const back = await registry.change(coordinator, first.departmentId, { archived: false });
    expect(back.archived).toBe(false);
  });

  it('describes its links', async () => {
    const { year, voters, invited } = await asked();
    const kinds = services(TaskKinds);
    const described = (kind: TaskKind, subjectId: string, practiceId: string | null) =>
      test.database.transaction(coordinator, () =>
        kinds.describe(coordinator, kind, { personId: newId(), subjectId, practiceId }),
      );
    const practiceId = voters[0]?.practice.id as string;
    expect(await described('department-vote', year.id, practiceId)).toMatchObject({
      title: { nl: 'Kies de vakgroepen voor 2027' },
      href: `/taak/vakgroepen/${year.id}/${practiceId}`,
      minutes: 2,
    });
    expect(await described('department-dates', invited[0]?.id as string, null)).toMatchObject({
      title: { nl: 'Dialoogsessie Cardiologie: kies een datum' },
      href: `/taak/datums/${invited[0]?.id}`,
    });
    expect(await described('agenda-dates', year.id, null)).toMatchObject({ href: `/taak/agenda/${year.id}` });
    expect(await described('agenda-dates', newId(), null)).toBeNull();
  });

  it('asks for attention on the home page: to vote, to pass on, to watch', async () => {
    const attention = services(DialogueAgendaAttention);
    const specialist = await makeActor(test.database, region.id, 'coordinating-specialist');
    const { year, voters, ids } = await voting(2);
    const [{ practice, contact }] = voters as [(typeof voters)[0]];
    expect(await attention.of(contact)).toMatchObject([
      { kind: 'vote-departments', href: `/taak/vakgroepen/${year.id}/${practice.id}` },
    ]);
    await votes.save(contact, year.id, practice.id, [ids[0] as string]);
    expect(await attention.of(contact)).toEqual([]);
    expect(await attention.of(coordinator)).toMatchObject([
      { kind: 'watch-agenda', sentence: { nl: '1 van 2 praktijken hebben gekozen.' } },
    ]);
    expect(await attention.of(specialist)).toEqual([]);
    await asking.ask(coordinator, year.id, { preferUntil: '2027-01-10' });
    expect(await attention.of(specialist)).toMatchObject([{ href: `/taak/agenda/${year.id}` }]);
    await asking.passOn(specialist, year.id);
    expect(await attention.of(specialist)).toEqual([]);
    expect(await attention.of(coordinator)).toMatchObject([
      { sentence: { nl: '0 van 4 vakgroepen zeiden welke datum past.' } },
    ]);
  });

  it('reads its board in as many queries with thirty practices as with one', async () => {
    const { year } = await voting(1);
    const one = await queriesOf(test.database, () => years.get(coordinator, year.id));
    await makeVoters(test.database, region.id, 29);
    const thirty = await queriesOf(test.database, () => years.get(coordinator, year.id));
    expect(thirty.length).toBe(one.length);
    expect(one.length).toBe(9);
  });
});
