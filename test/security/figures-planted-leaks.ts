import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import type { OwnFigureView } from '#libs/contracts';
import { cachesKeep, errorsTell, framesTell, outsidersRead } from './figures-answers.js';
import { allSaid, IN_GROUP, leaksOf, readsOf, Told, type Attacking, type Hidden } from './figures-attack.js';
import type { Collected, Reading } from './figures-collected.js';
import { hashesTell } from './figures-hashes.js';
import { labelsTell, namesShown, type Agreed } from './figures-names.js';
import { numbersShown } from './figures-numbers.js';
import {
  betrayedByDifference,
  changed,
  madeUp,
  oneSmallItem,
  only,
  pageBeside,
  to,
  withBody,
} from './figures-planted.js';
import { byar, figuresSeen, json, linked, neverShown, trueValue, type Said } from './figures-read-back.js';
import type { FigureRegion } from './figures-region.js';
import { PRACTICES } from './figures-truth.js';

/** What the leaks are planted in. */
export interface Ground {
  region: FigureRegion;
  seen: Collected;
  said: Said[];
  agreed: Agreed;
}

/**
 * Every kind of leak, planted in what was read or in the database, is found by the check that is there for it: a check that cannot fail is
 * worth nothing.
 */
export function plantedLeaks(ground: () => Ground): void {
  describe('a leak that is planted', () => {
    let { region, seen, said, agreed } = {} as Ground;
    beforeAll(() => void ({ region, seen, said, agreed } = ground()));
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

    it('in labels that mean the same practice in every figure, or follow an order, is named (MIR-06)', () => {
      const places = (by: (practice: number) => number): Collected => {
        const known = new Map<string, Map<string, string>>();
        return only(
          ...seen.readings.map((reading) => {
            if (
              reading.door !== 'GET /api/figures/own' ||
              reading.status !== 200 ||
              !json<OwnFigureView>(reading).group
            )
              return reading;
            const [one] = figuresSeen(region, only(reading)).filter(
              ({ audience }) => typeof audience === 'number',
            );
            if (!one || one.mode === 'open') return reading;
            if (!known.has(one.figureId)) {
              const names = new Map(
                linked(region, one).flatMap(({ bar, practice }): [string, string][] =>
                  practice === null
                    ? []
                    : [[bar.label, `Praktijk ${String.fromCharCode(65 + by(practice))}`]],
                ),
              );
              known.set(one.figureId, names);
            }
            return changed(reading, (group) => {
              for (const bar of group.bars)
                bar.label = known.get(one.figureId)!.get(bar.label) ?? `Praktijk X${bar.label}`;
            });
          }),
        );
      };
      const stable = labelsTell(
        region,
        places((practice) => (practice * 7) % 14),
      ).join();
      expect(stable).toContain('the same label means the same practice');
      expect(stable).toContain('are found again in');
      expect(
        labelsTell(
          region,
          places((practice) => practice),
        ).join(),
      ).toContain('order of the practices');
    });

    it('in a name where nobody agreed, to staff, in a file or after it was taken back, is named (MIR-06)', async () => {
      const named = seen.readings.find(
        (one) =>
          one.phase === 'named' &&
          one.door === 'GET /api/figures/own' &&
          one.by.name === 'holder of 1' &&
          json<OwnFigureView>(one).group?.mode === 'open',
      )!;
      const names = (reading: Reading) => namesShown(region, only(reading), agreed);
      expect(await names(named)).toEqual([]);
      for (const wrong of [
        { ...named, phase: 'taken back' },
        { ...named, phase: 'mended' },
        {
          ...named,
          by: { ...named.by, name: 'coordinator', role: 'region-coordinator' as const, practices: [] },
        },
        { ...named, by: { ...named.by, name: 'holder of 8', practices: [8] } },
        { ...named, by: { ...named.by, role: 'practice-employee' as const } },
        { ...named, door: 'GET /api/figures/own/export' },
        { ...named, asked: { ...named.asked!, measure: 'MEEDENK' } },
        changed(pageBeside(seen, 0), (group) => void (group.bars[0]!.label = region.practices[3]!)),
      ])
        expect((await names(wrong)).join()).toMatch(/Praktijk|by name|-/);
    });

    it('in a plain hash of what was delivered, or over what is hidden, is named (MIR-02)', async () => {
      const page = pageBeside(seen, 0);
      const sha256 = (value: string | Buffer) => createHash('sha256').update(value).digest('hex');
      const row = region.files[1]!.toString('utf8').split('\r\n')[40]!;
      for (const [commitment, expected] of [
        [`sha256:${sha256(region.files[1]!)}`, 'plain hash'],
        [`hmac-sha256:${sha256(row)}`, 'plain hash'],
        [`hmac-sha256:${sha256(region.practices[2]!)}`, 'plain hash'],
        [`sha256:${sha256('anything')}`, 'is named by'],
      ] as const) {
        const wrong = changed(page, (group) => void (group.card.card.sources[0]!.commitment = commitment));
        expect((await hashesTell(region, only(wrong))).join()).toContain(expected);
      }
      const over = changed(page, (group) => {
        const body = group.bars.map(({ label, value }) => ({ label, value: value ?? 3 }));
        group.card.card.artefact.sha256 = sha256(JSON.stringify({ body, hidden: true }));
      });
      expect((await hashesTell(region, only(over))).join()).toContain('nothing on the page explains');
    });

    it('in a tag that two readers share, a page that may be kept, or an answer from a cache, is named (XCT-04)', () => {
      const page = pageBeside(seen, 0);
      const other = { ...page, by: { ...page.by, name: 'somebody else' } };
      const with_ = (more: Record<string, string>, of = page): Reading => ({
        ...of,
        headers: { ...of.headers, ...more },
      });
      const found = (...list: Reading[]) => cachesKeep({ readings: list }).join();
      expect(cachesKeep({ readings: [page, other] })).toEqual([]);
      expect(found(with_({ etag: '"1"' }), with_({ etag: '"1"' }, other))).toContain('the tag of');
      expect(
        found(with_({ etag: '"1"' }), with_({ etag: '"1"' }, { ...page, phase: 'taken back' })),
      ).toContain('the tag of');
      expect(found(with_({ 'cache-control': 'public, max-age=60' }))).toContain('may be kept');
      expect(found(with_({ 'cache-control': '' }))).toContain('cache-control');
      expect(found({ ...page, status: 304 })).toContain('not modified');
    });

    it('in a refusal, a count, a name, an id or another word for what is hidden, is named (MIR-06)', () => {
      const refusal = seen.twins[0]!.one;
      const problem = json<{ details: object }>(refusal);
      const found = (details: object) =>
        errorsTell(region, { readings: [withBody(refusal, { ...problem, details })], twins: [] }).join();
      expect(found(problem.details)).toBe('');
      expect(found({ count: 3 })).toContain('3 at details.count');
      expect(found({ practice: PRACTICES[3]!.name })).toContain(PRACTICES[3]!.name);
      expect(found({ id: region.practices[3] })).toContain(region.practices[3]);
      expect(found({ why: '3 van de 7' })).toContain('3 van de 7');
      const twin = {
        ...seen.twins[0]!,
        other: withBody(refusal, { ...problem, details: { what: 'hidden' } }),
      };
      expect(errorsTell(region, { readings: [], twins: [twin] })).toHaveLength(1);
    });

    it('in a frame with a figure, or to somebody of another group, is named (MIR-06)', () => {
      const frame = seen.frames.find(({ event, by }) => event === 'fact' && by.name === 'holder of 1')!;
      const [fact] = frame.body as [Record<string, unknown>];
      const found = (change: object) => framesTell(region, { frames: [{ ...frame, ...change }] }).join();
      expect(found({})).toBe('');
      expect(found({ body: [{ ...fact, value: 3.1 }] })).toContain('3.1');
      const other = seen.frames.find(({ by }) => by.name === 'holder of 12')!.by;
      expect(found({ by: other })).toContain(String(fact.room));
      const join = { event: 'join', by: other, body: { room: fact.room, reply: { version: 4 } } };
      expect(found(join)).toContain('let into');
    });

    it('in a page for somebody without figures is named (MIR-06)', async () => {
      const page = pageBeside(seen, 0);
      expect(
        await outsidersRead({ readings: [{ ...page, by: { ...page.by, role: 'auditor' } }] }),
      ).toHaveLength(1);
    });
  });
}

/** The same file with a number in the cell of a bar that is not shown. */
async function hiddenCell(
  bytes: Buffer,
  format: 'xlsx' | 'csv' | 'pptx' | 'datapackage',
  label: string,
): Promise<Buffer> {
  const text = bytes.toString('utf8');
  if (format === 'csv') return Buffer.from(text.replace(`${label};;`, `${label};4711;`));
  if (format === 'datapackage') return Buffer.from(JSON.stringify({ ...JSON.parse(text), hidden: 4711 }));
  if (format === 'xlsx') {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    book.worksheets[0]!.eachRow((row) => {
      if (row.getCell(1).value === label) row.getCell(2).value = 4711;
    });
    return Buffer.from(await book.xlsx.writeBuffer());
  }
  const zip = await JSZip.loadAsync(bytes);
  const chart = Object.keys(zip.files).find((name) => /charts\/chart\d+\.xml$/.test(name))!;
  const xml = await zip.files[chart]!.async('string');
  const at = new RegExp(`<c:pt idx="(\\d+)"><c:v>${label}</c:v>`).exec(xml)![1];
  const point = `<c:pt idx="${at}"><c:v>4711</c:v></c:pt>`;
  zip.file(chart, xml.replace(/(<c:val>[\s\S]*?)(<\/c:numCache>)/, `$1${point}$2`));
  return zip.generateAsync({ type: 'nodebuffer' });
}
