import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnonymityLevel, CampaignView } from '#libs/contracts';
import { type Actor } from '#libs/platform';
import {
  makeActor,
  makeAudience,
  makePractice,
  makeRegion,
  openTestDatabase,
  processOf,
  TurnedClock,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { BallotKeys } from '../answering/ballot-keys.service.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { SurveysSweeps } from '../surveys.sweeps.js';
import { CampaignControl } from './campaign-control.service.js';
import { CampaignsService, type CampaignWish } from './campaigns.service.js';
import { OldInvitations } from './old-invitations.sweeps.js';

interface MailRow {
  template: string;
  to_email: string;
  state: string;
  person_id: string;
  params: { invitationId: string; deadline: string; anonymity: AnonymityLevel; minutes: number };
}

/** A Monday in winter; the clock of everything here. */
const MONDAY = '2027-03-01T08:00:00Z';
const dues = (view: CampaignView): string[] =>
  view.steps.map(({ kind, number, dueAt, state }) =>
    [kind + (number ?? ''), dueAt.replace(':00.000Z', ''), state].join(' '),
  );

describe('a campaign until its launch, and who may see it', () => {
  let test: TestDatabase;
  let dataDir: string;
  let process: TestProcess;
  let services: TestProcess['services'];
  let campaigns: CampaignsService;
  let control: CampaignControl;
  let sweeps: SurveysSweeps;
  let region: { id: string };
  let coordinator: Actor;
  let holder: Actor;
  let questionnaireId: string;
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'leerkring-campaigns-'));
    process = processOf(test, clock, {
      dataDir,
      given: (config, log) => [new BallotKeys(test.database, clock, config, log)],
    });
    ({ services } = process);
    campaigns = services(CampaignsService);
    control = services(CampaignControl);
    sweeps = services(SurveysSweeps);
  });
  afterAll(async () => {
    await process.close();
    await test.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    clock.set(MONDAY);
    region = await makeRegion(test.database);
    coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    holder = await makeActor(test.database, region.id, 'practice-contact', {
      scopeId: (await makePractice(test.database, region.id)).id,
    });
    const { items } = await services(QuestionnairesService).list(coordinator, { limit: 100 });
    questionnaireId = items.find(({ key }) => key === 'value-survey-staff')?.id as string;
  });

  // addresses are there once in an installation, the empty one too
  afterEach(() =>
    test.database.definer(`update person set email = id || '@elders.example' where email = ''`),
  );
  const inRegion = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId: region.id }, () => test.database.query<Row>(sql, values));
  const mailsOf = (id: string): Promise<MailRow[]> =>
    inRegion('select * from mail where subject_id = $1 order by id', [id]);
  const draft = (wish: Partial<CampaignWish> = {}): Promise<CampaignView> =>
    campaigns.create(coordinator, {
      questionnaireId,
      anonymity: 'anonymous',
      audience: { kind: 'roles', roles: ['practice-holder'], practiceIds: null },
      responseDays: 14,
      reminderDays: [2, 7],
      ...wish,
    });
  const refusal = async (work: Promise<unknown>): Promise<unknown> => {
    try {
      await work;
    } catch (error) {
      const { code, details } = error as { code?: string; details?: Record<string, unknown> };
      if (code) return details?.reason ? `${code} ${details.reason as string}` : code;
      throw error;
    }
    return 'allowed';
  };
  /** The different outcomes of several attempts. */
  const refusals = async (works: Promise<unknown>[]): Promise<unknown[]> => [
    ...new Set(await Promise.all(works.map(refusal))),
  ];

  it('is made as a draft with the latest reviewed version, changed and taken away', async () => {
    const made = await draft({ title: { nl: 'Waarde 2027', en: 'Value 2027' } });
    expect(made).toMatchObject({
      state: 'draft',
      title: { nl: 'Waarde 2027' },
      questionnaire: { nl: 'Waardeonderzoek voor medewerkers' },
      questionnaireVersion: { number: 1 },
      anonymity: 'anonymous',
      reminderDays: [7, 2],
      steps: [],
      opensAt: null,
      closesAt: null,
      turnout: { invited: 0, answered: null },
      minimumResponses: 5,
      version: 1,
    });
    expect((await draft()).title.nl).toBe('Waardeonderzoek voor medewerkers');
    const changed = await campaigns.change(
      coordinator,
      made.id,
      { responseDays: 10, anonymity: 'confidential' },
      1,
    );
    expect(changed).toMatchObject({
      responseDays: 10,
      anonymity: 'confidential',
      reminderDays: [7, 2],
      version: 2,
    });
    expect(await refusal(campaigns.change(coordinator, made.id, { responseDays: 9 }, 1))).toBe(
      'conflict.stale',
    );
    // the reminders no longer fit in five days
    expect(await refusal(campaigns.change(coordinator, made.id, { responseDays: 5 }))).toBe(
      'campaign.times-invalid reminders',
    );
    expect(
      await refusal(campaigns.change(coordinator, made.id, { questionnaireId: holder.personId as string })),
    ).toBe('not-found');
    await campaigns.discard(coordinator, made.id);
    expect(await refusal(campaigns.get(coordinator, made.id))).toBe('not-found');
    expect(await refusal(campaigns.launch(coordinator, made.id, { opensAt: MONDAY }))).toBe('not-found');
  });

  it('shows exactly who will get a mail, and who cannot', async () => {
    const { practices, people } = await makeAudience(test.database, region.id, { people: 12, practices: 4 });
    // the same person at a second practice, and with a second role: asked once, for the first
    await inRegion(
      `insert into role_assignment (region_id, person_id, role, scope_kind, scope_id) values ($1, $2, 'practice-holder', 'practice', $3), ($1, $2, 'practice-employee', 'practice', $3)`,
      [region.id, people[1], practices[0]],
    );
    const empty = await makePractice(test.database, region.id, { name: 'Zonder houder' });
    const [silent] = (
      await makeAudience(test.database, region.id, { people: 1, practices: 1, email: () => '' })
    ).people;
    // elsewhere: another region's holder
    const other = await makeRegion(test.database);
    await makeAudience(test.database, other.id, { people: 3, practices: 1 });
    // gone: a closed practice and an ended role
    const closed = await makeAudience(test.database, region.id, { people: 2, practices: 1 });
    await inRegion('update practice set archived_at = now() where id = $1', [closed.practices[0]]);
    const ended = await makeAudience(test.database, region.id, { people: 1, practices: 1 });
    await inRegion('update role_assignment set until = now() where person_id = $1', [ended.people[0]]);

    const { id } = await draft({
      audience: { kind: 'roles', roles: ['practice-holder', 'practice-employee'], practiceIds: null },
    });
    const preview = await campaigns.launchPreview(coordinator, id, '2027-03-22T09:00');
    expect(preview).toMatchObject({
      opensAt: '2027-03-22T08:00:00.000Z',
      reminders: ['2027-03-29T07:00:00.000Z', '2027-04-03T07:00:00.000Z'],
      closesAt: '2027-04-05T07:00:00.000Z',
      levels: [{ level: 'anonymous', possible: true }, {}, {}],
    });
    expect(preview.recipients).toHaveLength(12);
    expect(preview.recipients.filter(({ name }) => name === 'Persoon 0002')).toMatchObject([
      { practice: 'Praktijk 0001', role: 'practice-holder' },
    ]);
    expect(preview.unreachable).toEqual(
      expect.arrayContaining([
        { id: empty.id, name: 'Zonder houder' },
        { id: silent, name: 'Persoon 0001' },
        { id: ended.practices[0], name: 'Praktijk 0001' },
      ]),
    );
    // what is invited is what was shown
    await campaigns.launch(coordinator, id, { opensAt: '2027-03-22T09:00' });
    const invited = await inRegion<{ person_id: string }>(
      'select person_id from invitation where campaign_id = $1',
      [id],
    );
    expect(invited.map((one) => one.person_id).sort()).toEqual([...people].sort());
    expect(await campaigns.get(coordinator, id)).toMatchObject({ unreachable: [{ id: silent }] });
  });

  it.each<[AnonymityLevel, number, number, string]>([
    ['anonymous', 10, 3, 'allowed'],
    ['anonymous', 9, 9, 'campaign.level-untrue too-few-people'],
    ['anonymous', 12, 2, 'campaign.level-untrue too-few-practices'],
    ['confidential', 5, 3, 'allowed'],
    ['confidential', 4, 4, 'campaign.level-untrue too-few-people'],
    ['confidential', 6, 2, 'campaign.level-untrue too-few-practices'],
    ['named', 1, 1, 'allowed'],
    ['named', 0, 1, 'campaign.nobody'],
  ])(
    'promises %s to %i people of %i practices: %s (SUR-15)',
    async (anonymity, people, practices, outcome) => {
      await makeAudience(test.database, region.id, { people, practices });
      const { id } = await draft({ anonymity });
      const preview = await campaigns.launchPreview(coordinator, id);
      expect(preview.levels.find(({ level }) => level === anonymity)?.possible).toBe(
        !outcome.startsWith('campaign.level-untrue'),
      );
      expect(await refusal(campaigns.launch(coordinator, id, { opensAt: MONDAY }))).toBe(outcome);
    },
  );

  it('counts no practice for who works for practices: a consultant is of none of them', async () => {
    await makeAudience(test.database, region.id, { people: 12, practices: 12, role: 'practice-consultant' });
    const { id } = await draft({
      audience: { kind: 'roles', roles: ['practice-consultant'], practiceIds: null },
    });
    expect(await refusal(campaigns.launch(coordinator, id, { opensAt: MONDAY }))).toBe(
      'campaign.level-untrue too-few-practices',
    );
  });

  it('asks people of the chosen practices only, and knows only its own', async () => {
    const { practices, people } = await makeAudience(test.database, region.id, { people: 12, practices: 4 });
    const other = await makeRegion(test.database);
    const foreign = await makePractice(test.database, other.id);
    const audience = (practiceIds: string[]) => ({
      kind: 'roles' as const,
      roles: ['practice-holder' as const],
      practiceIds,
    });
    expect(await refusal(draft({ audience: audience([foreign.id]) }))).toBe('not-found');
    const { id } = await draft({ audience: audience(practices.slice(0, 3)), anonymity: 'confidential' });
    await campaigns.launch(coordinator, id, { opensAt: MONDAY });
    const invited = await inRegion<{ person_id: string }>(
      'select person_id from invitation where campaign_id = $1',
      [id],
    );
    expect(invited.map((one) => one.person_id).sort()).toEqual(people.filter((_, k) => k % 4 < 3).sort());
  });

  it('freezes the promise and the audience at launch, and keeps its version (features: running campaigns)', async () => {
    await makeAudience(test.database, region.id, { people: 12, practices: 4 });
    const { id } = await draft();
    const launched = await campaigns.launch(coordinator, id, { opensAt: '2027-03-22T09:00' }, 1);
    expect(launched).toMatchObject({ state: 'planned', turnout: { invited: 12 }, version: 2 });
    expect(dues(launched)).toEqual([
      'invite 2027-03-22T08:00 planned',
      'remind1 2027-03-29T07:00 planned',
      'remind2 2027-04-03T07:00 planned',
      'close 2027-04-05T07:00 planned',
    ]);
    expect(
      await refusals([
        campaigns.change(coordinator, id, { anonymity: 'named' }),
        campaigns.launch(coordinator, id, { opensAt: MONDAY }),
        campaigns.discard(coordinator, id),
      ]),
    ).toEqual(['campaign.launched']);
    await makeAudience(test.database, region.id, { people: 5, practices: 2 });
    clock.set('2027-03-22T08:00:00Z');
    await sweeps.sweep(region.id);
    expect(await mailsOf(id)).toHaveLength(12);
  });

  it('forgets who was asked thirty days after it is over, and keeps the counts (security.md #23)', async () => {
    await makeAudience(test.database, region.id, { people: 12, practices: 4 });
    await makeAudience(test.database, region.id, { people: 1, practices: 1, email: () => '' });
    const over = await draft();
    const running = await draft({ responseDays: 90 });
    for (const { id } of [over, running]) await campaigns.launch(coordinator, id, { opensAt: MONDAY });
    await sweeps.sweep(region.id);
    clock.set('2027-03-15T08:00:00Z');
    await sweeps.sweep(region.id);
    const old = services(OldInvitations);
    expect(await old.forget(region.id, new Date('2027-03-15T07:59:00Z'))).toBe(0);
    expect(await old.forget(region.id, new Date('2027-03-15T08:01:00Z'))).toBe(12);
    expect(await old.forget(region.id, new Date('2027-03-15T08:01:00Z'))).toBe(0);
    expect(await campaigns.get(coordinator, over.id)).toMatchObject({
      turnout: { invited: 12, answered: 0 },
      unreachable: [],
    });
    expect(await campaigns.get(coordinator, running.id)).toMatchObject({
      turnout: { invited: 12 },
      unreachable: [{ name: 'Persoon 0001' }],
    });
  });

  it('is for coordinators until its results are shared, and then shows others no more than they need', async () => {
    await makeAudience(test.database, region.id, { people: 12, practices: 4 });
    const { practices } = await makeAudience(test.database, region.id, { people: 1, practices: 1 });
    const { id } = await draft({
      anonymity: 'named',
      audience: { kind: 'roles', roles: ['practice-holder'], practiceIds: practices },
    });
    const seen = async (actor: Actor) => ({
      page: await refusal(campaigns.get(actor, id)),
      list: (await campaigns.list(actor, { limit: 10 })).total,
      room: await campaigns.mayWatch(actor, id),
    });
    const nothing = { page: 'not-found', list: 0, room: false };
    expect(await seen(holder)).toEqual(nothing);
    await campaigns.launch(coordinator, id, { opensAt: MONDAY });
    await sweeps.sweep(region.id);
    await control.close(coordinator, id);
    expect(await seen(holder)).toEqual(nothing);
    expect(await seen(coordinator)).toEqual({ page: 'allowed', list: 1, room: true });
    await inRegion('update campaign set shared_at = now() where id = $1', [id]);
    expect(await seen(holder)).toEqual({ page: 'allowed', list: 1, room: true });
    expect(await campaigns.get(holder, id)).toMatchObject({
      steps: [],
      levels: [],
      unreachable: [],
      audience: { practiceIds: null },
      shared: true,
    });
    const elsewhere = await makeActor(
      test.database,
      (await makeRegion(test.database)).id,
      'region-coordinator',
    );
    expect(await seen(elsewhere)).toEqual(nothing);
    expect(
      await refusals([
        campaigns.create(holder, {} as CampaignWish),
        campaigns.change(holder, id, {}),
        campaigns.discard(holder, id),
        campaigns.launchPreview(holder, id),
        campaigns.launch(holder, id, { opensAt: MONDAY }),
        control.changeStep(holder, id, id, {}),
        control.doNow(holder, id, id),
        control.close(holder, id),
        control.stop(holder, id),
      ]),
    ).toEqual(['auth.forbidden']);
  });
});
