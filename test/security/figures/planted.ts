import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import type { OwnFigureView } from '#libs/contracts';
import type { Collected, Reading } from './collected.js';
import type { Agreed } from './names.js';
import { json, partsOf, valueOf, type Said, type Seen, type World } from './read-back.js';
import type { FigureRegion } from './region.js';
import { PRACTICES, TRUE_MEASURES, windowOf, type Delivered } from './truth.js';

/** What the leaks are planted in. */
export interface Ground {
  region: FigureRegion;
  seen: Collected;
  said: Said[];
  agreed: Agreed;
}

type Group = NonNullable<OwnFigureView['group']>;

/** An answer with another body. */
export const withBody = (reading: Reading, body: unknown): Reading => ({
  ...reading,
  bytes: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
});
/** Only these answers, as if nothing else had been read. */
export const only = (...readings: Reading[]): Collected => ({ readings, frames: [], twins: [] });

/** A page of a member beside its group, as it was served. */
export function pageBeside(
  collected: Collected,
  group: number,
  wanted: Partial<NonNullable<Reading['asked']>> = {},
): Reading {
  const found = collected.readings.find(
    (one) =>
      one.door === 'GET /api/figures/own' &&
      one.status === 200 &&
      one.asked?.group === group &&
      Object.entries(wanted).every(([key, value]) => one.asked![key as 'item'] === value) &&
      json<OwnFigureView>(one).group?.mode === 'pseudonymous',
  );
  if (!found) throw new Error('No page beside a group was read.');
  return found;
}

/** The same page with something changed in what stands beside the own figure. */
export function changed(reading: Reading, change: (group: Group, view: OwnFigureView) => void): Reading {
  const view = json<OwnFigureView>(reading);
  change(view.group!, view);
  return withBody(reading, view);
}

/**
 * A page that was never served: one measure and item of a group over the window of a delivery, with the figures of these practices as `show` gives them.
 */
export function madeUp(
  world: World,
  base: Reading,
  of: { group: number; measure: string; item: string; delivery: Delivered; practices: readonly number[] },
  show: (rate: number, practice: number) => object,
): Reading {
  const { from, toExclusive } = windowOf(of.delivery);
  const dataSet = of.delivery.dataSetId.replaceAll('-', '');
  const window = { from, toExclusive };
  const about: Pick<Seen, 'measure' | 'item' | 'window' | 'dataSets'> = {
    ...of,
    window,
    dataSets: [dataSet],
  };
  const { numerator, per } = TRUE_MEASURES[of.measure]!;
  const made = changed(base, (group, view) => {
    group.figureId = `fig_${createHash('md5').update(`${of.measure}${of.item}${from}`).digest('hex')}`;
    group.groupId = world.groups[of.group]!.id;
    group.middle = null;
    group.card.card.sources[0]!.importId = `imp_${dataSet}`;
    group.bars = of.practices.map((practice, k) => {
      const rate =
        (per * valueOf(partsOf(world.delivered, about, practice, numerator))) / PRACTICES[practice]!.listed;
      return {
        label: `Praktijk ${String.fromCharCode(65 + k)}`,
        practice: null,
        own: false,
        value: rate,
        ...show(rate, practice),
      };
    });
    view.region = null;
    view.breakdown = [];
    view.measure.code = of.measure;
    view.item.code = of.item;
    view.period = window;
  });
  return {
    ...made,
    asked: { practice: base.asked!.practice, measure: of.measure, item: of.item, group: of.group },
  };
}
/** A number with so many decimals. */
export const to = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** A practice of a group and an item whose quarters at both ends of two windows differ so much that the exact difference gives one away. */
export function betrayedByDifference(
  world: World,
  group: number,
): { practice: number; item: string; early: Delivered; late: Delivered } {
  const [early, late] = world.delivered.filter(({ kind }) => kind === 'referrals') as [Delivered, Delivered];
  const [first, last] = [early.quarters.slice(-4)[0]!, late.quarters.at(-1)!];
  const count = (practice: number, item: string, some: Delivered, quarters: readonly string[]): number =>
    some.cells.reduce(
      (sum, one) =>
        sum +
        (one.practice === practice && one.item === item && quarters.includes(one.quarter) ? one.count : 0),
      0,
    );
  for (const practice of world.groups[group]!.members)
    for (const item of new Set(early.cells.map((one) => one.item))) {
      const whole = [early, late].map((some) => count(practice, item, some, windowOf(some).quarters));
      const [was, is] = [count(practice, item, early, [first]), count(practice, item, late, [last])];
      if (Math.min(...whole) >= 5 && was >= 2 && was <= 4 && was - is > was / 2)
        return { practice, item, early, late };
    }
  throw new Error('No practice is betrayed by the difference of two windows.');
}

/** A practice of a group of which one item alone is too small to be shown. */
export function oneSmallItem(
  world: World,
  group: number,
): { practice: number; item: string; others: string[]; early: Delivered } {
  const early = world.delivered.find(({ kind }) => kind === 'referrals')!;
  const { quarters } = windowOf(early);
  const items = [...new Set(early.cells.map((one) => one.item))];
  for (const practice of world.groups[group]!.members) {
    const counts = items.map((item) =>
      early.cells.reduce(
        (sum, one) =>
          sum +
          (one.practice === practice && one.item === item && quarters.includes(one.quarter) ? one.count : 0),
        0,
      ),
    );
    const small = items.filter((_, k) => counts[k]! > 0 && counts[k]! < 5);
    if (small.length === 1)
      return { practice, item: small[0]!, others: items.filter((item) => item !== small[0]), early };
  }
  throw new Error('No practice has one small item.');
}

/** The same file with a number in the cell of a bar that is not shown. */
export async function hiddenCell(
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
