import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LiveOrder } from './live-order';

describe('facts of a live room behind a snapshot', () => {
  let applied: string[];
  let gaps: number;
  let order: LiveOrder<string>;
  beforeEach(() => {
    applied = [];
    gaps = 0;
    order = new LiveOrder({ fact: (fact) => applied.push(fact), gap: () => gaps++ });
  });

  it('applies what comes next, once', () => {
    order.joined(4);
    order.snapshot(4);
    for (const version of [5, 5, 4, 6]) order.told(version, `f${version}`);
    expect(applied).toEqual(['f5', 'f6']);
    expect(gaps).toBe(0);
  });
  it('keeps what comes before the first snapshot and applies the newer of it after that', () => {
    order.joined(4);
    order.told(5, 'f5');
    order.told(6, 'f6');
    expect(applied).toEqual([]);
    order.snapshot(5);
    expect(applied).toEqual(['f6']);
    expect(gaps).toBe(0);
  });
  it('asks for a snapshot when one is missing, and goes on after it', () => {
    order.joined(4);
    order.snapshot(4);
    order.told(6, 'f6');
    order.told(7, 'f7');
    expect([applied, gaps, order.behind]).toEqual([[], 1, true]);
    order.snapshot(6);
    expect([applied, gaps, order.behind]).toEqual([['f7'], 1, false]);
  });
  it('asks again when the snapshot is older than what was missed', () => {
    order.snapshot(4);
    order.told(9, 'f9');
    order.snapshot(7);
    expect([gaps, order.behind]).toEqual([2, true]);
    order.snapshot(9);
    expect([applied, order.behind]).toEqual([[], false]);
  });
  it('asks when the room moved on while the connection was lost', () => {
    order.snapshot(4);
    order.joined(4);
    expect(gaps).toBe(0);
    order.joined(6);
    expect(gaps).toBe(1);
  });
  it('does not wait for a snapshot that it has: facts may overtake the answer to a knock', () => {
    order.snapshot(4);
    order.told(5, 'f5');
    order.joined(4, 4);
    expect([gaps, order.behind]).toEqual([0, false]);
    order.told(6, 'f6');
    expect(applied).toEqual(['f5', 'f6']);
  });
  it('asks when the server went back to an earlier state, and goes on from there', () => {
    order.snapshot(9);
    order.joined(3);
    expect(gaps).toBe(1);
    order.snapshot(3);
    order.told(4, 'f4');
    expect(applied).toEqual(['f4']);
  });
  it('asks when it is told to reload, and does not take the page of before for the answer', () => {
    const reloading = new LiveOrder<{ type: string }>({
      fact: ({ type }) => applied.push(type),
      gap: () => gaps++,
    });
    reloading.snapshot(4);
    reloading.told(5, { type: 'reload' });
    reloading.snapshot(4);
    expect([applied, gaps]).toEqual([[], 2]);
    reloading.snapshot(5);
    reloading.told(6, { type: 'clock' });
    expect([applied, gaps]).toEqual([['clock'], 2]);
  });
  it('takes a newer snapshot that the page fetched by itself', () => {
    order.snapshot(4);
    order.snapshot(6);
    order.told(6, 'f6');
    order.told(7, 'f7');
    expect(applied).toEqual(['f7']);
  });

  it('ends with everything, in order and once, whatever is lost, doubled or late', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('arrives', 'lost', 'twice', 'late', 'away', 'snapshot'), { maxLength: 40 }),
        (fates) => {
          // the page: what it shows is the number of the last fact in it
          let server = 0;
          let page = 0;
          let wants = true;
          const seen: number[] = [];
          const screen: LiveOrder<number> = new LiveOrder<number>({
            fact: (fact, version) => {
              expect(fact).toBe(version);
              expect(version).toBe(page + 1);
              seen.push(version);
              page = version;
            },
            gap: () => (wants = true),
          });
          const fetch = (): void => {
            wants = false;
            page = Math.max(page, server);
            screen.snapshot(page);
          };
          screen.joined(0);
          const held: number[] = [];
          for (const fate of fates) {
            if (fate === 'snapshot') fetch();
            else if (fate === 'away') screen.joined(server);
            else {
              server += 1;
              if (fate === 'late') held.push(server);
              if (fate === 'arrives' || fate === 'twice') screen.told(server, server);
              if (fate === 'twice') screen.told(server, server);
              if (fate === 'arrives') for (const one of held.splice(0)) screen.told(one, one);
            }
          }
          screen.joined(server); // the connection is back
          if (wants) fetch();
          expect(page).toBe(server);
          expect(screen.behind).toBe(false);
          expect(new Set(seen).size).toBe(seen.length);
        },
      ),
      { numRuns: 500 },
    ));
});
