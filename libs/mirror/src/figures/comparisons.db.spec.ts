import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService, CheckpointsService } from '#libs/audit';
import { attack } from '#libs/disclosure';
import { createLog, Jobs, Rooms, systemActor, type Actor, type Config } from '#libs/platform';
import {
  injector,
  makeActor,
  makeDataSet,
  makeGroup,
  makePractice,
  makeRegion,
  openTestDatabase,
  TurnedClock,
  type TestDatabase,
} from '#libs/testing';
import { OpenModesService } from '../modes/open-modes.service.js';
import { CardsService } from '../provenance/cards.service.js';
import { GateData } from '../releases/gate-data.service.js';
import { judge, type GateJob } from '../releases/gate.rules.js';
import { GateEngine } from '../releases/gate-engine.service.js';
import { GateService } from '../releases/gate.service.js';
import { PrivacyTestRuns } from '../releases/privacy-test-runs.service.js';
import { ReleasesService } from '../releases/releases.service.js';
import { FigureCardsService } from './figure-cards.service.js';
import { OwnFiguresService } from './own-figures.service.js';

/** The same computation without a thread. */
class DirectEngine extends GateEngine {
  protected override compute(job: GateJob): ReturnType<GateEngine['judge']> {
    return judge(job, attack);
  }
}

const STARTS = ['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01'];
const STRATA = [
  { sex: 'M', age: '0-64', people: 800, count: 9 },
  { sex: 'V', age: '0-64', people: 800, count: 11 },
  { sex: 'M', age: '65+', people: 200, count: 14 },
  { sex: 'V', age: '65+', people: 200, count: 16 },
];

describe('what stands beside an own figure', () => {
  let test: TestDatabase;
  let figures: OwnFiguresService;
  let cards: FigureCardsService;
  let region: { id: string };
  const practices: { id: string; name: string }[] = [];
  let noor: Actor;
  let releases: ReleasesService;
  let gate: GateService;

  const load = (starts: readonly string[], until: string): Promise<{ id: string }> => {
    // the first practice has twice as many older patients, and refers as often as the others in every stratum
    const people = (n: number, one: (typeof STRATA)[number]): number =>
      n === 0 && one.age === '65+' ? one.people * 2 : one.people;
    return makeDataSet(test.database, region.id, {
      atoms: practices.flatMap((practice, n) =>
        starts.flatMap((day) =>
          STRATA.map((one) => ({
            practiceId: practice.id,
            item: '0310',
            starts: day,
            sex: one.sex,
            age: one.age,
            count: Math.round((one.count * people(n, one)) / one.people) + (n === 0 ? 0 : (n % 3) - 1),
            urgent: 2,
            consults: 6,
          })),
        ),
      ),
      listed: practices.flatMap((practice, n) =>
        starts.flatMap((day) =>
          STRATA.map((one) => ({
            practiceId: practice.id,
            starts: day,
            sex: one.sex,
            age: one.age,
            listed: people(n, one),
          })),
        ),
      ),
      period: { from: starts[0] as string, toExclusive: until },
      items: { '0310': 'Dermatologie' },
    });
  };

  beforeAll(async () => {
    test = await openTestDatabase();
    const { database } = test;
    const clock = new TurnedClock();
    const config = {
      secret: 's'.repeat(40),
      checkpointDir: '/nowhere',
      redisUrl: null,
      databaseUrl: test.appUrl,
    };
    const log = createLog('silent');
    const rooms = new Rooms(database);
    const audit = new AuditService(
      database,
      clock,
      new CheckpointsService(database, clock, config as unknown as Config),
    );
    const engine = new DirectEngine();
    const services = injector(database, clock, audit, rooms, engine, new Jobs(config, database, log));
    figures = services(OwnFiguresService);
    cards = services(FigureCardsService);
    region = await makeRegion(database);
    for (let n = 0; n < 12; n += 1)
      practices.push(await makePractice(database, region.id, { name: `Praktijk ${n}` }));
    await makeGroup(database, region.id, {
      practices: practices.slice(0, 6).map(({ id }) => id),
      name: 'Groep 3',
    });
    noor = await makeActor(database, region.id, 'practice-holder', { scopeId: practices[0]?.id });
    const { id } = await load(STARTS, '2026-10-01');
    const system = systemActor(region.id);
    releases = services(ReleasesService);
    await releases.plan(system, id);
    gate = new GateService(
      database,
      clock,
      rooms,
      audit,
      services(GateData),
      services(CardsService),
      services(OpenModesService),
      engine,
      log,
      services(PrivacyTestRuns),
    );
    await gate.work(region.id);
  });
  afterAll(() => test.close());

  it('is the region as it was released, and with its strata the own figure is corrected for age and sex (MIR-08)', async () => {
    const view = await figures.figure(noor, {
      practiceId: practices[0]?.id as string,
      measure: 'VERW',
      item: '0310',
    });
    expect(view.region?.card.verified).toBe(true);
    // crude 80 events of 2400 a quarter, 133 per 1.000 a year: older patients explain it
    expect((1000 * view.own.numerator) / view.own.denominator).toBeCloseTo(133.3, 1);
    expect(view.detail.nl).toContain('Gecorrigeerd voor leeftijd en geslacht.');
    expect(view.card.card.measure.standardisation).toBe('indirect');
    expect(view.own.value).toBeLessThan(115);
    expect(Math.abs(view.own.value - (view.region?.value ?? 0))).toBeLessThan(8);
    expect(view.breakdown).toHaveLength(4);
    expect(view.breakdown.every(({ own, region: rate }) => own !== null && rate !== null)).toBe(true);
  });

  it('is the group without names, with the own bar at the own value (MIR-06, models/disclosure §2.6)', async () => {
    const view = await figures.figure(noor, {
      practiceId: practices[0]?.id as string,
      measure: 'VERW',
      item: '0310',
    });
    expect(view.group).toMatchObject({ mode: 'pseudonymous', group: 'Groep 3', card: { verified: true } });
    expect(view.noGroup).toBeNull();
    const own = view.group?.bars.find((bar) => bar.own);
    expect(own?.value).toBe(Number(view.own.value.toFixed(view.measure.content.decimals)));
    expect(view.sentence.nl).toContain('uw groep');
    expect(JSON.stringify(view.group)).not.toMatch(
      new RegExp(
        practices
          .slice(1)
          .map(({ id }) => id)
          .join('|'),
      ),
    );
    const card = await cards.card(noor, view.group?.figureId as string);
    expect(card).toEqual(view.group?.card);
    const outside = await makeActor(test.database, region.id, 'practice-holder', {
      scopeId: practices[8]?.id,
    });
    await expect(cards.card(outside, view.group?.figureId as string)).rejects.toMatchObject({
      code: 'not-found',
    });
    const elsewhere = await figures.figure(outside, {
      practiceId: practices[8]?.id as string,
      measure: 'VERW',
      item: '0310',
    });
    expect(elsewhere.group).toBeNull();
    expect(elsewhere.region).not.toBeNull();
  });

  it('reads no atom of another practice (MIR-06)', async () => {
    const said: unknown[][] = [];
    const { database } = test;
    const query = database.query.bind(database);
    database.query = (async (sql: string, parameters: unknown[] = []) => {
      if (/figure_atom|from listed/.test(sql)) said.push([sql, ...parameters]);
      return query(sql, parameters);
    }) as typeof database.query;
    try {
      await figures.figure(noor, { practiceId: practices[0]?.id as string, measure: 'VERW', item: '0310' });
      await figures.choices(noor, practices[0]?.id as string);
    } finally {
      database.query = query as typeof database.query;
    }
    expect(said.length).toBeGreaterThanOrEqual(4);
    for (const statement of said) {
      expect(JSON.stringify(statement)).toContain(practices[0]?.id);
      for (const other of practices.slice(1)) expect(JSON.stringify(statement)).not.toContain(other.id);
    }
  });

  it('is new for everybody when a quarter is added, but the funnel of staff stays that of the year before (MIR-07)', async () => {
    const { id } = await load([...STARTS.slice(1), '2026-10-01'], '2027-01-01');
    await releases.plan(systemActor(region.id), id);
    await gate.work(region.id);
    const rows = await test.database.transaction(systemActor(region.id), () =>
      test.database.query<{ audience: string; state: string; reason: string | null }>(
        `select audience, state, reason from release order by audience, id`,
      ),
    );
    const of = (audience: string) =>
      rows.filter((one) => one.audience === audience).map(({ state, reason }) => reason ?? state);
    expect(of('region')).toEqual(['superseded', 'released']);
    expect(of('group')).toEqual(['superseded', 'released']);
    expect(of('staff')).toEqual(['released', 'once-a-year']);
  });
});
