import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnFigureView } from '#libs/contracts';
import { cachesKeep, errorsTell, framesTell, outsidersRead } from './answers.js';
import { leaksOf } from './attack.js';
import { contentOf, stringsOf } from './bytes.js';
import type { Collector, Reading } from './collected.js';
import { hashesTell } from './hashes.js';
import { labelsTell, namesShown, type Agreed } from './names.js';
import { numbersShown } from './numbers.js';
import { AGREED, OWN_WORDS, readAll } from './phases.js';
import { plantedAnswers } from './planted-answers.js';
import { plantedNumbers } from './planted-numbers.js';
import { figuresSeen, json, linked, valueOf, type Said } from './read-back.js';
import { openFigureRegion, type FigureRegion } from './region.js';
import { allSaid, IN_GROUP, IN_PUBLIC, readsOf, Told, type Attacking } from './told.js';
import { PRACTICES } from './truth.js';

const MINUTES = 60_000;

describe('figures of others, before everybody who reads along', () => {
  let region: FigureRegion;
  let seen: Collector;
  let said: Said[];

  beforeAll(async () => {
    region = await openFigureRegion();
    seen = await readAll(region);
    said = allSaid(region, seen);
  }, 4 * MINUTES);
  afterAll(() => region?.close());

  const agreed: Agreed = (phase) =>
    AGREED.phases.includes(phase) ? { ...AGREED, exports: phase === 'named files' } : null;
  const members = (): number[] =>
    [...new Set(region.groups.flatMap((one) => one.members))].sort((a, b) => a - b);
  const pairs = (): Attacking[] =>
    members().flatMap((a, at) =>
      members()
        .slice(at + 1)
        .map((b) => ({
          name: `${PRACTICES[a]!.name} with ${PRACTICES[b]!.name}`,
          reads: readsOf(region, a, b),
          knows: [a, b],
        })),
    );
  const told = (kind: Said['kind'], all: readonly Said[], minCell: number): Told =>
    new Told(
      region,
      kind,
      all.filter((one) => one.kind === kind),
      minCell,
    );

  describe('what was read', () => {
    it('is enough to find something in: releases over two windows, both groups, region, funnel, files, names and frames', async () => {
      const figures = figuresSeen(region, seen);
      const kinds = new Set(figures.map(({ audience, mode }) => `${audience} ${mode}`));
      expect([...kinds]).toEqual(
        expect.arrayContaining([
          '0 open',
          '0 pseudonymous',
          '1 pseudonymous',
          'region aggregate',
          'staff pseudonymous',
        ]),
      );
      for (const audience of [0, 1])
        expect(
          new Set(figures.flatMap((one) => (one.audience === audience ? [one.window.from] : []))).size,
        ).toBe(2);
      const files = seen.readings.filter(({ door, status }) => /export$/.test(door) && status === 200);
      expect(new Set(files.map(({ headers }) => headers['content-type'])).size).toBe(4);
      expect(seen.readings.length).toBeGreaterThan(1500);
      expect(seen.frames.filter(({ event }) => event === 'fact').length).toBeGreaterThan(10);
      expect(seen.twins.length).toBeGreaterThan(15);
      expect(said.length).toBeGreaterThan(300);
    });

    it('is read back rightly: every sum that a displayed number allows holds the truth, and every bar is somebody’s', () => {
      const wrong = said.filter(({ parts, lo, hi }) => {
        const value = valueOf(parts);
        return value < lo - 1e-6 || (hi !== null && value > hi + 1e-6);
      });
      expect(wrong.map(({ about }) => about)).toEqual([]);
      const bars = figuresSeen(region, seen)
        .filter(({ audience }) => audience !== 'region')
        .flatMap((one) => linked(region, one));
      expect(bars.filter(({ practice }) => practice === null)).toEqual([]);
      expect(bars.filter(({ certain }) => !certain).length).toBeLessThan(bars.length / 20);
    });
  });

  describe('an attack over all releases, from the displayed numbers alone', () => {
    it.each(['referrals', 'diagnostics'] as const)(
      'by any two members of groups who put what they read and know together leaves every small count of others open: %s (MIR-07)',
      async (kind) => {
        const all = told(kind, said, IN_GROUP);
        const counts = all.secrets.filter(({ change }) => !change);
        expect(counts.length).toBeGreaterThan(50);
        expect(await leaksOf(all, [0, 1], pairs(), counts)).toEqual([]);
      },
      2 * MINUTES,
    );

    it(
      'by any member leaves open how many came to another practice’s figures by a correction, when they are few (MIR-07, models/mirror §2 trap d)',
      async () => {
        const all = told('referrals', said, IN_GROUP);
        const changes = all.secrets.filter(({ change }) => change);
        expect(changes.length).toBeGreaterThan(3);
        const singles = members().map((n) => ({
          name: PRACTICES[n]!.name,
          reads: readsOf(region, n),
          knows: [n],
        }));
        expect(await leaksOf(all, [0, 1], singles, changes)).toEqual([]);
      },
      2 * MINUTES,
    );

    it(
      'by a coordinator who works at a practice of a group leaves small counts open, because the funnel is not among what that session reads (MIR-07)',
      async () => {
        const twofold = seen.readings.filter(
          ({ by, status }) => by.name === 'coordinator of 1' && status === 200,
        );
        const both = allSaid(region, { readings: twofold });
        expect(new Set(both.map(({ audience }) => audience))).toEqual(new Set(['region', 0]));
        const all = told('referrals', said, IN_GROUP);
        const years = all.secrets.filter(({ whole, key }) => whole && key.includes('all referrals'));
        const reads = (audiences: Attacking['reads']): Attacking => ({
          name: 'coordinator of 1',
          reads: audiences,
          knows: [1],
        });
        expect(await leaksOf(all, [0], [reads([0])], years)).toEqual([]);
        // why it is not: with the funnel the same figures would betray some
        expect(await leaksOf(all, ['staff', 0], [reads(['staff', 0])], years)).not.toEqual([]);
      },
      2 * MINUTES,
    );

    it.each(['referrals', 'diagnostics'] as const)(
      'by who reads the region alone, or the funnel, leaves every count below ten of a whole year open: %s (MIR-07)',
      async (kind) => {
        const all = told(kind, said, IN_PUBLIC);
        const years = all.secrets.filter(({ whole }) => whole);
        const alone = PRACTICES.flatMap(({ name }, n) =>
          members().includes(n) ? [] : [{ name, reads: [], knows: [n] }],
        );
        const outsider = { name: 'somebody outside', reads: [], knows: [] };
        expect(years.length).toBeGreaterThan(0);
        // sums over everybody limit everybody alike: the smallest and the largest count of a sort stand for all
        const ends = [...new Set(years.map(({ sort }) => sort))].flatMap((sort) => {
          const alike = years.filter((one) => one.sort === sort).sort((a, b) => a.value - b.value);
          return [...new Set([alike[0]!, alike.at(-1)!])];
        });
        expect(await leaksOf(all, [], [outsider, ...alone], ends)).toEqual([]);
        const staff: Attacking = { name: 'staff', reads: ['staff'], knows: [] };
        expect(await leaksOf(all, ['staff'], [staff], years)).toEqual([]);
      },
      2 * MINUTES,
    );
  });

  describe('no door', () => {
    it('shows a number where none should stand, or of somebody who may not be shown, in JSON, files, texts and charts (MIR-07)', async () => {
      expect(await numbersShown(region, seen)).toEqual([]);
    });

    it('gives labels that can be tied to a practice, to other figures or to a later release (MIR-06)', () => {
      expect(labelsTell(region, seen)).toEqual([]);
    });

    it('names anybody but to members who agreed, while they agree, and in files only when they agreed to files (MIR-06, SES-07)', async () => {
      expect(await namesShown(region, seen, agreed)).toEqual([]);
      const named = (phase: string, door: RegExp): Reading[] =>
        seen.readings.filter(
          (one) =>
            one.phase === phase &&
            door.test(one.door) &&
            one.asked?.measure === 'DIAG' &&
            one.by.name === 'holder of 1',
        );
      const modes = (phase: string) =>
        new Set(named(phase, /\/own$/).map((one) => json<OwnFigureView>(one).group?.mode));
      expect(modes('named')).toEqual(new Set(['open']));
      expect(modes('taken back')).toEqual(new Set(['pseudonymous']));
      expect(new Set(named('named', /export$/).map(({ status }) => status))).toEqual(new Set([403]));
      expect(new Set(named('named files', /export$/).map(({ status }) => status))).toEqual(new Set([200]));
      expect(new Set(named('taken back', /export$/).map(({ status }) => status))).toEqual(new Set([200]));
      const told = seen.frames.filter(
        ({ event, phase, by }) =>
          event === 'fact' && /named files|taken back/.test(phase) && by.name === 'holder of 1',
      );
      expect(told.length).toBeGreaterThan(0);
    });

    it('hands on the words of a dispute to others, as long as they do not agree to names (MIR-03, MIR-06)', async () => {
      for (const reading of seen.readings) {
        const own = reading.by.practices.includes(1) || /steward|coordinator/.test(reading.by.name);
        if (own || (agreed(reading.phase) && reading.by.practices.includes(5))) continue;
        const texts = stringsOf(await contentOf(reading));
        expect([reading.door, reading.by.name, texts.some((text) => text.includes(OWN_WORDS))]).toEqual([
          reading.door,
          reading.by.name,
          false,
        ]);
      }
    });

    it('gives figures to who has none to read: nobody, auditor, operator, specialist (MIR-06)', async () => {
      expect(await outsidersRead(seen)).toEqual([]);
    });

    it('lets a cache keep figures for somebody else (XCT-04)', () => {
      expect(cachesKeep(seen)).toEqual([]);
    });

    it('tells in a refusal a count, a name, an id, or whether it is hidden, another’s or not there (MIR-06, XCT-04)', () => {
      expect(errorsTell(region, seen)).toEqual([]);
    });

    it('tells a socket more than that something changed, or tells it to who is not of the room (MIR-06)', () => {
      expect(framesTell(region, seen)).toEqual([]);
    });

    it('has a hash that a guess can be held against: commitments are keyed, the others are over what is seen (MIR-02)', async () => {
      expect(await hashesTell(region, seen)).toEqual([]);
    });
  });

  plantedNumbers(() => ({ region, seen, said, agreed }));
  plantedAnswers(() => ({ region, seen, said, agreed }));
});
