import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnFigureView } from '#libs/contracts';
import { leaksOf } from './attack.js';
import type { Reading } from './collected.js';
import { numbersShown } from './numbers.js';
import {
  betrayedByDifference,
  changed,
  hiddenCell,
  madeUp,
  oneSmallItem,
  only,
  pageBeside,
  to,
  withBody,
  type Ground,
} from './planted.js';
import { byar, figuresSeen, json, neverShown, trueValue } from './read-back.js';
import { allSaid, IN_GROUP, readsOf, Told, type Attacking, type Hidden } from './told.js';
import { PRACTICES } from './truth.js';

/**
 * A number in every place where it betrays, planted in what was read or in the database, is found by the check that is there for it: a check that cannot fail is
 * worth nothing.
 */
export function plantedNumbers(ground: () => Ground): void {
  describe('a number that is planted', () => {
    let { region, seen, said } = {} as Ground;
    beforeAll(() => void ({ region, seen, said } = ground()));
    const holder = (n: number) => ({ name: `holder of ${n}`, reads: readsOf(region, n), knows: [n] });
    /** What somebody finds out when these pages were read beside all that was. */
    const attacked = async (
      pages: Reading[],
      of: (one: Hidden) => boolean,
      by: Attacking,
      beside = said,
    ): Promise<string[]> => {
      const more = allSaid(region, only(...pages));
      const all = new Told(
        region,
        'referrals',
        [...beside, ...more].filter(({ kind }) => kind === 'referrals'),
        IN_GROUP,
      );
      return (await leaksOf(all, by.reads, [by], all.secrets.filter(of))).map(({ secret }) => secret);
    };

    it('in the stored figure, a small count under a label, is named and attacked (MIR-07)', async () => {
      const released = await region.owner.query<{ id: string }>(
        `select f.id from release_figure f join release r on r.id = f.release_id
         where r.state = 'released' and r.mode = 'pseudonymous' and r.group_id = $1`,
        [region.groups[0]!.id],
      );
      const standing = new Set(released.rows.map(({ id }) => `fig_${id.replaceAll('-', '')}`));
      const figure = figuresSeen(region, seen).find(
        (one) =>
          standing.has(one.figureId) &&
          one.measure === 'VERW' &&
          region.groups[0]!.members.some((n) => n !== 1 && neverShown(region.delivered, one, n)),
      )!;
      expect(figure).toBeDefined();
      const { from } = figure.window;
      const practice = region.groups[0]!.members.find(
        (n) => n !== 1 && neverShown(region.delivered, figure, n),
      )!;
      const id = figure.figureId.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
      const { rows } = await region.owner.query<{ body: { bars: { value: number | null }[] } }>(
        'select body from release_figure where id = $1',
        [id],
      );
      const body = structuredClone(rows[0]!.body);
      body.bars.find(({ value }) => value === null)!.value = to(
        trueValue(region.delivered, figure, practice)!,
        0,
      );
      await region.owner.query('update release_figure set body = $2 where id = $1', [
        id,
        JSON.stringify(body),
      ]);
      const reader = await region.reader('holder of 1', 'practice-holder', [1]);
      const asked = { practice: 1, measure: 'VERW', item: figure.item, group: 0, from };
      const url = `/api/figures/own?practice=${region.practices[1]}&measure=VERW&item=${figure.item}&from=${from}`;
      const answer = await region.call<OwnFigureView>(reader.cookie, 'GET', url);
      await region.owner.query('update release_figure set body = $2 where id = $1', [
        id,
        JSON.stringify(rows[0]!.body),
      ]);
      expect(answer.body.group?.card.verified).toBe(false);
      const page: Reading = { ...pageBeside(seen, 0), asked, url, bytes: answer.raw };
      expect((await numbersShown(region, only(page))).join()).toContain(
        `the small count of ${PRACTICES[practice]!.name}`,
      );
      const view = changed(page, (group) => void (group.figureId = 'fig_planted'));
      expect(
        await attacked([view], (one) => one.practice === practice && one.item === figure.item, holder(1)),
      ).not.toEqual([]);
    });

    it('in the difference of two windows, which are each harmless, is attacked (MIR-07)', async () => {
      const { practice, item, early, late } = betrayedByDifference(region, 0);
      const of = { group: 0, measure: 'VERW', item, practices: [practice] };
      const pages = [early, late].map((delivery) =>
        madeUp(region, pageBeside(seen, 0), { ...of, delivery }, (rate) => ({ value: to(rate, 3) })),
      );
      const reader = holder(practice === 1 ? 2 : 1);
      const found = (list: Reading[]) =>
        attacked(list, (one) => one.practice === practice && one.item === item, reader);
      expect((await found(pages)).join()).toContain(
        `${PRACTICES[practice]!.name} ${practice}|${item}|${early.quarters.slice(-4)[0]}`,
      );
      const whole = [early, late].map((delivery) =>
        madeUp(region, pageBeside(seen, 0), { ...of, delivery }, () => ({ value: null })),
      );
      expect(await found(whole)).toEqual([]);
    });

    it('in a margin, which says how many there are, is named and attacked (MIR-07)', async () => {
      const { practice, item, early, late } = betrayedByDifference(region, 0);
      const of = { group: 0, measure: 'VERW', item, practices: [practice] };
      const pages = [early, late].map((delivery) =>
        madeUp(region, pageBeside(seen, 0), { ...of, delivery }, (rate) => {
          const count = Math.round((rate * PRACTICES[practice]!.listed) / 1000);
          const [low, high] = byar(count).map((one) => (1000 * one) / PRACTICES[practice]!.listed) as [
            number,
            number,
          ];
          return {
            practice: PRACTICES[practice]!.name,
            value: to(rate, 0),
            low: to(low, 1),
            high: to(high, 1),
          };
        }),
      );
      expect((await numbersShown(region, only(...pages))).join()).toContain('a bar with low and high');
      const reader = holder(practice === 1 ? 2 : 1);
      expect(
        await attacked(pages, (one) => one.practice === practice && one.item === item, reader),
      ).not.toEqual([]);
    });

    it('in a total beside all its other parts is attacked (MIR-07)', async () => {
      const { practice, item, others, early } = oneSmallItem(region, 0);
      const pages = [...others, '*'].map((one) =>
        madeUp(
          region,
          pageBeside(seen, 0),
          { group: 0, measure: 'VERW', item: one, delivery: early, practices: [practice] },
          (rate) => ({ value: to(rate, 3) }),
        ),
      );
      const reader = holder(practice === 1 ? 2 : 1);
      const wanted = (one: Hidden) => one.practice === practice && one.item === item && one.whole;
      expect(await attacked(pages, wanted, reader, [])).not.toEqual([]);
      expect(await attacked(pages.slice(0, -1), wanted, reader, [])).toEqual([]);
    });

    it('in a place of its own, such as the total of a group, is named (MIR-07)', async () => {
      const page = changed(pageBeside(seen, 0), (group) => void Object.assign(group, { total: 37 }));
      expect((await numbersShown(region, only(page))).join()).toContain('a number at group.total');
      const home = withBody(
        seen.readings.find(({ door, status }) => door === 'GET /api/home' && status === 200)!,
        { tasks: [{ numerator: 3 }] },
      );
      expect((await numbersShown(region, only(home))).join()).toContain('a figure at tasks[].numerator');
    });

    it('in a text, a rate with its decimals, is named (MIR-07)', async () => {
      const page = pageBeside(seen, 0, { measure: 'VERW' });
      const figure = figuresSeen(region, only(page)).find(({ audience }) => audience === 0)!;
      const reader = page.asked!.practice!;
      // of some rates two decimals are all there is, and those are anybody's
      const practice = region.groups[0]!.members.find(
        (n) => n !== reader && !/00$/.test(trueValue(region.delivered, figure, n)!.toFixed(4)),
      )!;
      const rate = trueValue(region.delivered, figure, practice)!.toFixed(4).replace('.', ',');
      const group = seen.readings.find(
        ({ door, status }) => door === 'GET /api/groups/{id}' && status === 200,
      )!;
      const story = withBody(group, { why: { nl: `Daar is het ${rate}.` } });
      expect((await numbersShown(region, only(page, story))).join()).toContain(PRACTICES[practice]!.name);
      const sentence = changed(
        page,
        (_group, view) => void (view.sentence.nl += ' Een ander heeft er 4711.'),
      );
      expect((await numbersShown(region, only(sentence))).join()).toContain('not the own one');
    });

    it('in the figures of another practice is named (MIR-06)', async () => {
      const page = pageBeside(seen, 0);
      expect(
        (await numbersShown(region, only({ ...page, asked: { ...page.asked!, practice: 2 } }))).join(),
      ).toContain('another practice');
    });

    it.each(['xlsx', 'csv', 'pptx', 'datapackage'] as const)(
      'in a hidden cell of a file is named: %s (MIR-07, XCT-10)',
      async (format) => {
        const hidden = (page: Reading): string | undefined =>
          json<OwnFigureView>(page).group?.bars.find(({ value, own }) => value === null && !own)?.label;
        const [file, page] = seen.readings
          .filter((one) => one.asked?.format === format && one.status === 200)
          .flatMap((one) =>
            seen.readings
              .filter(
                ({ door, phase, asked, status }) =>
                  door === 'GET /api/figures/own' &&
                  status === 200 &&
                  phase === one.phase &&
                  asked?.from === one.asked!.from &&
                  [asked?.practice, asked?.group, asked?.measure, asked?.item].join() ===
                    [one.asked!.practice, one.asked!.group, one.asked!.measure, one.asked!.item].join(),
              )
              .map((found) => [one, found] as const),
          )
          .find(([, found]) => hidden(found) !== undefined)!;
        const label = hidden(page)!;
        expect(await numbersShown(region, only(page, file))).toEqual([]);
        const wrong = withBody(file, await hiddenCell(file.bytes, format, label));
        expect((await numbersShown(region, only(page, wrong))).join()).toContain(
          format === 'datapackage' ? '4711 at hidden' : `${label} is 4711`,
        );
      },
    );
  });
}
