import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AtomTable, MOST, packKey, unpackKey } from './atom-keys.rules.js';

const keys = fc.record({
  practice: fc.nat(MOST.practices - 1),
  period: fc.nat(MOST.periods - 1),
  item: fc.nat(MOST.items - 1),
  stratum: fc.nat(MOST.strata - 1),
});

it('packs practice, period, item and stratum into one exact number and back', () => {
  expect(
    Number.isSafeInteger(packKey(MOST.practices - 1, MOST.periods - 1, MOST.items - 1, MOST.strata - 1)),
  ).toBe(true);
  fc.assert(
    fc.property(keys, (key) => {
      expect(unpackKey(packKey(key.practice, key.period, key.item, key.stratum))).toEqual(key);
    }),
  );
});

it('finds every cell again, whatever the order and however many there are', () => {
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 300 }), (list) => {
      const table = new AtomTable();
      const known = new Map<number, number>();
      for (const one of list) {
        const key = packKey(one.practice, one.period, one.item, one.stratum);
        const place = table.place(key);
        expect(place).toBe(known.get(key) ?? known.size);
        known.set(key, place);
      }
      expect(table.size).toBe(known.size);
    }),
  );
  const table = new AtomTable();
  for (let at = 0; at < 50_000; at++) {
    const place = table.place(packKey(at % 500, Math.floor(at / 500), at % 7, 0));
    table.counts[place] = at;
  }
  expect(table.size).toBe(50_000);
  for (let at = 0; at < 50_000; at += 997)
    expect(table.counts[table.place(packKey(at % 500, Math.floor(at / 500), at % 7, 0))]).toBe(at);
});
