import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnonymityLevel, CampaignStepView, CampaignView } from '#libs/contracts';
import { Secrets, sha256, type Actor } from '#libs/platform';
import {
  makeActor,
  makeAudience,
  makePractice,
  makeRegion,
  openTestDatabase,
  processOf,
  queriesOf,
  TurnedClock,
  type TestDatabase,
  type TestProcess,
} from '#libs/testing';
import { BallotKeys } from '../answering/ballot-keys.service.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { SurveysSweeps } from '../surveys.sweeps.js';
import { CampaignAttention } from './campaign-attention.service.js';
import { CampaignControl } from './campaign-control.service.js';
import { CampaignsService, type CampaignWish } from './campaigns.service.js';

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
const stepOf = (view: CampaignView, kind: CampaignStepView['kind'], number: number | null = null) => {
  const step = view.steps.find((one) => one.kind === kind && one.number === number);
  if (!step) throw new Error(`There is no step ${kind}.`);
  return step;
};

describe('what a campaign does when', () => {
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

  const inRegion = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    test.database.transaction({ regionId: region.id }, () => test.database.query<Row>(sql, values));
  const mailsOf = (id: string): Promise<MailRow[]> =>
    inRegion('select * from mail where subject_id = $1 order by id', [id]);
  const use = (campaignId: string, people: readonly string[]) =>
    inRegion('update invitation set used = true where campaign_id = $1 and person_id = any($2)', [
      campaignId,
      people,
    ]);
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

  it('invites, reminds who has not answered, and closes, each once (DIA-15)', async () => {
    const { people } = await makeAudience(test.database, region.id, { people: 12, practices: 4 });
    const { id } = await draft();
    await campaigns.launch(coordinator, id, { opensAt: MONDAY });
    expect(await sweeps.sweep(region.id)).toBe(1);
    expect(await sweeps.sweep(region.id)).toBe(0);
    const invited = await campaigns.get(coordinator, id);
    expect(invited).toMatchObject({ state: 'running', turnout: { invited: 12, answered: null } });
    expect(stepOf(invited, 'invite')).toMatchObject({
      state: 'done',
      count: 12,
      doneAt: '2027-03-01T08:00:00.000Z',
    });
    const mails = await mailsOf(id);
    expect(mails).toHaveLength(12);
    expect(mails[0]).toMatchObject({
      template: 'evaluation-invitation',
      state: 'planned',
      params: { deadline: '2027-03-15T08:00:00.000Z', anonymity: 'anonymous', minutes: 8 },
    });
    // the link in the mail is the one that was hashed
    const [first] = await inRegion<{ token_hash: Buffer }>(
      'select token_hash from invitation where id = $1',
      [mails[0]?.params.invitationId],
    );
    expect(first?.token_hash).toEqual(
      sha256(services(Secrets).token('evaluation', mails[0]?.params.invitationId as string)),
    );

    await use(id, people.slice(0, 4));
    clock.set('2027-03-08T08:00:00Z');
    expect(await sweeps.sweep(region.id)).toBe(1);
    const reminded = (await mailsOf(id)).filter(({ template }) => template === 'evaluation-reminder');
    expect(reminded.map((mail) => mail.person_id).sort()).toEqual(people.slice(4).sort());
    expect(await campaigns.get(coordinator, id)).toMatchObject({ turnout: { invited: 12, answered: 4 } });

    clock.set('2027-03-13T08:00:00Z');
    await sweeps.sweep(region.id);
    clock.set('2027-03-15T08:00:00Z');
    expect(await sweeps.sweep(region.id)).toBe(1);
    const closed = await campaigns.get(coordinator, id);
    expect(closed).toMatchObject({ state: 'closed', closedAt: '2027-03-15T08:00:00.000Z' });
    expect(closed.steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
    expect(await sweeps.sweep(region.id)).toBe(0);
    // nothing waits in the mail any more
    expect((await mailsOf(id)).filter(({ state }) => state === 'planned')).toEqual([]);
  });

  it('reminds as a role that can read no answer, in whatever form', async () => {
    await makeAudience(test.database, region.id, { people: 12, practices: 4 });
    const { id } = await draft();
    await campaigns.launch(coordinator, id, { opensAt: MONDAY });
    await sweeps.sweep(region.id);
    clock.set('2027-03-08T08:00:00Z');
    const sent = await queriesOf(test.database, () => sweeps.sweep(region.id));
    const put = sent.findIndex((sql) => sql.includes('set local role leerkring_reminder'));
    const off = sent.findIndex((sql) => sql.includes('set local role none'));
    const between = sent.slice(put + 1, off);
    expect(put).toBeGreaterThan(0);
    expect(sent.filter((sql) => /not i\.used/.test(sql))).toEqual(
      between.filter((sql) => /not i\.used/.test(sql)),
    );
    expect(between.some((sql) => /not i\.used/.test(sql))).toBe(true);
    expect(sent.filter((_, k) => k < put || k > off).filter((sql) => /not i\.used/.test(sql))).toEqual([]);
    for (const table of ['sealed_ballot', 'opened_ballot', 'opened_text', 'response'])
      await expect(
        test.database.transaction({ regionId: region.id }, () =>
          test.database.as('leerkring_reminder', () => test.database.query(`select 1 from ${table}`)),
        ),
      ).rejects.toThrow(/permission denied/);
  });

  it('never tells how many answered when that is one or two, or all but one or two', async () => {
    const { people } = await makeAudience(test.database, region.id, { people: 12, practices: 4 });
    const { id } = await draft();
    await campaigns.launch(coordinator, id, { opensAt: MONDAY });
    await sweeps.sweep(region.id);
    const told: (number | null)[] = [];
    for (let k = 0; k <= 12; k++) {
      await use(id, people.slice(0, k));
      const { turnout } = await campaigns.get(coordinator, id);
      const [listed] = (await campaigns.list(coordinator, { limit: 1 })).items;
      expect(listed?.turnout).toEqual(turnout);
      told.push(turnout.answered);
    }
    expect(told).toEqual([null, null, null, 3, 4, 5, 6, 7, 8, 9, null, null, null]);
    // nor by the number of reminders, in the page or in the log
    await use(id, people);
    await inRegion('update invitation set used = false where campaign_id = $1 and person_id = any($2)', [
      id,
      people.slice(0, 2),
    ]);
    clock.set('2027-03-08T08:00:00Z');
    await sweeps.sweep(region.id);
    expect((await mailsOf(id)).filter(({ template }) => template === 'evaluation-reminder')).toHaveLength(2);
    expect(stepOf(await campaigns.get(coordinator, id), 'remind', 1)).toMatchObject({
      state: 'done',
      count: null,
    });
    const log = await inRegion<{ detail: Record<string, unknown> }>(
      `select detail from audit_entry where event = 'campaign.reminded' and subject_id = $1`,
      [id],
    );
    expect(Object.keys(log[0]?.detail ?? {}).sort()).toEqual(['number', 'step', 'wave']);
  });

  it('sends an invitation that is days late and gives its people as many days as the others', async () => {
    await makeAudience(test.database, region.id, { people: 12, practices: 4 });
    const { id } = await draft();
    await campaigns.launch(coordinator, id, { opensAt: '2027-03-02T09:00' });
    // down over the invitation, the reminders and the change of the clock
    clock.set('2027-04-02T13:30:00Z');
    expect(await sweeps.sweep(region.id)).toBe(1);
    const view = await campaigns.get(coordinator, id);
    // 32 whole days later: 9.00 in summer
    expect(dues(view)).toEqual([
      'invite 2027-03-02T08:00 done',
      'remind1 2027-04-10T07:00 planned',
      'remind2 2027-04-15T07:00 planned',
      'close 2027-04-17T07:00 planned',
    ]);
    const [mail] = await mailsOf(id);
    expect(mail?.params.deadline).toBe('2027-04-17T07:00:00.000Z');
  });

  it('leaves a reminder that was missed to the organiser, and never sends one after closing', async () => {
    const { people } = await makeAudience(test.database, region.id, { people: 12, practices: 4 });
    const made = async () => {
      clock.set(MONDAY);
      const { id } = await draft({ reminderDays: [4] });
      await campaigns.launch(coordinator, id, { opensAt: MONDAY });
      await sweeps.sweep(region.id);
      return id;
    };
    const reminders = async (id: string) =>
      (await mailsOf(id)).filter(({ template }) => template === 'evaluation-reminder').length;

    const missed = await made();
    clock.set('2027-03-14T20:00:00Z'); // due on the 11th, closing in twelve hours
    await sweeps.sweep(region.id);
    let view = await campaigns.get(coordinator, missed);
    expect(stepOf(view, 'remind', 1)).toMatchObject({ state: 'late', count: null });
    expect(await reminders(missed)).toBe(0);
    const home = await services(CampaignAttention).of(coordinator);
    expect(home.tasks).toMatchObject([
      { kind: 'late-step', href: `/evaluaties/${missed}`, deadline: '2027-03-15T08:00:00.000Z' },
    ]);
    expect(home.tasks[0]?.sentence.nl).toBe(
      'Dit had do 11 maart 2027, 09.00 uur moeten gebeuren. U kiest of het nog zin heeft.',
    );
    expect(home.upcoming).toMatchObject([
      { kind: 'campaign-step', title: { nl: 'Sluiten: Waardeonderzoek voor medewerkers' } },
    ]);
    expect(await services(CampaignAttention).of(holder)).toEqual({ tasks: [], upcoming: [] });
    await use(missed, people.slice(0, 5));
    view = await control.doNow(coordinator, missed, stepOf(view, 'remind', 1).id);
    expect(stepOf(view, 'remind', 1)).toMatchObject({ state: 'done', count: 7 });
    expect(await reminders(missed)).toBe(7);
    expect((await services(CampaignAttention).of(coordinator)).tasks).toEqual([]);

    const over = await made();
    clock.set('2027-03-20T08:00:00Z');
    await sweeps.sweep(region.id);
    view = await campaigns.get(coordinator, over);
    expect(view.steps.map(({ state }) => state)).toEqual(['done', 'late', 'done']);
    expect(view.state).toBe('closed');
    expect(await reminders(over)).toBe(0);
    expect(await refusal(control.doNow(coordinator, over, stepOf(view, 'remind', 1).id))).toBe(
      'campaign.not-running',
    );
  });

  it('says on the home page when a step cannot be carried out', async () => {
    await makeAudience(test.database, region.id, { people: 12, practices: 4 });
    const { id } = await draft({ reminderDays: [] });
    await campaigns.launch(coordinator, id, { opensAt: MONDAY });
    await sweeps.sweep(region.id);
    rmSync(join(dataDir, 'ballot-keys', `${region.id}.${id}`));
    clock.set('2027-03-15T09:30:00Z');
    await expect(sweeps.sweep(region.id)).rejects.toThrow('Some campaigns could not be swept.');
    expect(await campaigns.get(coordinator, id)).toMatchObject({ state: 'running' });
    expect((await services(CampaignAttention).of(coordinator)).tasks).toMatchObject([
      { kind: 'late-step', title: { nl: 'Te laat bij Waardeonderzoek voor medewerkers: sluiten' } },
    ]);
  });

  it('plans two thousand invitations and mails with few statements', async () => {
    const { people } = await makeAudience(test.database, region.id, { people: 2000, practices: 300 });
    const { id } = await draft();
    const launching = await queriesOf(test.database, () =>
      campaigns.launch(coordinator, id, { opensAt: MONDAY }),
    );
    expect(launching.length).toBeLessThan(30);
    const inviting = await queriesOf(test.database, () => sweeps.sweep(region.id));
    expect(inviting.length).toBeLessThan(40);
    expect(await mailsOf(id)).toHaveLength(2000);
    await use(id, people.slice(0, 900));
    clock.set('2027-03-08T08:00:00Z');
    const reminding = await queriesOf(test.database, () => sweeps.sweep(region.id));
    expect(reminding.length).toBeLessThan(40);
    expect(stepOf(await campaigns.get(coordinator, id), 'remind', 1).count).toBe(1100);
  });
});
