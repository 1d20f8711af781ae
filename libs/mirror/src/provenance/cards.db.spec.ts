import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProvenanceCard } from '#libs/contracts';
import { newId, systemActor } from '#libs/platform';
import {
  injector,
  makeDataSet,
  makeGroup,
  makePractice,
  makeRegion,
  openTestDatabase,
  TurnedClock,
  type FactoryListed,
  type TestDatabase,
} from '#libs/testing';
import { BUILT_IN_MEASURES } from '../measures/built-in-measures.rules.js';
import { artefactBytes } from './card.rules.js';
import { CardsService } from './cards.service.js';
import { publicId } from './figure-id.rules.js';

const PERIOD = { from: '2025-10-01', toExclusive: '2026-10-01' };
const LATE = 'Niet alle praktijken leverden op hetzelfde moment aan';

describe('the card of a released figure', () => {
  let test: TestDatabase;
  let cards: CardsService;
  let regionId: string;
  let practices: string[];
  let groupId: string;

  beforeAll(async () => {
    test = await openTestDatabase();
    cards = injector(test.database, new TurnedClock())(CardsService);
    regionId = (await makeRegion(test.database)).id;
    practices = [];
    for (let n = 0; n < 5; n += 1) practices.push((await makePractice(test.database, regionId)).id);
    groupId = (await makeGroup(test.database, regionId, { practices })).id;
  });
  afterAll(() => test.close());

  /** A data set of which the last practice was taken from its system half a year before the others. */
  const load = (listed: boolean): Promise<{ id: string }> =>
    makeDataSet(test.database, regionId, {
      atoms: practices.map((practiceId) => ({ practiceId, item: '0310', starts: '2025-10-01', count: 30 })),
      listed: listed
        ? practices.map((practiceId, n): FactoryListed => {
            const late = n === 4 ? { extractAt: '2026-04-01T00:00:00Z' } : {};
            return { practiceId, starts: '2025-10-01', months: 12, listed: 2000, ...late };
          })
        : [],
      period: PERIOD,
      extractAt: '2026-10-06T00:00:00Z',
      profile: {
        extractDates: [
          { at: '2026-10-06', practices: 4 },
          { at: '2026-04-01', practices: 1 },
        ],
      },
    });

  const cardFor = (dataSetId: string, members: readonly string[], period = PERIOD): Promise<ProvenanceCard> =>
    test.database.transaction(systemActor(regionId), async () => {
      const id = newId();
      await test.database.query(
        `insert into release (id, region_id, audience, group_id, mode, members, kind, data_set_ids, period_from, period_to, state, policy_version)
         values ($1, $2, 'group', $3, 'pseudonymous', $4, 'referrals', $5, $6, $7, 'released', 'sdc-1.0')`,
        [id, regionId, groupId, members, [dataSetId], period.from, period.toExclusive],
      );
      return cards.make({
        figureId: publicId('fig', newId()),
        releaseId: publicId('rel', id),
        version: { id: newId(), code: 'VERW', number: '1.0.0', content: BUILT_IN_MEASURES[0]!.content },
        item: { code: '0310', name: 'Dermatologie' },
        period,
        dataSetIds: [dataSetId],
        mode: 'pseudonymous',
        policyVersion: 'sdc-1.0',
        auditId: 'aud_1',
        consentId: null,
        attackerModels: ['outsider'],
        bytes: artefactBytes({ value: 57 }),
      });
    });
  const warns = (card: ProvenanceCard): boolean => card.limitations.some((text) => text.startsWith(LATE));

  it('warns of moments that differ where they are those of practices it compares, not of others (MIR-02, field B5)', async () => {
    const { id } = await load(true);
    expect(warns(await cardFor(id, practices))).toBe(true);
    expect(warns(await cardFor(id, practices.slice(0, 4)))).toBe(false);
    expect(warns(await cardFor(id, practices.slice(1)))).toBe(true);
  });

  it('looks at the period that it shows alone', async () => {
    const { id } = await load(true);
    const before = { from: '2024-10-01', toExclusive: '2025-10-01' };
    expect(warns(await cardFor(id, practices, before))).toBe(false);
  });

  it('warns where the file does not say which practice came when', async () => {
    const { id } = await load(false);
    expect(warns(await cardFor(id, practices.slice(0, 4)))).toBe(true);
  });
});
