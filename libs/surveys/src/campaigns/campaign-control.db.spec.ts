import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnonymityLevel, CampaignStepView, CampaignView } from '#libs/contracts';
import { type Actor } from '#libs/platform';
import {
  makeActor,
  makeAudience,
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

interface MailRow {
  template: string;
  to_email: string;
  state: string;
  person_id: string;
  params: { invitationId: string; deadline: string; anonymity: AnonymityLevel; minutes: number };
}

/** A Monday in winter; the clock of everything here. */
const MONDAY = '2027-03-01T08:00:00Z';
const stepOf = (view: CampaignView, kind: CampaignStepView['kind'], number: number | null = null) => {
  const step = view.steps.find((one) => one.kind === kind && one.number === number);
  if (!step) throw new Error(`There is no step ${kind}.`);
  return step;
};

describe('what the organiser does with a campaign', () => {
  let test: TestDatabase;
  let dataDir: string;
  let process: TestProcess;
  let services: TestProcess['services'];
  let campaigns: CampaignsService;
  let control: CampaignControl;
  let sweeps: SurveysSweeps;
  let region: { id: string };
  let coordinator: Actor;
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
    const { items } = await services(QuestionnairesService).list(coordinator, { limit: 100 });
    questionnaireId = items.find(({ key }) => key === 'value-survey-staff')?.id as string;
  });

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

  describe('while it is planned or running', () => {
    let view: CampaignView;
    beforeEach(async () => {
      await makeAudience(test.database, region.id, { people: 12, practices: 4 });
      const { id } = await draft();
      view = await campaigns.launch(coordinator, id, { opensAt: '2027-03-03T09:00' });
    });
    const change = (
      kind: CampaignStepView['kind'],
      number: number | null,
      what: { dueAt?: string; state?: 'planned' | 'stopped' },
      version?: number,
    ) => control.changeStep(coordinator, view.id, stepOf(view, kind, number).id, what, version);

    it('lets steps be moved, as long as they follow each other', async () => {
      const moved = await change('remind', 1, { dueAt: '2027-03-11T14:00' }, view.version);
      expect(stepOf(moved, 'remind', 1)).toMatchObject({
        dueAt: '2027-03-11T13:00:00.000Z',
        state: 'planned',
      });
      expect(moved.version).toBeGreaterThan(view.version);
      expect(await refusal(change('remind', 1, { dueAt: '2027-03-11T15:00' }, view.version))).toBe(
        'conflict.stale',
      );
      for (const [kind, number, dueAt, reason] of [
        ['remind', 1, '2027-03-02T12:00', 'order'],
        ['remind', 1, '2027-03-16T09:00', 'order'],
        ['close', null, '2027-03-12T09:00', 'order'],
        ['invite', null, '2027-03-20T09:00', 'order'],
        ['close', null, '2027-02-01T09:00', 'past'],
        ['close', null, '2029-02-01T09:00', 'too-far'],
      ] as const)
        expect(await refusal(change(kind, number, { dueAt }))).toBe(`campaign.times-invalid ${reason}`);
      expect(await refusal(control.changeStep(coordinator, view.id, 'x', { state: 'stopped' }))).toBe(
        'not-found',
      );
      const later = await change('close', null, { dueAt: '2027-03-31T17:00' });
      expect(later.closesAt).toBe('2027-03-31T15:00:00.000Z');
      // the mails say the new end
      clock.set('2027-03-03T08:00:00Z');
      await sweeps.sweep(region.id);
      expect((await mailsOf(view.id))[0]?.params.deadline).toBe('2027-03-31T15:00:00.000Z');
    });

    it('lets a reminder be stopped and planned again, and nothing that it cannot do without', async () => {
      const stopped = await change('remind', 2, { state: 'stopped' });
      expect(stepOf(stopped, 'remind', 2).state).toBe('stopped');
      const again = await change('remind', 2, { state: 'planned' });
      expect(stepOf(again, 'remind', 2)).toMatchObject({
        state: 'planned',
        dueAt: stepOf(view, 'remind', 2).dueAt,
      });
      expect(await refusal(change('close', null, { state: 'stopped' }))).toBe('step.needed');
      expect(await refusal(change('invite', null, { state: 'stopped' }))).toBe('step.needed');
      await change('remind', 1, { state: 'stopped' });
      clock.set('2027-03-12T08:00:00Z');
      await sweeps.sweep(region.id);
      expect((await mailsOf(view.id)).map(({ template }) => template)).toEqual(
        Array(12).fill('evaluation-invitation'),
      );
      expect(await refusal(change('invite', null, { dueAt: '2027-03-13T09:00' }))).toBe('step.done');
    });

    it('does a step at once when asked, and not a second time', async () => {
      const reminder = stepOf(view, 'remind', 1).id;
      expect(await refusal(control.doNow(coordinator, view.id, reminder))).toBe('campaign.not-running');
      const invited = await control.doNow(coordinator, view.id, stepOf(view, 'invite').id);
      expect(invited).toMatchObject({ state: 'running' });
      expect(stepOf(invited, 'invite')).toMatchObject({ state: 'done', count: 12 });
      expect(stepOf(invited, 'remind', 1).dueAt).toBe(stepOf(view, 'remind', 1).dueAt);
      expect(await refusal(control.doNow(coordinator, view.id, stepOf(view, 'invite').id))).toBe('step.done');
      clock.set('2027-03-03T08:00:00Z');
      expect(await sweeps.sweep(region.id)).toBe(0);
      expect(await mailsOf(view.id)).toHaveLength(12);
    });

    it('is closed before its moment by the organiser', async () => {
      expect(await refusal(control.close(coordinator, view.id))).toBe('campaign.not-running');
      clock.set('2027-03-03T08:00:00Z');
      await sweeps.sweep(region.id);
      const closed = await control.close(coordinator, view.id);
      expect(closed).toMatchObject({ state: 'closed', turnout: { invited: 12, answered: 0 } });
      expect(closed.steps.map(({ state }) => state)).toEqual(['done', 'stopped', 'stopped', 'done']);
      expect((await mailsOf(view.id)).every(({ state }) => state === 'cancelled')).toBe(true);
      expect(await refusal(control.close(coordinator, view.id))).toBe('campaign.not-running');
    });

    it('is stopped for good, with what was given thrown away', async () => {
      clock.set('2027-03-03T08:00:00Z');
      await sweeps.sweep(region.id);
      const stopped = await control.stop(coordinator, view.id);
      expect(stopped).toMatchObject({ state: 'stopped' });
      expect(stopped.steps.map(({ state }) => state)).toEqual(['done', 'stopped', 'stopped', 'stopped']);
      expect((await mailsOf(view.id)).every(({ state }) => state === 'cancelled')).toBe(true);
      clock.set('2027-04-01T08:00:00Z');
      expect(await sweeps.sweep(region.id)).toBe(0);
      expect(await refusal(control.stop(coordinator, view.id))).toBe('campaign.not-running');
    });

    it('is stopped before it began', async () => {
      expect(await control.stop(coordinator, view.id)).toMatchObject({ state: 'stopped' });
      clock.set('2027-03-03T08:00:00Z');
      expect(await sweeps.sweep(region.id)).toBe(0);
      expect(await mailsOf(view.id)).toEqual([]);
    });
  });
});
