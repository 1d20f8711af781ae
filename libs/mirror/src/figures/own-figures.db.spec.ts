import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { AuditService, CheckpointsService } from '#libs/audit';
import { Rooms, type Actor, type Config } from '#libs/platform';
import {
  injector,
  makeActor,
  makeDataSet,
  makePractice,
  makeRegion,
  openTestDatabase,
  queriesOf,
  TurnedClock,
  type FactoryAtom,
  type FactoryListed,
  type TestDatabase,
} from '#libs/testing';
import { verifyCard } from '../provenance/card.rules.js';
import { FigureCardsService } from './figure-cards.service.js';
import { OwnFiguresService } from './own-figures.service.js';

const schema = JSON.parse(
  readFileSync(new URL('../provenance/fixtures/provenance.schema.json', import.meta.url), 'utf8'),
) as object;

/** Three years of quarters from the first of October 2023. */
const QUARTERS = Array.from({ length: 12 }, (_, at) => {
  const month = 9 + 3 * at;
  return `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
});
const PERIOD = { from: '2023-10-01', toExclusive: '2026-10-01' };
const ITEMS = { '0310': 'Dermatologie', '0303': 'Chirurgie' };

describe('own figures', () => {
  let test: TestDatabase;
  let figures: OwnFiguresService;
  let cards: FigureCardsService;
  let region: { id: string };
  let practice: { id: string };
  let other: { id: string };
  let noor: Actor;
  const clock = new TurnedClock();

  beforeAll(async () => {
    test = await openTestDatabase();
    const { database } = test;
    const config = { secret: 's'.repeat(40), checkpointDir: '/nowhere' } as Config;
    const services = injector(
      database,
      clock,
      new AuditService(database, clock, new CheckpointsService(database, clock, config)),
      new Rooms(database),
    );
    figures = services(OwnFiguresService);
    cards = services(FigureCardsService);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    region = await makeRegion(test.database);
    practice = await makePractice(test.database, region.id, { name: 'De Linde' });
    other = await makePractice(test.database, region.id, { name: 'De Berk' });
    noor = await makeActor(test.database, region.id, 'practice-holder', { scopeId: practice.id });
  });

  const atoms = (practiceId: string, count: number, item = '0310'): FactoryAtom[] =>
    QUARTERS.map((starts) => ({ practiceId, item, starts, count, urgent: 2, consults: 5 }));
  const listed = (practiceId: string, size: number): FactoryListed[] =>
    QUARTERS.map((starts) => ({ practiceId, starts, listed: size }));
  const load = (): Promise<{ id: string; sourceId: string }> =>
    makeDataSet(test.database, region.id, {
      atoms: [...atoms(practice.id, 34), ...atoms(other.id, 91), ...atoms(practice.id, 10, '0303')],
      listed: [...listed(practice.id, 2480), ...listed(other.id, 4000)],
      period: PERIOD,
      items: ITEMS,
      latePercent: 2,
    });
  const refusal = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'allowed',
      (error: { code?: string }) => error.code ?? error,
    );
  const ask = (more: object = {}) => ({ practiceId: practice.id, measure: 'VERW', item: '0310', ...more });

  it('are a rate with its margin over the newest twelve months (MIR-01)', async () => {
    await load();
    const view = await figures.figure(noor, ask());
    expect(view.period).toEqual({ from: '2025-10-01', toExclusive: '2026-10-01' });
    expect(view.own).toMatchObject({ numerator: 136, denominator: 2480, expected: null });
    // 136 of 2480, Byar: checked by hand against 136(1 − 1/1224 − 1.96/(3√136))³ and its upper twin
    expect(view.own.value).toBeCloseTo(54.8387, 3);
    expect(view.own.low).toBeCloseTo(46.009, 2);
    expect(view.own.high).toBeCloseTo(64.868, 2);
    expect(view.item).toEqual({ code: '0310', name: 'Dermatologie' });
    expect(view).toMatchObject({ region: null, group: null, remarks: [] });
    expect(view.detail.nl).toBe('Uw praktijk: 55 per 1.000 patiënten, met een marge van 46 tot 65.');
    expect(view.noGroup?.nl).toContain('niet in een intervisiegroep');
    expect(view.trend.points).toHaveLength(12);
    expect(view.trend.chart?.method).toBe('xmr');
  });

  it('take all items together under the code of all (MIR-01)', async () => {
    await load();
    const view = await figures.figure(noor, ask({ item: '*' }));
    expect(view.own.numerator).toBe(4 * (34 + 10));
    expect(view.item).toEqual({ code: '*', name: 'alles samen' });
  });

  it('are shares where the definition is one (MIR-10)', async () => {
    await load();
    const urgent = await figures.figure(noor, ask({ measure: 'VERW-SPOED' }));
    expect(urgent.own).toMatchObject({ numerator: 8, denominator: 136 });
    expect(urgent.detail.nl).toContain('6 procent');
    const consults = await figures.figure(noor, ask({ measure: 'MEEDENK-AANDEEL' }));
    expect(consults.own).toMatchObject({ numerator: 20, denominator: 156 });
  });

  it('are for the practice’s own people only, and nobody else learns that they exist (MIR-06)', async () => {
    await load();
    const card = (await figures.figure(noor, ask())).card.card.figureId;
    const berk = await makeActor(test.database, region.id, 'practice-holder', { scopeId: other.id });
    const steward = await makeActor(test.database, region.id, 'data-steward');
    const coordinator = await makeActor(test.database, region.id, 'region-coordinator');
    const consultant = await makeActor(test.database, region.id, 'practice-consultant');
    for (const actor of [berk, steward, coordinator, consultant])
      expect([
        await refusal(figures.figure(actor, ask())),
        await refusal(figures.choices(actor, practice.id)),
        await refusal(cards.card(actor, card)),
      ]).toEqual(['not-found', 'not-found', 'not-found']);
    const foreign = await makeRegion(test.database);
    const stranger = { ...noor, regionId: foreign.id };
    expect(await refusal(figures.figure(stranger, ask()))).toBe('not-found');
  });

  it('say in one answer that there is none (MIR-01)', async () => {
    expect(await refusal(figures.figure(noor, ask()))).toBe('figures.none');
    await load();
    expect([
      await refusal(figures.figure(noor, ask({ item: '9999' }))),
      await refusal(figures.figure(noor, ask({ from: '2020-01-01' }))),
      await refusal(figures.figure(noor, ask({ measure: 'DIAG' }))),
      await refusal(figures.figure(noor, ask({ measure: 'GEEN' }))),
      await refusal(figures.figure(noor, ask({ groupId: other.id }))),
    ]).toEqual(['figures.none', 'figures.none', 'figures.none', 'measure.not-reviewed', 'not-found']);
  });

  it('count a data set once where a newer one holds the same months, and drop withdrawn ones (MIR-02)', async () => {
    const first = await load();
    await makeDataSet(test.database, region.id, {
      atoms: QUARTERS.slice(8).map((starts) => ({
        practiceId: practice.id,
        item: '0310',
        starts,
        count: 40,
        urgent: 2,
        consults: 5,
      })),
      listed: QUARTERS.slice(8).map((starts) => ({ practiceId: practice.id, starts, listed: 2000 })),
      period: { from: '2025-10-01', toExclusive: '2026-10-01' },
      sourceName: 'VIPLive',
      approvedAt: '2026-11-12T09:00:00Z',
    });
    const view = await figures.figure(noor, ask());
    expect(view.own).toMatchObject({ numerator: 160, denominator: 2000 });
    expect(view.trend.breaks).toEqual([{ from: '2025-10-01', reason: expect.anything() }]);
    expect(view.trend.chart).toBeNull();
    expect(view.card.card.sources.map(({ system }) => system)).toEqual(['VIPLive']);
    await test.database.transaction(noor, () =>
      test.database.query(`update data_set set state = 'withdrawn' where id = $1`, [first.id]),
    );
    expect(
      (await figures.figure(noor, ask())).trend.points.filter(({ value }) => value !== null),
    ).toHaveLength(4);
  });

  it('take the list sizes of another data set where the extract has none, and tell missing quarters (MIR-02)', async () => {
    await makeDataSet(test.database, region.id, {
      atoms: atoms(practice.id, 34).filter(({ starts }) => starts !== '2026-01-01'),
      period: PERIOD,
      items: ITEMS,
    });
    await makeDataSet(test.database, region.id, {
      kind: 'list-sizes',
      atoms: [],
      listed: [{ practiceId: practice.id, starts: '2025-07-01', months: 15, listed: 2480 }],
      period: { from: '2025-07-01', toExclusive: '2026-10-01' },
    });
    const view = await figures.figure(noor, ask());
    expect(view.own).toMatchObject({ numerator: 102, denominator: 2480 * 0.75 });
    expect(view.detail.nl).toContain('Van deze 12 maanden ontbreken er 3.');
    expect(view.card.card.sources).toHaveLength(2);
  });

  it('are dated by the practice’s own extraction, and say when the period was not over by then (field B5)', async () => {
    await makeDataSet(test.database, region.id, {
      atoms: atoms(practice.id, 34),
      listed: listed(practice.id, 2480).map((row) => ({ ...row, extractAt: '2026-08-28T00:00:00Z' })),
      period: PERIOD,
      items: ITEMS,
    });
    const view = await figures.figure(noor, ask());
    expect(view.card.card.sources[0]?.extractAt).toBe('2026-08-28T00:00:00Z');
    expect(view.card.card.period.complete).toBe(false);
    expect(view.detail.nl).toContain('er kan nog wat bijkomen');
  });

  it('carry a card that fits its schema and whose hashes hold, and a changed byte is found (MIR-02)', async () => {
    await load();
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    const fits = ajv.compile(schema);
    const view = await figures.figure(noor, ask());
    expect(fits(view.card.card) ? [] : fits.errors).toEqual([]);
    expect(view.card).toMatchObject({
      verified: true,
      quality: 'good',
      overdue: false,
      reviewBy: '2027-11-22',
    });
    expect(view.card.card).toMatchObject({
      period: {
        from: '2025-10-01',
        toExclusive: '2026-10-01',
        complete: true,
        expectedLateRegistrationPct: 2,
      },
      disclosureControl: { mode: 'own' },
      measure: { code: 'VERW', standardisation: 'none', intervalMethod: 'byar' },
      responsibility: { importedBy: { role: 'data-steward' } },
    });
    expect(view.card.card.sources[0]).toMatchObject({ rows: 40, rejectedRows: 0 });
    expect(view.card.card.limitations).toEqual(
      expect.arrayContaining([
        'Brieven per post tellen niet mee.',
        'Niet gecorrigeerd voor leeftijd en geslacht: de bron of de regio heeft die gegevens niet.',
      ]),
    );
    const again = await cards.card(noor, view.card.card.figureId);
    expect(again).toEqual(view.card);
    const bytes = Buffer.from('{"own":1}');
    expect(verifyCard(view.card.card, bytes)).toBe(false);
    const forged = { ...view.card.card, limitations: ['Er zijn geen beperkingen.'] };
    expect(verifyCard(forged, bytes)).toBe(false);
    const prov = await cards.prov(noor, view.card.card.figureId);
    expect(Object.keys(prov.activity)).toHaveLength(view.card.card.transformations.length);
  });

  it('tell that a definition is overdue wherever it is used (MIR-12)', async () => {
    await load();
    clock.set('2027-12-01T12:00:00Z');
    try {
      const view = await figures.figure(noor, ask());
      expect([view.measure.overdue, view.card.overdue]).toEqual([true, true]);
      expect((await figures.choices(noor, practice.id)).measures.every(({ overdue }) => overdue)).toBe(true);
    } finally {
      clock.set('2026-11-02T09:00:00Z');
    }
  });

  it('of a measure that was put away are no longer chosen, and their cards stay (MIR-02)', async () => {
    await load();
    const { card } = await figures.figure(noor, ask());
    const put = (away: boolean) =>
      test.database.transaction(noor, () =>
        test.database.query(
          `update measure set archived_at = case when $1 then now() end where code = 'VERW'`,
          [away],
        ),
      );
    await put(true);
    const codes = async () => (await figures.choices(noor, practice.id)).measures.map(({ code }) => code);
    expect(await codes()).not.toContain('VERW');
    expect(await refusal(figures.figure(noor, ask()))).toBe('measure.not-reviewed');
    expect(await cards.card(noor, card.card.figureId)).toEqual(card);
    await put(false);
    expect(await codes()).toContain('VERW');
  });

  it('offer what there is to choose from (D7)', async () => {
    await load();
    const choices = await figures.choices(noor, practice.id);
    expect(choices.practice).toEqual({ id: practice.id, name: 'De Linde' });
    expect(choices.measures.map(({ code }) => code)).toEqual([
      'VERW',
      'VERW-SPOED',
      'MEEDENK',
      'MEEDENK-AANDEEL',
    ]);
    expect(choices.items.map(({ name }) => name)).toEqual(['Chirurgie', 'Dermatologie']);
    expect(choices.periods[0]).toEqual({ from: '2025-10-01', toExclusive: '2026-10-01' });
    expect(choices.periods).toHaveLength(9);
    expect(choices.suggestions).toEqual([]);
  });

  it('stand beside the region as it was released, of the same definition and months only (MIR-06)', async () => {
    const { id: dataSetId } = await load();
    const { card } = (await figures.figure(noor, ask())).card;
    const release = async (from: string, value: number): Promise<void> => {
      await test.database.transaction(noor, () =>
        test.database.query(
          `with r as (insert into release (region_id, audience, mode, members, kind, data_set_ids, period_from, period_to, state, policy_version, released_at)
             values (current_region(), 'region', 'aggregate', '{}', 'referrals', $1, $2, ($2::date + interval '1 year')::date, 'released', 'sdc-1.0', now()) returning id)
           insert into release_figure (region_id, release_id, measure_version_id, item, body, card)
           select current_region(), r.id, v.id, '0310', $3, $4 from r, measure_version v join measure m on m.id = v.measure_id where m.code = 'VERW'`,
          [[dataSetId], from, JSON.stringify({ value }), JSON.stringify(card)],
        ),
      );
    };
    await release('2024-10-01', 20);
    expect((await figures.figure(noor, ask())).region).toBeNull();
    await release('2025-10-01', 40);
    const view = await figures.figure(noor, ask());
    expect(view.region).toMatchObject({ value: 40, figureId: expect.stringMatching(/^fig_[0-9a-f]{32}$/) });
    expect(view.own.expected).toBeCloseTo((2480 * 40) / 1000, 9);
    expect(view.sentence.nl).toBe(
      'Uw praktijk verwijst vaker naar Dermatologie dan de regio. Het verschil is groter dan bij toeval past.',
    );
    // what stands beside it is of other bytes than its card: found
    expect(view.region?.card.verified).toBe(false);
    expect((await figures.choices(noor, practice.id)).suggestions).toEqual([
      { measure: 'VERW', item: '0310', sentence: view.sentence },
    ]);
    expect((await cards.card(noor, view.region?.figureId as string)).verified).toBe(false);
  });

  it('cost as many queries, COMMIT included, for three years of forty items as for one (architecture §10)', async () => {
    await load();
    await figures.figure(noor, ask());
    const few = await queriesOf(test.database, () => figures.figure(noor, ask()));
    const many = await makePractice(test.database, region.id);
    const reader = await makeActor(test.database, region.id, 'practice-holder', { scopeId: many.id });
    await makeDataSet(test.database, region.id, {
      atoms: Array.from({ length: 40 }, (_, k) => atoms(many.id, 20 + k, `04${k}`)).flat(),
      listed: listed(many.id, 3000),
      period: PERIOD,
      items: Object.fromEntries(Array.from({ length: 40 }, (_, k) => [`04${k}`, `Soort ${k}`])),
    });
    const lots = await queriesOf(test.database, () =>
      figures.figure(reader, { practiceId: many.id, measure: 'VERW', item: '047' }),
    );
    expect([few.length, lots.length]).toEqual([6, 6]);
    expect(await queriesOf(test.database, () => figures.choices(reader, many.id))).toHaveLength(7);
  });
});
